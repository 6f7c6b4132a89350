import type { Decided, DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { checkDay, isNobody, toAccused, unitToday } from '../../matter/checks.js'
import type { Numbering } from '../../matter/numbering.js'
import { keyOf, type PersonFiling, petitionersOf, sealedPersons } from '../../matter/persons.js'
import { digestOfCode } from '../../matter/query-code.js'
import { isOpenCall, type OpenCall } from '../call/state.js'
import type { FileSuggestion, HandOverSuggestion, intakeInputs } from '../commands/intake.js'
import { suggestionErrors } from '../errors.js'
import type { SuggestionEvent } from '../events.js'
import { isReachable, type Suggestion } from '../state.js'
import type { Context, SuggestionTypes } from '../types.js'

type Intake = Pick<DecideTable<SuggestionTypes>, keyof typeof intakeInputs>

/** @param callOf a published call as it was looked up for the command */
export function decideIntake(numbering: Numbering, callOf: (id: string) => OpenCall | undefined): Intake {
  return {
    file: (_, input, context) => [filed(input, callOf, context)],

    register: (state, { matter, area, number }, context) => {
      if (area !== undefined) context.directory.get(area)
      const data = {
        number: number ?? numberFor(state, numbering, context),
        matter: matter ?? state.matter,
        area: area ?? state.area,
      }
      return [{ type: 'petition.suggestion-registered', data }]
    },

    screen: (_, { finding }, { today }) => [
      { type: 'petition.suggestion-screened', data: { on: today }, sealed: { texts: { finding } } },
    ],

    decline: (state, { reasons, advice, noticeOn }, context) => {
      const data = { on: context.today, noticeOn: noticeDay(state, noticeOn, context) }
      return [{ type: 'petition.suggestion-declined', data, sealed: { texts: { reasons, advice } } }]
    },

    handOver: (state, input, context) => [handedOver(state, input, context)],

    supplement: (_, { text }, { today }) => [
      { type: 'petition.suggestion-supplemented', data: { on: today }, sealed: { texts: { text } } },
    ],

    note: (_, { text }, { today }) => [
      { type: 'petition.suggestion-noted', data: { on: today }, sealed: { texts: { text } } },
    ],
  }
}

/** The day on which the author was told; none where nobody can be reached (信访工作条例 2022 Art. 23 ¶2). */
export function noticeDay(state: Suggestion, given: string | undefined, context: Context): string | null {
  const on = given ?? (isReachable(state) ? context.today : null)
  return on === null ? null : checkDay('noticeOn', on, context, state.receivedOn)
}

function filed(
  input: FileSuggestion,
  callOf: (id: string) => OpenCall | undefined,
  context: Context,
): Decided<SuggestionEvent> {
  const { directory, by, today } = context
  const unit = directory.get(input.unit)
  if (input.area !== undefined) directory.get(input.area)
  const receivedOn = checkDay('receivedOn', input.receivedOn ?? today, context)
  const isOwn = by.kind === 'resident' || by.kind === 'anonymous'
  if (isOwn && receivedOn !== today) throw petitionErrors.RECEIPT_BY_STAFF()
  const petitioners = checkAuthors(input, context)
  checkCall(input, receivedOn, callOf)

  const queryCode = context.newCode()
  const { channel, area = null, matter = null, call = null } = input
  const data = {
    channel,
    unit: input.unit,
    receivedAs: unit.type === 'petitionOffice' ? ('petitionOffice' as const) : ('body' as const),
    receivedOn,
    area,
    matter,
    call,
    petitioners: petitionersOf(petitioners),
    anonymous: input.anonymous ?? false,
    confidential: input.confidential ?? false,
    nameConsents: input.nameConsent === true ? consentsOf(petitioners, context) : [],
    codeDigest: digestOfCode(queryCode, context.digest),
  }
  const { title, text, place, answers = [] } = input
  const answered = Object.fromEntries(answers.map((answer, n) => [`answer${n + 1}`, answer]))
  const sealed = {
    texts: { title, text, place, ...answered },
    persons: sealedPersons(petitioners),
    receipt: { queryCode },
  }
  return { type: 'petition.suggestion-filed', data, sealed }
}

function checkAuthors(
  { petitioners = [], anonymous = false }: FileSuggestion,
  { by }: Context,
): readonly PersonFiling[] {
  if (petitioners.length === 0 && !anonymous) throw suggestionErrors.AUTHOR_MISSING()
  if (petitioners.length > 0 && anonymous) throw suggestionErrors.ANONYMOUS_WITH_NAMES()
  const isAmong = (account: string) => petitioners.some(({ id }) => id === account)
  if (by.kind === 'resident' && !anonymous && !isAmong(by.id))
    throw petitionErrors.FILED_FOR_OTHERS({ by: by.id })
  // Whoever is not known speaks for no account.
  if (by.kind === 'anonymous' && petitioners.some(({ id }) => id !== undefined))
    throw petitionErrors.FILED_FOR_OTHERS({ by: by.kind })
  return petitioners
}

/** A resident consents for themself; whom staff record, they have asked. */
function consentsOf(petitioners: readonly PersonFiling[], { by }: Context): readonly string[] {
  return petitioners.flatMap(({ id }, n) => (by.kind === 'resident' && id !== by.id ? [] : [keyOf(n)]))
}

function checkCall(
  { call: id, answers = [] }: FileSuggestion,
  on: string,
  callOf: (id: string) => OpenCall | undefined,
): void {
  const call = id === undefined ? undefined : callOf(id)
  if (id !== undefined) {
    if (call === undefined) throw suggestionErrors.CALL_UNKNOWN({ call: id })
    const { from, until } = call
    if (!isOpenCall(call, on)) throw suggestionErrors.CALL_NOT_OPEN({ call: id, from, until, on })
  }
  const questions = call?.questions ?? 0
  if (answers.length > questions)
    throw suggestionErrors.ANSWERS_UNASKED({ answers: answers.length, questions })
}

function handedOver(
  state: Suggestion,
  { to, class: otherClass, consent, accused: named, accusedUnknown, reasons }: HandOverSuggestion,
  context: Context,
): Decided<SuggestionEvent> {
  // Where nobody can be asked, a matter that was brought must still not be lost.
  if (isReachable(state) && consent !== true) throw suggestionErrors.HAND_OVER_WITHOUT_CONSENT()
  const accused = toAccused(named ?? {}, context)
  const isSealed = otherClass === 'accusation'
  if (!isSealed && !isNobody(accused)) throw petitionErrors.NOT_AN_ACCUSATION({ class: otherClass })
  if (isSealed && isNobody(accused) && accusedUnknown !== true) throw petitionErrors.ACCUSED_MISSING()
  const confidential = state.confidential || isSealed
  const data = { on: context.today, to, accused, confidential }
  return { type: 'petition.suggestion-handed-over', data, sealed: { texts: { reasons } } }
}

function numberFor(state: Suggestion, numbering: Numbering, context: Context): string {
  return numbering({
    unit: unitToday(state, context),
    on: context.today,
    channel: state.channel,
    code: context.newCode(),
  })
}
