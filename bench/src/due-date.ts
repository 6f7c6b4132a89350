import { type ClockRun, compileCalendar, dueOf, type RuleProfile } from '@redress/core'
import { chinaCalendar } from '@redress/core/calendars/china'
import { addDays } from 'date-fns/addDays'
import { format as formatDate } from 'date-fns/format'
import { isWeekend } from 'date-fns/isWeekend'
import { parseISO } from 'date-fns/parseISO'
import { median, seededRandom } from './measure.js'
import { format, number, type Section } from './report.js'

/** The two limits that cases have most: 15 working days, and 60 calendar days that roll forward. */
const limits = ['15 working days', '60 calendar days, rolled'] as const
type LimitName = (typeof limits)[number]

const rules: RuleProfile = {
  id: 'bench',
  title: 'Bench',
  source: 'bench',
  effectiveFrom: '2004-01-01',
  verified: true,
  calendar: chinaCalendar,
  counting: { id: 'civilLawAnalogy', endOfDay: '24:00', rollForward: true, source: 'Civil Code Art. 203' },
  limits: {
    '15 working days': { unit: 'workDay', amount: 15, nature: 'duty', source: 'bench' },
    '60 calendar days, rolled': { unit: 'naturalDay', amount: 60, nature: 'duty', source: 'bench' },
  },
  policy: {},
}
const calendar = compileCalendar(chinaCalendar)

/** Starts of ten years in random order: always the same day would be found in the nearest cache. */
const random = seededRandom(9)
const instants = Array.from(
  { length: 4096 },
  () => Date.UTC(2016, 0, 1) + Math.floor(random() * 3650) * 86_400_000,
)
const dates = instants.map((instant) => new Date(instant).toISOString().slice(0, 10))
const starts = { date: dates, instant: instants.map((instant) => new Date(instant).toISOString()) }

function runsOf(clock: LimitName, froms: readonly string[]): readonly ClockRun[] {
  return froms.map((from) => ({ clock, unit: 'bench', from, pauses: [], extensions: [], signals: [] }))
}

const exceptions = listExceptions()

/** What hosts write by hand: a loop over days with date-fns and two sets of dates. */
function loopOverDays(from: string, limit: LimitName): string {
  let day = parseISO(from)
  if (limit === '15 working days') {
    for (let counted = 0; counted < 15; ) {
      day = addDays(day, 1)
      if (isWorked(day)) counted++
    }
  } else {
    day = addDays(day, 60)
    while (!isWorked(day)) day = addDays(day, 1)
  }
  return formatDate(day, 'yyyy-MM-dd')
}

function isWorked(day: Date): boolean {
  const text = formatDate(day, 'yyyy-MM-dd')
  return exceptions.worked.has(text) || (!isWeekend(day) && !exceptions.off.has(text))
}

function listExceptions() {
  const off = new Set<string>()
  const worked = new Set<string>()
  for (let instant = Date.UTC(2015, 0, 1); instant < Date.UTC(2027, 0, 1); instant += 86_400_000) {
    const kind = calendar.dayKind(instant / 86_400_000)
    const text = new Date(instant).toISOString().slice(0, 10)
    if (kind === 'holiday') off.add(text)
    if (kind === 'makeUpWorkday') worked.add(text)
  }
  return { off, worked }
}

/** Nanoseconds of one call. The lengths are summed so that no call can be left out. */
function time(calls: number, call: (index: number) => string): number {
  let length = 0
  const began = performance.now()
  for (let index = 0; index < calls; index++) length += call(index).length
  const spent = performance.now() - began
  if (length !== calls * 10) throw new Error('a call returned something that is not a date')
  return (spent / calls) * 1e6
}

/** Measures both in turn, in one process, so that a slow second of the machine hits both. */
export function dueDateSection(rounds = 9): Section {
  const rows: string[][] = []
  const ratios = new Map<LimitName, number>()
  for (const limit of limits) {
    const fromDates = runsOf(limit, starts.date)
    const fromInstants = runsOf(limit, starts.instant)
    const derive = (runs: readonly ClockRun[]) => (index: number) =>
      dueOf(runs[index & 4095] as ClockRun, rules, calendar)?.date ?? ''
    const byHand = (index: number) => loopOverDays(starts.date[index & 4095] ?? '', limit)
    for (let index = 0; index < 4096; index++) {
      if (derive(fromDates)(index) !== byHand(index))
        throw new Error(`the two disagree about ${starts.date[index]}`)
    }
    const samples = Array.from({ length: rounds }, () => ({
      date: time(1_000_000, derive(fromDates)),
      instant: time(1_000_000, derive(fromInstants)),
      loop: time(4096, byHand),
    }))
    const middle = (key: 'date' | 'instant' | 'loop') => median(samples.map((sample) => sample[key]))
    const ratio = median(samples.map((sample) => sample.loop / sample.date))
    ratios.set(limit, ratio)
    rows.push([
      limit,
      ...[middle('date'), middle('instant'), middle('loop')].map(number),
      `${number(ratio)}×`,
    ])
  }
  return {
    title: 'Deriving a due date, nanoseconds per call, texts in and out',
    table: [['', 'from a date', 'from an instant', 'date-fns loop', 'loop ÷ from a date'], ...rows],
    checks: [
      {
        what: 'date-fns loop ÷ dueOf, 15 working days',
        measured: ratios.get('15 working days') ?? Number.NaN,
        required: { least: 100 },
      },
    ],
  }
}

if (process.argv[1]?.endsWith('due-date.ts')) console.log(format(dueDateSection()))
