import type { CaseTypes, DecideContext } from '@redress/core'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { InspectionCommands } from './commands.js'
import type { InspectionEvent } from './events.js'
import type { Inspection } from './state.js'

/** The types of an inspection under one name. */
export interface InspectionTypes extends CaseTypes {
  state: Inspection
  commands: InspectionCommands
  event: InspectionEvent
  opening: 'sample'
  policy: PetitionPolicy
}

export type Context = DecideContext<PetitionPolicy, Inspection>
