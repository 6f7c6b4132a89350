import type { Decided, DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { actingUnit, checkDay, checkPerson, checkRecipient } from '../../matter/checks.js'
import { speaker, supervises } from '../access.js'
import { supervisionOf } from '../defaults.js'
import { supervisionErrors } from '../errors.js'
import { type CaseFacts, known, ofNoCase } from '../subject.js'
import type { OpenSupervision } from './commands.js'
import type { SupervisionEvent } from './events.js'
import { isListed, isUrged, pendingRectification, type Supervision } from './state.js'
import type { Context, SupervisionTypes } from './types.js'

/** @param factsOf the case with an id, as it was looked up before the command */
export const decideMatter = (
  factsOf: (id: string) => CaseFacts | undefined,
): DecideTable<SupervisionTypes> => ({
  open: (_, input, context) => [
    opened(input, input.case === undefined ? undefined : known(input.case, factsOf), context),
  ],

  urge: (state, { text, answerBy }, context) => {
    const data = {
      on: context.today,
      by: ownUnit(state, context),
      answerBy: checkAhead('answerBy', answerBy, context),
    }
    return [{ type: 'petition.supervision-urged', data, sealed: { texts: { text } } }]
  },
  answerUrging: (_, { text }, { today }) => [
    { type: 'petition.supervision-urging-answered', data: { on: today }, sealed: { texts: { text } } },
  ],

  list: (state, { leader, dueOn, text, decidedBy }, context) => {
    checkPerson(leader, { accused: state.accused, recused: [] })
    const data = {
      ...measure(state, context.today, decidedBy, context),
      leader,
      dueOn: checkAhead('dueOn', dueOn, context),
    }
    return [{ type: 'petition.supervision-listed', data, sealed: { texts: { text } } }]
  },
  delist: (_, { finding }, { today }) => [
    { type: 'petition.supervision-delisted', data: { on: today }, sealed: { texts: { finding } } },
  ],
  interview: (state, { on, record, decidedBy }, context) => {
    checkDay('on', on, context, state.openedOn)
    const data = measure(state, on, decidedBy, context)
    return [{ type: 'petition.supervision-interviewed', data, sealed: { texts: { record } } }]
  },
  circulate: (state, { text, decidedBy }, context) => {
    const data = measure(state, context.today, decidedBy, context)
    return [{ type: 'petition.supervision-circulated', data, sealed: { texts: { text } } }]
  },

  orderRectification: (state, { dueOn, text, decidedBy }, context) => {
    const data = {
      ...measure(state, context.today, decidedBy, context),
      dueOn: checkAhead('dueOn', dueOn, context),
      orderedBy: personOf(context),
    }
    return [{ type: 'petition.supervision-rectification-ordered', data, sealed: { texts: { text } } }]
  },
  reportRectification: (_, { report, proof }, context) => {
    const data = { on: context.today, reportedBy: personOf(context) }
    return [
      { type: 'petition.supervision-rectification-reported', data, sealed: { texts: { report, proof } } },
    ]
  },
  checkRectification: (state, { passed, finding }, { today }) => {
    const reportedOn = pendingRectification(state)?.reportedOn ?? today
    const data = { on: today, passed, reportedOn }
    return [{ type: 'petition.supervision-rectification-checked', data, sealed: { texts: { finding } } }]
  },

  close: (state, { result, text }, { today }) => {
    const open = [
      ...(isUrged(state) ? ['urging'] : []),
      ...(isListed(state) ? ['listing'] : []),
      ...(pendingRectification(state) === undefined ? [] : ['rectification']),
    ]
    if (result === 'remedied' && open.length > 0) throw supervisionErrors.SUPERVISION_UNFINISHED({ open })
    return [{ type: 'petition.supervision-closed', data: { on: today, result }, sealed: { texts: { text } } }]
  },

  seal: (_, data) => [{ type: 'petition.supervision-sealed', data }],
})

function opened(
  input: OpenSupervision,
  facts: CaseFacts | undefined,
  context: Context,
): Decided<SupervisionEvent> {
  const { by, directory, rules, today } = context
  const { text, grounds, number } = input
  const supervisor = speaker(input.onBehalfOf, by, directory)
  const unit = supervisedUnit(input.unit, facts, context)
  const { case: of, accused, confidential } = facts ?? ofNoCase
  checkRecipient(unit, { accused, receivedOn: accused.since ?? today }, context)
  const hasPart = facts?.involved.includes(supervisor) === true && supervisor !== unit
  if (!hasPart && !supervises(supervisor, unit, directory, supervisionOf(rules).offices))
    throw supervisionErrors.NOT_A_SUPERVISOR({ unit: supervisor, target: unit })
  const data = {
    unit,
    supervisor,
    number: number ?? null,
    openedOn: today,
    grounds: [...new Set(grounds)],
    case: of,
    accused,
    confidential,
  }
  return { type: 'petition.supervision-opened', data, sealed: { texts: { text } } }
}

/** The unit that is named, or the one that has the case. */
function supervisedUnit(
  unit: string | undefined,
  facts: CaseFacts | undefined,
  { directory }: Context,
): string {
  const named = unit ?? facts?.case.unit
  if (named === undefined) throw supervisionErrors.SUPERVISED_UNIT_MISSING()
  if (facts !== undefined && !facts.involved.includes(named))
    throw supervisionErrors.SUPERVISED_UNIT_NOT_INVOLVED({ unit: named })
  // A unit that has ended is followed to the one that took over its work.
  return directory.successors(named)[0]?.id ?? named
}

/** The unit that supervises in this act; the host's own acts speak for the one that opened the matter. */
const ownUnit = ({ supervisor }: Supervision, context: Context): string =>
  actingUnit({ unit: supervisor }, context)

const personOf = ({ by }: Context): string | null => (by.kind === 'officer' ? by.id : null)

function measure(state: Supervision, on: string, decidedBy: string | undefined, context: Context) {
  if (decidedBy === undefined) return { on, decidedBy: ownUnit(state, context) }
  const { accused } = state
  return { on, decidedBy: checkRecipient(decidedBy, { accused, receivedOn: accused.since ?? on }, context) }
}

/** A day by which something is owed does not lie behind. */
function checkAhead(field: string, day: string, { today }: Context): string {
  if (day < today) throw petitionErrors.DATE_BEFORE_EVENT({ field, date: day, notBefore: today })
  return day
}
