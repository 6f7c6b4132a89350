import * as z from 'zod'
import { date, id, line, text } from '../../matter/words.js'
import type { SuggestionOutcome } from '../state.js'

/** Sends it to the competent body (转送). */
export interface TransferSuggestion {
  readonly to: string
  readonly reasons?: string | undefined
}

/** The body asks the one that sent it to take it back. */
export interface AskReturn {
  readonly reasons: string
}

export interface AnswerReturn {
  /** Whether the body that sent it takes it back. */
  readonly consent: boolean
  readonly reasons: string
}

/** The body takes it into study and tells the author. */
export interface StudySuggestion {
  /** The officer in charge. */
  readonly officer: string
  /** The day on which the author was told who studies it. Default: today; none where nobody can be reached. */
  readonly noticeOn?: string | undefined
}

export interface AssignOfficer {
  readonly officer: string
}

export interface RecuseOfficer {
  readonly person: string
  readonly reason: string
}

/** What somebody thinks of it who was asked. */
export interface HearView {
  /** Default: today. */
  readonly on?: string | undefined
  readonly from: ViewSource
  /** Who, as far as it is recorded. */
  readonly name?: string | undefined
  readonly view: string
}

export type ViewSource = 'expert' | 'department' | 'enterprise' | 'public' | 'author'

/** What the body decides, after it has studied it (信访工作条例 2022 Art. 29). */
export interface DecideSuggestion {
  readonly outcome: SuggestionOutcome
  /** The reasons, in words for the author. */
  readonly reasons: string
  /** For `adoptPartly`: which part is adopted. */
  readonly adopted?: string | undefined
}

export const studyInputs = {
  transfer: z.strictObject({ to: id, reasons: text.optional() }),
  askReturn: z.strictObject({ reasons: text }),
  answerReturn: z.strictObject({ consent: z.boolean(), reasons: text }),
  study: z.strictObject({ officer: id, noticeOn: date.optional() }),
  assign: z.strictObject({ officer: id }),
  recuse: z.strictObject({ person: id, reason: text }),
  hearView: z.strictObject({
    on: date.optional(),
    from: z.enum(['expert', 'department', 'enterprise', 'public', 'author']),
    name: line.optional(),
    view: text,
  }),
  decide: z.strictObject({
    outcome: z.enum(['adoptFully', 'adoptPartly', 'notAdopt']),
    reasons: text,
    adopted: text.optional(),
  }),
}
