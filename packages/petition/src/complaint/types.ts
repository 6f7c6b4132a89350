import type { CaseTypes, DecideContext } from '@redress/core'
import type { PetitionPolicy } from '../rules/policy.js'
import type { ComplaintCommands } from './commands/index.js'
import type { ComplaintEvent } from './events.js'
import type { Complaint } from './state.js'

/** The types of a complaint under one name. */
export interface ComplaintTypes extends CaseTypes {
  state: Complaint
  commands: ComplaintCommands
  event: ComplaintEvent
  opening: 'file'
  policy: PetitionPolicy
  receipt: { readonly queryCode: string }
}

export type Context = DecideContext<PetitionPolicy, Complaint>
