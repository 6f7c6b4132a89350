import { addDays, type DecideContext } from '@redress/core'
import type { PetitionPolicy } from '../../rules/policy.js'
import { receptionErrors } from '../errors.js'
import { dayOf } from '../local-time.js'
import { receptionOf } from '../policy.js'

type Context = Pick<DecideContext<PetitionPolicy>, 'today' | 'calendar'>

/**
 * A day on which people can be received: today, a working day to come, or one that somebody has planned.
 *
 * @throws DAY_PAST, NOT_OPEN_THAT_DAY
 */
export function checkDayOpen(on: string, isPlanned: boolean, { today, calendar }: Context): void {
  if (on < today) throw receptionErrors.DAY_PAST({ on, today })
  if (isPlanned || on === today) return
  const day = dayOf(on)
  if (!calendar.covers(day) || !calendar.isWorkday(day)) throw receptionErrors.NOT_OPEN_THAT_DAY({ on })
}

/** The last day for which an appointment can be made. @throws DAY_TOO_FAR */
export function checkHorizon(on: string, { today, rules }: DecideContext<PetitionPolicy>): void {
  const { bookAheadDays } = receptionOf(rules.policy)
  if (bookAheadDays === null) return
  const until = addDays(today, bookAheadDays)
  if (on > until) throw receptionErrors.DAY_TOO_FAR({ on, until })
}
