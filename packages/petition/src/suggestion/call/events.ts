import type { CaseTypes, DomainEvent } from '@redress/core'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { CallCommands } from './commands.js'
import type { SuggestionCall } from './state.js'

/** What happens to a call, by the type of the event. */
export interface CallEventData {
  readonly 'petition.call-drafted': Pick<
    SuggestionCall,
    'unit' | 'from' | 'until' | 'questions' | 'area' | 'matter'
  >
  readonly 'petition.call-published': { readonly on: string }
  readonly 'petition.call-extended': { readonly on: string; readonly until: string }
  readonly 'petition.call-closed': { readonly on: string }
  readonly 'petition.call-reported': { readonly on: string }
  readonly 'petition.call-cancelled': { readonly on: string }
}

/** A fact in the life of a call. */
export type CallEvent = {
  readonly [Type in keyof CallEventData]: DomainEvent<Type, CallEventData[Type]>
}[keyof CallEventData]

/** The types of a call under one name. */
export interface CallTypes extends CaseTypes {
  state: SuggestionCall
  commands: CallCommands
  event: CallEvent
  opening: 'draft'
  policy: PetitionPolicy
}
