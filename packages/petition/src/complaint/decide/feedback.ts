import { type DecideTable, isAccusedUnit } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { checkDay, checkPerson } from '../../matter/checks.js'
import type { EvaluateAnswer, feedbackInputs } from '../commands/feedback.js'
import type { AnswerChannel, Complaint, SecondLook } from '../state.js'
import type { ComplaintTypes, Context } from '../types.js'

type Feedback = Pick<DecideTable<ComplaintTypes>, keyof typeof feedbackInputs>

export const decideFeedback: Feedback = {
  chooseChannels: (state, { answerBy = state.answerBy, newsBy = state.newsBy }) =>
    answerBy === state.answerBy && newsBy === state.newsBy
      ? []
      : [{ type: 'petition.complaint-channels-chosen', data: { answerBy, newsBy } }],

  failDelivery: (state, { detail, on: given, ...failed }, context) => {
    const on = checkDay('on', given ?? context.today, context, state.opinion?.on)
    const data = { on, ...failed }
    return [{ type: 'petition.complaint-delivery-failed', data, sealed: { texts: { detail } } }]
  },

  askEvaluation: (_, { channel }, { today }) => [
    { type: 'petition.complaint-evaluation-asked', data: { on: today, channel } },
  ],

  evaluate: (state, { comment, ...evaluation }, context) => {
    const on = context.today
    const about = notSatisfied(evaluation)
    const unit = about.length === 0 ? undefined : secondLooker(state, about, context)
    return [
      {
        type: 'petition.complaint-evaluated',
        data: { on, ...evaluation },
        sealed: { texts: { comment } },
      },
      ...(unit === undefined
        ? []
        : [{ type: 'petition.complaint-second-look-opened', data: { on, unit, about } } as const]),
    ]
  },

  assignSecondLook: (state, { person }, context) => {
    const { unit } = lookUnder(state, context)
    checkPerson(person, state)
    if (state.handlers.includes(person)) throw petitionErrors.SECOND_LOOK_BY_HANDLER({ person })
    if (!context.directory.posts(unit).some((post) => post.person === person))
      throw petitionErrors.NOT_OF_UNIT({ person, unit })
    return [{ type: 'petition.complaint-second-look-assigned', data: { person } }]
  },

  concludeSecondLook: (state, { finding, ...data }, context) => {
    const look = lookUnder(state, context)
    checkDay('toldOn', data.toldOn, context, look.on)
    const { by } = context
    if (look.person !== null && by.kind === 'officer' && by.id !== look.person)
      throw petitionErrors.SECOND_LOOK_BY_ANOTHER({ person: look.person })
    return [
      {
        type: 'petition.complaint-second-look-concluded',
        data: { on: context.today, ...data },
        sealed: { texts: { finding } },
      },
    ]
  },
}

/** The way in which an opinion reached the petitioner: as they chose, or with a reason why not. */
export function channelOf(
  { answerBy }: Complaint,
  {
    channel,
    otherwiseBecause,
  }: { readonly channel?: AnswerChannel | undefined; readonly otherwiseBecause?: string | undefined },
): AnswerChannel | null {
  const used = channel ?? answerBy
  if (answerBy !== null && used !== answerBy && otherwiseBecause === undefined)
    throw petitionErrors.DELIVERY_CHANNEL_DIFFERS({ chosen: answerBy, used: String(used) })
  return used
}

/** The ways that count as electronic delivery, to which the person must agree (民事诉讼法 Art. 90, by analogy). */
export const isElectronic = (channel: AnswerChannel | null): boolean =>
  channel === 'online' || channel === 'sms' || channel === 'email'

const notSatisfied = (given: Omit<EvaluateAnswer, 'comment'>): SecondLook['about'] =>
  (['petitionOffice', 'handlingBody'] as const).filter((object) => given[object] === 'notSatisfied')

/**
 * Who looks again: the petition office that received the matter if only the handling body is found wanting, else the next-higher body of
 * the office; never a body that handled it, that is found wanting or that is accused. Undefined if the organisation has nobody.
 */
function secondLooker(state: Complaint, about: SecondLook['about'], context: Context): string | undefined {
  const { directory } = context
  const handled = state.delivered.map((one) => one.by)
  const office = directory.successors(state.receivedBy)[0]?.id ?? state.receivedBy
  const wanting = about.includes('petitionOffice') ? [office, ...handled] : handled
  const accused = { ...state.accused, since: state.receivedOn }
  const above = [office, ...handled].flatMap((unit) => directory.reportingChain(unit).map(({ id }) => id))
  return [office, ...above].find(
    (unit) => !wanting.includes(unit) && !isAccusedUnit(unit, accused, directory),
  )
}

/** The second look that the actor's unit is to take. */
function lookUnder({ secondLook }: Complaint, { by, directory }: Context): SecondLook {
  // A guard has asked whether there is one.
  const look = secondLook as SecondLook
  const heirs = directory.successors(look.unit).map(({ id }) => id)
  if (by.kind === 'officer' && by.unit !== look.unit && !heirs.includes(by.unit))
    throw petitionErrors.SECOND_LOOK_ELSEWHERE({ unit: look.unit })
  return look
}
