import { carryOut } from '../acts/answer.js'
import { file } from '../acts/filing.js'
import { accept, assign, hear } from '../acts/handling.js'
import { classify, notAccept, register, routeOut, separate, transfer } from '../acts/intake.js'
import { archive, eraseEarly } from '../acts/records.js'
import { refused } from '../acts/refused.js'
import { office, type Plot, resident } from '../plot.js'
import { answered, closed, taken } from './common.js'

const secondRequest: Plot = {
  name: 'a further request of one letter',
  zh: '一信多事，分件办理',
  ends: 'completed',
  cases: 0,
  steps: [
    office(1, classify({ class: 'appeal', route: 'petition' })),
    office(3, transfer),
    ...taken,
    ...answered('explained'),
    ...closed,
  ],
}
const suggestionInLetter: Plot = {
  name: 'a suggestion in a letter of several requests',
  zh: '一信多事，其中的建议',
  ends: 'completed',
  cases: 0,
  steps: [
    office(1, classify({ class: 'suggestion' })),
    office(3, transfer),
    office(5, accept),
    office(1, assign),
    office(8, hear),
    ...answered('supported'),
    office(15, carryOut),
    ...closed,
  ],
}

/** What the first desk decides. */
export const intake: readonly Plot[] = [
  routed('led to reconsideration', '导入行政复议', 9, ['house-taking', 'land-compensation'], {
    route: 'administrativeProcedure',
    body: '行政复议机关',
    advice: '对征收决定不服的，可以依法申请行政复议。',
  }),
  routed('led to labour arbitration', '导入劳动仲裁', 7, ['unpaid-wages', 'pensions'], {
    route: 'arbitration',
    body: '劳动人事争议仲裁委员会',
    advice: '属于劳动争议，请申请劳动仲裁。',
  }),
  routed('led to the court', '导入诉讼', 6, ['medical-disputes', 'housing-quality'], {
    route: 'judicial',
    body: '人民法院',
    advice: '属于民事争议，请向人民法院起诉；可以申请法律援助。',
  }),
  routed(
    'led to the body that must act by law',
    '申请履行法定职责',
    8,
    ['illegal-building', 'fire-hazards'],
    {
      route: 'statutoryDuty',
      body: '依法负有查处职责的机关',
      advice: '属于申请查处违法行为，由有关机关依法履行职责并答复。',
    },
  ),
  {
    name: 'not accepted, with advice',
    zh: '不予受理并告知途径',
    ends: 'notAccepted',
    cases: 8,
    casting: { matters: ['consumer-rights', 'neighbour-noise'] },
    steps: [
      resident(0, file),
      office(2, register),
      office(
        5,
        notAccept({
          ground: 'notAPetition',
          reasons: '属于公民之间的民事纠纷，不属于本机关职权范围。',
          advice: '可以申请人民调解，或者依法向人民法院起诉。',
        }),
      ),
      office(25, archive('brief')),
      office(2, refused('PERIOD_RUNS', eraseEarly)),
    ],
  },
  {
    name: 'one letter with three requests',
    zh: '一信三事',
    ends: 'completed',
    cases: 6,
    casting: { channels: ['letter', 'email'], account: true },
    steps: [
      resident(0, file),
      office(2, register),
      office(1, separate(secondRequest, suggestionInLetter)),
      office(1, classify({ class: 'appeal', route: 'petition' })),
      office(3, transfer),
      ...taken,
      ...answered('explained'),
      ...closed,
    ],
  },
]

/** Cases that begin only where another case leads to them. */
export const grownOut: readonly Plot[] = [secondRequest, suggestionInLetter]

function routed(
  name: string,
  zh: string,
  cases: number,
  matters: readonly string[],
  input: Parameters<typeof routeOut>[0],
): Plot {
  return {
    name,
    zh,
    ends: 'routedOut',
    cases,
    casting: { matters },
    steps: [
      resident(0, file),
      office(2, register),
      office(1, classify({ class: 'appeal', route: input.route })),
      office(4, routeOut(input)),
      office(25, archive('brief')),
    ],
  }
}
