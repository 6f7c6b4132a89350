import type { Accused, CaseApi, PluginHost } from '@redress/core'
import * as z from 'zod'
import type { ComplaintApi } from '../complaint/api.js'
import type { PetitionEvent } from '../events.js'
import { isNobody } from '../matter/checks.js'
import { id } from '../matter/words.js'
import type { PetitionRules } from '../rules/policy.js'
import { followSeals } from './about-case.js'
import type { SupervisionApi } from './api.js'
import { supervisionOf } from './defaults.js'
import { createEscalations } from './escalation/escalations.js'
import { type EscalationTypes, escalationKind } from './escalation/kind.js'
import { createFindings, findingQuery } from './finding/findings.js'
import { createJudges } from './finding/judges.js'
import type { DrawnCase } from './inspection/commands.js'
import type { SampleDrawing } from './inspection/draw.js'
import { inspectionKind } from './inspection/kind.js'
import { createInspections } from './inspection/sample.js'
import type { InspectionTypes } from './inspection/types.js'
import { lookedUp } from './looked-up.js'
import { createMatters } from './matter/api.js'
import { matterKind, matterView } from './matter/kind.js'
import type { SupervisionTypes } from './matter/types.js'
import { proposalKind } from './proposal/kind.js'
import type { ProposalTypes } from './proposal/types.js'
import { queryReader } from './reader.js'
import { rulesAtHand } from './rules-at-hand.js'
import { agencyQuery, signalQuery } from './signal/signal.js'
import { createSignals } from './signal/signals.js'
import { type CaseFacts, type Supervisable, supervisable } from './subject.js'
import { createSweep } from './sweep.js'
import { createUrgent } from './urgent/api.js'
import type { UrgentTypes } from './urgent/decide.js'
import { urgentKind, urgentView } from './urgent/kind.js'

const escalationQuery = z.strictObject({
  unit: id.optional(),
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().max(600).optional(),
})
const policyOf = (rules: PetitionRules | undefined) => rules && supervisionOf(rules)

/**
 * Makes `platform.petition.supervision`.
 *
 * @param kinds the kinds of petition case that can be supervised
 */
export function createSupervision(
  host: PluginHost<PetitionEvent>,
  rules: readonly PetitionRules[],
  complaint: ComplaintApi,
  kinds: readonly Supervisable[],
): SupervisionApi {
  const book = lookedUp<CaseFacts>()
  const drawings = lookedUp<SampleDrawing<DrawnCase>>()
  const factsOf = (one: string) => book.of(one)
  const matter = matterKind(rules, factsOf)
  const proposal = proposalKind(rules)
  const inspection = inspectionKind(rules, (input) => drawings.of(JSON.stringify(input)))
  const urgent = urgentKind(rules, factsOf)
  const matters: CaseApi<SupervisionTypes> = host.addKind(matter)
  const proposals: CaseApi<ProposalTypes> = host.addKind(proposal)
  const inspections: CaseApi<InspectionTypes> = host.addKind(inspection)
  const reports: CaseApi<UrgentTypes> = host.addKind(urgent)
  const atHand = rulesAtHand(host, rules)
  // Whoever is supervised owes answers too, and can be late with them.
  const watched = [
    ...kinds,
    supervisable(matter, matters),
    supervisable(proposal, proposals),
    supervisable(inspection, inspections),
  ]
  const names = watched.map(({ kind }) => kind)
  const escalations = createEscalations(
    host,
    watched,
    host.addKind<EscalationTypes>(escalationKind),
    (pinned) => policyOf(atHand.of(pinned))?.escalation ?? [],
  )
  const findings = createFindings(host, watched, createJudges(host, watched, complaint, atHand), atHand)
  const signals = createSignals(host, watched, atHand)
  const sealables = [
    { view: matterView, ...matters },
    { view: urgentView, ...reports },
  ]

  // At once in this process; a sweep makes sure.
  const follow = ({
    stream,
    data,
  }: {
    readonly stream: string
    readonly data: { readonly accused: Accused }
  }) => {
    if (!isNobody(data.accused)) void followSeals(host, kinds, sealables, { case: stream }).catch(() => {})
  }
  host.events.on('petition.complaint-classified', follow)
  host.events.on('petition.accusation-accused-named', follow)

  const asked = queryReader(host, atHand)

  return {
    matters: createMatters(host, kinds, book, matters),
    proposals,
    ...createInspections(host, kinds, drawings, inspections, atHand),
    ...createUrgent(host, kinds, book, reports),

    async findings(query, by) {
      return await findings.page(await asked('findings', findingQuery, query, by), by)
    },

    async signals(query, by) {
      return await signals.steps(await asked('signals', signalQuery, query, by), by)
    },
    async agencies(query, by) {
      return await signals.agencies(await asked('agencies', agencyQuery, query, by), by)
    },

    async escalations(query, by) {
      const { unit, limit, cursor } = await asked('escalations', escalationQuery, query, by)
      const late = { kind: names, unit, overdue: true, limit, cursor }
      const { items, next } = await host.platform.cases.find(late, by)
      const shown = await escalations.noticesFor(
        items.map((item) => item.id),
        by,
      )
      return next === undefined ? shown : { ...shown, next }
    },

    sweep: createSweep(host, kinds, sealables, escalations, findings),
  }
}
