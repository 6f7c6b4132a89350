import { checkCases, concludeInspection, demandExplanation, drawSample, explain } from '../acts/inspection.js'
import { answerProposal, confirmRealisation, propose, remind } from '../acts/proposal.js'
import {
  answerUrging,
  checkRectification,
  closeMatter,
  delist,
  interview,
  list,
  orderRectification,
  reportRectification,
  urge,
} from '../acts/supervision.js'
import { type Act, office, type Plot, promptly, type Step } from '../plot.js'
import { city } from '../units.js'

/** Urged, and that was enough. */
export const urged: Plot = {
  name: 'urged, and answered',
  zh: '催办后书面答复',
  of: 'petition.supervision',
  ends: 'closed',
  cases: 0,
  steps: [promptly(0, urge), promptly(5, answerUrging), office(10, closeMatter('remedied'))],
}

/** Every measure of Art. 39 ¶3 but the circular, and one acceptance that failed. */
export const listed: Plot = {
  name: 'listed, interviewed and put right',
  zh: '挂牌督办、约谈、限期整改',
  of: 'petition.supervision',
  ends: 'closed',
  cases: 0,
  steps: [
    promptly(0, list),
    promptly(5, interview),
    promptly(1, orderRectification),
    promptly(10, reportRectification),
    promptly(2, checkRectification(false)),
    promptly(6, reportRectification),
    promptly(2, checkRectification(true)),
    promptly(1, delist),
    promptly(1, closeMatter('remedied')),
  ],
}

const proposal = (
  name: string,
  zh: string,
  on: string,
  made: Act,
  ends: string,
  ...steps: readonly Step[]
): Plot => ({
  name,
  zh,
  of: 'petition.proposal',
  ends,
  cases: 1,
  casting: { between: [on, on] },
  steps: [promptly(0, made), ...steps],
})

/** Named by its type of duty only: whose responsibility a proposal pursues is told to nobody. */
const responsible = `${city}/qingjiangpu/health`

export const supervision: readonly Plot[] = [
  urged,
  listed,
  proposal(
    'a proposal to improve the work, adopted and confirmed',
    '改进工作建议，采纳并确认落实',
    '2022-07-11',
    propose({
      type: 'improveWork',
      to: `${city}/huaian/education`,
      title: '建立入学类信访事项到期提醒',
      text: '入学类事项多次逾期，建议设置到期前七日提醒，并在开学前集中答复。',
    }),
    'realised',
    promptly(20, answerProposal({ uptake: 'adopted', text: '已建立提醒制度。' })),
    office(60, confirmRealisation),
  ),
  proposal(
    'a proposal to improve a policy, adopted in part',
    '完善政策建议，部分采纳',
    '2022-09-05',
    propose({
      type: 'improvePolicy',
      to: city,
      title: '完善农田排涝管护责任',
      text: '暴雨后排涝类事项集中出现，建议明确沟渠管护主体和经费。',
    }),
    'answered',
    promptly(30, remind),
    promptly(10, answerProposal({ uptake: 'partly', text: '管护主体已明确。', reasons: '经费待预算安排。' })),
  ),
  proposal(
    'a proposal to pursue responsibility, not adopted',
    '追究责任建议，未采纳并说明理由',
    '2023-01-09',
    propose({
      type: 'pursueResponsibility',
      to: `${city}/qingjiangpu`,
      about: { units: [responsible] },
      title: '关于多次逾期的责任追究建议',
      text: '同一单位多次逾期且催办后未改。',
    }),
    'answered',
    promptly(
      25,
      answerProposal({ uptake: 'notAdopted', text: '已约谈。', reasons: '情节轻微，以约谈代替。' }),
    ),
  ),
  inspected(`${city}/qingjiangpu/petition`, '2022-09-13', '公开抽取 06 11 17 22 28 31'),
  inspected(`${city}/huaiyin/petition`, '2023-02-14', '公开抽取 02 09 14 19 25 33'),
]

function inspected(unit: string, on: string, seed: string): Plot {
  const [, county = ''] = unit.split('/')
  return {
    name: `an inspection by sample in ${county}`,
    zh: '抽样督查',
    of: 'petition.inspection',
    ends: 'concluded',
    cases: 1,
    casting: { between: [on, on] },
    steps: [
      promptly(0, drawSample(unit, 6, seed)),
      promptly(2, checkCases),
      promptly(1, demandExplanation),
      promptly(8, explain),
      promptly(3, concludeInspection),
    ],
  }
}
