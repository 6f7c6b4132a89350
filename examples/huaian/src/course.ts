import type { Complaint } from '@redress/petition'
import type { City, HuaianPlatform } from './city.js'
import { host } from './city.js'
import { type Dice, diceOf } from './dice.js'
import { type Addresses, type Letter, noLetter, writeLetter } from './letters.js'
import type { Notes } from './notes.js'
import type { Plot, Scene } from './plot.js'
import { isWritten, sentLetter } from './sent.js'
import { officerOf, openUnit } from './staff.js'

/** One case on its way through its plot. */
export interface Course {
  readonly plot: Plot
  readonly number: number
  readonly dice: Dice
  /** The case that it grew out of; empty for most. */
  readonly elder: string
  letter: Letter | undefined
  id: string
  /** How many steps are done. */
  done: number
}

/** Begins another course today, or on a later day. */
export type Begin = (course: Course, day?: string) => void

/** A day in the city, for whoever acts on it. */
export interface Today {
  readonly city: City
  readonly day: string
  readonly begin: Begin
  readonly notes: Notes
}

export function newCourse(plot: Plot, number: number, more: Partial<Course> = {}): Course {
  const dice = diceOf(number * 7919 + 17)
  return { plot, number, dice, elder: '', letter: undefined, id: '', done: 0, ...more }
}

/** Plays the next step of a course. What the act answers with is often the case as it stands then. */
export async function stage(course: Course, today: Today): Promise<unknown> {
  const { plot } = course
  const step = plot.steps[course.done]
  if (step === undefined) return
  course.letter ??= await letterFor(course, today)
  try {
    const result = await step.act(sceneOf(course, course.letter, today))
    course.done++
    return result
  } catch (error) {
    const where = `${today.day}, '${plot.name}', step ${course.done + 1}`
    throw new Error(`${where}: ${String(error)}`, { cause: error })
  }
}

function sceneOf(course: Course, letter: Letter, { city, day, begin, notes }: Today): Scene {
  const { platform, clock } = city
  const { complaint } = platform.petition
  const account = letter.petitioners[0]?.id
  const resident = { kind: 'resident', id: account ?? 'nobody' } as const
  let known: Promise<Complaint> | undefined
  const state = () => (known ??= complaint.get(course.id, host).then((one) => one.state))
  const officer: Scene['officer'] = async (role, unit) =>
    officerOf(platform, unit ?? (await state()).unit, role)
  return {
    platform,
    complaint,
    id: course.id,
    number: course.number,
    letter,
    today: day,
    pass: clock.pass,
    dice: course.dice,
    elder: course.elder,
    state,
    officer,
    resident,
    petitioner: async () => (account === undefined ? officer('petitionOfficer') : resident),
    filed(id) {
      course.id = id
    },
    begin(plot, its, id = '') {
      begin(newCourse(plot, course.number, { elder: course.id, letter: its, id }))
    },
    notes,
  }
}

/** Writes the letter on the day on which it comes: by then a township may have merged into another. One that came in an earlier run is read. */
async function letterFor({ plot, number, id }: Course, { city, day }: Today): Promise<Letter> {
  const { platform } = city
  if (!isWritten(plot.of)) return noLetter
  if (id !== '') return await sentLetter(platform, plot.of, id)
  return writeLetter(number, plot.casting ?? {}, day, await addressesIn(platform))
}

/** What a letter has to know of the organisation of today. */
export async function addressesIn({ organizations }: HuaianPlatform): Promise<Addresses> {
  const directory = await organizations.current()
  return {
    today: (unit) => openUnit(unit, directory),
    responsibleFor: (matter, area) => directory.responsibleFor(matter, area)?.id ?? area,
    headOf: (unit) => directory.posts(unit, 'head')[0]?.person ?? '',
  }
}
