import { type Actor, coreErrors, isAccused } from '@redress/core'
import { peopleOf } from '../../matter/filing.js'
import { accountsOf, petitionersOf } from '../../matter/persons.js'
import { receptionActor } from '../actor.js'
import { receptionErrors } from '../errors.js'
import { visitParties } from './access.js'
import type { Comers, OpenVisit } from './commands/arrival.js'
import type { Opened, VisitParts } from './parts.js'
import type { Appointment, Visit } from './state.js'

/** What is asked for, beside who asks. */
export interface Asked {
  readonly centre: string
  readonly comers: Comers
  readonly appointment: Pick<Appointment, 'on' | 'half'> | null
}

/**
 * Opens a visit, or finds the one that the same request has opened. Core's own memory of keys does not do: what the centre adds to a
 * request, such as who is on duty, can be other when it is repeated.
 *
 * @throws IDEMPOTENCY_KEY_REUSED, CASE_NOT_FOUND, SLOT_FULL
 */
export async function openOnce(
  { host, visits }: VisitParts,
  key: string | undefined,
  by: Actor,
  asked: Asked,
  inputOf: () => Promise<OpenVisit>,
): Promise<Opened> {
  if (key === undefined) return await visits.open(await inputOf(), by)
  // A key is its actor's own.
  const request = await host.digest(JSON.stringify(['petition.visit', by.kind, 'id' in by ? by.id : '', key]))
  const [id] = await host.lookup('petition.visit', 'request', request)
  if (id === undefined)
    return await visits.open({ ...(await inputOf()), request }, by, { idempotencyKey: key })

  const visit = await visits.get(id, receptionActor)
  const { state } = visit
  if (!isSame(state, asked)) throw coreErrors.IDEMPOTENCY_KEY_REUSED()
  // It may accuse them by now.
  if (isAccused(by, visitParties(state).accused, await host.directory()))
    throw coreErrors.CASE_NOT_FOUND({ kind: 'petition.visit', id })
  if (state.status === 'declined' && state.appointment !== null)
    throw receptionErrors.SLOT_FULL(state.appointment)
  const reading = { purpose: 'delivery', reveal: ['receipt'], fields: [] }
  const { receipt } = await host.platform.personal.read(id, reading, receptionActor)
  return { ...visit, receipt: { queryCode: receipt?.queryCode ?? '' } }
}

/** As far as the log tells: names stand in the vault. */
function isSame(state: Visit, { centre, comers, appointment }: Asked): boolean {
  const { people, petitioners = [] } = comers
  const accounts = accountsOf(petitionersOf(petitioners))
  return (
    state.centre === centre &&
    state.appointment?.on === appointment?.on &&
    state.appointment?.half === appointment?.half &&
    state.people === peopleOf(people, petitioners) &&
    state.petitioners.length === petitioners.length &&
    state.petitionerIds.join('\n') === accounts.join('\n')
  )
}
