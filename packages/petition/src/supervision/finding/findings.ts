import { type Actor, coreErrors, type Directory, type PluginHost, systemActor } from '@redress/core'
import * as z from 'zod'
import type { ComplaintApi } from '../../complaint/api.js'
import { isPetitionAppeal } from '../../complaint/guards.js'
import type { WatchedComplaint, WatchedField } from '../../complaint/watch.js'
import type { PetitionEvent } from '../../events.js'
import { id } from '../../matter/words.js'
import type { PetitionRules } from '../../rules/policy.js'
import { about } from '../about-case.js'
import { supervisionOf } from '../defaults.js'
import { openDuties } from '../duties.js'
import { matterView } from '../matter/kind.js'
import { dateOf, type RulesAtHand } from '../rules-at-hand.js'
import { type CaseFacts, factsOf, type Supervisable } from '../subject.js'
import type {
  FindingFact,
  FindingQuery,
  FindingsPage,
  FoundTrigger,
  NotJudged,
  SupervisionFinding,
} from './finding.js'
import { idleDays } from './idle.js'
import { type Found, lateSource, type Source, watchSource } from './sources.js'
import { factText } from './words.js'

export const findingQuery = z.strictObject({
  unit: id.optional(),
  triggers: z
    .array(z.enum(['late', 'notReported', 'procedure', 'shirking', 'notExecuted']))
    .min(1)
    .max(5)
    .readonly()
    .optional(),
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().max(600).optional(),
})

export interface Findings {
  page(query: FindingQuery, by: Actor): Promise<FindingsPage>
}

/** Finds reasons to supervise. Nothing is kept: each time it is asked, the cases that are late, idle or flawed are looked at. */
export function createFindings(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  complaint: ComplaintApi,
  rules: RulesAtHand,
): Findings {
  const finding = (
    trigger: FoundTrigger,
    { case: of, rules: pinned }: CaseFacts,
    fact: FindingFact,
    unit: string,
  ): Found => {
    const { id, kind, number } = of
    const source = articleOf(rules.of(pinned), trigger)
    return {
      trigger,
      case: { id, kind, number: number ?? undefined },
      unit,
      fact,
      source,
      text: factText(fact, unit),
    }
  }

  const judgeLate = async (id: string, by: Actor): Promise<readonly Found[]> => {
    const facts = await factsOf(kinds, id)
    const duties = await openDuties(host, id, by)
    return duties
      .filter(({ overdue }) => overdue)
      .map(({ clock, unit, dueOn }) => {
        const trigger = clock === 'assignedReport' ? 'notReported' : 'late'
        return finding(trigger, facts, { found: 'lateDuty', clock, dueOn }, unit)
      })
  }

  /** How each field of the watch becomes a finding, under the rules that the complaint pins. */
  const judges: Readonly<
    Record<
      WatchedField,
      (id: string, row: WatchedComplaint, pinned: PetitionRules) => Promise<readonly Found[]>
    >
  > = {
    async idleSince(id, { idleSince, unit }, pinned) {
      const threshold = supervisionOf(pinned).idleWorkDays
      if (threshold === null || idleSince === null) return []
      const calendar = rules.calendarOf(pinned)
      const idle = idleDays(idleSince, rules.dayUnder(pinned), calendar, pinned.calendar.weekend)
      if (idle.workDays < threshold.amount) return []
      const fact = { found: 'idle' as const, since: dateOf(idleSince), ...idle, threshold }
      return [finding('shirking', await factsOf(kinds, id), fact, unit)]
    },
    async handedOn(id, row, pinned) {
      const threshold = supervisionOf(pinned).objections
      if (threshold === null) return []
      const history = await complaint.history(id, systemActor)
      const objections = history.flatMap((event) =>
        event.type === 'petition.complaint-objected' ? [event.data.by] : [],
      )
      if (objections.length < threshold.amount) return []
      const fact = { found: 'objections' as const, times: objections.length, threshold }
      return [finding('shirking', await factsOf(kinds, id), fact, objections.at(-1) ?? row.unit)]
    },
    async unexecutedSince(id, { unexecutedSince, unit }, pinned) {
      const threshold = supervisionOf(pinned).executionDays
      if (threshold === null || unexecutedSince === null) return []
      const days = rules.dayUnder(pinned) - unexecutedSince
      if (days <= threshold.amount) return []
      const fact = { found: 'notExecuted' as const, since: dateOf(unexecutedSince), days, threshold }
      return [finding('notExecuted', await factsOf(kinds, id), fact, unit)]
    },
    async defectiveSince(id, { unit }, pinned) {
      const { state } = await complaint.get(id, systemActor)
      const opinion = state.opinion ?? state.delivered.at(-1)
      if (opinion?.defectiveNotice !== true || !isPetitionAppeal(state, { rules: pinned })) return []
      const fact = { found: 'defectiveNotice' as const, on: opinion.on }
      return [finding('procedure', await factsOf(kinds, id), fact, opinion.by || unit)]
    },
  }

  const judgeWatched = async (
    field: WatchedField,
    id: string,
    row: WatchedComplaint,
  ): Promise<readonly Found[]> => {
    const pinned = rules.of((await complaint.get(id, systemActor)).rules)
    return pinned === undefined ? [] : await judges[field](id, row, pinned)
  }

  /** In order; those that no profile sets a threshold for are left out. */
  const sourcesOf = async (query: FindingQuery): Promise<readonly Source[]> => {
    const { triggers } = query
    const wants = (...some: readonly FoundTrigger[]) =>
      triggers === undefined || some.some((one) => triggers.includes(one))
    const units = query.unit === undefined ? undefined : withPredecessors(query.unit, await host.directory())
    const names = kinds.map(({ kind }) => kind)
    const [today] = rules.all.map((one) => rules.dayUnder(one)).sort((a, b) => b - a)
    const least = (field: NotJudged['threshold']) => {
      const set = rules.all.flatMap((one) => supervisionOf(one)[field]?.amount ?? [])
      return set.length === 0 ? undefined : Math.min(...set)
    }
    const watched = (range: Parameters<typeof watchSource>[2]) =>
      watchSource(host, units, range, (id, row) => judgeWatched(range.field, id, row))
    const [idle, objections, execution] = [least('idleWorkDays'), least('objections'), least('executionDays')]
    const before = (days: number) => (today ?? 0) - days + 1
    return [
      ...(wants('late', 'notReported') ? [lateSource(host, names, query.unit, judgeLate)] : []),
      ...(wants('shirking') && idle !== undefined
        ? [watched({ field: 'idleSince', from: 0, below: before(idle) })]
        : []),
      ...(wants('shirking') && objections !== undefined
        ? [watched({ field: 'handedOn', from: Math.max(2, objections) })]
        : []),
      ...(wants('notExecuted') && execution !== undefined
        ? [watched({ field: 'unexecutedSince', from: 0, below: before(execution) })]
        : []),
      ...(wants('procedure') ? [watched({ field: 'defectiveSince', from: 0 })] : []),
    ]
  }

  const withMatters = async (found: Found, by: Actor): Promise<SupervisionFinding> => {
    const matters: string[] = []
    for await (const matter of about(host, matterView, { case: found.case.id, open: true }))
      if (await host.platform.cases.mayRead(matter, by)) matters.push(matter)
    return { ...found, matters }
  }

  return {
    async page(query, by) {
      const { triggers, limit = 50 } = query
      const sources = await sourcesOf(query)
      let [n, inner] = query.cursor === undefined ? [0, undefined] : readCursor(query.cursor)
      const findings: SupervisionFinding[] = []
      const failed: FindingsPage['failed'][number][] = []
      while (n < sources.length && findings.length < limit) {
        const page = await (sources[n] as Source)(inner, limit - findings.length, by)
        for (const found of page.found)
          if (triggers === undefined || triggers.includes(found.trigger))
            findings.push(await withMatters(found, by))
        failed.push(...page.failed)
        inner = page.next
        if (inner === undefined) n += 1
      }
      const shown = { findings, notJudged: notJudged(rules.today(), triggers), failed }
      return n < sources.length ? { ...shown, next: btoa(JSON.stringify([n, inner ?? null])) } : shown
    },
  }
}

const articleOf = (pinned: PetitionRules | undefined, trigger: FoundTrigger): string =>
  (pinned && supervisionOf(pinned).articles[trigger]) ?? ''

/** @throws CURSOR_INVALID */
function readCursor(cursor: string): [n: number, inner: string | undefined] {
  try {
    const [n, inner] = JSON.parse(atob(cursor)) as unknown[]
    if (Number.isSafeInteger(n) && (n as number) >= 0 && (typeof inner === 'string' || inner === null))
      return [n as number, inner ?? undefined]
  } catch {
    // Not base 64 or not JSON: the same answer.
  }
  throw coreErrors.CURSOR_INVALID()
}

/** A unit and those below it, with those whose work came to them. */
function withPredecessors(unit: string, directory: Directory): readonly string[] {
  directory.get(unit)
  return directory.subtree(unit).flatMap((one) => [one, ...directory.predecessors(one)])
}

const thresholds = {
  idleWorkDays: 'shirking',
  objections: 'shirking',
  executionDays: 'notExecuted',
} as const satisfies Record<NotJudged['threshold'], FoundTrigger>

function notJudged(
  today: PetitionRules | undefined,
  triggers: FindingQuery['triggers'],
): readonly NotJudged[] {
  if (today === undefined) return []
  return (Object.keys(thresholds) as NotJudged['threshold'][]).flatMap((threshold) => {
    const trigger = thresholds[threshold]
    const isSet = supervisionOf(today)[threshold] !== null
    if (isSet || (triggers !== undefined && !triggers.includes(trigger))) return []
    const text = {
      en: `Profile '${today.id}' sets no '${threshold}', and no checked text does: nothing is judged by it.`,
      zh: `规则“${today.id}”未设定“${threshold}”，亦无经核实的依据，故不作判断。`,
    }
    return [{ trigger, rules: today.id, threshold, text }]
  })
}
