import type { Unit } from './unit.js'

type Lookup = (id: string) => Unit | undefined

/** The unit and those above it on the territorial line, nearest first. */
export function territorialLine(unit: Lookup, id: string): readonly Unit[] {
  const line: Unit[] = []
  for (let one = unit(id); one !== undefined; one = above(unit, one)) line.push(one)
  return line
}

export function isWithin(unit: Lookup, id: string, ancestor: string): boolean {
  for (let one = unit(id); one !== undefined; one = above(unit, one)) if (one.id === ancestor) return true
  return false
}

/** Over any steps on both lines: a city's bureau is above the stations of a county's bureau. */
export function isSuperior(unit: Lookup, superior: string, id: string): boolean {
  const seen = new Set<string>()
  const waiting = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const one = unit(next)
    if (one === undefined) continue
    for (const upper of uppers(one)) {
      if (upper === superior) return unit(superior) !== undefined
      if (seen.has(upper)) continue
      seen.add(upper)
      waiting.push(upper)
    }
  }
  return false
}

export function nextHigher(unit: Lookup, id: string): readonly Unit[] {
  const one = unit(id)
  if (one === undefined) return []
  return [...new Set(uppers(one))].map(unit).filter((upper) => upper !== undefined)
}

export function commonSuperior(unit: Lookup, a: string, b: string): Unit | undefined {
  const line = new Set(territorialLine(unit, a))
  return territorialLine(unit, b).find((one) => line.has(one))
}

function above(unit: Lookup, { parent }: Unit): Unit | undefined {
  return parent === undefined ? undefined : unit(parent)
}

/** The ids of the units directly above, on either line. */
export function uppers({ parent, superior }: Pick<Unit, 'parent' | 'superior'>): readonly string[] {
  return [parent, superior].filter((upper) => upper !== undefined)
}
