import { addDays } from '@redress/core'
import { daysBetween, officeDay } from './calendar.js'
import { type Course, newCourse } from './course.js'
import { plots } from './plots/index.js'

/** Which case begins on which day: the cases of each plot are spread over the year. */
export function castings(first: string, last: string): readonly { day: string; course: Course }[] {
  let number = 0
  return plots.flatMap((plot) => {
    const [from, to] = plot.casting?.between ?? [addDays(first, 1), addDays(last, -8)]
    const length = daysBetween(from, to)
    return Array.from({ length: plot.cases }, (_, index) => {
      const course = newCourse(plot, ++number)
      const day = addDays(from, Math.floor(((index + course.dice.real()) / plot.cases) * length))
      const isOnline = plot.casting?.channels?.includes('online') ?? true
      return { day: isOnline && course.dice.real() < 0.5 ? day : officeDay(day), course }
    })
  })
}
