import { type Actor, coreErrors, type Directory, type PluginHost } from '@redress/core'
import * as z from 'zod'
import type { PetitionEvent } from '../../events.js'
import { id } from '../../matter/words.js'
import type { PetitionRules } from '../../rules/policy.js'
import { about } from '../about-case.js'
import { supervisionOf } from '../defaults.js'
import { matterView } from '../matter/kind.js'
import type { RulesAtHand } from '../rules-at-hand.js'
import type { Supervisable } from '../subject.js'
import type { FindingQuery, FindingsPage, FoundTrigger, NotJudged, SupervisionFinding } from './finding.js'
import type { Judges } from './judges.js'
import { type Found, lateSource, type Source, watchSource } from './sources.js'

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
  judges: Judges,
  rules: RulesAtHand,
): Findings {
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
      watchSource(host, units, range, (id, row) => judges.watched(range.field, id, row))
    const [idle, objections, execution] = [least('idleWorkDays'), least('objections'), least('executionDays')]
    const before = (days: number) => (today ?? 0) - days + 1
    return [
      ...(wants('late', 'notReported')
        ? [lateSource(host, names, query.unit, (one, by) => judges.late(one, by))]
        : []),
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
