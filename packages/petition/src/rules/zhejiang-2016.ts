import { cn2005 } from './cn-2005.js'
import type { PetitionRules } from './policy.js'

const law = '浙江省信访条例 2016'
const { effectiveUntil: _, ...shared } = cn2005

/**
 * Zhejiang Regulation on Letters and Visits (浙江省信访条例), adopted on 2016-07-29. It is installed only where a host names it.
 *
 * `effectiveFrom` is the day of its adoption; the day on which it took effect, and what of it the Regulation of 2022 left in
 * force, has not been checked. What it does not settle follows the national rules of its time.
 */
export const zhejiang2016: PetitionRules = {
  ...shared,
  id: 'cn-zhejiang-2016',
  title: '浙江省信访条例 (2016)',
  source: law,
  effectiveFrom: '2016-07-29',
  limits: {
    ...cn2005.limits,
    sortAndForward: { unit: 'workDay', amount: 5, nature: 'duty', source: law },
    directNotice: { unit: 'workDay', amount: 5, nature: 'duty', source: law },
    forwardedNotice: { unit: 'workDay', amount: 5, nature: 'duty', source: law },
    handle: {
      unit: 'naturalDay',
      amount: 30,
      nature: 'duty',
      source: law,
      extension: { most: 60, times: 1, source: law },
    },
  },
  policy: {
    ...cn2005.policy,
    representatives: [
      { people: 10, most: 3, source: `${law} Art. 15` },
      { most: 5, source: `${law} Art. 15` },
    ],
    endingGrounds: ['agreementPerformed', 'reviewWindowLapsed', 'reReviewDelivered'],
  },
}
