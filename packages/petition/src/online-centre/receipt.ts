import type { CaseDeadline } from '@redress/core'
import type { Text } from '../matter/text.js'
import type { NoticeUnit } from '../notice/model.js'
import { escapeMarkdown } from '../notice/render/markdown.js'
import { citation } from '../notice/texts/citation.js'
import { wordsOfKind } from '../notice/texts/followed-words.js'
import type { Texts } from '../notice/texts/texts.js'
import type { LeftOutAttachments } from './attachments/accept.js'
import type { AttachmentReference } from './attachments/reference.js'
import type { MatterKind, UnsureField } from './draft.js'
import type { OnlineCentrePolicy } from './policy.js'
import { wordOf } from './problems.js'
import type { PublishedEntry } from './publication.js'

/** What a person gets for what they filed. It holds the query code: for them alone. */
export interface IntakeReceipt {
  /** The id of the case. */
  readonly id: string
  readonly about: MatterKind
  /** The number that people quote; undefined before the registration. */
  readonly number: string | undefined
  readonly queryCode: string | undefined
  /** When it was taken in, ISO 8601. */
  readonly at: string
  /** The local date of receipt, from which the limits count. */
  readonly receivedOn: string
  readonly unit: NoticeUnit
  /** What happens next, by when and by which article; nearest first. */
  readonly next: readonly ReceiptStep[]
  readonly query: ReceiptQuery
  /** What the person should know, such as what filing anonymously costs. */
  readonly remarks: readonly Text[]
  readonly attachments: readonly AttachmentReference[]
  readonly leftOut: readonly LeftOutAttachments[]
  /** What staff will check. */
  readonly unsure: readonly UnsureField[]
}

export interface ReceiptStep {
  readonly text: Text
  /** The last day, as a local date; undefined where none is set. */
  readonly by: string | undefined
  readonly source: string
}

/** How to follow the matter (信访工作条例 2022 Art. 18, 21). */
export interface ReceiptQuery {
  readonly text: Text
  /** What the unit publishes about it. */
  readonly ways: readonly PublishedEntry[]
  readonly source: string
}

/** What comes next: the limits that run, or what the law says of a matter without any. */
export function stepsOf(
  deadlines: readonly CaseDeadline[],
  about: MatterKind,
  policy: OnlineCentrePolicy,
): readonly ReceiptStep[] {
  const running = deadlines.flatMap(({ clock, state, dueOn, limit }): readonly ReceiptStep[] => {
    const text = wordsOfKind[about].clock[clock]
    if (text === undefined || state !== 'running') return []
    return [{ text, by: dueOn, source: limit?.source ?? policy.next[about] }]
  })
  if (running.length === 0)
    return [{ text: wordOf(`next.${about}`), by: undefined, source: policy.next[about] }]
  return running.sort((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'))
}

/**
 * How a receipt reads: `plain` one fact per line in short sentences; `largePrint` the same as Markdown headings, for people who see little;
 * `sms` in one line, with the code and nothing of the matter.
 */
export type ReceiptStyle = 'plain' | 'largePrint' | 'sms'

/**
 * A receipt in words.
 *
 * @param language BCP 47
 * @example
 * ```ts
 * await sms.send(phone, receiptText(receipt, 'zh', texts, 'sms'))
 * ```
 */
export function receiptText(
  receipt: IntakeReceipt,
  language: string,
  texts: Texts,
  style: ReceiptStyle = 'plain',
): string {
  const say = (key: string, values?: Parameters<Texts['text']>[2]) => texts.text(key, language, values)
  const own = (text: Text) => (language.startsWith('zh') ? text.zh : text.en)
  const { name, nameEn } = receipt.unit
  const unit = language.startsWith('zh') ? name : (nameEn ?? name)
  const code = receipt.queryCode ?? ''
  if (style === 'sms') return say('receipt.sms', { unit, code })

  const facts = [
    say('receipt.received'),
    ...(receipt.number === undefined ? [] : [say('receipt.number', { number: receipt.number })]),
    ...(code === '' ? [] : [say('receipt.code', { code }), say('receipt.keep')]),
    say('receipt.at', { at: texts.date(receipt.receivedOn, language) }),
    say('receipt.unit', { unit }),
    ...receipt.next.flatMap(({ text, by, source }) => [
      by === undefined
        ? say('receipt.next', { what: own(text) })
        : say('receipt.nextBy', { what: own(text), by: texts.date(by, language) }),
      say('receipt.source', { source: citation(source, language, texts) }),
    ]),
    own(receipt.query.text),
    ...receipt.query.ways.map(({ zh, en, url }) =>
      [own({ zh, en: en ?? zh }), url].filter(Boolean).join(' '),
    ),
    ...receipt.remarks.map(own),
    ...(receipt.attachments.length === 0
      ? []
      : [say('receipt.filesTaken', { count: receipt.attachments.length })]),
    ...receipt.leftOut.map(({ text, names }) =>
      say('receipt.filesLeftOut', { reason: own(text), names: names.join(say('list.separator')) }),
    ),
  ]
  const title = say('receipt.title')
  if (style === 'largePrint')
    return `# ${title}\n\n${facts.map((fact) => `## ${escapeMarkdown(fact)}`).join('\n\n')}\n`
  return `${title}\n\n${facts.join('\n')}\n`
}
