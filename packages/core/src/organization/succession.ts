import { coreErrors } from '../errors.js'
import {
  attachments,
  requireChangeable,
  requireInOrder,
  requireLasting,
  requireOpen,
  standsUnder,
} from './checks.js'
import type { CloseUnit, MergeUnits, NewUnit, SplitUnit } from './commands.js'
import type { OrganizationEvent } from './events.js'
import type { Facts } from './facts.js'
import { uppers } from './lines.js'
import { checkOpening } from './opening.js'
import type { Unit } from './unit.js'

/** How many units an error names: whoever reads it moves them one by one. */
const mostNamed = 20

/** Units end, another goes on, and what stood below them follows it on both lines. */
export function decideMerger(facts: Facts, input: MergeUnits): readonly OrganizationEvent[] {
  const { into, on, ...rest } = input
  const from = [...new Set(input.from)]
  const target = idOf(into)
  if (from.includes(target)) throw coreErrors.UNIT_OWN_SUCCESSOR({ unit: target })
  for (const unit of from) requireChangeable(facts, unit, on)

  const opened = openedBy([into], on)
  checkOpening(facts, opened)
  if (opened.length === 0) requireLasting(facts, target, on)
  for (const place of typeof into === 'string' ? [into] : uppers(into)) {
    for (const unit of from) {
      if (standsUnder(facts, place, unit, on)) throw coreErrors.UNIT_CYCLE({ unit, under: target })
    }
  }
  return [
    ...opening(opened),
    { type: 'core.units-merged', data: { ...rest, from, into: target, on } },
    ...followers(facts, from, target, on),
  ]
}

/** The moves of all units below the ones that end. */
function followers(facts: Facts, from: readonly string[], into: string, on: string): OrganizationEvent[] {
  const ends = new Set(from)
  const moving = new Map<string, Unit>()
  for (const end of from) {
    for (const { id, value } of attachments(facts, end, on)) {
      if (ends.has(id)) continue
      requireInOrder(facts, id, on)
      moving.set(id, value)
    }
  }
  const moved = (upper: string | undefined): boolean => upper !== undefined && ends.has(upper)
  return [...moving].map(([unit, { parent, superior }]) => ({
    type: 'core.unit-moved',
    data: {
      unit,
      ...(moved(parent) ? { parent: into } : {}),
      ...(moved(superior) ? { superior: into } : {}),
      on,
    },
  }))
}

/** A unit ends and several go on. Which of them each lower unit belongs to is not ours to guess: they are moved before. */
export function decideSplit(facts: Facts, input: SplitUnit): readonly OrganizationEvent[] {
  const { unit, on } = input
  const into = input.into.map(idOf)
  if (into.includes(unit)) throw coreErrors.UNIT_OWN_SUCCESSOR({ unit })
  requireEmpty(facts, unit, on)

  const opened = openedBy(input.into, on)
  checkOpening(facts, opened)
  for (const one of opened) {
    if (uppers(one).includes(unit)) throw coreErrors.UNIT_CYCLE({ unit, under: one.id })
  }
  for (const one of input.into) if (typeof one === 'string') requireOpen(facts, one, on)
  return [...opening(opened), { type: 'core.unit-split', data: { ...input, into: [...new Set(into)] } }]
}

export function decideClosing(facts: Facts, data: CloseUnit): readonly OrganizationEvent[] {
  const { unit, successor, on } = data
  if (successor === unit) throw coreErrors.UNIT_OWN_SUCCESSOR({ unit })
  requireEmpty(facts, unit, on)
  if (successor !== undefined) requireOpen(facts, successor, on)
  return [{ type: 'core.unit-closed', data }]
}

/** @throws UNIT_UNKNOWN, ORGANIZATION_CHANGE_BACKDATED, UNIT_HAS_CHILDREN */
function requireEmpty(facts: Facts, unit: string, on: string): void {
  requireChangeable(facts, unit, on)
  const children = [...new Set(attachments(facts, unit, on).map(({ id }) => id))]
  if (children.length > 0)
    throw coreErrors.UNIT_HAS_CHILDREN({ unit, children: children.slice(0, mostNamed) })
}

const idOf = (unit: NewUnit | string): string => (typeof unit === 'string' ? unit : unit.id)

function openedBy(units: readonly (NewUnit | string)[], on: string): readonly Unit[] {
  return units.filter((unit) => typeof unit !== 'string').map((unit) => ({ ...unit, openedOn: on }))
}

function opening(units: readonly Unit[]): readonly OrganizationEvent[] {
  return units.length === 0 ? [] : [{ type: 'core.units-opened', data: { units } }]
}
