import type { Accused } from '../access/parties.js'
import type { WorkingCalendar } from '../clock/calendar.js'
import { nextSignal } from '../clock/due.js'
import { instantMs } from '../clock/local-date.js'
import type { ClockRun } from '../clock/run.js'
import { deepFreeze } from '../freeze.js'
import type { RuleProfile } from '../rules/profile.js'
import type { Row, ViewDefinition } from '../store/port.js'
import type { AnyRecord } from './record.js'
import { runDue } from './run-due.js'
import type { WiredKind } from './wire.js'

/** The view behind `platform.cases.find`: one row per case of every kind. */
export const inboxView: ViewDefinition = {
  name: 'core.inbox',
  version: 1,
  indexes: [
    { equal: ['open', 'unit'], sort: 'dueAt' },
    { equal: ['open', 'unit'], sort: 'openedAt' },
    { equal: ['open', 'unit'], sort: 'updatedAt' },
    { equal: [], sort: 'signalAt', sparse: true },
    { equal: ['petitioners'], sort: 'openedAt' },
    { equal: ['lookups'] },
  ],
}

/** What the inbox keeps of a case. Instants are milliseconds since the epoch. */
export interface InboxRow {
  readonly kind: string
  readonly status: string
  readonly open: boolean
  readonly number: string | null
  readonly title: string
  readonly unit: string
  readonly involved: readonly string[]
  readonly petitioners: readonly string[]
  readonly recused: readonly string[]
  readonly accused: Accused
  /** The nearest end of a running clock of an agency. A cache: it is derived anew at every change of case or calendar. */
  readonly dueAt: number | null
  readonly dueClock: string | null
  readonly dueUnit: string | null
  /** The year whose holidays are missing for the last word on `dueAt`. */
  readonly dueProvisional: number | null
  /** When `deadlines.tick` has something to record next. */
  readonly signalAt: number | null
  /** How many holiday notices its due dates took in: with more of them they are derived anew. */
  readonly notices: number
  readonly openedAt: number
  readonly updatedAt: number
  readonly facets: Readonly<Record<string, string>>
  /** Hidden exact keys, `name=value`; the number is one of them. */
  readonly lookups: readonly string[]
}

/** Derives the row of a case. Pure. */
export function inboxRow(
  kind: WiredKind,
  record: AnyRecord,
  rules: RuleProfile,
  calendar: WorkingCalendar,
  notices: number,
): Row {
  const facts = kind.inbox(record.state)
  const parties = kind.parties(record.state)
  const due = nearestDue(record.clocks, rules, calendar)
  const row = {
    kind: record.kind,
    status: record.state.status,
    open: facts.open,
    number: facts.number ?? null,
    title: facts.title,
    unit: parties.unit,
    involved: parties.involved,
    petitioners: parties.petitioners,
    recused: parties.recused,
    accused: deepFreeze(parties.accused),
    dueAt: due.at,
    dueClock: due.clock,
    dueUnit: due.unit,
    dueProvisional: due.provisional,
    signalAt: due.signalAt,
    notices,
    openedAt: instantMs(record.openedAt),
    updatedAt: instantMs(record.updatedAt),
    facets: facts.facets,
    lookups: lookupsOf(facts.number, facts.lookups),
  } satisfies InboxRow
  deepFreeze(facts.facets)
  Object.freeze(row.lookups)
  for (const list of [row.involved, row.petitioners, row.recused]) Object.freeze(list)
  return Object.freeze(row)
}

/** How a hidden key stands in `lookups`. */
export function lookupKey(name: string, value: string): string {
  return `${name}=${value}`
}

function lookupsOf(
  number: string | undefined,
  lookups: Readonly<Record<string, string>> | undefined,
): string[] {
  const keys = number === undefined ? [] : [lookupKey('number', number)]
  if (lookups !== undefined) for (const name in lookups) keys.push(lookupKey(name, lookups[name] as string))
  return keys
}

interface NearestDue {
  at: number | null
  clock: string | null
  unit: string | null
  provisional: number | null
  signalAt: number | null
}

function nearestDue(clocks: readonly ClockRun[], rules: RuleProfile, calendar: WorkingCalendar): NearestDue {
  const nearest: NearestDue = { at: null, clock: null, unit: null, provisional: null, signalAt: null }
  for (const run of clocks) {
    if (run.stoppedAt !== undefined || rules.limits[run.clock]?.nature === 'right') continue
    const { due, unknownYear } = runDue(run, rules, calendar)
    if (due === undefined) {
      nearest.provisional ??= unknownYear ?? null
      continue
    }
    if (nearest.at === null || due.at < nearest.at) {
      nearest.at = due.at
      nearest.clock = run.clock
      nearest.unit = run.unit
      nearest.provisional = due.provisional ?? null
    }
    const signal = nextSignal(run, rules, calendar, due)
    if (signal !== undefined && (nearest.signalAt === null || signal < nearest.signalAt))
      nearest.signalAt = signal
  }
  return nearest
}
