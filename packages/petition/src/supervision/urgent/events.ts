import type { DomainEvent } from '@redress/core'
import type { SubjectSeal } from '../subject.js'
import type { UrgentReport } from './state.js'

/** What happens to an urgent report, by the type of the event. */
export interface UrgentEventData {
  readonly 'petition.urgent-reported': Pick<
    UrgentReport,
    'unit' | 'learnedAt' | 'reportedAt' | 'case' | 'accused' | 'confidential'
  > & { readonly to: readonly string[] }
  readonly 'petition.urgent-received': { readonly unit: string; readonly receivedAt: string }
  readonly 'petition.urgent-measure-taken': { readonly on: string }
  readonly 'petition.urgent-closed': { readonly on: string }
  readonly 'petition.urgent-sealed': SubjectSeal
}

/** A fact in the life of an urgent report. */
export type UrgentEvent = {
  readonly [Type in keyof UrgentEventData]: DomainEvent<Type, UrgentEventData[Type]>
}[keyof UrgentEventData]
