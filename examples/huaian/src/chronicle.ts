import { addDays, type Store } from '@redress/core'
import { lastKnownDay } from './calendar.js'
import { type Course, newCourse } from './course.js'
import { diceOf } from './dice.js'
import { plots } from './plots/index.js'
import type { Term } from './program.js'
import { type Chronicle, firstTerm } from './year.js'

/** Where the example keeps what the cases do not tell: which of the invented courses comes next. Nothing that a letter says. */
const cell = 'example/chronicle'
const quarter = 91

interface Stored extends Omit<Chronicle, 'courses' | 'agenda'> {
  readonly courses: readonly StoredCourse[]
  readonly agenda: readonly (readonly [day: string, courses: readonly number[]])[]
}

interface StoredCourse {
  readonly plot: string
  readonly number: number
  readonly dice: number
  readonly elder: string
  readonly id: string
  readonly done: number
}

/** What the last run has left; undefined for a new city. */
export async function readChronicle(store: Store): Promise<Chronicle | undefined> {
  const stored = (await store.readCell(cell))?.value as Stored | undefined
  if (stored === undefined) {
    if ((await store.head()) > 0)
      throw new Error('The last run was stopped in the middle. Begin with an empty database.')
    return undefined
  }
  const courses = stored.courses.map(({ plot: name, number, dice, ...rest }) => {
    const plot = plots.find((one) => one.name === name) as Course['plot']
    return newCourse(plot, number, { ...rest, dice: diceOf(dice) })
  })
  const agenda = stored.agenda.map(
    ([day, numbers]) => [day, numbers.map((index) => courses[index] as Course)] as const,
  )
  return { ...stored, courses, agenda }
}

export async function keepChronicle(store: Store, chronicle: Chronicle): Promise<void> {
  const indexOf = new Map(chronicle.courses.map((course, index) => [course, index]))
  const stored: Stored = {
    ...chronicle,
    courses: chronicle.courses.map(({ plot, number, dice, elder, id, done }) => ({
      plot: plot.name,
      number,
      dice: dice.state(),
      elder,
      id,
      done,
    })),
    agenda: chronicle.agenda.map(([day, courses]) => [day, courses.map((one) => indexOf.get(one) ?? 0)]),
  }
  const known = await store.readCell(cell)
  const revision = await store.writeCell(cell, stored, known?.revision ?? 0)
  if (revision === undefined) throw new Error('Another run is under way on this database.')
}

/** The days of the next run: thirteen months at first, then quarter by quarter as long as the holidays are known. */
export function nextTerm(before: Chronicle | undefined): Term {
  if (before === undefined) return firstTerm
  const from = addDays(before.last, 1)
  const to = addDays(before.last, quarter)
  if (to > lastKnownDay) throw new Error('The story ends here. Begin with an empty database.')
  return { from, to, share: 0.25 }
}
