import type { HuaianPlatform } from './city.js'
import { host } from './city.js'
import { type Dice, diceOf } from './dice.js'
import { type Letter, writeLetter } from './letters.js'
import type { Plot, Refusal, Scene } from './plot.js'
import { sentLetter } from './sent.js'
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

export function newCourse(plot: Plot, number: number): Course {
  return { plot, number, dice: diceOf(number * 7919 + 17), elder: '', letter: undefined, id: '', done: 0 }
}

/** Plays the next step of a course. */
export async function stage(
  course: Course,
  platform: HuaianPlatform,
  today: string,
  begin: (course: Course) => void,
  refusal: (refusal: Refusal) => void,
): Promise<void> {
  const { plot } = course
  const step = plot.steps[course.done]
  if (step === undefined) return
  course.letter ??= await letterFor(course, platform, today)
  try {
    await step.act(sceneOf(course, course.letter, platform, today, begin, refusal))
  } catch (error) {
    throw new Error(`${today}, '${plot.name}', step ${course.done + 1}: ${String(error)}`, { cause: error })
  }
  course.done++
}

function sceneOf(
  course: Course,
  letter: Letter,
  platform: HuaianPlatform,
  today: string,
  begin: (course: Course) => void,
  refusal: (refusal: Refusal) => void,
): Scene {
  const { complaint } = platform.petition
  const account = letter.petitioners[0]?.id
  const resident = { kind: 'resident', id: account ?? 'nobody' } as const
  const state = async () => (await complaint.get(course.id, host)).state
  const officer: Scene['officer'] = async (role, unit) =>
    officerOf(platform, unit ?? (await state()).unit, role)
  return {
    platform,
    complaint,
    id: course.id,
    letter,
    today,
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
      begin({ ...newCourse(plot, course.number), elder: course.id, letter: its, id })
    },
    refusal,
  }
}

/** Writes the letter on the day on which it comes: by then a township may have merged into another. One that came in an earlier run is read. */
async function letterFor(
  { plot, number, id }: Course,
  platform: HuaianPlatform,
  on: string,
): Promise<Letter> {
  if (id !== '') return await sentLetter(platform, id)
  const directory = await platform.organizations.current()
  return writeLetter(number, plot.casting ?? {}, on, {
    today: (unit) => openUnit(unit, directory),
    responsibleFor: (matter, area) => directory.responsibleFor(matter, area)?.id ?? area,
    headOf: (unit) => directory.posts(unit, 'head')[0]?.person ?? '',
  })
}
