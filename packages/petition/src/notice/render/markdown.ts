import type { NoticeDocument } from './document.js'

/** The document as Markdown (CommonMark). Nothing that a person wrote becomes markup, a link or HTML. */
export function noticeMarkdown(document: NoticeDocument): string {
  const { title, number, addressee, sections, unit, date } = document
  const body = sections.flatMap(({ heading, paragraphs, items }) => [
    ...(heading === null ? [] : [`## ${escapeInline(heading)}`]),
    ...paragraphs.flatMap((paragraph) => paragraph.split(/\n+/).map(escapeMarkdown)),
    ...(items.length === 0 ? [] : [items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')]),
  ])
  const blocks = [
    `# ${escapeInline(title)}`,
    ...(number === null ? [] : [escapeMarkdown(number)]),
    ...(addressee === null ? [] : [escapeMarkdown(addressee)]),
    ...body,
    `${escapeMarkdown(unit)}\\\n${escapeMarkdown(date)}`,
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** A line of text that reads as it stands in any Markdown, also where it begins a block: no heading, no list, no rule. */
export function escapeMarkdown(text: string): string {
  return escapeInline(text)
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

function escapeInline(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_{}[\]|~$@]/g, '\\$&')
      .replace(/[&<>]/g, (one) => entities[one] ?? one)
      // What some readers make a link by itself.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/www\./gi, (one) => `${one.slice(0, -1)}\\.`)
      .replace(/(mailto|xmpp):/gi, '$1\\:')
  )
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
