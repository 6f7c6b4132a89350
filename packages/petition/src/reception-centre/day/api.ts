import {
  type Actor,
  anyOf,
  type CaseApi,
  coreErrors,
  type PluginHost,
  parseInput,
  superiorUnit,
  system,
  unitInCharge,
} from '@redress/core'
import * as z from 'zod'
import type { PetitionEvent } from '../../events.js'
import { petitionRoles } from '../../matter/roles.js'
import { date, id } from '../../matter/words.js'
import { askCentre, type CentreApi, openCentre } from '../centre/api.js'
import type { DaySnapshot, Days } from './days.js'
import type { DayTypes } from './state.js'

/** Days of reception centres: who is on duty, and when leaders receive people (领导接访日). */
export interface DayApi extends Omit<CaseApi<DayTypes>, 'open' | 'take' | 'free' | 'issue'> {
  /**
   * The day of a centre, planned from its windows if it is not yet; a day of rest too. Days on which somebody has an appointment or
   * draws a ticket plan themselves.
   *
   * @throws CASE_NOT_FOUND, CENTRE_CLOSED, COMMAND_NOT_ALLOWED, DAY_PAST
   * @example
   * ```ts
   * const day = await receptionCentre.day.plan({ centre, on: '2024-08-05' }, officer)
   * await receptionCentre.day.staff(day.id, { window: '3', half: 'morning', officers: ['u-17'] }, officer)
   * ```
   */
  plan(input: PlanDay, by: Actor): Promise<DaySnapshot>
}

export interface PlanDay {
  readonly centre: string
  readonly on: string
}

/** The steps of the centre itself. */
const steps: ReadonlySet<string> = new Set(['take', 'free', 'issue'])
const planInput = z.strictObject({ centre: id, on: date })
const { petitionOfficer, head } = petitionRoles
const office = anyOf(system, superiorUnit(petitionOfficer, head), unitInCharge(petitionOfficer, head))

export function createDayApi(host: PluginHost<PetitionEvent>, centres: CentreApi, days: Days): DayApi {
  const command = 'petition.reception-day.plan'
  const { open: _, take: __, free: ___, issue: ____, ...cases } = days.cases
  return {
    ...cases,
    // What no method here does is no button.
    actions: async (day, by) => (await cases.actions(day, by)).filter(({ command }) => !steps.has(command)),
    async plan(given, by) {
      const input = parseInput(command, planInput, given)
      const centre = await openCentre(centres, input.centre, by)
      const refused = await askCentre(host, centre, office, by)
      if (refused !== undefined) throw coreErrors.COMMAND_NOT_ALLOWED({ command, reasons: [refused] })
      const { id: day } = await days.ensure(centre, input.on, true)
      return await cases.get(day, by)
    },
  }
}
