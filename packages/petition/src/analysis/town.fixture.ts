import type { Store } from '@redress/core'
import type { FileComplaint } from '../complaint/commands/intake.js'
import { county, letter, remedy, sections, staff } from '../complaint/county.fixture.js'

/** The parts of a course that a complaint can take, for tests that need many of them. */
export type Course =
  | 'left'
  | 'registered'
  | 'referred'
  | 'accepted'
  | 'answered'
  | 'late'
  | 'withdrawn'
  | 'routedOut'

export interface Told {
  readonly course: Course
  readonly area: 'town' | 'county' | undefined
  readonly matter: string | undefined
  readonly channel: 'online' | 'letter'
  /** Days that pass before the next one is filed. */
  readonly days: number
}

export type Town = Awaited<ReturnType<typeof county>>

/** A county in which complaints took their courses, one after the other. */
export async function town(stories: readonly Told[], at?: string, on?: Store): Promise<Town> {
  const made = await county({}, at, on)
  for (const story of stories) await live(made, story)
  return made
}

export async function live(made: Town, { course, area, matter, channel, days }: Told): Promise<string> {
  const { complaint, clock, platform } = made
  const input: FileComplaint = { ...letter, channel, ...(area === undefined ? {} : { area }) }
  const { id } = await complaint.file(input, staff.desk)
  const steps: Readonly<Record<Course, number>> = {
    left: 0,
    registered: 1,
    routedOut: 1,
    referred: 2,
    withdrawn: 2,
    accepted: 3,
    answered: 4,
    late: 4,
  }
  const many = steps[course]
  if (many > 0) {
    await complaint.register(id, matter === undefined ? {} : { matter }, staff.desk)
    await complaint.classify(id, { class: 'appeal', route: 'petition' }, staff.desk)
  }
  if (course === 'routedOut')
    await complaint.routeOut(
      id,
      { route: 'arbitration', body: 'b', advice: 'a', noticeOn: made.today() },
      staff.desk,
    )
  if (many > 1) await complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.desk)
  if (course === 'withdrawn')
    await complaint.withdraw(id, { reason: 'r', freely: true }, { kind: 'resident', id: 'r1' })
  if (many > 2) await complaint.accept(id, {}, staff.housingDesk)
  if (course === 'late') {
    clock.addDays(70)
    await platform.deadlines.tick()
  }
  if (many > 3) {
    await complaint.assign(id, { handler: 'hou' }, staff.housingDesk)
    await made.heard(id)
    await complaint.answer(id, { ...sections, outcome: 'supported', remedy }, staff.housing)
    await complaint.deliver(id, { on: made.today(), manner: 'receipt', proof: 'p' }, staff.housing)
  }
  clock.addDays(days)
  return id
}
