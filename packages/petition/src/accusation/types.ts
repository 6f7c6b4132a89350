import type { CaseTypes, DecideContext } from '@redress/core'
import type { PetitionPolicy } from '../rules/policy.js'
import type { AccusationCommands } from './commands/index.js'
import type { AccusationEvent } from './events.js'
import type { Accusation } from './state.js'

/** The types of an accusation under one name. */
export interface AccusationTypes extends CaseTypes {
  state: Accusation
  commands: AccusationCommands
  event: AccusationEvent
  opening: 'file'
  policy: PetitionPolicy
  receipt: { readonly queryCode: string }
}

export type Context = DecideContext<PetitionPolicy, Accusation>
