import * as z from 'zod'
import { id, line, text } from '../../matter/words.js'

/** An author agrees, or no longer agrees, that their name is published. */
export interface ConsentToName {
  readonly given: boolean
  /** The key of the author, such as `p1`: for staff who record it. A resident speaks for themself. */
  readonly person?: string | undefined
}

/** A text without personal data, written by the office. It replaces what was published before. */
export interface PublishSuggestion {
  readonly title: string
  readonly text: string
  /** What was answered; after the author has been told. */
  readonly answer?: string | undefined
  /** Shows the names of the authors who agree. Default: no. */
  readonly names?: boolean | undefined
}

export interface UnpublishSuggestion {
  readonly reason: string
}

/** How many supports were counted. */
export interface RecordSupport {
  readonly supports: number
}

/** Which supports: by their ids, or all that fit. At least one of the fields. */
export interface SetAsideSupports {
  /** At most 1,000. */
  readonly supports?: readonly string[] | undefined
  /** A mark that the host's own check gave them. */
  readonly mark?: string | undefined
  /** Given from this instant on, ISO 8601. */
  readonly from?: string | undefined
  /** Given before this instant, ISO 8601. */
  readonly before?: string | undefined
  readonly reason: string
}

/** Which of those set aside: by their ids, or all of one time. */
export interface RestoreSupports {
  /** At most 1,000. */
  readonly supports?: readonly string[] | undefined
  /** The number of the time at which they were set aside: 1 for the first. */
  readonly batch?: number | undefined
  readonly reason: string
}

const supports = z.array(id).min(1).max(1000).readonly()
const instant = z.iso.datetime({ offset: true })

/** A word such as `newAccount`: no address, no number, nothing that tells one person from another. */
export const mark = z.string().regex(/^[a-z][A-Za-z]{0,39}$/)

export const publicationInputs = {
  consentToName: z.strictObject({ given: z.boolean(), person: id.optional() }),
  publish: z.strictObject({
    title: line,
    text: text.max(10_000),
    answer: text.max(10_000).optional(),
    names: z.boolean().optional(),
  }),
  unpublish: z.strictObject({ reason: text }),
  recordSupport: z.strictObject({ supports: z.int().min(0).max(10_000_000_000) }),
  setAside: z.strictObject({
    supports: supports.optional(),
    mark: mark.optional(),
    from: instant.optional(),
    before: instant.optional(),
    reason: text,
  }),
  restore: z.strictObject({
    supports: supports.optional(),
    batch: z.int().min(1).optional(),
    reason: text,
  }),
}
