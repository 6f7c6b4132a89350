import { defineErrors } from '@redress/core'

/** The catalogue of the notices. */
export const noticeErrors = defineErrors({
  NOTICE_TYPE_UNKNOWN: [
    'invalid',
    (d: { type: string; known: readonly string[] }) =>
      `There is no document '${d.type}'. There are: ${d.known.join(', ')}.`,
  ],
  NOTICE_NOT_DUE: [
    'not-allowed',
    (d: { type: string; id: string }) =>
      `Case '${d.id}' has nothing that '${d.type}' could tell yet. Give the command that it is about first; \`notices.types\` lists what there is.`,
  ],
  NOTICE_MODEL_INVALID: [
    'invalid',
    (d: { reason: string }) =>
      `This is no model of a document: ${d.reason}. Pass what \`notices.model\` returned.`,
  ],
})
