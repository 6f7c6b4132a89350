import type { OpenedSnapshot, PluginHost } from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import type { CentreApi } from '../centre/api.js'
import type { Days } from '../day/days.js'
import type { Today } from '../today.js'
import type { Turns } from '../turns.js'
import type { VisitCases, VisitTypes } from './types.js'

/** What everything that reaches beyond one visit works with. */
export interface VisitParts {
  readonly host: PluginHost<PetitionEvent>
  readonly visits: VisitCases
  readonly centres: CentreApi
  readonly days: Days
  readonly today: () => Today
  readonly turns: Turns
}

/** A visit that was opened, and the code that the person alone is told. */
export type Opened = OpenedSnapshot<VisitTypes>
