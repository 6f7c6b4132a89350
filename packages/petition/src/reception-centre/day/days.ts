import { type CaseApi, type CaseSnapshot, isPlatformError, type PluginHost } from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import { receptionActor } from '../actor.js'
import type { CentreSnapshot } from '../centre/api.js'
import type { ReceptionWindow } from '../centre/state.js'
import { receptionErrors } from '../errors.js'
import type { HalfDay, Hours } from '../local-time.js'
import { dayKey } from './kind.js'
import { type DayTypes, type ReceptionDay, type ReceptionSession, sessionsOf, takenOf } from './state.js'

export type DaySnapshot = CaseSnapshot<ReceptionDay>

/** The days of centres, for the centre itself. */
export interface Days {
  readonly cases: CaseApi<DayTypes>
  find(centre: string, on: string): Promise<DaySnapshot | undefined>
  /** The day, planned from the windows of the centre if it is not yet. However many ask at once, there is one. */
  ensure(centre: CentreSnapshot, on: string, planned: boolean): Promise<DaySnapshot>
}

export function createDays(host: PluginHost<PetitionEvent>, cases: CaseApi<DayTypes>): Days {
  const find = async (centre: string, on: string): Promise<DaySnapshot | undefined> => {
    const [id] = await host.lookup('petition.reception-day', 'day', dayKey(centre, on))
    return id === undefined ? undefined : await cases.get(id, receptionActor)
  }
  return {
    cases,
    find,
    async ensure({ id: centre, state }, on, planned) {
      const known = await find(centre, on)
      if (known !== undefined) return known
      const { unit, hours } = state
      const day = { centre, unit, on, hours, sessions: usualSessions(state), planned }
      try {
        // The key makes it one day for all processes.
        const idempotencyKey = `reception-day/${dayKey(centre, on)}`
        return await cases.open(day, receptionActor, { idempotencyKey })
      } catch (error) {
        // Somebody was faster, and the windows of the centre have changed in between.
        const other = isPlatformError(error) && error.code === 'IDEMPOTENCY_KEY_REUSED'
        const theirs = other ? await find(centre, on) : undefined
        if (theirs === undefined) throw error
        return theirs
      }
    },
  }
}

/** Every window in every half in which the centre is open. */
function usualSessions({
  windows,
  hours,
}: {
  readonly windows: readonly ReceptionWindow[]
  readonly hours: ReceptionDay['hours']
}): readonly ReceptionSession[] {
  const halves = (['morning', 'afternoon'] as const).filter((half) => hours[half] !== undefined)
  return windows.flatMap(({ window, unit, appointments }) =>
    halves.map((half) => ({ window, half, unit, officers: [], appointments })),
  )
}

/** Where a visit goes. */
export interface Line {
  readonly window: string
  readonly windowUnit: string
}

/** The line at a window on a day; of a day without a plan, that of the centre. @throws WINDOW_UNKNOWN */
export function lineAt(
  centre: CentreSnapshot,
  day: DaySnapshot | undefined,
  half: HalfDay,
  window: string | undefined,
): Line {
  const planned = sessionsIn(centre, day, half)
  // Outside of its hours a centre has its windows all the same: whoever is there is received.
  const usual = centre.state.windows.filter((one) => !planned.some((other) => other.window === one.window))
  const lines = [...planned, ...usual]
  const found = window === undefined ? lines[0] : lines.find((one) => one.window === window)
  if (found === undefined) throw windowUnknown(window, lines)
  return { window: found.window, windowUnit: found.unit }
}

/** A session with room for one appointment more. @throws HALF_DAY_CLOSED, NOT_OPEN_THAT_DAY, WINDOW_UNKNOWN, SLOT_FULL */
export function sessionWithRoom(
  centre: CentreSnapshot,
  day: DaySnapshot | undefined,
  { on, half, window }: { readonly on: string; readonly half: HalfDay; readonly window?: string | undefined },
): ReceptionSession & Hours {
  const hours = (day?.state ?? centre.state).hours[half]
  if (hours === undefined) throw receptionErrors.HALF_DAY_CLOSED({ on, half })
  if (day?.state.status === 'closed') throw receptionErrors.NOT_OPEN_THAT_DAY({ on })
  const sessions = sessionsIn(centre, day, half)
  const session = window === undefined ? sessions[0] : sessions.find((one) => one.window === window)
  if (session === undefined) throw windowUnknown(window, sessions)
  const taken = day === undefined ? 0 : takenOf(day.state, session)
  if (taken >= session.appointments) throw receptionErrors.SLOT_FULL({ on, half, window: session.window })
  return { ...session, ...hours }
}

/** The sessions of a half; of a day without a plan, those of the centre. */
export function sessionsIn(
  { state }: CentreSnapshot,
  day: DaySnapshot | undefined,
  half: HalfDay,
): readonly ReceptionSession[] {
  return sessionsOf(day?.state ?? { sessions: usualSessions(state), leaders: [] }, half)
}

const windowUnknown = (window = '', known: readonly { readonly window: string }[]) =>
  receptionErrors.WINDOW_UNKNOWN({ window, known: known.map((one) => one.window) })
