import { assignSecondLook, concludeSecondLook, evaluate, evaluateByCode } from '../acts/feedback.js'
import { assign, hear, reopen } from '../acts/handling.js'
import { office, type Plot, promptly, resident } from '../plot.js'
import { answered, closed, untilAnswered } from './common.js'

/** Whoever is not satisfied is looked at again, by somebody who has not handled it. */
export const secondLooks: readonly Plot[] = [
  {
    name: 'not satisfied with the body: the answer stands',
    zh: '对办理单位不满意，回访复核后维持',
    ends: 'completed',
    cases: 8,
    casting: { account: true },
    steps: [
      ...untilAnswered('explained'),
      resident(4, evaluate('satisfied', 'notSatisfied')),
      office(3, assignSecondLook),
      office(7, concludeSecondLook('answerStands')),
      ...closed,
    ],
  },
  {
    name: 'not satisfied with the body: put right',
    zh: '对办理单位不满意，回访后整改到位',
    ends: 'completed',
    cases: 5,
    casting: { account: true },
    steps: [
      ...untilAnswered('explained'),
      resident(4, evaluate('basicallySatisfied', 'notSatisfied')),
      office(3, assignSecondLook),
      office(7, concludeSecondLook('putRight')),
      ...closed,
    ],
  },
  {
    name: 'not satisfied with either: taken up again',
    zh: '对两家均不满意，重新办理',
    ends: 'completed',
    cases: 3,
    casting: { account: true },
    steps: [
      ...untilAnswered('explained'),
      resident(4, evaluate('notSatisfied', 'notSatisfied')),
      office(3, assignSecondLook),
      office(7, concludeSecondLook('takeUpAgain')),
      // Not while the time to ask for review runs.
      promptly(32, reopen('supervision')),
      promptly(1, assign),
      office(6, hear),
      ...answered('explained'),
      ...closed,
    ],
  },
  {
    name: 'answered by post or text message, and evaluated with the code on the receipt',
    zh: '凭查询码评价',
    ends: 'completed',
    cases: 8,
    casting: { account: false, channels: ['letter', 'phone', 'hotline', 'fax'] },
    steps: [
      ...untilAnswered('explained'),
      resident(6, evaluateByCode({ petitionOffice: 'satisfied', handlingBody: 'basicallySatisfied' })),
      ...closed,
    ],
  },
  {
    name: 'wants the answer by text message, and is too busy to say more',
    zh: '短信答复，未参评',
    ends: 'completed',
    cases: 8,
    casting: { account: true, channels: ['online', 'email'], answerBy: 'sms' },
    steps: [...untilAnswered('explained'), ...closed],
  },
]
