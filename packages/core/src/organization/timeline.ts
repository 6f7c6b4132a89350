/** The day before every other: what has no first day holds since ever. */
export const SINCE_EVER = '0000-01-01'
/** Sorts after every day. */
export const FOR_EVER = '9999-99-99'

/** From this day on the value holds, until the next entry. */
export interface Entry<Value> {
  readonly on: string
  /** The event that recorded it. A reader who knows only earlier events passes over it. */
  readonly version: number
  /** Undefined: from this day on there is nothing. */
  readonly value: Value | undefined
}

/** A fact that changes over time. In the order of days, and within one day in the order of recording. */
export type Timeline<Value> = readonly Entry<Value>[]

/** Puts something dated behind everything of its day and of earlier days. */
export function insert<Dated extends { readonly on: string }>(list: Dated[], dated: Dated): void {
  let place = list.length
  while (place > 0 && (list[place - 1] as Dated).on > dated.on) place -= 1
  list.splice(place, 0, dated)
}

/** The entry in force on a day, as far as the events up to `version` tell. */
export function entryAt<Value>(
  timeline: Timeline<Value>,
  on: string,
  version = Number.POSITIVE_INFINITY,
): Entry<Value> | undefined {
  for (let i = timeline.length - 1; i >= 0; i--) {
    const entry = timeline[i] as Entry<Value>
    if (entry.on <= on && entry.version <= version) return entry
  }
  return undefined
}

/** A stretch of days with one value; `until` is the first day after it. */
export interface Span<Value> {
  readonly value: Value
  readonly from: string
  readonly until: string
}

/** The values that hold between two days, without those that a later entry of the same day replaced. */
export function spans<Value>(timeline: Timeline<Value>, from: string, until = FOR_EVER): Span<Value>[] {
  const found: Span<Value>[] = []
  for (let i = 0; i < timeline.length; i++) {
    const { on, value } = timeline[i] as Entry<Value>
    const start = on > from ? on : from
    let end = timeline[i + 1]?.on ?? FOR_EVER
    if (until < end) end = until
    if (value !== undefined && start < end) found.push({ value, from: start, until: end })
  }
  return found
}
