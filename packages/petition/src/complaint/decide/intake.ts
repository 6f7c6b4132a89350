import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import type { RepresentativeRule } from '../../rules/policy.js'
import type { FileComplaint, intakeInputs, SeparateRequest } from '../commands/intake.js'
import type { ComplaintEvent, ComplaintFiled } from '../events.js'
import type { Numbering } from '../numbering.js'
import type { Complaint, PetitionClass, Petitioner } from '../state.js'
import type { ComplaintTypes, Context } from '../types.js'
import { checkDay, checkRecipient, isNobody, toAccused, unitToday } from './checks.js'

type Intake = Pick<DecideTable<ComplaintTypes>, keyof typeof intakeInputs>

export function decideIntake(numbering: Numbering): Intake {
  return {
    file: (_, input, context) => [{ type: 'petition.complaint-filed', data: filed(input, context) }],

    register: (state, input, context) => {
      if (input.area !== undefined) context.directory.get(input.area)
      const data = {
        number: input.number ?? numberFor(state, numbering, context),
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
      const data = { class: input.class, route, accused, reason: input.reason }
      return [{ type: 'petition.complaint-classified', data }]
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
      if (input.into === context.id) throw petitionErrors.LINK_TO_ITSELF()
      // Whoever reads the merged case reads where it goes on.
      if (context.named?.state.confidentiality === 'sealedAccusation') throw petitionErrors.LINK_TO_SEALED()
      checkDay('noticeOn', input.noticeOn, context, state.receivedOn)
      return [{ type: 'petition.complaint-merged', data: input }]
    },

    supplement: (_, { text }, { today }) => [
      { type: 'petition.complaint-supplemented', data: { on: today, text } },
    ],

    note: (_, { text }, { today }) => [{ type: 'petition.complaint-noted', data: { on: today, text } }],
  }
}

function filed(input: FileComplaint, context: Context): ComplaintFiled {
  const { directory, by, today, rules } = context
  const unit = directory.get(input.unit)
  const receivedOn = checkDay('receivedOn', input.receivedOn ?? today, context)
  const isOwn = by.kind === 'resident' || by.kind === 'anonymous'
  if (isOwn && receivedOn !== today) throw petitionErrors.RECEIPT_BY_STAFF()
  const petitioners = input.petitioners ?? []
  const anonymous = input.anonymous ?? false
  if (petitioners.length === 0 && !anonymous) throw petitionErrors.PETITIONER_MISSING()
  if (by.kind === 'resident' && !anonymous && !petitioners.some((one) => one.id === by.id)) {
    throw petitionErrors.FILED_FOR_OTHERS({ by: by.id })
  }
  if (input.area !== undefined) directory.get(input.area)
  const people = Math.max(input.people ?? 0, petitioners.length, 1)
  const named = input.representatives ?? []
  const isVisit = input.channel === 'visit'
  const representatives =
    isVisit && named.length === 0 ? allWhoCome(petitioners, people, rules.policy.representatives) : named
  if (isVisit) checkRepresentatives(people, representatives, rules.policy.representatives)
  checkNamed(representatives, petitioners)

  const accused = toAccused(input.accused ?? {}, context)
  const accuses = !isNobody(accused)
  if (accuses) checkRecipient(input.unit, { accused, receivedOn }, context)
  const petitionClass: PetitionClass | null = accuses ? 'accusation' : null
  return {
    channel: input.channel,
    unit: input.unit,
    receivedAs: unit.type === 'petitionOffice' ? 'petitionOffice' : 'body',
    receivedOn,
    title: input.title,
    text: input.text,
    area: input.area ?? null,
    place: input.place ?? null,
    matter: input.matter ?? null,
    petitioners,
    people,
    representatives,
    anonymous,
    confidentiality: accuses ? 'sealedAccusation' : input.confidential === true ? 'confidential' : 'open',
    accused,
    letter: input.letter ?? null,
    class: petitionClass,
    queryCode: context.newCode(),
  }
}

/** A few who all come speak for themselves. */
function allWhoCome(
  petitioners: readonly Petitioner[],
  people: number,
  rules: readonly RepresentativeRule[],
): readonly string[] {
  const most = rules.find((one) => one.people === undefined || people <= one.people)?.most ?? 0
  const areFew = people > 1 && people === petitioners.length && people <= most
  return areFew ? petitioners.map((one) => one.id ?? one.name) : []
}

/** The cap is on those who come to a visit, never on who may petition (信访工作条例 2022 Art. 20 ¶3). */
function checkRepresentatives(
  people: number,
  representatives: readonly string[],
  rules: readonly RepresentativeRule[],
): void {
  const rule = rules.find((one) => one.people === undefined || people <= one.people)
  if (people === 1 || rule === undefined) return
  const { most, source } = rule
  if (representatives.length === 0) throw petitionErrors.REPRESENTATIVES_MISSING({ people, most, source })
  if (representatives.length > most) {
    throw petitionErrors.REPRESENTATIVES_TOO_MANY({
      representatives: representatives.length,
      people,
      most,
      source,
    })
  }
}

function checkNamed(representatives: readonly string[], petitioners: readonly Petitioner[]): void {
  for (const representative of representatives) {
    const known = petitioners.some((one) => one.id === representative || one.name === representative)
    if (!known) throw petitionErrors.REPRESENTATIVE_UNKNOWN({ representative })
  }
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
): readonly ComplaintEvent[] {
  const unit = unitToday(state, context)
  const {
    channel,
    receivedOn,
    area,
    place,
    petitioners,
    people,
    representatives,
    anonymous,
    confidentiality,
  } = state
  const { title, text } = request
  const matter = request.matter ?? null
  const data: ComplaintFiled = {
    channel,
    unit: unit.id,
    receivedAs: unit.type === 'petitionOffice' ? 'petitionOffice' : 'body',
    receivedOn,
    title,
    text,
    area,
    place,
    matter,
    petitioners,
    people,
    representatives,
    anonymous,
    confidentiality: confidentiality === 'sealedAccusation' ? 'confidential' : confidentiality,
    accused: { persons: [], units: [] },
    letter,
    class: null,
    queryCode: context.newCode(),
  }
  const number = numberFor(state, numbering, context)
  return [
    { type: 'petition.complaint-filed', data },
    { type: 'petition.complaint-registered', data: { number, matter, area } },
  ]
}
