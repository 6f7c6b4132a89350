import type { Warning } from '@redress/core'
import { chinaCalendar } from '@redress/core/calendars/china'
import { accusationPolicy } from '../accusation/policy.js'
import { usualAnalysis } from '../analysis/policy.js'
import { duplicatePolicy } from '../duplicate/policy.js'
import { notices2005 } from '../notice/policy.js'
import { onlineCentre2005 } from '../online-centre/policy.js'
import { receptionPolicy } from '../reception-centre/policy.js'
import { suggestionPolicy } from '../suggestion/policy.js'
import { supervision2005 } from '../supervision/defaults.js'
import type { PetitionRules } from './policy.js'

const law = '信访条例 2005'

/** The band that case systems in use call near due: seven days. The regulations name none; a host may change it. */
export const warnings: readonly Warning[] = [{ band: 'near', before: 7 }]

/**
 * Regulations on Letters and Visits (信访条例), State Council Decree 431, in force from 2005-05-01 until the Regulation of 2022.
 *
 * The rules contain no counting clause: days are counted as the Civil Code counts them, which is the usual analogy and no
 * express rule.
 */
export const cn2005: PetitionRules = {
  id: 'cn-2005-decree431',
  title: '信访条例 (2005)',
  source: `${law}, 国务院令第431号`,
  effectiveFrom: '2005-05-01',
  effectiveUntil: '2022-04-30',
  verified: true,
  calendar: chinaCalendar,
  counting: {
    id: 'civilLawAnalogy',
    endOfDay: '24:00',
    rollForward: true,
    source: '民法典 Art. 200–203 (by analogy)',
  },
  limits: {
    sortAndForward: { unit: 'naturalDay', amount: 15, nature: 'duty', warnings, source: `${law} Art. 21` },
    directNotice: { unit: 'naturalDay', amount: 15, nature: 'duty', warnings, source: `${law} Art. 22 ¶2` },
    forwardedNotice: {
      unit: 'naturalDay',
      amount: 15,
      nature: 'duty',
      warnings,
      source: `${law} Art. 21 ¶2`,
    },
    handle: {
      unit: 'naturalDay',
      amount: 60,
      nature: 'duty',
      warnings,
      source: `${law} Art. 33`,
      extension: { most: 30, times: 1, source: `${law} Art. 33` },
    },
    requestReview: { unit: 'naturalDay', amount: 30, nature: 'right', source: `${law} Art. 34` },
    decideReview: { unit: 'naturalDay', amount: 30, nature: 'duty', warnings, source: `${law} Art. 34` },
    requestReReview: { unit: 'naturalDay', amount: 30, nature: 'right', source: `${law} Art. 35` },
    decideReReview: {
      unit: 'naturalDay',
      amount: 30,
      nature: 'duty',
      warnings,
      source: `${law} Art. 35 ¶1–2`,
      // The only time that either regulation leaves out of a limit.
      pausedBy: ['hearing'],
    },
    answerProposal: {
      unit: 'naturalDay',
      amount: 30,
      nature: 'duty',
      warnings,
      source: `${law} Art. 36 ¶2`,
    },
  },
  policy: {
    representatives: [{ most: 5, source: `${law} Art. 18 ¶2` }],
    objection: false,
    handleLimitFor: 'everyAppeal',
    publicNoticeDays: 30,
    endingGrounds: ['reReviewDelivered', 'reviewWindowLapsed', 'agreementPerformed', 'noSuccessor'],
    duplicates: duplicatePolicy,
    reception: receptionPolicy,
    analysis: usualAnalysis,
    accusation: accusationPolicy,
    suggestion: suggestionPolicy,
    notices: notices2005,
    onlineCentre: onlineCentre2005,
    supervision: supervision2005,
  },
}
