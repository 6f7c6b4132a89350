import { notices2022 } from '../notice/policy.js'
import { onlineCentre2022 } from '../online-centre/policy.js'
import { supervision2022 } from '../supervision/defaults.js'
import { cn2005, warnings } from './cn-2005.js'
import type { PetitionRules } from './policy.js'

const law = '信访工作条例 2022'

const { effectiveUntil: _, ...shared } = cn2005

/** Regulation on Petition Work (信访工作条例), in force from 2022-05-01 (Art. 50). Counting as in {@link cn2005}. */
export const cn2022: PetitionRules = {
  ...shared,
  id: 'cn-2022-regulation',
  title: '信访工作条例 (2022)',
  source: law,
  effectiveFrom: '2022-05-01',
  limits: {
    sortAndForward: { unit: 'naturalDay', amount: 15, nature: 'duty', warnings, source: `${law} Art. 22` },
    directNotice: { unit: 'naturalDay', amount: 15, nature: 'duty', warnings, source: `${law} Art. 23 ¶2` },
    forwardedNotice: {
      unit: 'naturalDay',
      amount: 15,
      nature: 'duty',
      warnings,
      source: `${law} Art. 23 ¶3`,
    },
    jurisdictionObjection: { unit: 'workDay', amount: 5, nature: 'right', source: `${law} Art. 23 ¶3` },
    handle: {
      unit: 'naturalDay',
      amount: 60,
      nature: 'duty',
      warnings,
      source: `${law} Art. 34`,
      extension: { most: 30, times: 1, source: `${law} Art. 34` },
    },
    requestReview: { unit: 'naturalDay', amount: 30, nature: 'right', source: `${law} Art. 35` },
    decideReview: { unit: 'naturalDay', amount: 30, nature: 'duty', warnings, source: `${law} Art. 35` },
    requestReReview: { unit: 'naturalDay', amount: 30, nature: 'right', source: `${law} Art. 36 ¶1` },
    decideReReview: {
      unit: 'naturalDay',
      amount: 30,
      nature: 'duty',
      warnings,
      source: `${law} Art. 36 ¶1–2`,
      pausedBy: ['hearing'],
    },
  },
  policy: {
    ...cn2005.policy,
    representatives: [{ most: 5, source: `${law} Art. 20 ¶3` }],
    objection: true,
    handleLimitFor: 'petitionRoute',
    notices: notices2022,
    onlineCentre: onlineCentre2022,
    supervision: supervision2022,
  },
}
