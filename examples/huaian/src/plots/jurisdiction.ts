import { answer, answerReview, askForReview, close } from '../acts/answer.js'
import { deliver, evaluate } from '../acts/feedback.js'
import { file } from '../acts/filing.js'
import { accept, assign, extend, hear, reportBack } from '../acts/handling.js'
import {
  answerObjection,
  assignByOrder,
  classify,
  mistakenMatters,
  object,
  passDown,
  register,
  settleDispute,
  transfer,
  transferAstray,
} from '../acts/intake.js'
import { refused } from '../acts/refused.js'
import { mergedTownship } from '../merger.js'
import { office, type Plot, promptly, resident } from '../plot.js'
import { answered, closed, registered, sorted, taken, untilAnswered } from './common.js'

/** An objection to jurisdiction exists only since the rules of 2022. */
const since2022 = ['2022-05-05', '2023-03-10'] as const
const under2005 = ['2022-03-01', '2022-04-27'] as const

/** Cases that look for the body that answers for them. */
export const jurisdiction: readonly Plot[] = [
  {
    name: 'sent to the wrong body, objected to and returned',
    zh: '管辖异议成立，退回重转',
    ends: 'completed',
    cases: 10,
    casting: { matters: mistakenMatters, between: since2022 },
    steps: [
      ...registered,
      promptly(3, transferAstray),
      promptly(3, object),
      promptly(1, answerObjection(true)),
      office(2, transfer),
      ...taken,
      ...answered('explained'),
      ...closed,
    ],
  },
  {
    name: 'disputed, and settled by the common superior',
    zh: '管辖争议，由共同上级裁定',
    ends: 'completed',
    cases: 6,
    casting: { matters: mistakenMatters, between: since2022 },
    steps: [
      ...registered,
      promptly(3, transferAstray),
      promptly(3, object),
      promptly(2, answerObjection(false)),
      promptly(4, settleDispute),
      ...taken,
      ...answered('explained'),
      ...closed,
    ],
  },
  {
    name: 'objected to too late, so the body sends it on itself',
    zh: '逾期提出管辖异议',
    ends: 'completed',
    cases: 4,
    casting: { matters: mistakenMatters, between: since2022 },
    steps: [
      ...registered,
      promptly(3, transferAstray),
      promptly(13, refused('OBJECTION_LATE', object)),
      promptly(1, transfer),
      ...taken,
      ...answered('explained'),
      ...closed,
    ],
  },
  {
    name: 'passed down by the city, with an order to report back',
    zh: '市局转县、交办并反馈',
    ends: 'completed',
    cases: 14,
    casting: { at: 'city', account: true },
    steps: [
      resident(0, file),
      office(1, register),
      office(1, classify({ class: 'appeal', route: 'petition' })),
      office(2, passDown),
      office(3, assignByOrder),
      office(4, accept),
      office(1, assign),
      office(6, hear),
      office(8, answer('explained')),
      office(2, deliver),
      office(2, reportBack),
      resident(3, evaluate('basicallySatisfied', 'satisfied')),
      ...closed,
    ],
  },
  {
    name: 'under the rules of 2005, which know no objection',
    zh: '适用2005年条例，不设管辖异议',
    ends: 'completed',
    cases: 8,
    casting: { matters: mistakenMatters, between: under2005 },
    steps: [
      ...registered,
      promptly(3, transferAstray),
      promptly(2, refused('OBJECTION_NOT_PROVIDED', object)),
      promptly(1, transfer),
      ...taken,
      ...answered('explained'),
      ...closed,
    ],
  },
  {
    name: 'under the rules of 2005, extended and reviewed',
    zh: '适用2005年条例，延期并复查',
    ends: 'completed',
    cases: 6,
    casting: { between: under2005 },
    steps: [
      ...sorted,
      office(5, accept),
      promptly(1, assign),
      promptly(42, extend(30)),
      office(10, hear),
      ...answered('notSupported'),
      resident(14, askForReview),
      office(18, answerReview('upheld')),
      office(3, deliver),
      office(20, close),
    ],
  },
  {
    name: 'came before the rules changed, opened after',
    zh: '新条例施行前收到，施行后登记',
    ends: 'completed',
    cases: 3,
    casting: { channels: ['letter'], receivedOn: '2022-04-29', between: ['2022-05-05', '2022-05-07'] },
    steps: [...untilAnswered('explained'), ...closed],
  },
  {
    name: 'in a township that was merged while it was pending',
    zh: '办理期间所在乡镇合并',
    ends: 'completed',
    cases: 5,
    casting: {
      area: mergedTownship,
      matters: ['village-affairs', 'farm-land', 'flood-drainage'],
      between: ['2022-09-05', '2022-10-20'],
    },
    steps: [...untilAnswered('explained'), ...closed],
  },
]
