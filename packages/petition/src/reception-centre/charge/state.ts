import type { CaseTypes, DecideContext, DomainEvent } from '@redress/core'
import type { Dated } from '../../matter/dated.js'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { ChargeCommands } from './commands.js'

export type ChargeStatus = 'new' | 'active' | 'concluded'
export type ChargeOutcome = 'resolved' | 'partlyResolved' | 'notResolved'

/** A leader has taken personal charge of a hard case (领导包案, 信访工作条例 2022 Art. 18 ¶2). */
export interface Charge {
  readonly status: ChargeStatus
  /** The unit that keeps the record. */
  readonly unit: string
  /** The case; empty for whoever asks otherwise than by `caseOf`. */
  readonly case: string
  /** The id of the person, as posts carry it. */
  readonly leader: string
  readonly leaderUnit: string
  /** The units of every leader who had or has it. */
  readonly leaderUnits: readonly string[]
  readonly since: string
  readonly until: string
  readonly extensions: number
  /** Follow-up meetings. What was said stands in the vault. */
  readonly meetings: readonly ChargeStep[]
  /** Reports on what was done. */
  readonly reports: readonly ChargeStep[]
  readonly outcome: ChargeOutcome | null
  readonly concludedOn: string | null
}

export interface ChargeStep {
  readonly on: string
  /** The version of the event beside which the words are sealed. */
  readonly version: number
}

export interface ChargeEventData {
  readonly 'petition.charge-taken': Pick<
    Charge,
    'unit' | 'case' | 'leader' | 'leaderUnit' | 'since' | 'until'
  >
  readonly 'petition.charge-met': Dated
  readonly 'petition.charge-reported': Dated
  readonly 'petition.charge-extended': Dated & { readonly until: string }
  readonly 'petition.charge-passed-on': Dated & Pick<Charge, 'leader' | 'leaderUnit'>
  readonly 'petition.charge-concluded': Dated & { readonly outcome: ChargeOutcome }
}

/** A fact about a case that a leader has in charge. */
export type ChargeEvent = {
  readonly [Type in keyof ChargeEventData]: DomainEvent<Type, ChargeEventData[Type]>
}[keyof ChargeEventData]

export interface ChargeTypes extends CaseTypes {
  state: Charge
  commands: ChargeCommands
  event: ChargeEvent
  opening: 'take'
  policy: PetitionPolicy
}

export type ChargeContext = DecideContext<PetitionPolicy, Charge>

const none: readonly never[] = Object.freeze([])

export const noCharge: Charge = Object.freeze({
  status: 'new',
  unit: '',
  case: '',
  leader: '',
  leaderUnit: '',
  leaderUnits: none,
  since: '',
  until: '',
  extensions: 0,
  meetings: none,
  reports: none,
  outcome: null,
  concludedOn: null,
})
