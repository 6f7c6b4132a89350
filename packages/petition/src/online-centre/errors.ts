import { defineErrors } from '@redress/core'
import type { IntakeProblem } from './draft.js'
import type { PublishedEntry } from './publication.js'

/** The catalogue of the online centre. */
export const onlineCentreErrors = defineErrors({
  CHANNEL_UNKNOWN: [
    'not-found',
    (d: { channel: string; known: readonly string[] }) =>
      `There is no channel '${d.channel}'. Installed: ${d.known.join(', ') || 'none'}.`,
  ],
  INTAKE_INVALID: [
    'invalid',
    (d: { channel: string; problems: readonly IntakeProblem[] }) =>
      `The message of '${d.channel}' cannot be filed yet: ${d.problems
        .slice(0, 20)
        .map(({ field, code }) => `${field || '(message)'} ${code}`)
        .join(', ')}. \`details.problems\` says each in plain words.`,
  ],
  TARGET_MISSING: [
    'misconfigured',
    (d: { about: string }) =>
      `Nothing takes a matter of the kind '${d.about}'. Give the centre a target for it.`,
  ],
  IDENTITY_INSUFFICIENT: [
    'not-allowed',
    (d: { about: string; level: string; enough: readonly string[]; otherWays: readonly PublishedEntry[] }) =>
      `Filing '${d.about}' here needs an identity proved to '${d.enough.join("' or '")}', and this one is '${d.level}'. By letter, phone or visit it can always be filed.`,
  ],
  IDENTITY_LEVEL_UNKNOWN: [
    'misconfigured',
    (d: { level: string; known: readonly string[] }) =>
      `The hook 'identity' answered '${d.level}', which the policy does not know. It knows: ${d.known.join(', ')}.`,
  ],
  FILING_LIMITED: [
    'not-allowed',
    (d: { otherWays: readonly PublishedEntry[] }) =>
      `Too many filings from here for now. Wait a while, or file by letter, phone or visit, which is never limited${d.otherWays
        .slice(0, 10)
        .map(({ zh }, n) => `${n === 0 ? ': ' : '; '}${zh.slice(0, 100)}`)
        .join('')}.`,
  ],
  ATTACHMENTS_NOT_INSTALLED: [
    'misconfigured',
    () => 'The online centre has no store for attachments. Give it `attachments.store`.',
  ],
  ATTACHMENT_NOT_FOUND: [
    'not-found',
    (d: { id: string }) =>
      `Case '${d.id}' has no such attachment, or its content is not stored. \`attachments.list\` shows what there is.`,
  ],
  ATTACHMENT_DAMAGED: [
    'misconfigured',
    (d: { id: string }) =>
      `The content that the store gave for an attachment of case '${d.id}' is not what was filed. Restore it from a backup.`,
  ],
})
