import type { DecideTable } from '@redress/core'
import type { ConsentToName, PublishSuggestion, publicationInputs } from '../commands/publication.js'
import { personalDataIn } from '../de-identified.js'
import { suggestionErrors } from '../errors.js'
import { isSameThreshold, thresholdsOf } from '../policy.js'
import { isReachable, type Suggestion } from '../state.js'
import type { Context, SuggestionTypes } from '../types.js'

type Publication = Pick<DecideTable<SuggestionTypes>, keyof typeof publicationInputs>

export const decidePublication: Publication = {
  consentToName: (state, input, context) => {
    const data = { person: authorOf(state, input, context), given: input.given }
    return [{ type: 'petition.suggestion-name-consent', data }]
  },

  publish: (state, input) => {
    checkPublication(state, input)
    const { title, text, answer, names = false } = input
    const data = { names, answered: answer !== undefined }
    const texts = { publicTitle: title, publicText: text, publicAnswer: answer }
    return [{ type: 'petition.suggestion-published', data, sealed: { texts } }]
  },

  unpublish: (_, { reason }, { today }) => [
    { type: 'petition.suggestion-unpublished', data: { on: today }, sealed: { texts: { reason } } },
  ],

  recordSupport: ({ duties }, { supports }, { today, rules }) =>
    thresholdsOf(rules.policy)
      .filter((one) => one.supports <= supports && !duties.some((made) => isSameThreshold(made, one)))
      .map(({ supports: threshold, duty }) => ({
        type: 'petition.suggestion-duty-made',
        data: { supports: threshold, duty, on: today },
      })),

  setAside: ({ setAsides }, { supports, mark, from, before, reason }, { today }) => {
    if (supports === undefined && mark === undefined && from === undefined && before === undefined)
      throw suggestionErrors.SELECTION_EMPTY()
    const named = supports?.length ?? null
    const criteria = {
      ...(mark === undefined ? {} : { mark }),
      ...(from === undefined ? {} : { from }),
      ...(before === undefined ? {} : { before }),
    }
    const data = { on: today, batch: setAsides + 1, named, ...criteria }
    return [{ type: 'petition.suggestion-supports-set-aside', data, sealed: { texts: { reason } } }]
  },

  restore: ({ setAsides }, { supports, batch, reason }, { today }) => {
    if (supports === undefined && batch === undefined) throw suggestionErrors.SELECTION_EMPTY()
    if (batch !== undefined && batch > setAsides)
      throw suggestionErrors.BATCH_UNKNOWN({ batch, last: setAsides })
    const data = { on: today, batch: batch ?? null, named: supports?.length ?? null }
    return [{ type: 'petition.suggestion-supports-restored', data, sealed: { texts: { reason } } }]
  },
}

/** Residents speak for themselves, staff record what a named author has said. @throws AUTHOR_UNKNOWN */
function authorOf({ petitioners }: Suggestion, { person }: ConsentToName, { by }: Context): string {
  const found =
    by.kind === 'resident'
      ? petitioners.find(({ id }) => id === by.id)
      : petitioners.find((one) => one.person === person)
  if (found === undefined || (by.kind === 'resident' && (person ?? found.person) !== found.person))
    throw suggestionErrors.AUTHOR_UNKNOWN()
  return found.person
}

function checkPublication(state: Suggestion, { title, text, answer, names }: PublishSuggestion): void {
  const found = personalDataIn([title, text, answer ?? ''], [])
  if (found.length > 0) throw suggestionErrors.PERSONAL_DATA_PUBLISHED({ found })
  if (names === true && state.nameConsents.length === 0) throw suggestionErrors.NAME_CONSENT_MISSING()
  if (answer === undefined) return
  if (state.decision === null) throw suggestionErrors.ANSWER_BEFORE_DECISION()
  if (isReachable(state) && state.reply === null && state.notReached === null)
    throw suggestionErrors.AUTHOR_NOT_TOLD()
}
