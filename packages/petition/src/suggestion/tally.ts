import type { CaseTally, Count } from '@redress/core'
import type { PetitionPolicy } from '../rules/policy.js'
import type { Suggestion } from './state.js'
import { allTime } from './support/kind.js'

/** Something that counts: on which day, for which unit, and what. */
type Act = readonly [on: string, unit: string, ...what: readonly string[]]

/**
 * What suggestions add up to, by month: in the tables `unit`, and `matter` and `area` where they are known; and over all time in the table
 * `call`.
 *
 * - `received`: in the month and for the unit of receipt.
 * - `adoptFully`, `adoptPartly`, `notAdopt`, and `decideDays:17`, the days from receipt to decision: for the unit that decided, the
 *   decision that stands.
 * - `replied` or `notReached`: for the unit that decided.
 * - `planned`, `realised`, `realisedLate` (after the planned day, beside `realised`), `givenUp`: for the unit that carries it out.
 * - `honoured`, `declined`, `handedOver`, `withdrawn`.
 */
export const suggestionTally: CaseTally<Suggestion, PetitionPolicy> = {
  version: 1,
  counts({ state }) {
    const { matter, area, call } = state
    return actsOf(state).flatMap(([on, unit, ...what]) => {
      const amounts = Object.fromEntries(what.map((one) => [one, 1]))
      const period = on.slice(0, 7)
      const lines: Count[] = [{ period, by: 'unit', of: unit, amounts }]
      if (matter !== null) lines.push({ period, by: 'matter', of: matter, amounts })
      if (area !== null) lines.push({ period, by: 'area', of: area, amounts })
      if (call !== null) lines.push({ period: allTime, by: 'call', of: call, amounts })
      return lines
    })
  },
}

function actsOf(state: Suggestion): readonly Act[] {
  const { status, receivedOn, receivedBy, unit, decision, reply, notReached, realisation } = state
  const acts: Act[] = [[receivedOn, receivedBy, 'received']]
  if (decision !== null) {
    const { on, by, outcome } = decision
    acts.push([on, by, outcome, `decideDays:${daysBetween(receivedOn, on)}`])
    if (reply !== null) acts.push([reply.on, by, 'replied'])
    else if (notReached !== null) acts.push([notReached.on, by, 'notReached'])
  }
  if (realisation !== null) {
    const { on, unit: carrier, by, state: outcome, endedOn } = realisation
    acts.push([on, carrier, 'planned'])
    if (endedOn !== null && outcome === 'realised')
      acts.push(endedOn > by ? [endedOn, carrier, outcome, 'realisedLate'] : [endedOn, carrier, outcome])
    if (endedOn !== null && outcome === 'givenUp') acts.push([endedOn, carrier, outcome])
  }
  const [honour] = state.honours
  if (honour !== undefined) acts.push([honour.on, unit, 'honoured'])
  if (state.declined !== null) acts.push([state.declined.on, unit, 'declined'])
  if (state.handedOver !== null) acts.push([state.handedOver.on, unit, 'handedOver'])
  if (status === 'withdrawn' && state.closedOn !== null) acts.push([state.closedOn, unit, 'withdrawn'])
  return acts
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
