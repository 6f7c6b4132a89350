import type { Directory } from './directory.js'
import { createEulerTour, type EulerTour } from './euler-tour.js'
import type { UnitRecord } from './facts.js'
import type { OrganizationHistory } from './history.js'
import { commonSuperior, isSuperior, isWithin, nextHigher, territorialLine } from './lines.js'
import { entryAt } from './timeline.js'
import type { Unit } from './unit.js'
import { listUnits, type UnitLists } from './unit-lists.js'

/** The part of a directory that only events about units can change. */
export interface Tree
  extends Omit<Directory, 'size' | 'get' | 'knows' | 'unitsSince' | 'posts' | 'postsOf' | 'responsibleFor'> {
  /** The last event about units that it shows. */
  readonly version: number
  /** How many units are open. */
  readonly count: () => number
}

/** Reads straight from the history. What needs a pass over all units is made once, when first asked for. */
export function treeAt(history: OrganizationHistory, on: string): Tree {
  const version = history.unitVersion
  const seen = new Map<string, Unit>()
  const childrenOf = new Map<string, readonly Unit[]>()
  let lists: UnitLists | undefined
  let ended: ReadonlyMap<string, readonly string[]> | undefined
  let tour: EulerTour | undefined

  const stateOf = (record: UnitRecord) => entryAt(record.timeline, on, version)
  const unitOf = (record: UnitRecord) => stateOf(record)?.value
  const unit = (id: string): Unit | undefined => {
    const known = seen.get(id)
    if (known !== undefined) return known
    const record = history.units.get(id)
    const found = record && unitOf(record)
    if (found !== undefined) seen.set(id, found)
    return found
  }
  const all = (): UnitLists => {
    lists ??= listUnits(history, unitOf)
    return lists
  }
  const ordinal = ({ id }: Unit): number => history.units.get(id)?.ordinal ?? 0

  const children = (id: string): readonly Unit[] => {
    const below = history.below.get(id)
    if (below === undefined) return nobody
    let found = childrenOf.get(id)
    if (found === undefined) {
      const open = [...below].map(unit).filter((one) => one !== undefined)
      const direct = open.filter(({ parent }) => parent === id)
      found = Object.freeze(direct.sort((a, b) => ordinal(a) - ordinal(b)))
      childrenOf.set(id, found)
    }
    return found
  }

  const successors = (id: string): readonly Unit[] => {
    const heirs = new Set<Unit>()
    const passed = new Set<string>()
    const waiting = [id]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const record = history.units.get(next)
      const state = record && stateOf(record)
      if (record === undefined || state === undefined || passed.has(next)) continue
      passed.add(next)
      if (state.value !== undefined) heirs.add(state.value)
      else for (const heir of record.successors.toReversed()) waiting.push(heir)
    }
    return [...heirs]
  }

  const endedInto = (): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, string[]>()
    for (const [id, record] of history.units) {
      if (record.successors.length === 0 || unit(id) !== undefined) continue
      for (const heir of successors(id)) found.set(heir.id, [...(found.get(heir.id) ?? []), id])
    }
    return found
  }

  return {
    on,
    version,
    count: () => all().size,
    unit,
    byCode: (code) => all().codes.get(code),
    ofType: (type, within) => {
      const found = all().types.get(type) ?? nobody
      return within === undefined ? found : found.filter(({ id }) => isWithin(unit, id, within))
    },
    roots: () => all().roots,
    children,
    subtree: (id) => {
      tour ??= createEulerTour(history, unitOf)
      return tour.subtree(id)
    },
    isWithin: (id, ancestor) => isWithin(unit, id, ancestor),
    isSuperior: (superior, id) => isSuperior(unit, superior, id),
    reportingChain: (id) => territorialLine(unit, id).slice(1),
    nextHigher: (id) => nextHigher(unit, id),
    commonSuperior: (a, b) => commonSuperior(unit, a, b),
    successors,
    predecessors: (id) => {
      ended ??= endedInto()
      return ended.get(id) ?? noIds
    },
  }
}

const noIds: readonly string[] = Object.freeze([])

const nobody: readonly Unit[] = Object.freeze([])
