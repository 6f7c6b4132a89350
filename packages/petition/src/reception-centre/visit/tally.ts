import type { CaseTally } from '@redress/core'
import type { HalfDay } from '../local-time.js'
import type { Visit } from './state.js'

/** The table of visits: a line for each centre and half of a day. */
export const halvesTable = 'half'

/** The name of a line. */
export const halfLine = (centre: string, half: HalfDay): string => `${centre} ${half}`

/** The amounts that begin so count the visits whose first call came so many whole minutes after their first ticket. */
export const waitPrefix = 'wait:'

/** Beyond a day only a clock that was set wrong has counted. */
const mostMinutes = 1440

/** What each visit adds to the statistics of its centre. Never who came, and never who received them. */
export const visitTally: CaseTally<Visit> = {
  version: 1,
  counts({ state }) {
    const place = state.ticket ?? state.appointment
    if (place === null) return []
    const amounts: Record<string, number> = {}
    const add = (name: string, isSo: boolean): void => {
      if (isSo) amounts[name] = (amounts[name] ?? 0) + 1
    }
    add('appointments', state.appointment !== null && state.status !== 'declined')
    add('cancelled', state.status === 'cancelled')
    add('missed', state.status === 'missed')
    add('came', state.ticket !== null)
    add('served', state.handlers.length > 0 || state.status === 'inReception' || state.status === 'closed')
    add('left', state.status === 'left')
    add('absent', state.status === 'absent')
    add('outOfTurn', state.call?.outOfTurn === true)
    add('joint', state.joint.length > 0)
    for (const { to, state: done } of state.handOvers) add(`handedOver:${to}`, done === 'done')
    for (const { kind } of state.referrals) add(`referred:${kind}`, true)
    add('advised', state.advice.length > 0)
    if (state.inquiries > 0) amounts.inquiries = state.inquiries
    if (state.cameAt !== null && state.calledAt !== null)
      add(`${waitPrefix}${minutesBetween(state.cameAt, state.calledAt)}`, true)
    const { on, half } = place
    return [{ period: on, by: halvesTable, of: halfLine(state.centre, half), amounts }]
  },
}

function minutesBetween(from: string, to: string): number {
  return Math.min(Math.floor((Date.parse(to) - Date.parse(from)) / 60_000), mostMinutes)
}
