/** The main road of a call. Whether it takes suggestions follows from its days, not from anybody's act. */
export type CallStatus = 'new' | 'draft' | 'published' | 'closed' | 'reported' | 'cancelled'

/** A thematic call for suggestions (人民建议征集) with a period. What it says stands in the vault. */
export interface SuggestionCall {
  readonly status: CallStatus
  /** The body that calls. */
  readonly unit: string
  /** The first day on which it takes suggestions, as a local date. */
  readonly from: string
  /** The last day. */
  readonly until: string
  /** How many questions it asks. */
  readonly questions: number
  readonly area: string | null
  readonly matter: string | null
  /** When it was published, ISO 8601. */
  readonly publishedAt: string | null
  /** How often it was extended. */
  readonly extended: number
  readonly closedOn: string | null
  /** The version of the event beside which the report is sealed. */
  readonly report: number | null
}

/** What a suggestion needs to know of the call that it answers. */
export interface OpenCall extends Pick<SuggestionCall, 'status' | 'from' | 'until' | 'questions'> {}

export const noCall: SuggestionCall = Object.freeze({
  status: 'new',
  unit: '',
  from: '',
  until: '',
  questions: 0,
  area: null,
  matter: null,
  publishedAt: null,
  extended: 0,
  closedOn: null,
  report: null,
})

/** Whether it takes suggestions that were received on a day. */
export const isOpenCall = ({ status, from, until }: OpenCall, on: string): boolean =>
  status === 'published' && from <= on && on <= until
