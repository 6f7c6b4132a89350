import { type Actor, addDays, type InboxItem, type PluginHost, systemActor } from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import { supervisionOf } from '../defaults.js'
import { type OpenDuty, openDuties } from '../duties.js'
import { figure } from '../finding/words.js'
import type { AgencyThreshold } from '../policy.js'
import { dateOf, type RulesAtHand } from '../rules-at-hand.js'
import { factsOf, type Supervisable } from '../subject.js'
import type {
  AgencyQuery,
  AgencySignal,
  SignalColour,
  SignalQuery,
  SignalsPage,
  StepSignal,
} from './signal.js'

export interface Signals {
  steps(query: SignalQuery, by: Actor): Promise<SignalsPage>
  /** By the id of the unit: an order by numbers would be a league table. */
  agencies(query: AgencyQuery, by: Actor): Promise<readonly AgencySignal[]>
}

export function createSignals(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  rules: RulesAtHand,
): Signals {
  const names = kinds.map(({ kind }) => kind)
  const now = () => Date.parse(host.now())

  const colourOf = (duty: OpenDuty, pinned: string): SignalColour => {
    if (duty.overdue) return 'red'
    const [widest] = duty.limit?.warnings ?? []
    if (widest === undefined) return 'green'
    return isNear(duty, widest.before, pinned) ? 'yellow' : 'green'
  }

  const isNear = ({ limit, dueOn, dueAt }: OpenDuty, before: number, pinned: string): boolean => {
    const profile = rules.of(pinned)
    if (limit === undefined || profile === undefined) return false
    // The few hours by which working hours differ from those of the clock move a warning, never an end.
    if (limit.unit === 'workHour' || limit.unit === 'urgentHour')
      return now() >= Date.parse(dueAt) - before * 3_600_000
    const today = dateOf(rules.dayUnder(profile))
    if (limit.unit === 'naturalDay') return today > addDays(dueOn, -before)
    const dueDay = Date.parse(`${dueOn}T00:00:00Z`) / 86_400_000
    return today > dateOf(rules.calendarOf(profile).addWorkdays(dueDay, -before))
  }

  const stepsOf = async (id: string, by: Actor): Promise<readonly StepSignal[]> => {
    const duties = await openDuties(host, id, by)
    if (duties.length === 0) return []
    const { case: of, rules: pinned } = await factsOf(kinds, id)
    const shown = { id, kind: of.kind, number: of.number ?? undefined }
    return duties.map((duty) => {
      const { clock, unit, dueOn } = duty
      return { case: shown, clock, unit, dueOn, signal: colourOf(duty, pinned) }
    })
  }

  /** No duty that ends later is yellow under any profile: working days are at most four times as many calendar days, and eleven. */
  const horizon = (): string => {
    const limits = rules.all.flatMap((one) => Object.values(one.limits))
    const days = limits.flatMap(({ warnings = [] }) => warnings.map(({ before }) => before * 4 + 11))
    return new Date(now() + Math.max(0, ...days) * 86_400_000).toISOString()
  }

  async function* casesOf(query: object, by: Actor): AsyncIterable<InboxItem> {
    let cursor: string | undefined
    do {
      const page = await host.platform.cases.find({ kind: names, limit: 200, ...query, cursor }, by)
      yield* page.items
      cursor = page.next
    } while (cursor !== undefined)
  }

  return {
    async steps({ unit, case: one, limit = 50, cursor }, by) {
      if (one !== undefined) {
        // Refuses as every way to a case does.
        await host.platform.deadlines.of(one, by)
        return { steps: await stepsOf(one, by) }
      }
      const query = { kind: names, unit, dueBefore: horizon(), limit, cursor }
      const { items, next } = await host.platform.cases.find(query, by)
      const steps: StepSignal[] = []
      for (const { id } of items)
        steps.push(...(await stepsOf(id, by)).filter(({ signal }) => signal !== 'green'))
      return next === undefined ? { steps } : { steps, next }
    },

    async agencies({ unit }, by) {
      const today = rules.today()
      const threshold = today === undefined ? null : supervisionOf(today).agency
      const counts = new Map<string, { red: number; yellow: number; open: number }>()
      // Without a threshold nobody asks how many there are: then only those that are late or near are read.
      const query = threshold === null ? { unit, dueBefore: horizon() } : { unit }
      for await (const { id, due, overdue } of casesOf(query, by)) {
        if (due === undefined) continue
        const count = counts.get(due.unit) ?? { red: 0, yellow: 0, open: 0 }
        counts.set(due.unit, count)
        count.open += 1
        if (overdue) count.red += 1
        else if (due.at <= horizon()) {
          const step = (await stepsOf(id, systemActor)).find(({ clock }) => clock === due.clock)
          if (step?.signal === 'yellow') count.yellow += 1
        }
      }
      return [...counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([one, { red, yellow, open }]) => agencySignal(one, red, yellow, open, threshold))
    },
  }
}

function agencySignal(
  unit: string,
  red: number,
  yellow: number,
  open: number,
  threshold: AgencyThreshold | null,
): AgencySignal {
  if (threshold === null) {
    const text = {
      en: 'No colour: the profile in force sets no threshold for agencies, and no checked text does.',
      zh: '不显示颜色：现行规则未设定单位阈值，亦无经核实的依据。',
    }
    return { unit, red, yellow, open: null, share: null, signal: null, text }
  }
  const share = red / open
  const signal = share >= threshold.red ? 'red' : share >= threshold.yellow ? 'yellow' : 'green'
  const of = figure({ ...threshold, amount: signal === 'red' ? threshold.red : threshold.yellow })
  const text = {
    en: `${red} of ${open} running duties are late (threshold ${of.en}).`,
    zh: `在办职责${open}项，其中逾期${red}项（阈值${of.zh}）。`,
  }
  return { unit, red, yellow, open, share, signal, text }
}
