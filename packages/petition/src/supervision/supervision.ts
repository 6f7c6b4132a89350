import {
  type Accused,
  type Actor,
  anyOf,
  anyOfficer,
  type CaseApi,
  type Directory,
  type FailedCase,
  type PluginHost,
  system,
} from '@redress/core'
import * as z from 'zod'
import { parse } from '../accusation/parse.js'
import type { ComplaintApi } from '../complaint/api.js'
import type { PetitionEvent } from '../events.js'
import { isNobody } from '../matter/checks.js'
import { id } from '../matter/words.js'
import type { PetitionRules } from '../rules/policy.js'
import { followSeals } from './about-case.js'
import { requireRule } from './access.js'
import { requireActor } from './actor.js'
import type { EscalationsPage, SupervisionApi } from './api.js'
import { supervisionOf } from './defaults.js'
import { createEscalations, type EscalationNotice } from './escalation/escalations.js'
import { type EscalationTypes, escalationKind } from './escalation/kind.js'
import type { FoundTrigger } from './finding/finding.js'
import { createFindings, findingQuery } from './finding/findings.js'
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
import { rulesAtHand } from './rules-at-hand.js'
import { agencyQuery, createSignals, signalQuery } from './signal/signals.js'
import { type CaseFacts, type Supervisable, supervisable } from './subject.js'
import { createUrgent } from './urgent/api.js'
import type { UrgentTypes } from './urgent/decide.js'
import { urgentKind, urgentView } from './urgent/kind.js'

const escalationQuery = z.strictObject({
  unit: id.optional(),
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().max(600).optional(),
})
const staff = anyOf(system, anyOfficer())
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
  const findings = createFindings(host, watched, complaint, atHand)
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

  /** Reads a query of a member of staff; one who names no unit means what the own unit supervises. */
  const asked = async <Query extends { readonly unit?: string | undefined }>(
    what: string,
    schema: z.ZodType<Query>,
    query: unknown,
    by: Actor,
  ): Promise<Query> => {
    await requireActor(host, by)
    const directory = await host.directory()
    requireRule(staff, what, by, directory)
    const parsed = parse(`petition.supervision.${what}`, schema, query)
    if (by.kind !== 'officer' || parsed.unit !== undefined) return parsed
    const own = directory.unit(by.unit)
    const offices = policyOf(atHand.today())?.offices ?? []
    const isOffice = own?.parent !== undefined && offices.includes(own.type)
    return { ...parsed, unit: isOffice ? own.parent : by.unit }
  }

  /** Whether a notice is for this reader: by name, or to the unit as such. */
  const concerns = ({ unit, role, persons }: EscalationNotice, by: Actor, directory: Directory): boolean => {
    if (by.kind !== 'officer') return by.kind === 'system'
    if (persons.length > 0) return persons.includes(by.id)
    return by.roles.includes(role) && directory.successors(unit).some((heir) => heir.id === by.unit)
  }

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

    async escalations(query, by): Promise<EscalationsPage> {
      const { unit, limit, cursor } = await asked('escalations', escalationQuery, query, by)
      const late = { kind: names, unit, overdue: true, limit, cursor }
      const { items, next } = await host.platform.cases.find(late, by)
      const directory = await host.directory()
      const notices: EscalationNotice[] = []
      const failed: FailedCase[] = []
      for (const one of items) {
        try {
          const due = await escalations.dueOf(one.id)
          notices.push(...due.notices.filter((notice) => concerns(notice, by, directory)))
        } catch (error) {
          failed.push({ id: one.id, error })
        }
      }
      return next === undefined ? { notices, failed } : { notices, failed, next }
    },

    async sweep(by) {
      await requireActor(host, by)
      requireRule(system, 'sweep', by, await host.directory())
      const unsealed = await followSeals(host, kinds, sealables, { open: true })
      const { notices, untold, failed } = await escalations.record()
      const counts: Record<FoundTrigger, number> = {
        late: 0,
        notReported: 0,
        procedure: 0,
        shirking: 0,
        notExecuted: 0,
      }
      const all = new Map([...unsealed, ...failed].map((one) => [one.id, one]))
      let cursor: string | undefined
      do {
        const page = await findings.page({ limit: 200, cursor }, by)
        for (const { trigger } of page.findings) counts[trigger] += 1
        for (const one of page.failed) all.set(one.id, one)
        cursor = page.next
      } while (cursor !== undefined)
      return { told: notices, untold, findings: counts, failed: [...all.values()] }
    },
  }
}
