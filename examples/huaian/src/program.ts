import { addDays } from '@redress/core'
import { daysBetween, officeDay } from './calendar.js'
import { type Course, newCourse } from './course.js'
import { plots } from './plots/index.js'

/** A stretch of days that is played in one run. */
export interface Term {
  readonly from: string
  readonly to: string
  /** The share of a plot's cases that are filed in it; plots with days of their own are of the first term alone. */
  readonly share: number
}

/** Which case begins on which day: the cases of each plot are spread over the term. */
export function castings(term: Term, known: number): readonly { day: string; course: Course }[] {
  let number = known
  return plots.flatMap((plot) => {
    const between = plot.casting?.between
    if (between !== undefined && term.share < 1) return []
    const [from, to] = between ?? [addDays(term.from, 1), addDays(term.to, -8)]
    const length = daysBetween(from, to)
    const cases = Math.round(plot.cases * term.share)
    return Array.from({ length: cases }, (_, index) => {
      const course = newCourse(plot, ++number)
      const day = addDays(from, Math.floor(((index + course.dice.real()) / cases) * length))
      const isOnline = plot.casting?.channels?.includes('online') ?? true
      return { day: isOnline && course.dice.real() < 0.5 ? day : officeDay(day), course }
    })
  })
}
