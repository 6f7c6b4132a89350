import { addDays, type CaseSnapshot } from '@redress/core'
import { daysFrom, notice2023, notices } from './calendar.js'
import { type City, type HuaianPlatform, host } from './city.js'
import { type Begin, type Course, stage, type Today } from './course.js'
import { countDeliveries } from './deliveries.js'
import { newDiary } from './diary.js'
import { fixedShare } from './dice.js'
import { merger, mergeTownship } from './merger.js'
import { continued, type Notes, newNotes } from './notes.js'
import type { Printed } from './press.js'
import { castings, type Term } from './program.js'
import { rooms } from './rooms.js'
import { allCases } from './survey.js'

/** The thirteen months of the first run. */
export const firstTerm: Term = { from: '2022-03-01', to: '2023-03-31', share: 1 }

/** What happened beside what the platform can tell afterwards. */
export interface Chronicle {
  readonly first: string
  readonly last: string
  readonly courses: readonly Course[]
  /** The steps that are still to come. */
  readonly agenda: readonly (readonly [day: string, courses: readonly Course[]])[]
  readonly notes: Notes
  /** What the clock recorded in the cases: duties that end in a week, and duties whose end has passed. */
  readonly signals: { readonly approaching: number; readonly passed: number }
  readonly notice: Notice
  /** The checkpoints as others keep them. The example has nobody else, so it keeps them with the rest. */
  readonly printed: readonly Printed[]
}

/** What the holiday notice of December 2022 did to the due dates. */
export interface Notice {
  /** How many were provisional until then, because they fall into 2023. */
  readonly provisional: number
  /** How many open cases got another due date by it. */
  readonly moved: number
}

/** Lets every case take its course, day by day; those of an earlier run go on. */
export async function live(city: City, term: Term, before?: Chronicle): Promise<Chronicle> {
  const { platform, clock, press } = city
  const courses: Course[] = [...(before?.courses ?? [])]
  const notes = before === undefined ? newNotes() : continued(before.notes)
  const signals = { ...(before?.signals ?? { approaching: 0, passed: 0 }) }
  platform.events.on('core.deadline-approaching', () => void signals.approaching++)
  platform.events.on('core.deadline-passed', () => void signals.passed++)
  countDeliveries(platform, notes)
  const printed: Printed[] = [...(before?.printed ?? [])]
  let notice: Notice = before?.notice ?? { provisional: 0, moved: 0 }

  const diary = newDiary()
  for (const [day, later] of before?.agenda ?? []) for (const course of later) diary.enter(course, day)
  const begin: Begin = (course, day = clock.today()) => {
    courses.push(course)
    diary.enter(course, day)
  }
  for (const { course, day } of castings(term, courses.length)) begin(course, day)

  for (const day of daysFrom(term.from, term.to)) {
    const today: Today = { city, day, begin, notes }
    await beforeOffices(city, day)
    clock.goTo(day, '08:30')
    if (day === merger.decidedOn) await mergeTownship(platform)
    notice = (await announce(platform, day)) ?? notice
    for (const room of rooms) await room(today)
    for (const course of diary.page(day)) {
      clock.pass(2)
      const result = await stage(course, today)
      diary.enterNext(course, day, await paceOf(course, platform, result))
    }
    if (press !== undefined && addDays(day, 1).endsWith('-01'))
      printed.push({ checkpoint: await platform.audit.checkpoint(host), publicKey: press.publicKey })
  }
  clock.goTo(term.to, '20:00')
  const first = before?.first ?? term.from
  return { first, last: term.to, courses, agenda: diary.after(term.to), notes, signals, notice, printed }
}

/** What the host's timers do at night. */
async function beforeOffices({ platform, clock }: City, day: string): Promise<void> {
  clock.goTo(day, '07:00')
  const { failed } = await platform.deadlines.tick()
  if (failed.length > 0) throw failed[0]?.error
  const swept = await platform.retention.sweep(host)
  if (swept.failed.length > 0) throw swept.failed[0]?.error
  // Often enough that nobody who asks for statistics waits.
  if (/-(02|05|08|11)-01$/.test(day)) await platform.tallies.update()
}

/** Announces the holidays of a year on the day on which they were; tells what the notice of December 2022 did. */
async function announce(platform: HuaianPlatform, day: string): Promise<Notice | undefined> {
  const today = notices.find(({ on }) => on === day)
  if (today === undefined) return undefined
  const isFirst = today === notice2023
  const open = isFirst ? await allCases(platform, { kind: 'petition.complaint', open: true }) : []
  const { moved } = await platform.calendars.announce('cn', today.announcement, host)
  const provisional = open.filter((item) => item.due?.provisional !== undefined).length
  return isFirst ? { moved, provisional } : undefined
}

/** How much longer the unit in charge takes than others. Which units are short of staff is invented. */
async function paceOf({ id, plot }: Course, { petition }: HuaianPlatform, result: unknown): Promise<number> {
  if (id === '' || plot.of !== undefined) return 1
  const { unit } = (isSnapshot(result) ? result : await petition.complaint.get(id, host)).state
  const share = fixedShare(unit)
  return share < 0.04 ? 5 : share < 0.18 ? 2.6 : 1
}

/** Whether an act has answered with the case as it stands now. */
const isSnapshot = (result: unknown): result is CaseSnapshot<{ readonly unit: string }> =>
  typeof result === 'object' && result !== null && 'state' in result
