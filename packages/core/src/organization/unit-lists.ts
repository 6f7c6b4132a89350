import type { Facts, UnitRecord } from './facts.js'
import type { Unit } from './unit.js'

/** What only a pass over all units can tell. */
export interface UnitLists {
  readonly size: number
  readonly roots: readonly Unit[]
  readonly types: ReadonlyMap<string, readonly Unit[]>
  readonly codes: ReadonlyMap<string, Unit>
}

/** Sorts the open units, in the order of their opening, into lists. */
export function listUnits({ units }: Facts, unitOf: (record: UnitRecord) => Unit | undefined): UnitLists {
  const roots: Unit[] = []
  const types = new Map<string, Unit[]>()
  const codes = new Map<string, Unit>()
  let size = 0
  for (const record of units.values()) {
    const one = unitOf(record)
    if (one === undefined) continue
    size += 1
    if (one.parent === undefined) roots.push(one)
    const same = types.get(one.type)
    if (same === undefined) types.set(one.type, [one])
    else same.push(one)
    if (one.code !== undefined && !codes.has(one.code)) codes.set(one.code, one)
  }
  for (const list of types.values()) Object.freeze(list)
  return { size, roots: Object.freeze(roots), types, codes }
}
