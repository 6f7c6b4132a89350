import { type Action, type Actor, type CommandOptions, type Custody, coreErrors } from '@redress/core'
import type { FileAccusation } from '../accusation/commands/intake.js'
import type { FileComplaint } from '../complaint/commands/intake.js'
import { isNobody } from '../matter/checks.js'
import type { FileSuggestion } from '../suggestion/commands/intake.js'
import { type AttachmentReference, lineOf, linesPerText } from './attachments/reference.js'
import type { IntakeDraft, MatterKind } from './draft.js'
import { wordOf } from './problems.js'

/** Takes a draft into a kind of case. */
export interface FilingTarget {
  file(draft: IntakeDraft, by: Actor, options: CommandOptions): Promise<FiledMatter>
  /** Writes down which files belong to a case. */
  attach(
    id: string,
    references: readonly AttachmentReference[],
    by: Actor,
    options: CommandOptions,
  ): Promise<unknown>
  /** Whether the actor may add files. @throws COMMAND_NOT_ALLOWED, PERSONAL_DATA_ERASED, CASE_NOT_FOUND, READ_NOT_ALLOWED */
  mayAttach(id: string, by: Actor): Promise<void>
  /** Writes down, for staff alone, what they should look at. */
  note(id: string, text: string, by: Actor, options: CommandOptions): Promise<unknown>
}

export type FilingTargets = Readonly<Record<MatterKind, FilingTarget>>

/** What the centre needs to know of what was filed. */
export interface FiledMatter {
  readonly id: string
  /** ISO 8601. */
  readonly openedAt: string
  readonly state: {
    readonly number: string | null
    readonly unit: string
    readonly receivedOn: string
  }
  readonly receipt: { readonly queryCode?: string }
}

/** What every kind of matter has that a person can file. */
interface Filed<Input> {
  file(input: Input, by: Actor, options?: CommandOptions): Promise<FiledMatter>
  supplement(
    id: string,
    input: { readonly text: string },
    by: Actor,
    options?: CommandOptions,
  ): Promise<unknown>
  note(id: string, input: { readonly text: string }, by: Actor, options?: CommandOptions): Promise<unknown>
  actions(id: string, by: Actor): Promise<readonly Action[]>
  get(id: string, by: Actor): Promise<{ readonly custody: Custody }>
}

function target<Input>(kind: Filed<Input>, toInput: (draft: IntakeDraft) => Input): FilingTarget {
  return {
    file: (draft, by, options) => kind.file(toInput(draft), by, options),
    note: (id, text, by, options) => kind.note(id, { text }, by, options),
    async attach(id, references, by, { idempotencyKey }) {
      const { zh, en } = wordOf('note.attachments')
      for (let n = 0; n < references.length; n += linesPerText) {
        const lines = references.slice(n, n + linesPerText).map(lineOf)
        const options = idempotencyKey === undefined ? {} : { idempotencyKey: `${idempotencyKey}/${n}` }
        await kind.supplement(id, { text: [`${zh} · ${en}`, ...lines].join('\n') }, by, options)
      }
    },
    async mayAttach(id, by) {
      const action = (await kind.actions(id, by)).find(({ command }) => command === 'supplement')
      if (action?.allowed !== true)
        throw coreErrors.COMMAND_NOT_ALLOWED({ command: 'supplement', reasons: action?.reasons ?? [] })
      // What is stored after the erasure would never go.
      const { custody } = await kind.get(id, by)
      if (custody.erased.length > 0) throw coreErrors.PERSONAL_DATA_ERASED({ id })
    },
  }
}

/**
 * Files as a complaint. It also takes the other kinds, for a host without a body of their own for them: an officer sorts them then, and one
 * that is meant as an accusation is kept in confidence from the first moment.
 */
export const complaintTarget = (complaint: Filed<FileComplaint>): FilingTarget =>
  target(complaint, toComplaint)

/** Files as a suggestion (人民建议). */
export const suggestionTarget = (suggestion: Filed<FileSuggestion>): FilingTarget =>
  target(suggestion, (draft): FileSuggestion => {
    const { channel, unit, receivedOn, title, text, area, place, matter } = draft
    const { petitioners, anonymous, confidential } = draft
    const said = { channel, unit, receivedOn, title, text, area, place, matter, confidential }
    return anonymous ? { ...said, anonymous } : { ...said, petitioners }
  })

/** Files as an accusation (检举控告): sealed, and never to whom it accuses. */
export const accusationTarget = (accusation: Filed<FileAccusation>): FilingTarget =>
  target(accusation, (draft): FileAccusation => {
    const { channel, unit, receivedOn, title, text, place, petitioners, anonymous } = draft
    const { accused, accusedAs } = draft
    const isNamed =
      accusedAs !== undefined || !isNobody({ persons: accused?.persons ?? [], units: accused?.units ?? [] })
    // Where nobody is named, staff look into whom it is about before it goes on.
    const accusedUnknown = isNamed ? undefined : true
    const said = { channel, unit, receivedOn, title, text, place, accused, accusedAs, accusedUnknown }
    return anonymous ? { ...said, anonymous } : { ...said, accusers: petitioners }
  })

export function toComplaint(draft: IntakeDraft): FileComplaint {
  const { about, channel, unit, receivedOn, title, text, area, place, matter, people } = draft
  const { petitioners, representatives, anonymous, accused, accusedAs, answerBy, newsBy } = draft
  return {
    channel,
    unit,
    receivedOn,
    title,
    text: accusedAs === undefined ? text : `${text}\n\n被反映的人或者单位：${accusedAs}`,
    area,
    place,
    matter,
    petitioners,
    people,
    representatives,
    anonymous,
    confidential: draft.confidential || about === 'accusation',
    accused,
    answerBy,
    newsBy,
  }
}
