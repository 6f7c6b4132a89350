import type { Actor } from '@redress/core'
import type { LeftOutAttachments } from './attachments/accept.js'
import type { IntakeDraft } from './draft.js'
import { labelOf, wordOf } from './problems.js'

/** What staff should know and look at, for their eyes alone; undefined if there is nothing. */
export function notesOf(
  { unsure, spoken, proxy }: IntakeDraft,
  leftOut: readonly LeftOutAttachments[],
  by: Actor,
): string | undefined {
  const words = [
    ...(spoken === undefined ? [] : [wordOf('note.spoken', { language: spoken.language ?? '' })]),
    ...(proxy === undefined
      ? []
      : [
          wordOf('note.proxy', {
            ...proxy,
            phone: [proxy.phone, by.kind === 'resident' ? by.id : undefined]
              .map((one) => (one === undefined ? '' : ` ${one}`))
              .join(''),
            consent: '',
          }),
        ]),
    ...(unsure.length === 0 ? [] : [wordOf('note.unsure')]),
    ...unsure.map(({ field, reason, confidence }) => {
      const { zh, en } = wordOf(`unsure.${reason}`, { confidence: confidence?.toFixed(2) ?? '' })
      const label = labelOf(field)
      return { zh: `- ${label.zh}：${zh}`, en: `- ${label.en}: ${en}` }
    }),
    ...leftOut.map(({ text, names }) => wordOf('note.leftOut', { names: names.join('、'), reason: text })),
  ]
  if (words.length === 0) return undefined
  return words.map(({ zh, en }) => `${zh}\n${en}`).join('\n')
}
