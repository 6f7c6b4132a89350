import type { Actor, PluginHost, RowPlace } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import { receptionActor } from './actor.js'
import { type CentreApi, type CentreSnapshot, centreForStaff } from './centre/api.js'
import { type Days, sessionsIn } from './day/days.js'
import { orderQueue, type QueuePlace, type Waiting } from './queue.js'
import type { Today } from './today.js'
import { type HallRow, hallOf, hallView } from './visit/hall-row.js'

/** The people of a centre at this moment, line by line. */
export interface Queue {
  readonly on: string
  readonly lines: readonly QueueLine[]
}

/** One line: a window, or a leader's reception. */
export interface QueueLine {
  readonly window: string
  readonly name: string
  /** In the order in which they are called, each with the reason. */
  readonly waiting: readonly QueuePlace[]
  /** Who is called, absent or in reception there. */
  readonly called: readonly QueueCall[]
}

export interface QueueCall {
  readonly visit: string
  readonly ticket: number
  readonly status: 'called' | 'absent' | 'inReception'
}

/** What the display of the hall shows: numbers and windows. No names, and no visits. */
export interface Display {
  readonly on: string
  readonly lines: readonly DisplayLine[]
}

export interface DisplayLine {
  readonly window: string
  readonly name: string
  /** The tickets that are called to the window. */
  readonly called: readonly number[]
  readonly waiting: number
}

/** Reads the hall. */
export interface Hall {
  queue(centre: string, by: Actor): Promise<Queue>
  display(centre: string): Promise<Display>
  /** The place of a visit in its line, among those of whom a reader may know; undefined if it does not wait. */
  placeOf(centre: string, window: string, visit: string, by: Actor): Promise<QueuePlace | undefined>
}

interface Known extends HallRow {
  readonly visit: string
}

const pageSize = 500

export function createHall(
  host: PluginHost<PetitionEvent>,
  centres: CentreApi,
  days: Days,
  today: () => Today,
): Hall {
  const rowsOf = async (centre: string, on: string): Promise<readonly Known[]> => {
    const where = { hall: hallOf(centre, on) }
    const rows: Known[] = []
    let after: RowPlace | undefined
    do {
      const page = await host.rows(hallView, {
        where,
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      })
      // Written by `hallRow` and by nothing else.
      for (const { key, row } of page.rows) rows.push({ ...(row as unknown as HallRow), visit: key })
      after = page.next
    } while (after !== undefined)
    return rows
  }

  /** Without those of which a reader must not know: not even their number of places tells of them. */
  const rowsFor = async (centre: string, on: string, by: Actor): Promise<readonly Known[]> => {
    const known: Known[] = []
    for (const row of await rowsOf(centre, on))
      if (!row.guarded || (await host.platform.cases.mayRead(row.visit, by))) known.push(row)
    return known
  }

  const placesIn = (rows: readonly Known[], window: string): readonly QueuePlace[] => {
    const { now, policy } = today()
    const waiting = rows.filter((row) => row.window === window && row.status === 'waiting')
    return orderQueue(waiting.map(waitingOf), policy.queue, { now, lastCalled: lastCalled(rows, window) })
  }

  /** The lines of a day, in the order of the windows, those of leaders after them. */
  const linesOf = async (centre: CentreSnapshot, { on, half }: Today, rows: readonly Known[]) => {
    const day = await days.find(centre.id, on)
    const names = new Map(centre.state.windows.map(({ window, name }) => [window, name]))
    for (const { window } of sessionsIn(centre, day, half)) names.set(window, names.get(window) ?? window)
    for (const { window } of rows) names.set(window, names.get(window) ?? window)
    for (const { window, post } of day?.state.leaders ?? []) if (names.has(window)) names.set(window, post)
    return [...names].map(([window, name]) => ({ window, name }))
  }

  return {
    async queue(id, by) {
      const centre = await centreForStaff(host, centres, id, by)
      const moment = today()
      const rows = await rowsFor(id, moment.on, by)
      const lines = (await linesOf(centre, moment, rows)).map(({ window, name }) => ({
        window,
        name,
        waiting: placesIn(rows, window),
        called: rows.filter((row) => row.window === window).flatMap(callOf),
      }))
      return { on: moment.on, lines }
    },

    async display(id) {
      const centre = await centres.get(id, receptionActor)
      const moment = today()
      const rows = await rowsOf(id, moment.on)
      const lines = (await linesOf(centre, moment, rows)).map(({ window, name }) => {
        const line = rows.filter((row) => row.window === window)
        const called = line.filter(({ status }) => status === 'called' || status === 'inReception')
        const waiting = line.filter(({ status }) => status === 'waiting').length
        return { window, name, called: called.map(({ ticket }) => ticket).sort((a, b) => a - b), waiting }
      })
      return { on: moment.on, lines }
    },

    async placeOf(centre, window, visit, by) {
      const rows = await rowsFor(centre, today().on, by)
      return placesIn(rows, window).find((place) => place.visit === visit)
    },
  }
}

const waitingOf = ({ visit, ticket, since, dueFrom, needsHelp }: Known): Waiting => ({
  visit,
  ticket,
  since,
  dueFrom,
  needsHelp,
})

function lastCalled(rows: readonly Known[], window: string): number | null {
  let last: Known | undefined
  for (const row of rows) {
    if (row.calledTo !== window) continue
    const [at, lastAt] = [row.calledAt ?? '', last?.calledAt ?? '']
    const isLater = at > lastAt || (at === lastAt && (row.calledTicket ?? 0) > (last?.calledTicket ?? 0))
    if (isLater) last = row
  }
  return last?.calledTicket ?? null
}

function callOf({ visit, ticket, status }: Known): readonly QueueCall[] {
  return status === 'called' || status === 'absent' || status === 'inReception'
    ? [{ visit, ticket, status }]
    : []
}
