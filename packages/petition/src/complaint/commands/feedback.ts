import * as z from 'zod'
import { date, id, line, text } from '../../matter/words.js'
import type { AnswerChannel, DeliveryFailureReason, Satisfaction, SecondLookOutcome } from '../state.js'

/** How the petitioner wants to be answered and told of changes. */
export interface ChooseChannels {
  /** How the answer comes. Choosing an electronic one is the consent to it, which can be taken back by another choice. */
  readonly answerBy?: AnswerChannel | undefined
  /** How news of the case comes; null ends it. */
  readonly newsBy?: AnswerChannel | null | undefined
}

/** An attempt to deliver that did not reach the petitioner. */
export interface FailDelivery {
  /** Default: today. */
  readonly on?: string | undefined
  readonly channel: AnswerChannel
  readonly reason: DeliveryFailureReason
  /** What the carrier said. */
  readonly detail?: string | undefined
}

/** The petitioner is asked, once for each answer, how satisfied they are. */
export interface AskEvaluation {
  readonly channel: AnswerChannel
}

/** How satisfied the petitioner is, with each of the two. Given once; silence is no answer. */
export interface EvaluateAnswer {
  readonly petitionOffice: Satisfaction
  readonly handlingBody: Satisfaction
  readonly comment?: string | undefined
}

/** Names who looks at the matter a second time. */
export interface AssignSecondLook {
  readonly person: string
}

export interface ConcludeSecondLook {
  readonly outcome: SecondLookOutcome
  /** What was found, in words for the petitioner. */
  readonly finding: string
  /** The day on which the petitioner was told. */
  readonly toldOn: string
}

export const channel = z.enum(['online', 'sms', 'email', 'phone', 'post', 'inPerson'])
const satisfaction = z.enum(['satisfied', 'basicallySatisfied', 'notSatisfied'])

export const feedbackInputs = {
  chooseChannels: z.strictObject({ answerBy: channel.optional(), newsBy: channel.nullable().optional() }),
  failDelivery: z.strictObject({
    on: date.optional(),
    channel,
    reason: z.enum(['noContact', 'unreachable', 'unknownAddress', 'refused', 'technical']),
    detail: line.optional(),
  }),
  askEvaluation: z.strictObject({ channel }),
  evaluate: z.strictObject({
    petitionOffice: satisfaction,
    handlingBody: satisfaction,
    comment: text.optional(),
  }),
  assignSecondLook: z.strictObject({ person: id }),
  concludeSecondLook: z.strictObject({
    outcome: z.enum(['answerStands', 'putRight', 'takeUpAgain']),
    finding: text,
    toldOn: date,
  }),
}
