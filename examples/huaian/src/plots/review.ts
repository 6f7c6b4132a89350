import {
  answerReReview,
  answerReview,
  answerWithoutRemedy,
  askForReReview,
  askForReview,
  askForReviewLate,
  carryOut,
  close,
  end,
} from '../acts/answer.js'
import { deliver } from '../acts/feedback.js'
import { file, fileAgain } from '../acts/filing.js'
import { assign, concludeHearing, hear, helpInHardship, openHearing } from '../acts/handling.js'
import { notAccept, register } from '../acts/intake.js'
import { refused } from '../acts/refused.js'
import { office, type Plot, promptly, resident, type Step } from '../plot.js'
import { answered, closed, sorted, taken, untilAnswered } from './common.js'

/** The same facts and the same reasons, after all three levels have spoken. */
const sameAgain: Plot = {
  name: 'the same again after the end',
  zh: '终结后就同一事实再次提出',
  ends: 'notAccepted',
  cases: 0,
  steps: [
    resident(0, file),
    office(2, register),
    office(
      4,
      notAccept({
        ground: 'alreadyEnded',
        reasons: '该事项已经三级终结，本次所述事实和理由与原事项相同。',
        advice: '如有新的事实、理由或者证据，请另行提交；生活困难的可以申请救助。',
      }),
    ),
  ],
}

const reviewed = (outcome: 'upheld' | 'changed' | 'quashedRemanded'): readonly Step[] => [
  resident(12, askForReview),
  office(18, answerReview(outcome)),
  office(3, deliver),
]

/** The ladder of review: one rung up, and another. */
export const review: readonly Plot[] = [
  {
    name: 'review: upheld, and the window lapses',
    zh: '复查维持，逾期未申请复核',
    ends: 'ended',
    cases: 10,
    steps: [...untilAnswered('notSupported'), ...reviewed('upheld'), office(58, end('reviewWindowLapsed'))],
  },
  {
    name: 'review: changed',
    zh: '复查变更',
    ends: 'completed',
    cases: 5,
    steps: [...untilAnswered('notSupported'), ...reviewed('changed'), office(20, close)],
  },
  {
    name: 'review: quashed and remanded, then supported',
    zh: '复查撤销，重新处理后支持',
    ends: 'completed',
    cases: 8,
    steps: [
      ...untilAnswered('notSupported'),
      ...reviewed('quashedRemanded'),
      office(2, assign),
      office(9, hear),
      ...answered('supported'),
      office(12, carryOut),
      ...closed,
    ],
  },
  {
    name: 're-review with a hearing: upheld, ended',
    zh: '复核听证，维持，三级终结',
    ends: 'ended',
    cases: 7,
    steps: [
      ...untilAnswered('notSupported'),
      ...reviewed('upheld'),
      resident(12, askForReReview),
      promptly(8, openHearing('head')),
      promptly(9, concludeHearing),
      promptly(12, answerReReview('upheld')),
      promptly(2, deliver),
      promptly(6, end('reReviewDelivered')),
      promptly(3, helpInHardship),
      resident(12, fileAgain(sameAgain)),
    ],
  },
  {
    name: 'review asked for late, with good cause',
    zh: '有正当理由逾期申请复查',
    ends: 'completed',
    cases: 4,
    steps: [
      ...untilAnswered('notSupported'),
      resident(44, refused('REVIEW_LATE', askForReview)),
      resident(1, askForReviewLate),
      office(15, answerReview('upheld')),
      office(3, deliver),
      office(20, close),
    ],
  },
  {
    name: 'the opinion forgot the remedy, so the window never closed',
    zh: '处理意见未载明救济途径',
    ends: 'completed',
    cases: 5,
    steps: [
      ...sorted,
      ...taken,
      office(14, answerWithoutRemedy),
      office(3, deliver),
      resident(75, askForReview),
      office(16, answerReview('changed')),
      office(3, deliver),
      office(20, close),
    ],
  },
]

/** Cases that begin only where another case leads to them. */
export const afterReview: readonly Plot[] = [sameAgain]
