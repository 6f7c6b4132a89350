export interface Dated {
  /** The day of an act, as a local date. */
  readonly on: string
}
