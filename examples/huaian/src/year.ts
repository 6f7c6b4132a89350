import { daysFrom, notice2023 } from './calendar.js'
import { type City, type HuaianPlatform, host } from './city.js'
import { type Course, stage } from './course.js'
import { newDiary } from './diary.js'
import { fixedShare } from './dice.js'
import { merger, mergeTownship } from './merger.js'
import type { Refusal } from './plot.js'
import { castings } from './program.js'
import { allCases } from './survey.js'

export const firstDay = '2022-03-01'
export const lastDay = '2023-03-31'

/** What happened beside what the platform can tell afterwards. */
export interface Year {
  readonly courses: readonly Course[]
  readonly refusals: readonly Refusal[]
  /** What the clock recorded in the cases: duties that end in a week, and duties whose end has passed. */
  readonly signals: { readonly approaching: number; readonly passed: number }
  readonly notice: Notice
}

/** What the holiday notice of December did to the due dates. */
export interface Notice {
  /** How many were provisional until then, because they fall into 2023. */
  readonly provisional: number
  /** How many open cases got another due date by it. */
  readonly moved: number
}

/** Lets every case take its course, day by day. */
export async function liveTheYear({ platform, clock }: City): Promise<Year> {
  const courses: Course[] = []
  const refusals: Refusal[] = []
  const signals = { approaching: 0, passed: 0 }
  platform.events.on('core.deadline-approaching', () => void signals.approaching++)
  platform.events.on('core.deadline-passed', () => void signals.passed++)
  let notice: Notice = { provisional: 0, moved: 0 }

  const diary = newDiary()
  const begin = (course: Course, day = clock.today()): void => {
    courses.push(course)
    diary.enter(course, day)
  }
  for (const { course, day } of castings(firstDay, lastDay)) begin(course, day)

  for (const day of daysFrom(firstDay, lastDay)) {
    clock.goTo(day, '07:00')
    const { failed } = await platform.deadlines.tick()
    if (failed.length > 0) throw failed[0]?.error

    clock.goTo(day, '08:30')
    if (day === merger.decidedOn) await mergeTownship(platform)
    if (day === notice2023.on) notice = await announceHolidays(platform)
    for (const course of diary.page(day)) {
      clock.pass(2)
      await stage(course, platform, day, begin, (refusal) => refusals.push(refusal))
      diary.enterNext(course, day, await paceOf(course, platform))
    }
  }
  clock.goTo(lastDay, '20:00')
  return { courses, refusals, signals, notice }
}

async function announceHolidays(platform: HuaianPlatform): Promise<Notice> {
  const open = await allCases(platform, { open: true })
  const { moved } = await platform.calendars.announce('cn', notice2023.announcement, host)
  return { provisional: open.filter((item) => item.due?.provisional !== undefined).length, moved }
}

/** How much longer the unit in charge takes than others. Which units are short of staff is invented. */
async function paceOf({ id }: Course, { petition }: HuaianPlatform): Promise<number> {
  if (id === '') return 1
  const { unit } = (await petition.complaint.get(id, host)).state
  const share = fixedShare(unit)
  return share < 0.04 ? 5 : share < 0.18 ? 2.6 : 1
}
