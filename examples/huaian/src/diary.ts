import { addDays } from '@redress/core'
import { officeDay } from './calendar.js'
import type { Course } from './course.js'

/** Which case takes its next step on which day. */
export interface Diary {
  readonly enter: (course: Course, day: string) => void
  /** Enters the next step of a course, if there is one; `pace` stretches the time that an office takes. */
  readonly enterNext: (course: Course, today: string, pace: number) => void
  /** The courses of a day. A step that is entered for today while the page is read joins its end. */
  readonly page: (day: string) => Iterable<Course>
  /** What stands in it for later days. */
  readonly after: (day: string) => readonly (readonly [day: string, courses: readonly Course[]])[]
}

export function newDiary(): Diary {
  const pages = new Map<string, Course[]>()
  const enter = (course: Course, day: string): void => {
    const page = pages.get(day)
    if (page === undefined) pages.set(day, [course])
    else page.push(course)
  }
  return {
    enter,
    enterNext(course, today, pace) {
      const step = course.plot.steps[course.done]
      if (step === undefined) return
      const stretch = step.promptly ? 1 : pace * (0.7 + 0.6 * course.dice.real())
      const day = addDays(today, Math.round(step.after * stretch))
      enter(course, step.by === 'office' ? officeDay(day) : day)
    },
    page: (day) => pages.get(day) ?? [],
    after: (day) => [...pages].filter(([later]) => later > day).sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}
