/**
 * One run of a named clock in a case, as plain facts. Nothing here is a due date: that is derived from these facts, the
 * pinned rules and the calendar, each time it is asked for.
 */
export interface ClockRun {
  /** The name of the clock; its {@link Limit} stands under this name in the pinned rule profile. */
  readonly clock: string
  /** The id of the unit that owes the act. Never a person. */
  readonly unit: string
  /** When it started: an instant (ISO 8601, UTC) or a local date (`YYYY-MM-DD`). */
  readonly from: string
  /** A last day fixed by an order, as a local date; it replaces the length of the limit. */
  readonly until?: string
  readonly pauses: readonly Pause[]
  readonly extensions: readonly Extension[]
  /** When the act was done: an instant or a local date. Absent while the clock runs. */
  readonly stoppedAt?: string
  /** What `deadlines.tick` has already recorded about this run. */
  readonly signals: readonly ClockSignal[]
}

/** A time during which a clock may stand still; it does so only if the limit's `pausedBy` names the ground. */
export interface Pause {
  /** An instant or a local date. */
  readonly from: string
  /** An instant or a local date; absent while it lasts. */
  readonly to?: string
  readonly ground: string
}

/** More time, granted by somebody for a reason. */
export interface Extension {
  /** In the unit of the limit. */
  readonly amount: number
  readonly reason: string
  readonly approvedBy: string
}

/** A deadline event that is already in the history: each is recorded once per due date. */
export interface ClockSignal {
  /** A band of the limit's warnings, or `passed`. */
  readonly band: string
  /** The due instant it spoke of, in milliseconds since the epoch. */
  readonly due: number
}

/** What an event does to the clocks of its case. Build one with {@link startClock} and its siblings. */
export type ClockEffect =
  | {
      readonly do: 'start'
      readonly clock: string
      readonly unit: string
      readonly from: string
      readonly until?: string | undefined
    }
  | { readonly do: 'stop'; readonly clock: string; readonly at: string }
  | { readonly do: 'pause'; readonly clock: string; readonly from: string; readonly ground: string }
  | {
      readonly do: 'resume'
      readonly clock: string
      readonly at: string
      readonly ground?: string | undefined
    }
  | ({ readonly do: 'extend'; readonly clock: string } & Extension)
  | { readonly do: 'move'; readonly clock: string; readonly unit: string }
  | ({ readonly do: 'signal'; readonly clock: string } & ClockSignal)
