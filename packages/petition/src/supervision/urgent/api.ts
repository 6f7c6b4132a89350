import { type CaseApi, type PluginHost, parseInput } from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import { requireRule } from '../access.js'
import { requireActor } from '../actor.js'
import type { SupervisionApi } from '../api.js'
import type { LookedUp } from '../looked-up.js'
import { type CaseFacts, factsFor, type Supervisable } from '../subject.js'
import { urgentInputs } from './commands.js'
import type { UrgentTypes } from './decide.js'
import { anyStaff } from './kind.js'

/** Looks up the case that a report is about, for who may read it. */
export function createUrgent(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  book: LookedUp<CaseFacts>,
  reports: CaseApi<UrgentTypes>,
): Pick<SupervisionApi, 'urgent' | 'reportUrgent'> {
  const { report: _report, seal: _seal, ...urgent } = reports
  return {
    urgent,
    async reportUrgent(input, by, options) {
      await requireActor(host, by)
      requireRule(anyStaff, 'reportUrgent', by, await host.directory())
      const { case: of } = parseInput('petition.urgent-report.report', urgentInputs.report, input)
      if (of !== undefined) book.keep(of, await factsFor(host, kinds, of, by))
      return await reports.report(input, by, options)
    },
  }
}
