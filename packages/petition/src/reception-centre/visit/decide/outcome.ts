import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../../errors.js'
import { checkRecipient, isNobody, unitToday } from '../../../matter/checks.js'
import { text as anyText } from '../../../matter/words.js'
import { receptionErrors } from '../../errors.js'
import type { outcomeInputs } from '../commands/outcome.js'
import type { Visit } from '../state.js'
import type { VisitTypes } from '../types.js'

type Outcomes = Pick<DecideTable<VisitTypes>, keyof typeof outcomeInputs>

export const decideOutcome: Outcomes = {
  noteInquiry: (_, __, { today }) => [{ type: 'petition.visit-inquiry-answered', data: { on: today } }],

  handOver: (state, { to, title, text, place, matter = null, area = null }, context) => {
    const unit = unitToday(state, context).id
    checkRecipient(unit, state, context)
    if (area !== null) context.directory.get(area)
    const accuses = !isNobody(state.accused)
    if (to === 'suggestion' && accuses) throw receptionErrors.HAND_OVER_ACCUSES()
    if (to === 'accusation' && !accuses) throw receptionErrors.HAND_OVER_UNSEALED()
    const length = text === undefined ? lengthOfStatements(state) : 0
    if (length > mostText) throw receptionErrors.HAND_OVER_TEXT_TOO_LONG({ length, most: mostText })
    const handOver = state.handOvers.length + 1
    const { accused } = state
    const data = { handOver, to, on: context.today, unit, matter, area, accused }
    return [{ type: 'petition.visit-handed-over', data, sealed: { texts: { title, text, place } } }]
  },

  settle: (state, data) => {
    const known = state.handOvers.find((one) => one.handOver === data.handOver)
    // Two who finish it at the same time were told of the same case.
    if (known?.state === data.state && known.case === data.case) return []
    if (known?.state !== 'pending') throw receptionErrors.HAND_OVER_NOT_OPEN()
    return [{ type: 'petition.visit-hand-over-settled', data }]
  },

  refer: (_, { kind, to, note, consents }, { today }) => {
    if (!consents) throw receptionErrors.REFERRAL_WITHOUT_CONSENT()
    return [{ type: 'petition.visit-referred', data: { on: today, kind }, sealed: { texts: { to, note } } }]
  },

  advise: (state, { to, note }, context) => {
    if (to === state.unit) throw petitionErrors.ALREADY_THERE({ unit: to })
    checkRecipient(to, state, context)
    return [{ type: 'petition.visit-advised', data: { on: context.today, to }, sealed: { texts: { note } } }]
  },

  close: (_, { told }, { today }) => [
    { type: 'petition.visit-closed', data: { on: today }, sealed: { texts: { told } } },
  ],
}

/** What fits into the text of a matter. */
const mostText = anyText.maxLength ?? Number.POSITIVE_INFINITY

/** Between two statements of one matter. */
export const betweenStatements = '\n\n'

const lengthOfStatements = ({ statements }: Visit): number =>
  statements.reduce((sum, one) => sum + one.length, (statements.length - 1) * betweenStatements.length)
