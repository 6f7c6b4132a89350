import type { CaseTypes, DecideContext } from '@redress/core'
import type { PetitionPolicy } from '../rules/policy.js'
import type { SuggestionCommands } from './commands/index.js'
import type { SuggestionEvent } from './events.js'
import type { Suggestion } from './state.js'

/** The types of a suggestion under one name. */
export interface SuggestionTypes extends CaseTypes {
  state: Suggestion
  commands: SuggestionCommands
  event: SuggestionEvent
  opening: 'file'
  policy: PetitionPolicy
  receipt: { readonly queryCode: string }
}

export type Context = DecideContext<PetitionPolicy, Suggestion>
