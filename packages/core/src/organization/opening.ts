import { coreErrors } from '../errors.js'
import { requireLasting } from './checks.js'
import type { Facts } from './facts.js'
import { uppers } from './lines.js'
import { SINCE_EVER } from './timeline.js'
import type { Unit } from './unit.js'

/**
 * Checks units that are to open together. A parent may stand anywhere in the list; the work grows with the list alone.
 *
 * @throws UNIT_EXISTS, UNIT_UNKNOWN, UNIT_OPENED_TOO_EARLY, UNIT_CYCLE
 */
export function checkOpening(facts: Facts, units: readonly Unit[]): void {
  const opening = new Map<string, Unit>()
  for (const unit of units) {
    if (facts.units.has(unit.id) || opening.has(unit.id)) throw coreErrors.UNIT_EXISTS({ unit: unit.id })
    opening.set(unit.id, unit)
  }
  for (const unit of units) {
    for (const upper of uppers(unit)) checkUpper(facts, opening, unit, upper)
  }
  checkCycles(opening)
}

function checkUpper(facts: Facts, opening: ReadonlyMap<string, Unit>, unit: Unit, upper: string): void {
  const from = unit.openedOn ?? SINCE_EVER
  const record = facts.units.get(upper)
  const opens = record === undefined ? opening.get(upper)?.openedOn : record.timeline[0]?.on
  if (opens !== undefined && from < opens) {
    throw coreErrors.UNIT_OPENED_TOO_EARLY({ unit: unit.id, under: upper, opens })
  }
  if (!opening.has(upper)) requireLasting(facts, upper, from)
}

/** Takes away, again and again, units with nothing new above them. What is left stands in a circle. */
function checkCycles(opening: ReadonlyMap<string, Unit>): void {
  const waitingFor = new Map<string, number>()
  const below = new Map<string, string[]>()
  const free: string[] = []
  for (const unit of opening.values()) {
    const above = uppers(unit).filter((upper) => opening.has(upper))
    for (const upper of above) {
      const list = below.get(upper)
      if (list === undefined) below.set(upper, [unit.id])
      else list.push(unit.id)
    }
    if (above.length === 0) free.push(unit.id)
    else waitingFor.set(unit.id, above.length)
  }
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    for (const lower of below.get(id) ?? []) {
      const left = (waitingFor.get(lower) ?? 0) - 1
      if (left > 0) waitingFor.set(lower, left)
      else {
        waitingFor.delete(lower)
        free.push(lower)
      }
    }
  }
  reportCycle(opening, waitingFor)
}

function reportCycle(opening: ReadonlyMap<string, Unit>, stuck: ReadonlyMap<string, number>): void {
  let [id] = stuck.keys()
  if (id === undefined) return
  // Not every unit that is stuck is in a circle: some only stand below one. Going up as often as there are units ends in one.
  const above = (unit: string): string =>
    uppers(opening.get(unit) as Unit).find((one) => stuck.has(one)) as string
  for (let steps = stuck.size; steps > 0; steps--) id = above(id)
  throw coreErrors.UNIT_CYCLE({ unit: id, under: above(id) })
}
