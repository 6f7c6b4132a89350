import { coreErrors } from '../errors.js'
import { decideAppointment, decideAssignment, decideDismissal, decideRevocation } from './appointment.js'
import { requireChangeable, requireLasting, standsUnder } from './checks.js'
import type { OrganizationEvent } from './events.js'
import type { Facts } from './facts.js'
import type { ParsedCommands } from './input.js'
import { checkOpening } from './opening.js'
import { decideClosing, decideMerger, decideSplit } from './succession.js'

/** One small pure function for each command: the events, or an error of the catalogue. */
type DecideTable = {
  readonly [Command in keyof ParsedCommands]: (
    facts: Facts,
    input: ParsedCommands[Command],
  ) => readonly OrganizationEvent[]
}

export const decideOrganization: DecideTable = {
  open: (facts, units) => {
    checkOpening(facts, units)
    return units.length === 0 ? [] : [{ type: 'core.units-opened', data: { units } }]
  },

  rename: (facts, data) => {
    requireChangeable(facts, data.unit, data.on)
    return [{ type: 'core.unit-renamed', data }]
  },

  move: (facts, data) => {
    const { unit, parent, superior, on } = data
    requireChangeable(facts, unit, on)
    for (const upper of [parent, superior]) {
      if (typeof upper !== 'string') continue
      requireLasting(facts, upper, on)
      if (standsUnder(facts, upper, unit, on)) throw coreErrors.UNIT_CYCLE({ unit, under: upper })
    }
    return [{ type: 'core.unit-moved', data }]
  },

  merge: decideMerger,
  split: decideSplit,
  close: decideClosing,
  appoint: decideAppointment,
  dismiss: decideDismissal,
  assignResponsibility: decideAssignment,
  revokeResponsibility: decideRevocation,
}
