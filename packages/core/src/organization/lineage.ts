import type { UnitChange } from './change.js'
import type { UnitRecord } from './facts.js'

/** The life of a unit, in the order of days. */
export function lineageOf({ timeline, changes }: UnitRecord): readonly UnitChange[] {
  const unit = timeline[0]?.value
  if (unit === undefined) return [...changes]
  const { openedOn: on } = unit
  return [{ kind: 'opened', ...(on === undefined ? {} : { on }), unit }, ...changes]
}
