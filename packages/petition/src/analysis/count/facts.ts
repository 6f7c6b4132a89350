import type { ClockRun } from '@redress/core'
import type { Complaint, DeliveredOpinion } from '../../complaint/state.js'
import type { Amounts } from './line.js'
import { dayOf } from './period.js'

/** Something that is counted once, on the day on which it took place. */
export interface Fact {
  /** A local date. */
  readonly on: string
  readonly amounts: Amounts
}

/** A fact about the work of one unit, which need not be the one that has the case. */
export interface UnitFact extends Fact {
  readonly unit: string
}

/** The unit that handles or handled it: not the one that reviews its answer. */
export const handlingUnit = ({ handledBy, unit }: Complaint): string => handledBy ?? unit

/** What a complaint adds to the counts of the unit that handles it. */
export function caseFacts(state: Complaint, clocks: readonly ClockRun[]): readonly Fact[] {
  const { receivedOn, acceptedOn, noticeOn, ending, settlement, hearing } = state
  const answers = state.delivered.filter((one) => one.stage === 'handling')
  const pending = state.opinion?.stage === 'handling' ? [state.opinion] : []
  return [
    { on: receivedOn, amounts: receiptOf(state) },
    ...dated(noticeOn, { noticed: 1, [days('noticeDays', receivedOn, noticeOn)]: 1 }),
    ...dated(acceptedOn, { accepted: 1, ...(state.statements.length > 0 ? { contacted: 1 } : {}) }),
    ...(state.status === 'notAccepted' ? dated(noticeOn, { notAccepted: 1 }) : []),
    ...(state.status === 'routedOut' ? dated(noticeOn, { routedOut: 1 }) : []),
    ...[...answers, ...pending].map(({ on }) => ({ on, amounts: { answered: 1 } })),
    ...answers.map(({ deliveredOn, outcome }) => ({
      on: deliveredOn,
      amounts: { delivered: 1, [outcome]: 1 },
    })),
    ...handled(acceptedOn, answers[0]),
    ...dated(completedOn(answers[0], settlement?.performedOn), { completed: 1 }),
    ...dated(ending?.on, { ended: 1 }),
    ...dated(settlement?.on, { settled: 1 }),
    ...dated(hearing?.from, { hearings: 1 }),
    ...state.assistance.map(({ on }) => ({ on, amounts: { assisted: 1 } })),
    ...reviewsAsked(clocks),
    ...state.delivered.flatMap(({ stage, outcome, deliveredOn }) =>
      stage === 'handling' ? [] : [{ on: deliveredOn, amounts: { reviewed: 1, [reviewName(outcome)]: 1 } }],
    ),
  ]
}

/** What is known of a receipt, counted where it was received: its later fate has no day of its own. */
function receiptOf(state: Complaint): Amounts {
  return {
    received: 1,
    ...(state.number === null ? {} : { registered: 1 }),
    ...(isRepeat(state) ? { repeats: 1 } : {}),
    ...(state.status === 'withdrawn' ? { withdrawn: 1 } : {}),
    ...(state.mergedInto === null ? {} : { merged: 1 }),
    ...(state.reopened > 0 ? { reopened: 1 } : {}),
  }
}

/** Whether a person has found it to repeat an earlier matter (重复信访); nobody concludes it from who asks. */
export const isRepeat = ({ repeatOf }: Complaint): boolean => repeatOf !== null

/** Completion (办结): the opinion is delivered, or an agreement is performed. */
function completedOn(
  answer: DeliveredOpinion | undefined,
  performedOn: string | null | undefined,
): string | undefined {
  const ends = [answer?.deliveredOn, performedOn].filter((on) => typeof on === 'string')
  return ends.sort()[0]
}

/** From acceptance to the delivery of the first answer (初次信访答复周期). */
function handled(acceptedOn: string | null, answer: DeliveredOpinion | undefined): readonly Fact[] {
  if (acceptedOn === null || answer === undefined || answer.deliveredOn < acceptedOn) return []
  return dated(answer.deliveredOn, { [days('handleDays', acceptedOn, answer.deliveredOn)]: 1 })
}

const reviewClocks: ReadonlySet<string> = new Set(['decideReview', 'decideReReview'])

const reviewsAsked = (clocks: readonly ClockRun[]): readonly Fact[] =>
  clocks
    .filter(({ clock }) => reviewClocks.has(clock))
    .flatMap(({ from }) => dated(from.slice(0, 10), { reviewAsked: 1 }))

const reviewName = (outcome: DeliveredOpinion['outcome']): string =>
  outcome === 'upheld'
    ? 'reviewUpheld'
    : outcome === 'rejectedInadmissible'
      ? 'reviewInadmissible'
      : 'reviewChanged'

/** The longest time that has a number of its own; what took longer counts with it. */
const mostDays = 9999

/** `handleDays:17`: a histogram by days, which can be added up and from which every percentile follows exactly. */
function days(name: string, from: string, to: string | null): string {
  const count = to === null ? 0 : dayOf(to) - dayOf(from)
  return `${name}:${Math.min(Math.max(count, 0), mostDays)}`
}

/** Acts of other units than the one that handles it. */
export function unitFacts(state: Complaint): readonly UnitFact[] {
  const { referral, secondLook } = state
  return [
    ...(referral === null
      ? []
      : [
          {
            unit: referral.from,
            on: referral.on,
            amounts: referral.manner === 'assignment' ? { assigned: 1 } : { transferred: 1 },
          },
        ]),
    ...(secondLook === null
      ? []
      : [
          {
            unit: secondLook.unit,
            on: secondLook.on,
            amounts: {
              secondLooks: 1,
              ...(secondLook.concluded === null ? {} : { secondLooksConcluded: 1 }),
            },
          },
        ]),
    ...satisfactionFacts(state),
  ]
}

/**
 * Satisfaction with the last answer, of the petition office and the handling body apart, counted on the day of its delivery: so that
 * nobody who was asked in May and answered in June makes a rate above one.
 */
function satisfactionFacts(state: Complaint): readonly UnitFact[] {
  const last = state.delivered.at(-1)
  if (last === undefined) return []
  const { evaluation } = state
  const asked: Amounts = state.evaluationAskedOn === null && evaluation === null ? {} : { asked: 1 }
  return (['petitionOffice', 'handlingBody'] as const).map((object) => ({
    unit: object === 'handlingBody' ? last.by : state.receivedBy,
    on: last.deliveredOn,
    amounts: prefixed(object, {
      answers: 1,
      ...asked,
      ...(evaluation === null ? {} : { [evaluation[object]]: 1 }),
    }),
  }))
}

const prefixed = (prefix: string, amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [`${prefix}:${name}`, amount]))

const dated = (on: string | null | undefined, amounts: Amounts): readonly Fact[] =>
  typeof on === 'string' ? [{ on, amounts }] : []
