import { coreErrors } from '../errors.js'
import type { Facts, UnitRecord } from './facts.js'
import { uppers } from './lines.js'
import { entryAt, FOR_EVER, SINCE_EVER, type Span, spans } from './timeline.js'
import type { Unit } from './unit.js'

/** The unit as it stands on a day. @throws UNIT_UNKNOWN */
export function requireOpen(facts: Facts, id: string, on: string): Unit {
  const record = facts.units.get(id)
  const unit = record === undefined ? undefined : entryAt(record.timeline, on)?.value
  if (unit === undefined) throw coreErrors.UNIT_UNKNOWN({ unit: id, on })
  return unit
}

/** A unit that others will stand under or follow: open from that day on, without an end on record. @throws UNIT_UNKNOWN */
export function requireLasting(facts: Facts, id: string, from: string): void {
  requireOpen(facts, id, from)
  const last = facts.units.get(id)?.timeline.at(-1)
  if (last !== undefined && last.value === undefined) throw coreErrors.UNIT_UNKNOWN({ unit: id, on: last.on })
}

/** The unit that is to change: open on that day, and not changed later. @throws UNIT_UNKNOWN, ORGANIZATION_CHANGE_BACKDATED */
export function requireChangeable(facts: Facts, id: string, on: string): Unit {
  const unit = requireOpen(facts, id, on)
  requireInOrder(facts, id, on)
  return unit
}

/** @throws ORGANIZATION_CHANGE_BACKDATED */
export function requireInOrder(facts: Facts, id: string, on: string): void {
  const last = lastChange(facts.units.get(id))
  if (on < last) throw coreErrors.ORGANIZATION_CHANGE_BACKDATED({ unit: id, on, last })
}

/** Taking over counts as a change: a unit cannot end on a day before others hand their work to it. */
function lastChange(record: UnitRecord | undefined): string {
  return record?.changes.at(-1)?.on ?? record?.timeline[0]?.on ?? SINCE_EVER
}

/** A stretch of days in which a unit stands directly below another. */
export interface Attachment extends Span<Unit> {
  readonly id: string
}

/** Who stands directly below a unit, on either line, on any day from `from` on. */
export function attachments(facts: Facts, id: string, from: string): readonly Attachment[] {
  const found: Attachment[] = []
  for (const below of facts.below.get(id) ?? []) {
    for (const span of spans(facts.units.get(below)?.timeline ?? [], from)) {
      if (span.value.parent === id || span.value.superior === id) found.push({ ...span, id: below })
    }
  }
  return found
}

/**
 * Whether a unit is another one or stands below it, over any steps on both lines, on any day from `from` on. Later days
 * count, because changes that take effect in the future may be on record already.
 */
export function standsUnder(facts: Facts, id: string, above: string, from: string): boolean {
  const seen = new Map<string, { from: string; until: string }[]>()
  const waiting = [{ id, from, until: FOR_EVER }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id: unit, from: start, until: end } = next
    if (unit === above) return true
    const days = seen.get(unit) ?? []
    if (days.some((known) => known.from <= start && end <= known.until)) continue
    seen.set(unit, [...days, { from: start, until: end }])
    for (const span of spans(facts.units.get(unit)?.timeline ?? [], start, end)) {
      for (const upper of uppers(span.value)) waiting.push({ id: upper, from: span.from, until: span.until })
    }
  }
  return false
}
