import type { PetitionPolicy } from '../rules/policy.js'
import type { CheckItem, SupervisionPolicy } from './policy.js'

const law2005 = '信访条例 2005'
const law2022 = '信访工作条例 2022'

const item = (id: string, en: string, zh: string, source: string): CheckItem => ({
  id,
  text: { en, zh },
  source,
})

/** No national text sets a threshold or a chain of escalation; a host that has one writes it into its profile. */
const unset = {
  idleWorkDays: null,
  objections: null,
  executionDays: null,
  agency: null,
  escalation: [],
} as const satisfies Partial<SupervisionPolicy>

/** Where a profile says nothing: petition offices supervise, and nothing is judged that no limit judges. */
const plain: SupervisionPolicy = {
  ...unset,
  offices: ['petitionOffice'],
  answerLimitFor: ['improveWork', 'improvePolicy', 'pursueResponsibility'],
  articles: {},
  checklist: [],
}

/** What a profile settles about supervision. */
export const supervisionOf = ({ policy }: { readonly policy: PetitionPolicy }): SupervisionPolicy =>
  policy.supervision ?? plain

/** Supervision under the Regulations of 2005 (信访条例 Art. 36, 41–46). */
export const supervision2005: SupervisionPolicy = {
  ...unset,
  offices: ['petitionOffice'],
  answerLimitFor: ['improveWork'],
  articles: {
    late: `${law2005} Art. 36 ¶1(1)`,
    notReported: `${law2005} Art. 36 ¶1(2)`,
    procedure: `${law2005} Art. 36 ¶1(3)`,
    shirking: `${law2005} Art. 36 ¶1(4)`,
    notExecuted: `${law2005} Art. 36 ¶1(5)`,
    // 2005 knows it as a ground to propose punishment.
    falsification: `${law2005} Art. 38`,
    other: `${law2005} Art. 36 ¶1(6)`,
  },
  checklist: [
    item('registration', 'Registered as it should be', '按规定登记', `${law2005} Art. 41, 42(1)`),
    item('forwarding', 'Transferred or assigned as it should be', '按规定转送、交办', `${law2005} Art. 41`),
    item(
      'acceptance',
      'Accepted where the body is competent',
      '属于职权范围的已受理',
      `${law2005} Art. 42(2)`,
    ),
    item('notice', 'Written notice in time', '在规定期限内书面告知', `${law2005} Art. 42(3)`),
    item(
      'timeliness',
      'No shirking or delay; done in time',
      '未推诿、敷衍、拖延，按期办结',
      `${law2005} Art. 43(1)`,
    ),
    item('support', 'A clearly lawful request was supported', '对合法诉求予以支持', `${law2005} Art. 43(2)`),
    item(
      'confidentiality',
      'No accusation material was leaked',
      '未泄露检举、揭发材料',
      `${law2005} Art. 44 ¶1`,
    ),
    item('conduct', 'The petitioner was treated with respect', '工作作风端正', `${law2005} Art. 44 ¶2`),
    item(
      'urgency',
      'Urgent matters were reported truly and at once',
      '未隐瞒、谎报、缓报重大紧急事项',
      `${law2005} Art. 45`,
    ),
    item('retaliation', 'No retaliation', '无打击报复', `${law2005} Art. 46`),
  ],
}

/** Supervision under the Regulation of 2022 (信访工作条例 Art. 38–40, 43–46). */
export const supervision2022: SupervisionPolicy = {
  ...unset,
  offices: ['petitionOffice', 'jointMeeting'],
  // Written, and without a day (Art. 40 ¶4): a place that sets one adds the limit `answerProposal`.
  answerLimitFor: ['improveWork', 'improvePolicy', 'pursueResponsibility'],
  articles: {
    late: `${law2022} Art. 40 ¶1`,
    notReported: `${law2022} Art. 22 ¶1(3), 40 ¶1`,
    procedure: `${law2022} Art. 40 ¶1`,
    shirking: `${law2022} Art. 28 ¶1, 40 ¶1`,
    notExecuted: `${law2022} Art. 32 ¶2, 40 ¶1`,
    falsification: `${law2022} Art. 40 ¶1`,
    other: `${law2022} Art. 38 ¶2`,
  },
  checklist: [
    item('registration', 'Registered as it should be', '按照规定登记', `${law2022} Art. 43, 44(1)`),
    item('forwarding', 'Transferred or assigned as it should be', '按照规定转送、交办', `${law2022} Art. 43`),
    item(
      'acceptance',
      'Accepted where the body is competent',
      '属于职权范围的已受理',
      `${law2022} Art. 44(2)`,
    ),
    item('notice', 'Written notice in time', '在规定期限内书面告知', `${law2022} Art. 44(3)`),
    item(
      'timeliness',
      'No shirking or delay; done in time',
      '未推诿、敷衍、拖延，按期办结',
      `${law2022} Art. 45(1)`,
    ),
    item('support', 'A clearly lawful request was supported', '对合法诉求予以支持', `${law2022} Art. 45(2)`),
    item(
      'proposals',
      'Proposals of the petition office were heeded',
      '重视并落实信访部门的建议',
      `${law2022} Art. 45(3)`,
    ),
    item('conduct', 'The petitioner was treated with respect', '态度、作风端正', `${law2022} Art. 46(1)`),
    item('integrity', 'No favours were taken', '未吃拿卡要、谋取私利', `${law2022} Art. 46(2)`),
    item(
      'urgency',
      'Urgent matters were reported truly and met at once',
      '未隐瞒、谎报、缓报，及时采取措施',
      `${law2022} Art. 46(4)`,
    ),
    item(
      'confidentiality',
      'No accusation material was leaked',
      '未泄露检举、揭发材料',
      `${law2022} Art. 46(5)`,
    ),
    item('retaliation', 'No retaliation', '无打击报复', `${law2022} Art. 46(6)`),
  ],
}
