import {
  type Actor,
  type CaseApi,
  coreErrors,
  type InboxItem,
  type PluginHost,
  parseInput,
} from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import { opener, requireRule } from '../access.js'
import { requireActor } from '../actor.js'
import type { SupervisionApi } from '../api.js'
import { supervisionErrors } from '../errors.js'
import type { LookedUp } from '../looked-up.js'
import { dateOf, type RulesAtHand } from '../rules-at-hand.js'
import { factsFor, type Supervisable } from '../subject.js'
import { type DrawnCase, type DrawSample, inspectionInputs } from './commands.js'
import { drawFrom, type SampleDrawing } from './draw.js'
import type { InspectionTypes } from './types.js'

/** Draws the samples, and keeps who has handled a case from inspecting it. */
export function createInspections(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  drawings: LookedUp<SampleDrawing<DrawnCase>>,
  inspections: CaseApi<InspectionTypes>,
  rules: RulesAtHand,
): Pick<SupervisionApi, 'sample' | 'inspections'> {
  const { sample, ...cases } = inspections
  /** The closed complaints of a unit in a period. What it costs depends on how many there are since its first day. */
  const population = async ({ unit, period }: DrawSample, by: Actor): Promise<readonly InboxItem[]> => {
    const [any] = rules.all
    if (any === undefined) throw coreErrors.RULES_NOT_IN_FORCE({ on: period.to })
    const calendar = rules.calendarOf(any)
    const query = {
      kind: 'petition.complaint',
      involving: unit,
      open: false,
      sort: 'opened',
      descending: true,
      limit: 200,
    } as const
    const found: InboxItem[] = []
    let cursor: string | undefined
    do {
      const page = await host.platform.cases.find({ ...query, cursor }, by)
      cursor = page.next
      for (const item of page.items) {
        const opened = dateOf(calendar.dayOf(Date.parse(item.openedAt)))
        if (opened < period.from) return found
        // The inspected unit reads what was drawn, and an accusation must not reach the accused.
        if (opened <= period.to && item.facets.confidentiality !== 'sealedAccusation') found.push(item)
      }
    } while (cursor !== undefined)
    return found
  }

  return {
    async sample(input, by, options) {
      await requireActor(host, by)
      const directory = await host.directory()
      requireRule(opener, 'sample', by, directory)
      const wanted = parseInput('petition.inspection.sample', inspectionInputs.sample, input)
      directory.get(wanted.unit)
      const items = (await population(wanted, by)).map(({ id, number }) => ({ id, number: number ?? null }))
      const drawing = await drawFrom(items, wanted.seed, wanted.size, (text) => host.digest(text))
      drawings.keep(JSON.stringify(wanted), drawing)
      return await sample(input, by, options)
    },

    inspections: {
      ...cases,
      async recordCheck(id, input, by, options) {
        await requireActor(host, by)
        const { case: of } = parseInput(
          'petition.inspection.recordCheck',
          inspectionInputs.recordCheck,
          input,
        )
        // Who may not know of the inspection hears nothing of its cases.
        await cases.get(id, by)
        const { handlers } = await factsFor(host, kinds, of, by)
        if (by.kind === 'officer' && handlers.includes(by.id)) throw supervisionErrors.INSPECTOR_HANDLED()
        return await cases.recordCheck(id, input, by, options)
      },
    },
  }
}
