import { answer, close, end } from '../acts/answer.js'
import { deliver, evaluate } from '../acts/feedback.js'
import { file } from '../acts/filing.js'
import {
  accept,
  askForRecusal,
  assign,
  concludeHearing,
  extend,
  failMediation,
  grantRecusal,
  hear,
  openHearing,
  openMediation,
  perform,
  settle,
} from '../acts/handling.js'
import { classify, register, transfer } from '../acts/intake.js'
import { refused } from '../acts/refused.js'
import { office, type Plot, promptly, resident } from '../plot.js'
import { answered, closed, sorted, taken } from './common.js'

const account = { account: true } as const

/** Side roads while a body works on the answer. */
export const handling: readonly Plot[] = [
  {
    name: 'extended',
    zh: '延长办理期限',
    ends: 'completed',
    cases: 16,
    casting: account,
    steps: [
      ...sorted,
      office(5, accept),
      promptly(1, assign),
      promptly(40, refused('EXTENSION_TOO_LONG', extend(45))),
      promptly(1, extend(30)),
      office(12, hear),
      ...answered('explained'),
      resident(5, evaluate('satisfied', 'basicallySatisfied')),
      ...closed,
    ],
  },
  extendedInto('National Day', '国庆节', ['2022-06-20', '2022-06-23']),
  extendedInto('the Spring Festival', '春节', ['2022-10-10', '2022-10-12']),
  {
    name: 'with a hearing',
    zh: '举行听证',
    ends: 'completed',
    cases: 8,
    steps: [
      ...sorted,
      ...taken,
      office(3, refused('CHAIR_IS_HANDLER', openHearing('handler'))),
      office(4, openHearing('head')),
      office(5, concludeHearing),
      office(6, answer('explained')),
      office(3, deliver),
      ...closed,
    ],
  },
  {
    name: 'mediated, and the agreement performed',
    zh: '调解达成协议并履行',
    ends: 'ended',
    cases: 10,
    steps: [
      ...sorted,
      ...taken,
      office(3, openMediation),
      office(9, settle('mediation')),
      office(1, refused('NOT_PERFORMED', close)),
      office(12, perform),
      office(1, close),
      office(2, end('agreementPerformed')),
    ],
  },
  {
    name: 'mediated in vain',
    zh: '调解未成，作出处理意见',
    ends: 'completed',
    cases: 8,
    steps: [
      ...sorted,
      ...taken,
      office(3, openMediation),
      office(9, failMediation),
      ...answered('explained'),
      ...closed,
    ],
  },
  {
    name: 'settled between the sides',
    zh: '双方和解并履行',
    ends: 'completed',
    cases: 8,
    steps: [...sorted, ...taken, office(6, settle('settlement')), office(12, perform), office(1, close)],
  },
  {
    name: 'the officer in charge stays out',
    zh: '承办人回避',
    ends: 'completed',
    cases: 6,
    casting: account,
    steps: [
      ...sorted,
      office(5, accept),
      office(1, assign),
      resident(3, askForRecusal),
      office(2, grantRecusal),
      office(1, assign),
      office(8, hear),
      ...answered('explained'),
      ...closed,
    ],
  },
]

/** Accepted so that sixty days and thirty more end in a long holiday. */
function extendedInto(holiday: string, zh: string, between: readonly [from: string, to: string]): Plot {
  return {
    name: `extended, with an end in ${holiday}`,
    zh: `延期后期限届满日在${zh}`,
    ends: 'completed',
    cases: 2,
    casting: { between },
    steps: [
      resident(0, file),
      promptly(2, register),
      promptly(1, classify({ class: 'appeal', route: 'petition' })),
      promptly(4, transfer),
      promptly(5, accept),
      promptly(1, assign),
      promptly(45, extend(30)),
      office(12, hear),
      ...answered('explained'),
      ...closed,
    ],
  }
}
