import type { LaterUnitChange, UnitEnd } from './change.js'
import type { OrganizationEventData, UnitMoved, UnitRenamed } from './events.js'
import type { FactsDraft } from './facts.js'
import { type Entry, insert, SINCE_EVER } from './timeline.js'
import type { Unit } from './unit.js'

/** One small function for each event. They never throw and never check: the event has happened. */
type EvolveTable = {
  readonly [Type in keyof OrganizationEventData]: (
    facts: FactsDraft,
    data: OrganizationEventData[Type],
    version: number,
  ) => void
}

export const evolve: EvolveTable = {
  'core.units-opened': (facts, { units }, version) => {
    for (const unit of units) {
      if (facts.units.has(unit.id)) continue
      const timeline = [{ on: unit.openedOn ?? SINCE_EVER, version, value: unit }]
      facts.units.set(unit.id, { ordinal: facts.units.size, timeline, successors: [], changes: [] })
      link(facts, unit)
    }
  },

  'core.unit-renamed': (facts, { unit: id, ...change }, version) => {
    update(facts, id, change.on, version, (unit) => renamed(unit, change))
    note(facts, id, { kind: 'renamed', ...change })
  },

  'core.unit-moved': (facts, { unit: id, ...change }, version) => {
    update(facts, id, change.on, version, (unit) => moved(unit, change))
    note(facts, id, { kind: 'moved', ...change })
  },

  'core.units-merged': (facts, { from, into, ...change }, version) => {
    for (const id of from) end(facts, id, { kind: 'merged', ...change, into: [into] }, version)
    note(facts, into, { kind: 'tookOver', ...change, from })
  },

  'core.unit-split': (facts, { unit, into, ...change }, version) => {
    end(facts, unit, { kind: 'split', ...change, into }, version)
    for (const id of into) note(facts, id, { kind: 'tookOver', ...change, from: [unit] })
  },

  'core.unit-closed': (facts, { unit, successor, ...change }, version) => {
    const into = successor === undefined ? [] : [successor]
    end(facts, unit, { kind: 'closed', ...change, into }, version)
    for (const id of into) note(facts, id, { kind: 'tookOver', ...change, from: [unit] })
  },

  'core.person-appointed': (facts, { post }, version) => {
    const { unit, person, from = SINCE_EVER } = post
    insert(timelineOf(facts.posts, unit, person), { on: from, version, value: post })
    add(facts.unitsOf, person, unit)
  },

  'core.person-dismissed': (facts, { unit, person, on }, version) => {
    insert(timelineOf(facts.posts, unit, person), { on, version, value: undefined })
  },

  'core.responsibility-assigned': (facts, { responsibility }, version) => {
    const { area, matter, from = SINCE_EVER } = responsibility
    insert(timelineOf(facts.responsibilities, area, matter), { on: from, version, value: responsibility })
  },

  'core.responsibility-revoked': (facts, { matter, area, on }, version) => {
    insert(timelineOf(facts.responsibilities, area, matter), { on, version, value: undefined })
  },
}

function renamed(unit: Unit, { name, nameEn, code }: Omit<UnitRenamed, 'unit'>): Unit {
  const { nameEn: _, ...rest } = unit
  return {
    ...rest,
    name,
    ...(nameEn === undefined ? {} : { nameEn }),
    ...(code === undefined ? {} : { code }),
  }
}

function moved(unit: Unit, change: Omit<UnitMoved, 'unit'>): Unit {
  const { parent: oldParent, superior: oldSuperior, ...rest } = unit
  const { parent = oldParent ?? null, superior = oldSuperior ?? null } = change
  return {
    ...rest,
    ...(parent === null ? {} : { parent }),
    ...(superior === null ? {} : { superior }),
  }
}

function update(
  facts: FactsDraft,
  id: string,
  on: string,
  version: number,
  change: (unit: Unit) => Unit,
): void {
  const timeline = facts.units.get(id)?.timeline
  const before = timeline?.at(-1)?.value
  if (timeline === undefined || before === undefined) return
  const value = Object.freeze(change(before))
  insert(timeline, { on, version, value })
  link(facts, value)
}

function end(facts: FactsDraft, id: string, change: UnitEnd, version: number): void {
  const record = facts.units.get(id)
  if (record === undefined) return
  insert(record.timeline, { on: change.on, version, value: undefined })
  record.successors = change.into
  note(facts, id, change)
}

function note(facts: FactsDraft, id: string, change: LaterUnitChange): void {
  const record = facts.units.get(id)
  if (record !== undefined) insert(record.changes, change)
}

function link({ below }: FactsDraft, { id, parent, superior }: Unit): void {
  if (parent !== undefined) add(below, parent, id)
  if (superior !== undefined) add(below, superior, id)
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key)
  if (known === undefined) sets.set(key, new Set([value]))
  else known.add(value)
}

function timelineOf<Value>(
  rows: Map<string, Map<string, Entry<Value>[]>>,
  first: string,
  second: string,
): Entry<Value>[] {
  const inner = rows.get(first) ?? new Map<string, Entry<Value>[]>()
  const timeline = inner.get(second) ?? []
  inner.set(second, timeline)
  rows.set(first, inner)
  return timeline
}
