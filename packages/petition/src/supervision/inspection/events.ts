import type { DomainEvent } from '@redress/core'
import type { Dated } from '../../matter/dated.js'
import type { InspectionStep } from './commands.js'
import type { CheckedCase, Inspection } from './state.js'

/** What happens to an inspection, by the type of the event. */
export interface InspectionEventData {
  readonly 'petition.inspection-opened': Pick<
    Inspection,
    'openedOn' | 'unit' | 'inspector' | 'period' | 'seed' | 'population' | 'populationDigest' | 'drawn'
  >
  readonly 'petition.inspection-case-checked': CheckedCase
  readonly 'petition.inspection-case-set-aside': Dated & { readonly case: string }
  readonly 'petition.inspection-step-taken': Dated & {
    readonly step: InspectionStep
    readonly answerBy: string | null
  }
  readonly 'petition.inspection-explained': Dated
  readonly 'petition.inspection-concluded': Dated
}

/** A fact in the life of an inspection. */
export type InspectionEvent = {
  readonly [Type in keyof InspectionEventData]: DomainEvent<Type, InspectionEventData[Type]>
}[keyof InspectionEventData]
