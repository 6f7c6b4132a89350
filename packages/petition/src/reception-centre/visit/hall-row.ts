import type { CaseRecord, Row } from '@redress/core'
import type { HalfDay } from '../local-time.js'
import type { Visit, VisitStatus } from './state.js'

/** The view of everybody who has a ticket, by centre and day. */
export const hallView = 'petition.hall'

/** What the hall knows of a visit: no names, and nothing of what it is about. */
export interface HallRow {
  readonly hall: string
  readonly status: VisitStatus
  readonly window: string
  readonly ticket: number
  readonly since: string
  readonly half: HalfDay
  readonly dueFrom: string | null
  readonly needsHelp: boolean
  /** The window of the last call, when, and with which ticket. */
  readonly calledTo: string | null
  readonly calledAt: string | null
  readonly calledTicket: number | null
  /** Whether not everybody at the centre may know of it. */
  readonly guarded: boolean
}

/** A centre on a day. */
export const hallOf = (centre: string, on: string): string => `${centre}/${on}`

export function hallRow({ state }: CaseRecord<Visit>): Row | null {
  const { centre, status, window, ticket, needsHelp, call, confidential, accused, recused } = state
  if (ticket === null) return null
  return {
    hall: hallOf(centre, ticket.on),
    status,
    window,
    ticket: ticket.number,
    since: ticket.at,
    half: ticket.half,
    dueFrom: ticket.dueFrom,
    needsHelp,
    calledTo: call?.window ?? null,
    calledAt: call?.at ?? null,
    calledTicket: call?.ticket ?? null,
    guarded: confidential || [accused.persons, accused.units, recused].some((list) => list.length > 0),
  } satisfies HallRow
}
