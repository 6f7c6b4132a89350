import { type Actor, type Decided, type DecideTable, nobodyAccused } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { actingUnit, checkDay, checkRecipient, isNobody, unitToday } from '../../matter/checks.js'
import type { Numbering } from '../../matter/numbering.js'
import { petitionersOf, sealedPersons } from '../../matter/persons.js'
import { digestOfCode } from '../../matter/query-code.js'
import type { FileAccusation, intakeInputs } from '../commands/intake.js'
import { accusationErrors } from '../errors.js'
import type { AccusationEvent, AccusationFiled } from '../events.js'
import type { Origin } from '../origin.js'
import type { Accusation, AccusationReceipt } from '../state.js'
import type { AccusationTypes, Context } from '../types.js'
import { accusedNamed, partiesOf, receiverOf, together } from './parties.js'

type Intake = Pick<DecideTable<AccusationTypes>, keyof typeof intakeInputs>
type Events = readonly Decided<AccusationEvent>[]

/** The input of `file`, with what only the library itself may say. */
export interface FiledAccusation extends FileAccusation {
  readonly origin?: Origin | undefined
}

export function decideIntake(numbering: Numbering): Intake {
  return {
    file: (_, input, context) => filed(input, context),

    register: (state, input, context) => {
      const named = accusedNamed(state, input.accused ?? {}, context)
      // Whom it accuses is looked into here, or else it could go to them.
      if (isNobody(state.accused) && named.length === 0 && input.accusedUnknown !== true)
        throw petitionErrors.ACCUSED_MISSING()
      const unit = unitToday(state, context)
      const parts = { unit, on: context.today, channel: state.channel }
      const number = input.number ?? numbering({ ...parts, code: context.newCode() })
      return [{ type: 'petition.accusation-registered', data: { number } }, ...named]
    },

    nameAccused: (state, { accused }, context) => accusedNamed(state, accused, context),

    route: (state, { to, reasons }, context) => {
      if (to === state.unit) throw petitionErrors.ALREADY_THERE({ unit: to })
      checkRecipient(to, state, context)
      const data = {
        from: actingUnit(state, context),
        to,
        on: context.today,
        receivedAs: receivedAs(to, context),
      }
      return [{ type: 'petition.accusation-routed', data, sealed: { texts: { reasons } } }]
    },

    giveBack: (state, { reasons, agreedBy }, context) => {
      const due = context.due('jurisdictionObjection')
      if (due !== undefined && Date.parse(context.at) >= due.at) {
        const source = context.rules.limits.jurisdictionObjection?.source ?? ''
        throw petitionErrors.OBJECTION_LATE({ until: due.date, source })
      }
      const to = checkRecipient(state.routing?.from ?? state.receivedBy, state, context)
      const data = { on: context.today, to, receivedAs: receivedAs(to, context), agreedBy }
      return [{ type: 'petition.accusation-given-back', data, sealed: { texts: { reasons } } }]
    },

    accept: (state, input, context) => {
      const data = { on: context.today, noticeOn: noticeOn(state, input, context) }
      return [{ type: 'petition.accusation-accepted', data }]
    },

    notAccept: (state, input, context) => {
      const { ground, reasons, advice } = input
      if (ground === 'notCompetent' && state.status === 'routed' && context.rules.policy.objection) {
        const why =
          'a body that was sent an accusation gives it back, within the limit and with the consent of the sender'
        throw petitionErrors.GROUND_NOT_FULFILLED({ ground, why })
      }
      const data = { on: context.today, ground, noticeOn: noticeOn(state, input, context) }
      return [{ type: 'petition.accusation-not-accepted', data, sealed: { texts: { reasons, advice } } }]
    },

    identify: (state, { accuser, proof }, { today }) => {
      const isKnown = state.identity !== 'anonymous'
      if (isKnown && accuser !== undefined) throw accusationErrors.ACCUSER_KNOWN()
      if (!isKnown && accuser === undefined) throw accusationErrors.ACCUSER_MISSING()
      const added = accuser === undefined ? [] : [accuser]
      const petitioners = isKnown ? state.petitioners : petitionersOf(added)
      const sealed = { texts: { proof }, persons: sealedPersons(added) }
      return [{ type: 'petition.accusation-accuser-identified', data: { on: today, petitioners }, sealed }]
    },

    supplement: (_, { text, evidence }, { today }) => {
      const sealed = { texts: { text, evidence: listed(evidence) } }
      return [{ type: 'petition.accusation-supplemented', data: { on: today }, sealed }]
    },

    note: (_, { text }, { today }) => [
      { type: 'petition.accusation-noted', data: { on: today }, sealed: { texts: { text } } },
    ],

    withdraw: (_, { reason }, { today }) => [
      { type: 'petition.accusation-withdrawn', data: { on: today }, sealed: { texts: { reason } } },
    ],

    decideWithdrawal: (_, { goesOn, reasons }, { today }) => [
      {
        type: 'petition.accusation-withdrawal-decided',
        data: { on: today, goesOn },
        sealed: { texts: { reasons } },
      },
    ],
  }
}

function filed(input: FiledAccusation, context: Context): Events {
  const { by, today, rules, directory } = context
  const { origin, accusers = [] } = input
  const taken = origin?.kind === 'complaint' ? origin : undefined
  const receivedOn = checkDay('receivedOn', input.receivedOn ?? today, context)
  if ((by.kind === 'resident' || by.kind === 'anonymous') && receivedOn !== today)
    throw petitionErrors.RECEIPT_BY_STAFF()
  if (taken === undefined) checkAccusers(input, by)

  const subject = origin?.kind === 'retaliation' ? 'retaliation' : 'misconduct'
  const known = origin?.kind === 'retaliation' ? origin.accused : nobodyAccused
  const named = partiesOf(input.accused ?? {}, subject, context)
  const accused = together(known, named)
  if (
    isNobody(named) &&
    taken === undefined &&
    input.accusedAs === undefined &&
    input.accusedUnknown !== true
  )
    throw petitionErrors.ACCUSED_MISSING()
  const unit = receiverOf(input.unit, { ...accused, since: receivedOn }, rules.policy.accusation, directory)

  const queryCode = taken === undefined ? context.newCode() : taken.queryCode
  const petitioners = taken?.petitioners ?? petitionersOf(accusers)
  const data: AccusationFiled = {
    subject,
    channel: input.channel,
    receivedOn,
    unit,
    receivedAs: receivedAs(unit, context),
    codeDigest: taken?.codeDigest ?? digestOfCode(queryCode ?? '', context.digest),
    accused,
    identity: petitioners.length === 0 ? 'anonymous' : 'named',
    petitioners,
    takenFrom: taken?.case ?? null,
    handedOver: taken === undefined ? null : { from: taken.from, on: today },
    follows: origin?.kind === 'retaliation' ? origin.follows : null,
  }
  const { title, text, place, accusedAs, evidence } = input
  const sealed = {
    texts: { title, text, place, accusedAs, evidence: listed(evidence) },
    // Who they are is sealed anew: the keys of one case open nothing of another.
    ...(taken === undefined ? { persons: sealedPersons(accusers) } : { personsOf: taken.case }),
    ...(queryCode === undefined ? {} : { receipt: { queryCode } }),
  }
  const opened: Decided<AccusationEvent> = { type: 'petition.accusation-filed', data, sealed }
  if (taken === undefined) return [opened]
  // One that was a complaint keeps its number.
  return [opened, { type: 'petition.accusation-registered', data: { number: taken.number } }]
}

/** One reference a line. */
const listed = (evidence: readonly string[] | undefined): string | undefined => evidence?.join('\n')

function checkAccusers({ accusers = [], anonymous = false }: FileAccusation, by: Actor): void {
  if (anonymous) {
    if (accusers.length > 0 || by.kind === 'resident')
      throw accusationErrors.ACCUSER_NOT_ANONYMOUS({ by: by.kind })
    return
  }
  if (accusers.length === 0) throw accusationErrors.ACCUSER_MISSING()
  if (by.kind === 'resident' && !accusers.some(({ id }) => id === by.id))
    throw petitionErrors.FILED_FOR_OTHERS({ by: by.id })
}

/** What a unit owes that receives it (信访工作条例 2022 Art. 22, 23 ¶4). */
export function receivedAs(
  unit: string,
  { directory, rules }: Pick<Context, 'directory' | 'rules'>,
): AccusationReceipt {
  const { type } = directory.get(unit)
  if (type === 'petitionOffice') return 'petitionOffice'
  const body = rules.policy.accusation?.bodies.find((one) => one.type === type)
  return body?.noticeByOwnRules === true ? 'ownRules' : 'body'
}

/** The duty to tell in writing lapses where name or address is unclear (信访工作条例 2022 Art. 23 ¶2). */
function noticeOn(
  { petitioners, receivedOn }: Accusation,
  input: { readonly noticeOn?: string | undefined },
  context: Context,
): string | null {
  const isReachable = petitioners.some((one) => one.reachable)
  const on = input.noticeOn ?? (isReachable ? context.today : null)
  return on === null ? null : checkDay('noticeOn', on, context, receivedOn)
}
