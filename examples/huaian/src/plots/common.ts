import type { AnswerComplaint } from '@redress/petition'
import { answer, close } from '../acts/answer.js'
import { ask, deliver } from '../acts/feedback.js'
import { file } from '../acts/filing.js'
import { accept, assign, hear } from '../acts/handling.js'
import { classify, register, transfer } from '../acts/intake.js'
import { office, resident, type Step } from '../plot.js'

/** Filed, registered and sorted as an appeal for the petition procedure. */
export const registered: readonly Step[] = [
  resident(0, file),
  office(2, register),
  office(1, classify({ class: 'appeal', route: 'petition' })),
]

/** ... and sent to the body that answers for it. */
export const sorted: readonly Step[] = [...registered, office(4, transfer)]

/** The body takes it, names who works on it, and hears the petitioner. */
export const taken: readonly Step[] = [office(5, accept), office(1, assign), office(12, hear)]

export const answered = (outcome: AnswerComplaint['outcome']): readonly Step[] => [
  office(17, answer(outcome)),
  office(3, deliver),
  office(1, ask),
]

/** The whole way to a delivered answer. */
export const untilAnswered = (outcome: AnswerComplaint['outcome']): readonly Step[] => [
  ...sorted,
  ...taken,
  ...answered(outcome),
]

export const closed: readonly Step[] = [office(10, close)]
