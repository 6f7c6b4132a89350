import type { Facts, UnitRecord } from './facts.js'
import type { Unit } from './unit.js'

/** Every open unit once, each directly followed by all that lie below it: a subtree is one slice. */
export interface EulerTour {
  subtree(id: string): readonly string[]
}

/** One pass over all units, in whole numbers: a unit is its place in the order of opening. */
export function createEulerTour(
  { units }: Facts,
  unitOf: (record: UnitRecord) => Unit | undefined,
): EulerTour {
  const none = -1
  const top = units.size
  const ids: string[] = []
  const parents = new Int32Array(top + 1).fill(none)
  for (const [id, record] of units) {
    ids.push(id)
    const unit = unitOf(record)
    if (unit === undefined) continue
    parents[record.ordinal] = unit.parent === undefined ? top : (units.get(unit.parent)?.ordinal ?? none)
  }

  const firstChild = new Int32Array(top + 1).fill(none)
  const nextSibling = new Int32Array(top + 1).fill(none)
  for (let unit = top - 1; unit >= 0; unit--) {
    const parent = parents[unit] as number
    if (parent === none) continue
    nextSibling[unit] = firstChild[parent] as number
    firstChild[parent] = unit
  }

  const order: string[] = []
  const starts = new Int32Array(top + 1).fill(none)
  const ends = new Int32Array(top + 1)
  let unit = firstChild[top] as number
  while (unit !== none && unit !== top) {
    starts[unit] = order.length
    order.push(ids[unit] as string)
    let next = firstChild[unit] as number
    while (next === none && unit !== top) {
      ends[unit] = order.length
      next = nextSibling[unit] as number
      if (next === none) unit = parents[unit] as number
    }
    unit = next
  }

  return {
    subtree(id) {
      const at = units.get(id)?.ordinal ?? top
      const start = starts[at] ?? none
      return start === none ? [] : order.slice(start, ends[at])
    },
  }
}
