import type { CaseApi, CaseTypes, DecideContext } from '@redress/core'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { VisitCommands } from './commands/index.js'
import type { VisitEvent } from './events.js'
import type { Visit } from './state.js'

/** The types of a visit under one name. */
export interface VisitTypes extends CaseTypes {
  state: Visit
  commands: VisitCommands
  event: VisitEvent
  opening: 'open'
  policy: PetitionPolicy
  receipt: { readonly queryCode: string }
}

export type VisitContext = DecideContext<PetitionPolicy, Visit>

/** Every command of visits, those of the centre itself too. */
export type VisitCases = CaseApi<VisitTypes>
