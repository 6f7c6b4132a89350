import type { NoticeModel } from '../model.js'
import type { Texts } from '../texts/texts.js'
import { lines, type NoticeSection } from './section.js'
import { sectionsOf } from './sections.js'
import { oneLine, type Writer, writerOf } from './writer.js'

/** A document in one language, before it takes a shape: plain text, without any markup. */
export interface NoticeDocument {
  readonly language: string
  readonly title: string
  /** The line with the number; null before the registration. */
  readonly number: string | null
  /** Null for an agreement, which is nobody's letter. */
  readonly addressee: string | null
  readonly sections: readonly NoticeSection[]
  /** Who writes it. */
  readonly unit: string
  readonly date: string
  /** What goes before each paragraph on paper. */
  readonly indent: string
}

/** Puts a model into words. */
export function documentOf(model: NoticeModel, language: string, texts: Texts): NoticeDocument {
  const writer = writerOf(language, texts)
  const { say, cite } = writer
  const { type, number, source, unit, on } = model
  const basis = source === null ? [] : [lines(say('notice.basis', { source: cite(source) }))]
  return {
    language,
    title: say(`${type}.title`),
    number: number === null ? null : say('notice.number', { number: oneLine(number) }),
    addressee: addresseeOf(model, writer),
    sections: [...sectionsOf(model, writer), ...basis],
    unit: writer.unit(unit),
    date: writer.date(on),
    indent: say('layout.indent'),
  }
}

function addresseeOf(model: NoticeModel, { say, unit, names }: Writer): string | null {
  if ('agreement' in model) return null
  if ('to' in model)
    return model.to === null
      ? say('completionReport.petitionOffice')
      : say('notice.addressee', { names: unit(model.to) })
  if (model.addressees.length === 0) return say('notice.petitioner')
  return say('notice.addressee', { names: names(model.addressees) })
}
