import type { CaseTypes, DecideContext, DomainEvent } from '@redress/core'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { OpeningHours } from '../local-time.js'
import type { CentreCommands } from './commands.js'

export type CentreStatus = 'new' | 'open' | 'closed'

/** Help that is there for whoever asks for it. */
export type HelpOffered =
  | 'signLanguage'
  | 'wheelchair'
  | 'interpreter'
  | 'scribe'
  | 'largePrint'
  | 'hearingLoop'
  | 'childCare'
  | 'firstAid'

/** A window (窗口): what one department does at a centre. */
export interface ReceptionWindow {
  /** A short word such as `3` or `housing`, unique in the centre; people read it in the hall. */
  readonly window: string
  readonly name: string
  /** The unit that staffs it. */
  readonly unit: string
  readonly services: readonly string[]
  /** How many appointments it takes in one half of a day. */
  readonly appointments: number
}

/** What everybody may know of a centre (信访工作条例 2022 Art. 18). */
export interface CentreFacts {
  readonly name: string
  readonly nameEn: string | null
  readonly address: string
  readonly directions: string | null
  readonly phone: string | null
  /** Where petitions are filed online. */
  readonly online: string | null
  /** How to ask about progress and result, beside the query code. */
  readonly howToQuery: string | null
  /** Where the rules and the procedure can be read. */
  readonly procedure: string | null
  readonly hours: OpeningHours
  readonly languages: readonly string[]
  readonly help: readonly HelpOffered[]
}

/** A joint reception centre (联合接访中心) of a city, a county or a township. */
export interface Centre extends CentreFacts {
  readonly status: CentreStatus
  /** The unit that runs it: a petition office, or what stands for one. */
  readonly unit: string
  /** The level of that unit, such as `county`. */
  readonly level: string
  readonly windows: readonly ReceptionWindow[]
  readonly openedOn: string
  readonly closedOn: string | null
  /** Where people turn now that it has closed. */
  readonly continuesAt: string | null
}

export interface CentreEventData {
  readonly 'petition.centre-opened': CentreFacts &
    Pick<Centre, 'unit' | 'level' | 'windows'> & { readonly on: string }
  readonly 'petition.centre-changed': Partial<CentreFacts>
  readonly 'petition.centre-window-set': ReceptionWindow
  readonly 'petition.centre-window-closed': { readonly window: string }
  readonly 'petition.centre-closed': { readonly on: string; readonly continuesAt: string }
}

/** A fact in the life of a reception centre. All of it is public. */
export type CentreEvent = {
  readonly [Type in keyof CentreEventData]: DomainEvent<Type, CentreEventData[Type]>
}[keyof CentreEventData]

export interface CentreTypes extends CaseTypes {
  state: Centre
  commands: CentreCommands
  event: CentreEvent
  opening: 'open'
  policy: PetitionPolicy
}

export type CentreContext = DecideContext<PetitionPolicy, Centre>

const none: readonly never[] = Object.freeze([])

export const noFacts: CentreFacts = Object.freeze({
  name: '',
  nameEn: null,
  address: '',
  directions: null,
  phone: null,
  online: null,
  howToQuery: null,
  procedure: null,
  hours: Object.freeze({}),
  languages: none,
  help: none,
})

export const noCentre: Centre = Object.freeze({
  ...noFacts,
  status: 'new',
  unit: '',
  level: '',
  windows: none,
  openedOn: '',
  closedOn: null,
  continuesAt: null,
})
