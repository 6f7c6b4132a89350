import { type Actor, type PluginHost, systemActor } from '@redress/core'
import type { ComplaintApi } from '../../complaint/api.js'
import { isPetitionAppeal } from '../../complaint/guards.js'
import type { WatchedComplaint, WatchedField } from '../../complaint/watch.js'
import type { PetitionEvent } from '../../events.js'
import type { PetitionRules } from '../../rules/policy.js'
import { supervisionOf } from '../defaults.js'
import { openDuties } from '../duties.js'
import { dateOf, type RulesAtHand } from '../rules-at-hand.js'
import { type CaseFacts, factsOf, type Supervisable } from '../subject.js'
import type { FindingFact, FoundTrigger } from './finding.js'
import { idleDays } from './idle.js'
import type { Found } from './sources.js'
import { factText } from './words.js'

/** What is found in one case. */
export interface Judges {
  /** Its late duties, of those that the reader may know of. */
  late(id: string, by: Actor): Promise<readonly Found[]>
  /** What a field of the watch comes to under the rules that the complaint pins. */
  watched(field: WatchedField, id: string, row: WatchedComplaint): Promise<readonly Found[]>
}

type Judge = (id: string, row: WatchedComplaint, pinned: PetitionRules) => Promise<readonly Found[]>

export function createJudges(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  complaint: ComplaintApi,
  rules: RulesAtHand,
): Judges {
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

  const judges: Readonly<Record<WatchedField, Judge>> = {
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

  return {
    async late(id, by) {
      const facts = await factsOf(kinds, id)
      const duties = await openDuties(host, id, by)
      return duties
        .filter(({ overdue }) => overdue)
        .map(({ clock, unit, dueOn }) => {
          const trigger = clock === 'assignedReport' ? 'notReported' : 'late'
          return finding(trigger, facts, { found: 'lateDuty', clock, dueOn }, unit)
        })
    },
    async watched(field, id, row) {
      const pinned = rules.of((await complaint.get(id, systemActor)).rules)
      return pinned === undefined ? [] : await judges[field](id, row, pinned)
    },
  }
}

const articleOf = (pinned: PetitionRules | undefined, trigger: FoundTrigger): string =>
  (pinned && supervisionOf(pinned).articles[trigger]) ?? ''
