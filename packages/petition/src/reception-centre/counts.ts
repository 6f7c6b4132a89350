import { type Actor, addDays, type PluginHost, parseInput } from '@redress/core'
import * as z from 'zod'
import type { PetitionEvent } from '../events.js'
import { date, id } from '../matter/words.js'
import { type CentreApi, centreForStaff } from './centre/api.js'
import type { HalfDay } from './local-time.js'
import { halfLine, halvesTable, waitPrefix } from './visit/tally.js'

export interface CountQuery {
  readonly centre: string
  /** The first and the last local date; at most 366 days. */
  readonly from: string
  readonly until: string
}

/** How a centre has worked, half a day by half a day. Counts and times of the centre; of nobody who came, and of nobody who works there. */
export interface CentreCounts {
  readonly halves: readonly HalfCounts[]
  readonly total: VisitCounts
  /** Whether everything that has happened is counted in. */
  readonly isComplete: boolean
}

export interface HalfCounts extends VisitCounts {
  readonly on: string
  readonly half: HalfDay
}

export interface VisitCounts {
  /** Appointments that were made. */
  readonly appointments: number
  readonly cancelled: number
  /** Did not come to the appointment. */
  readonly missed: number
  /** Drew a ticket. */
  readonly came: number
  readonly served: number
  /** Went without having been received. */
  readonly left: number
  /** Called, and not there until the end. */
  readonly absent: number
  readonly outOfTurn: number
  readonly joint: number
  readonly inquiries: number
  readonly advised: number
  readonly handedOver: Readonly<Record<string, number>>
  readonly referred: Readonly<Record<string, number>>
  readonly wait: Waits
}

/** From the first ticket to the first call, in whole minutes; null where nobody was called. */
export interface Waits {
  readonly called: number
  readonly p50: number | null
  readonly p90: number | null
  readonly most: number | null
}

const mostDays = 366
const halves = ['morning', 'afternoon'] as const
const queryInput = z
  .strictObject({ centre: id, from: date, until: date })
  .refine(({ from, until }) => from <= until && until <= addDays(from, mostDays - 1), {
    path: ['until'],
    message: `not before 'from', and at most ${mostDays} days`,
  })

export async function centreCounts(
  host: PluginHost<PetitionEvent>,
  centres: CentreApi,
  given: CountQuery,
  by: Actor,
): Promise<CentreCounts> {
  const { centre, from, until } = parseInput('petition.receptionCentre.counts', queryInput, given)
  await centreForStaff(host, centres, centre, by)
  const periods: string[] = []
  for (let on = from; on <= until; on = addDays(on, 1)) periods.push(on)
  const of = halves.map((half) => halfLine(centre, half))
  const { lines, isComplete } = await host.tally('petition.visit', { by: halvesTable, periods, of })
  const sum = new Map<string, number>()
  for (const { amounts } of lines)
    for (const [name, amount] of Object.entries(amounts)) sum.set(name, (sum.get(name) ?? 0) + amount)
  return {
    halves: periods.flatMap((on) =>
      halves.flatMap((half) => {
        const line = lines.find((one) => one.period === on && one.of === halfLine(centre, half))
        return line === undefined ? [] : [{ on, half, ...countsOf(line.amounts) }]
      }),
    ),
    total: countsOf(Object.fromEntries(sum)),
    isComplete,
  }
}

type Amounts = Readonly<Record<string, number>>

function countsOf(amounts: Amounts): VisitCounts {
  const {
    appointments = 0,
    cancelled = 0,
    missed = 0,
    came = 0,
    served = 0,
    left = 0,
    absent = 0,
    outOfTurn = 0,
    joint = 0,
    inquiries = 0,
    advised = 0,
  } = amounts
  const plain = {
    appointments,
    cancelled,
    missed,
    came,
    served,
    left,
    absent,
    outOfTurn,
    joint,
    inquiries,
    advised,
  }
  return {
    ...plain,
    handedOver: startingWith(amounts, 'handedOver:'),
    referred: startingWith(amounts, 'referred:'),
    wait: waitsOf(startingWith(amounts, waitPrefix)),
  }
}

const startingWith = (amounts: Amounts, prefix: string): Amounts =>
  Object.fromEntries(
    Object.entries(amounts)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, amount]) => [name.slice(prefix.length), amount]),
  )

/** Percentiles by nearest rank. */
export function waitsOf(minutes: Amounts): Waits {
  const sorted = Object.entries(minutes)
    .map(([minute, amount]) => [Number(minute), amount] as const)
    .sort(([a], [b]) => a - b)
  const called = sorted.reduce((all, [, amount]) => all + amount, 0)
  const rank = (share: number): number | null => {
    let seen = 0
    for (const [minute, amount] of sorted) {
      seen += amount
      if (seen >= share * called) return minute
    }
    return null
  }
  return { called, p50: rank(0.5), p90: rank(0.9), most: sorted.at(-1)?.[0] ?? null }
}
