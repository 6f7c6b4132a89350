import type { CaseParties } from '../access/parties.js'
import { instantOf } from '../case/context.js'
import type { AnyRecord } from '../case/record.js'
import type { WiredKind } from '../case/wire.js'
import type { WorkingCalendar } from '../clock/calendar.js'
import { nextSignal } from '../clock/due.js'
import { dayNumber } from '../clock/local-date.js'
import type { ClockRun } from '../clock/run.js'
import { runDue } from '../deadline/run-due.js'
import { deepFreeze } from '../freeze.js'
import { nextStage } from '../retention/stages.js'
import type { RuleProfile } from '../rules/profile.js'
import type { ViewDefinition } from '../store/port.js'

/** The view behind `platform.cases.find`: one row per case of every kind. */
export const inboxView: ViewDefinition = {
  name: 'core.inbox',
  version: 1,
  lists: ['involved', 'petitioners', 'lookups'],
  indexes: [
    { equal: ['open', 'unit'], sort: 'dueAt' },
    { equal: ['open', 'unit'], sort: 'openedAt' },
    { equal: ['open', 'unit'], sort: 'updatedAt' },
    { equal: [], sort: 'signalAt', sparse: true },
    { equal: [], sort: 'notices', sparse: true },
    { equal: [], sort: 'custodyAt', sparse: true },
    { equal: ['petitioners'], sort: 'openedAt' },
    // By what never changes: an entry for each unit would else be written anew with every due date.
    { equal: ['involved'], sort: 'openedAt' },
    { equal: ['lookups'] },
  ],
}

/** What the inbox keeps of a case. Instants are milliseconds since the epoch. */
export interface InboxRow extends DueFacts, CaseParties {
  readonly kind: string
  readonly status: string
  readonly open: boolean
  readonly number: string | null
  readonly title: string
  /** How many holiday notices its due dates took in: with more of them they are derived anew. `null` where it has none. */
  readonly notices: number | null
  /** When `retention.sweep` has something to do with it next. */
  readonly custodyAt: number | null
  readonly openedAt: number
  readonly updatedAt: number
  readonly facets: Readonly<Record<string, string>>
  /** Hidden exact keys, `name=value`; the number is one of them. */
  readonly lookups: readonly string[]
}

/** The nearest end of a running clock of an agency. A cache: it is derived anew when clocks or calendar change. */
export interface DueFacts {
  readonly dueAt: number | null
  readonly dueClock: string | null
  readonly dueUnit: string | null
  /** The year whose holidays are missing for the last word on `dueAt`. */
  readonly dueProvisional: number | null
  /** When `deadlines.tick` has something to record next. */
  readonly signalAt: number | null
}

/** Derives the row of a case. Pure. */
export function inboxRow(
  kind: WiredKind,
  record: AnyRecord,
  due: DueFacts,
  notices: number,
  openedAt: number = instantOf(record.openedAt),
): InboxRow {
  const facts = kind.inbox(record.state)
  const parties = kind.parties(record.state)
  const row = {
    kind: record.kind,
    status: record.state.status,
    open: facts.open,
    number: facts.number ?? null,
    title: facts.title,
    unit: parties.unit,
    involved: parties.involved,
    petitioners: parties.petitioners,
    handlers: parties.handlers,
    recused: parties.recused,
    accused: deepFreeze(parties.accused),
    confidential: parties.confidential ?? false,
    dueAt: due.dueAt,
    dueClock: due.dueClock,
    dueUnit: due.dueUnit,
    dueProvisional: due.dueProvisional,
    signalAt: due.signalAt,
    notices: due.dueAt === null && due.dueProvisional === null ? null : notices,
    custodyAt: record.custody.class === null ? null : custodyAt(kind, record),
    openedAt,
    updatedAt: instantOf(record.updatedAt),
    facets: facts.facets,
    lookups: lookupsOf(facts.number, facts.lookups),
  } satisfies InboxRow
  deepFreeze(facts.facets)
  Object.freeze(row.lookups)
  Object.freeze(row.involved)
  Object.freeze(row.petitioners)
  Object.freeze(row.handlers)
  Object.freeze(row.recused)
  return Object.freeze(row)
}

/** In UTC, so up to half a day off: the sweep asks the calendar of the place. */
function custodyAt(kind: WiredKind, record: AnyRecord): number | null {
  const next = nextStage(record.custody, kind.profile(record.rules))
  return next === undefined ? null : dayNumber(next.on) * 86_400_000 - 50_400_000
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

type Draft<Facts> = { -readonly [Field in keyof Facts]: Facts[Field] }

/** What the running clocks of a case come to. */
export function dueFacts(
  clocks: readonly ClockRun[],
  rules: RuleProfile,
  calendar: WorkingCalendar,
): DueFacts {
  const facts: Draft<DueFacts> = {
    dueAt: null,
    dueClock: null,
    dueUnit: null,
    dueProvisional: null,
    signalAt: null,
  }
  // By index here and below: every command passes through, and an iterator is garbage.
  for (let i = 0; i < clocks.length; i++) {
    const run = clocks[i] as ClockRun
    if (run.stoppedAt !== undefined || rules.limits[run.clock]?.nature === 'right') continue
    const { due, unknownYear } = runDue(run, rules, calendar)
    if (due === undefined) {
      facts.dueProvisional ??= unknownYear ?? null
      continue
    }
    if (facts.dueAt === null || due.at < facts.dueAt) {
      facts.dueAt = due.at
      facts.dueClock = run.clock
      facts.dueUnit = run.unit
      facts.dueProvisional = due.provisional ?? null
    }
    const signal = nextSignal(run, rules, calendar, due)
    if (signal !== undefined && (facts.signalAt === null || signal < facts.signalAt)) facts.signalAt = signal
  }
  return facts
}
