import type { Decided, DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { checkDay, checkRecipient, isNobody, toAccused, unitToday } from '../../matter/checks.js'
import { checkFilers, keysOfNamed, peopleOf, representativesOf } from '../../matter/filing.js'
import type { Numbering } from '../../matter/numbering.js'
import { petitionersOf, sealedPersons } from '../../matter/persons.js'
import { digestOfCode } from '../../matter/query-code.js'
import type { FileComplaint, intakeInputs, SeparateRequest } from '../commands/intake.js'
import type { ComplaintEvent, ComplaintFiled } from '../events.js'
import type { Complaint, PetitionClass } from '../state.js'
import type { ComplaintTypes, Context } from '../types.js'
import { otherCase } from './duplicates.js'

type Intake = Pick<DecideTable<ComplaintTypes>, keyof typeof intakeInputs>

export function decideIntake(numbering: Numbering): Intake {
  return {
    file: (_, input, context) => [filed(input, context)],

    register: (state, input, context) => {
      if (input.area !== undefined) context.directory.get(input.area)
      const data = {
        number: input.number ?? state.number ?? numberFor(state, numbering, context),
        matter: input.matter ?? state.matter,
        area: input.area ?? state.area,
      }
      return [{ type: 'petition.complaint-registered', data }]
    },

    classify: (state, input, context) => {
      const accused = input.accused === undefined ? state.accused : toAccused(input.accused, context)
      const nobody = isNobody(accused)
      if (input.class !== 'accusation' && !nobody)
        throw petitionErrors.NOT_AN_ACCUSATION({ class: input.class })
      if (input.class === 'accusation' && nobody && input.accusedUnknown !== true)
        throw petitionErrors.ACCUSED_MISSING()
      if (input.class === 'appeal' && input.route === undefined) throw petitionErrors.ROUTE_MISSING()
      const route = input.class === 'appeal' ? (input.route ?? null) : null
      const { class: petitionClass, reason } = input
      const data = { class: petitionClass, route, accused }
      return [{ type: 'petition.complaint-classified', data, sealed: { texts: { reason } } }]
    },

    separate: (state, input, context) => {
      if (input.requests.length === 0) throw petitionErrors.NOTHING_TO_SEPARATE()
      // An id of its own, and none where a part is sealed: no other part may point at a sealed case.
      const isSealed = state.confidentiality === 'sealedAccusation'
      const letter = isSealed ? null : (state.letter ?? context.newId())
      const opens = input.requests.map((request) => ({
        id: context.newId(),
        events: separated(state, request, letter, numbering, context),
      }))
      const data = { letter, cases: opens.map((opened) => opened.id) }
      return { events: [{ type: 'petition.complaint-separated', data }], opens }
    },

    merge: (state, input, context) => {
      otherCase(input.into, context)
      checkDay('noticeOn', input.noticeOn, context, state.receivedOn)
      const { finding, ...data } = input
      return [{ type: 'petition.complaint-merged', data, sealed: { texts: { finding } } }]
    },

    supplement: (_, { text }, { today }) => [
      { type: 'petition.complaint-supplemented', data: { on: today }, sealed: { texts: { text } } },
    ],

    note: (_, { text }, { today }) => [
      { type: 'petition.complaint-noted', data: { on: today }, sealed: { texts: { text } } },
    ],
  }
}

/** @throws LEGACY_BY_HOST */
function legacyOf({ legacy }: FileComplaint, receivedOn: string, context: Context): Complaint['legacy'] {
  if (legacy === undefined) return null
  if (context.by.kind !== 'system') throw petitionErrors.LEGACY_BY_HOST()
  const { closed, closedOn } = legacy
  if (closedOn !== undefined) checkDay('legacy.closedOn', closedOn, context, receivedOn)
  return { closed, closedOn: closed ? (closedOn ?? null) : null }
}

function filed(input: FileComplaint, context: Context): Decided<ComplaintEvent> {
  const { directory, by, today, rules } = context
  const unit = directory.get(input.unit)
  const receivedOn = checkDay('receivedOn', input.receivedOn ?? today, context)
  const isOwn = by.kind === 'resident' || by.kind === 'anonymous'
  if (isOwn && receivedOn !== today) throw petitionErrors.RECEIPT_BY_STAFF()
  const petitioners = input.petitioners ?? []
  const anonymous = input.anonymous ?? false
  checkFilers(petitioners, anonymous, by)
  if (input.area !== undefined) directory.get(input.area)
  const people = peopleOf(input.people, petitioners)
  const named = input.representatives ?? []
  const representatives =
    input.channel === 'visit'
      ? representativesOf(named, petitioners, people, rules.policy.representatives)
      : keysOfNamed(named, petitioners)

  const accused = toAccused(input.accused ?? {}, context)
  const accuses = !isNobody(accused)
  if (accuses) checkRecipient(input.unit, { accused, receivedOn }, context)
  const petitionClass: PetitionClass | null = accuses ? 'accusation' : null
  const queryCode = context.newCode()
  const data: ComplaintFiled = {
    channel: input.channel,
    unit: input.unit,
    receivedAs: unit.type === 'petitionOffice' ? 'petitionOffice' : 'body',
    receivedOn,
    area: input.area ?? null,
    matter: input.matter ?? null,
    petitioners: petitionersOf(petitioners),
    people,
    representatives,
    anonymous,
    confidentiality: accuses ? 'sealedAccusation' : input.confidential === true ? 'confidential' : 'open',
    accused,
    letter: input.letter ?? null,
    answerBy: input.answerBy ?? null,
    newsBy: input.newsBy ?? null,
    number: input.legacy?.number ?? null,
    legacy: legacyOf(input, receivedOn, context),
    class: petitionClass,
    codeDigest: digestOfCode(queryCode, context.digest),
  }
  const { title, text, place } = input
  const sealed = {
    texts: { title, text, place },
    persons: sealedPersons(petitioners),
    receipt: { queryCode },
  }
  return { type: 'petition.complaint-filed', data, sealed }
}

function numberFor(state: Complaint, numbering: Numbering, context: Context): string {
  return numbering({
    unit: unitToday(state, context),
    on: context.today,
    channel: state.channel,
    code: context.newCode(),
  })
}

/** A further request of the same letter: received on the same day, registered at once, with clocks of its own. */
function separated(
  state: Complaint,
  request: SeparateRequest,
  letter: string | null,
  numbering: Numbering,
  context: Context,
): readonly Decided<ComplaintEvent>[] {
  const unit = unitToday(state, context)
  const { channel, receivedOn, area, petitioners, people, representatives, anonymous, confidentiality } =
    state
  const { title, text } = request
  const matter = request.matter ?? null
  const queryCode = context.newCode()
  const data: ComplaintFiled = {
    channel,
    unit: unit.id,
    receivedAs: unit.type === 'petitionOffice' ? 'petitionOffice' : 'body',
    receivedOn,
    area,
    matter,
    petitioners,
    people,
    representatives,
    anonymous,
    confidentiality: confidentiality === 'sealedAccusation' ? 'confidential' : confidentiality,
    accused: { persons: [], units: [] },
    letter,
    answerBy: state.answerBy,
    newsBy: state.newsBy,
    number: null,
    legacy: null,
    class: null,
    codeDigest: digestOfCode(queryCode, context.digest),
  }
  // Who they are is sealed anew: the keys of one case open nothing of another.
  const sealed = { texts: { title, text }, personsOf: context.id, receipt: { queryCode } }
  const number = numberFor(state, numbering, context)
  return [
    { type: 'petition.complaint-filed', data, sealed },
    { type: 'petition.complaint-registered', data: { number, matter, area } },
  ]
}
