import type { Text } from '../matter/text.js'
import type { NoticeModel, NoticeRemedy, OpinionNotice } from './model.js'

/** Something that the law wants in a document and that is missing or not enough. */
export interface NoticeGap {
  /** The field of the model, such as `remedy.body`. */
  readonly field: string
  readonly text: Text
  /** The provision that asks for it; null for what every document needs. */
  readonly source: string | null
}

/**
 * What the law wants in a document and does not find there. An empty list is no judgment on what the document decides.
 *
 * An opinion that lacks part of its remedy may still go out: the time to ask for review then never runs out by it.
 *
 * @example
 * ```ts
 * const gaps = checkNotice(await platform.petition.notices.model(id, 'handlingOpinion', officer))
 * ```
 */
export function checkNotice(model: NoticeModel): readonly NoticeGap[] {
  return [...ofEvery(model), ...ofType(model)]
}

function ofEvery(model: NoticeModel): readonly NoticeGap[] {
  const isLetter = 'to' in model
  const isNamed = isLetter || model.anonymous || model.addressees.length > 0
  return [
    ...missing(model.number, 'number', { zh: '没有编号：先登记', en: 'no number: register it first' }, null),
    ...(isNamed
      ? []
      : [gap('addressees', { zh: '没有收件人姓名', en: 'nobody is named as the addressee' }, null)]),
    ...(model.masked
      ? [
          gap(
            'addressees',
            {
              zh: '姓名已脱敏：由承办单位的工作人员制作送达文本',
              en: 'the names are masked: the unit in charge makes the copy that is delivered',
            },
            null,
          ),
        ]
      : []),
  ]
}

function ofType(model: NoticeModel): readonly NoticeGap[] {
  const { source } = model
  switch (model.type) {
    case 'receiptNotice':
      return missing(model.queryCode, 'queryCode', texts.queryCode, source)
    case 'acceptanceNotice':
      return []
    case 'nonAcceptanceNotice':
    case 'noFurtherAcceptanceNotice':
      return [
        ...missing(model.reasons, 'reasons', texts.reasons, source),
        ...missing(model.advice, 'advice', texts.advice, source),
      ]
    case 'routingNotice':
      return [
        ...missing(model.body, 'body', texts.body, source),
        ...missing(model.advice, 'advice', texts.advice, source),
      ]
    case 'extensionNotice':
      return [
        ...missing(model.reason, 'reason', texts.reasons, source),
        ...(model.most !== null && model.days > model.most ? [gap('days', texts.tooLong, source)] : []),
      ]
    case 'handlingOpinion':
    case 'reviewOpinion':
    case 'reReviewOpinion':
      return ofOpinion(model)
    case 'transferLetter':
      return []
    case 'assignmentOrder':
      return missing(model.reportBy, 'reportBy', texts.reportBy, source)
    case 'completionReport':
      return [
        ...missing(model.report, 'report', texts.report, source),
        ...missing(model.to?.id, 'to', texts.assigner, source),
      ]
    case 'mediationAgreement':
    case 'settlementAgreement':
      return missing(model.agreement, 'agreement', texts.agreement, source)
    case 'secondLookAnswer':
      return missing(model.finding, 'finding', texts.finding, source)
  }
}

/** The four sections of Art. 32, and the protective reading of Art. 35–36. */
function ofOpinion(model: OpinionNotice): readonly NoticeGap[] {
  const { source, request, facts, opinion, legalBasis, remedy } = model
  return [
    ...missing(request, 'request', texts.request, source),
    ...missing(facts, 'facts', texts.facts, source),
    ...missing(opinion, 'opinion', texts.opinion, source),
    ...missing(legalBasis.join(''), 'legalBasis', texts.legalBasis, source),
    ...(remedy === null ? [] : ofRemedy(remedy)),
  ]
}

function ofRemedy({ body, days, least, defective, source }: NoticeRemedy): readonly NoticeGap[] {
  if (body === null || days === null) return [gap('remedy', texts.remedy, source)]
  const isShort = least !== null && days < least
  return [
    ...(isShort ? [gap('remedy.days', texts.tooShort, source)] : []),
    // What else can be wrong with it: the body is not the next-higher one.
    ...(defective && !isShort ? [gap('remedy.body', texts.wrongBody, source)] : []),
  ]
}

const gap = (field: string, text: Text, source: string | null): NoticeGap => ({ field, text, source })

const missing = (
  value: string | null | undefined,
  field: string,
  text: Text,
  source: string | null,
): readonly NoticeGap[] =>
  value === null || value === undefined || value.trim() === '' ? [gap(field, text, source)] : []

const texts = {
  queryCode: { zh: '没有查询码', en: 'the query code is missing' },
  reasons: { zh: '没有说明理由', en: 'no reasons are given' },
  advice: { zh: '没有告知信访人可以向哪里提出', en: 'the petitioner is not told where to turn to' },
  body: { zh: '没有写明接收的机关、单位', en: 'the body to turn to is missing' },
  tooLong: { zh: '延长的期限超过规定', en: 'the extension is longer than the rules allow' },
  reportBy: { zh: '没有指定反馈办理结果的期限', en: 'no day is set for the report' },
  report: { zh: '没有办理结果', en: 'the result is missing' },
  assigner: { zh: '没有交办的机关、单位', en: 'no body has assigned the matter' },
  agreement: { zh: '没有协议内容', en: 'the text of the agreement is missing' },
  finding: { zh: '没有复核情况', en: 'the finding is missing' },
  request: { zh: '没有载明投诉请求', en: 'what was asked for is missing' },
  facts: { zh: '没有载明事实和理由', en: 'facts and reasons are missing' },
  opinion: { zh: '没有载明处理意见', en: 'the opinion is missing' },
  legalBasis: { zh: '没有载明法律法规依据', en: 'the legal basis is missing' },
  remedy: {
    zh: '没有告知复查、复核的机关和期限：申请的期限不因本意见届满',
    en: 'the body and the time of the next remedy are missing: the time to ask for it never runs out by this opinion',
  },
  tooShort: {
    zh: '告知的期限短于规定：申请的期限不因本意见届满',
    en: 'the opinion gives less time than the rules: the time to ask never runs out by it',
  },
  wrongBody: {
    zh: '告知的机关不是上一级机关、单位：申请的期限不因本意见届满',
    en: 'the body is not the next-higher one: the time to ask never runs out by this opinion',
  },
} as const satisfies Readonly<Record<string, Text>>
