import type { Text } from '../../matter/text.js'

/** One way not to follow the procedure, and what becomes of it here. */
export interface ProcedureCheck {
  readonly id: string
  readonly text: Text
  readonly source: string
  /** The code that refuses it, so that it cannot come about; or the fact by which it is found. */
  readonly by: { readonly refused: string } | { readonly found: 'defectiveNotice' | 'lateDuty' }
}

const law = '信访工作条例 2022'
const refused = (id: string, code: string, en: string, zh: string, source: string): ProcedureCheck => ({
  id,
  text: { en, zh },
  source,
  by: { refused: code },
})

/**
 * What `procedure` looks for, and what it need not look for since no command does it: each entry names the reason or error that refuses.
 */
export const procedureChecks: readonly ProcedureCheck[] = [
  refused(
    'notHeard',
    'NOT_HEARD',
    'An opinion without hearing the petitioner',
    '未听取陈述即出具意见',
    `${law} Art. 31(6)`,
  ),
  refused(
    'hearingOpen',
    'HEARING_OPEN',
    'An opinion while a hearing is open',
    '听证未结束即出具意见',
    `${law} Art. 31(6)`,
  ),
  refused(
    'extensionLate',
    'EXTENSION_LATE',
    'An extension after the end of the limit',
    '期限届满后延期',
    `${law} Art. 34`,
  ),
  refused(
    'extensionTooLong',
    'EXTENSION_TOO_LONG',
    'An extension beyond thirty days',
    '延期超过30日',
    `${law} Art. 34`,
  ),
  refused('extendedTwice', 'EXTENDED', 'A second extension', '重复延期', `${law} Art. 34`),
  refused(
    'approverNotHead',
    'APPROVER_NOT_HEAD',
    'An extension that the head has not approved',
    '未经负责人批准延期',
    `${law} Art. 34`,
  ),
  refused(
    'accusedRecipient',
    'ACCUSED_RECIPIENT',
    'Passing an accusation to the accused',
    '将检举材料转给被检举单位',
    `${law} Art. 30 ¶3`,
  ),
  refused(
    'accusedHandler',
    'ACCUSED_HANDLER',
    'Handling by an accused person',
    '由被检举人办理',
    `${law} Art. 30 ¶3`,
  ),
  refused(
    'handlerRecused',
    'HANDLER_RECUSED',
    'Handling by a recused person',
    '应当回避的人员办理',
    `${law} Art. 28 ¶3`,
  ),
  refused(
    'objectionLate',
    'OBJECTION_LATE',
    'An objection after five working days',
    '超过5个工作日提出异议',
    `${law} Art. 23 ¶3`,
  ),
  refused(
    'referredBack',
    'GROUND_NOT_FULFILLED',
    'Refusing a referred matter instead of objecting',
    '对转送交办事项径行不予受理',
    `${law} Art. 23 ¶3`,
  ),
  refused(
    'reviewerIsHandler',
    'IS_HANDLER',
    'A review by whoever handled the matter',
    '原承办人办理复查、复核',
    `${law} Art. 35`,
  ),
  refused(
    'chairIsHandler',
    'CHAIR_IS_HANDLER',
    'A hearing chaired by the officer in charge',
    '承办人主持听证',
    `${law} Art. 31(6)`,
  ),
  refused(
    'consentMissing',
    'CONSENT_MISSING',
    'A mediation without the consent of both sides',
    '未经双方同意调解',
    `${law} Art. 33`,
  ),
  refused(
    'deliveryProofMissing',
    'DELIVERY_PROOF_MISSING',
    'A delivery without proof',
    '无送达凭证',
    '民事诉讼法 2023 Art. 87',
  ),
  refused(
    'executionPending',
    'EXECUTION_PENDING',
    'Closing before the supported request is carried out',
    '支持的请求未执行即办结',
    `${law} Art. 32 ¶2`,
  ),
  refused(
    'endedWithoutGround',
    'GROUND_NOT_FULFILLED',
    'Ending while a window for review is open',
    '复查复核期限未届满即终结',
    `${law} Art. 35–36`,
  ),
  {
    id: 'defectiveNotice',
    text: { en: 'A notice without the remedy, its body or its time', zh: '未完整告知复查复核途径和期限' },
    source: `${law} Art. 35–36`,
    by: { found: 'defectiveNotice' },
  },
  {
    id: 'noNotice',
    text: { en: 'No written notice in time', zh: '未按期书面告知' },
    source: `${law} Art. 23`,
    by: { found: 'lateDuty' },
  },
]
