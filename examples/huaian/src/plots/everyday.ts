import { answer, carryOut, close, end } from '../acts/answer.js'
import { deliver, evaluate } from '../acts/feedback.js'
import { file, fileWithRepresentatives } from '../acts/filing.js'
import { accept, assign, hear, reopen, supplement, withdraw, withdrawForThem } from '../acts/handling.js'
import { classify, register, transfer } from '../acts/intake.js'
import { archive } from '../acts/records.js'
import { refused } from '../acts/refused.js'
import { office, type Plot, promptly, resident } from '../plot.js'
import { city } from '../units.js'
import { answered, closed, sorted, taken, untilAnswered } from './common.js'

const account = { account: true } as const

/** What most cases look like. */
export const everyday: readonly Plot[] = [
  {
    name: 'explained, and the petitioner is satisfied',
    zh: '说明解释，群众满意',
    ends: 'completed',
    cases: 26,
    casting: account,
    steps: [
      ...untilAnswered('explained'),
      resident(5, evaluate('satisfied', 'satisfied')),
      ...closed,
      office(25, archive('ordinary')),
    ],
  },
  {
    name: 'supported and carried out',
    zh: '支持请求并落实',
    ends: 'completed',
    cases: 24,
    casting: account,
    steps: [
      ...untilAnswered('supported'),
      office(1, refused('EXECUTION_PENDING', close)),
      office(14, carryOut),
      resident(2, evaluate('satisfied', 'basicallySatisfied')),
      ...closed,
    ],
  },
  {
    name: 'explained, and nothing more is heard',
    zh: '说明解释，未作评价',
    ends: 'completed',
    cases: 18,
    steps: [...untilAnswered('explained'), ...closed],
  },
  {
    name: 'not supported, and no review is asked for',
    zh: '不予支持，逾期未申请复查',
    ends: 'ended',
    cases: 14,
    steps: [
      ...sorted,
      office(5, accept),
      office(1, assign),
      office(2, refused('NOT_HEARD', answer('notSupported'))),
      office(6, hear),
      ...answered('notSupported'),
      promptly(9, refused('GROUND_NOT_FULFILLED', end('reviewWindowLapsed'))),
      office(40, end('reviewWindowLapsed')),
    ],
  },
  {
    name: 'withdrawn by the petitioner',
    zh: '信访人撤回',
    ends: 'withdrawn',
    cases: 10,
    casting: account,
    steps: [
      ...sorted,
      ...taken,
      office(2, refused('NOT_PETITIONER', withdrawForThem)),
      resident(4, withdraw),
    ],
  },
  {
    name: 'taken up again on new facts',
    zh: '发现新事实，重新办理',
    ends: 'completed',
    cases: 6,
    casting: account,
    steps: [
      ...untilAnswered('notSupported'),
      ...closed,
      resident(45, (scene) => scene.state()),
      office(2, reopen('newFacts')),
      office(2, assign),
      office(6, hear),
      ...answered('supported'),
      office(10, carryOut),
      ...closed,
    ],
  },
  {
    name: 'brought to the competent body itself',
    zh: '直接向有权处理机关提出',
    ends: 'completed',
    cases: 12,
    casting: { at: 'body' },
    steps: [
      resident(0, file),
      office(2, register),
      office(1, classify({ class: 'appeal', route: 'petition' })),
      ...taken,
      resident(3, supplement),
      ...answered('explained'),
      ...closed,
    ],
  },
  {
    name: 'about the city as a whole',
    zh: '市级部门办理',
    ends: 'completed',
    cases: 10,
    casting: { ...account, area: city },
    steps: [
      ...untilAnswered('explained'),
      resident(6, evaluate('basicallySatisfied', 'satisfied')),
      ...closed,
    ],
  },
  {
    name: 'anonymous',
    zh: '匿名信访',
    ends: 'completed',
    cases: 10,
    casting: { anonymous: true, channels: ['online', 'letter'] },
    steps: [...untilAnswered('explained'), ...closed],
  },
  {
    name: 'a visit of many, with five representatives',
    zh: '集体走访，推选五名代表',
    ends: 'completed',
    cases: 6,
    casting: {
      ...account,
      people: 38,
      channels: ['visit'],
      matters: ['unpaid-wages', 'housing-quality', 'land-compensation'],
    },
    steps: [
      resident(0, refused('REPRESENTATIVES_TOO_MANY', fileWithRepresentatives(6))),
      resident(0, file),
      office(1, register),
      office(1, classify({ class: 'appeal', route: 'petition' })),
      office(2, transfer),
      ...taken,
      office(12, answer('supported')),
      office(2, deliver),
      office(12, carryOut),
      ...closed,
    ],
  },
]
