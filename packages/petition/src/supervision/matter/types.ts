import type { CaseTypes, DecideContext } from '@redress/core'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { SupervisionCommands } from './commands.js'
import type { SupervisionEvent } from './events.js'
import type { Supervision } from './state.js'

/** The types of a matter of supervision under one name. */
export interface SupervisionTypes extends CaseTypes {
  state: Supervision
  commands: SupervisionCommands
  event: SupervisionEvent
  opening: 'open'
  policy: PetitionPolicy
}

export type Context = DecideContext<PetitionPolicy, Supervision>
