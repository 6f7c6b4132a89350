import type { DomainEvent } from '@redress/core'
import type { Dated } from '../../matter/dated.js'
import type { SubjectSeal } from '../subject.js'
import type { CloseMatter } from './commands.js'
import type { ListedSupervision, Rectification, Supervision, SupervisionMeasure } from './state.js'

/** What happens to a matter of supervision, by the type of the event. */
export interface SupervisionEventData {
  readonly 'petition.supervision-opened': Pick<
    Supervision,
    'unit' | 'supervisor' | 'number' | 'openedOn' | 'grounds' | 'case' | 'accused' | 'confidential'
  >
  readonly 'petition.supervision-urged': Dated & { readonly by: string; readonly answerBy: string }
  readonly 'petition.supervision-urging-answered': Dated
  readonly 'petition.supervision-listed': Omit<ListedSupervision, 'delistedOn'>
  readonly 'petition.supervision-delisted': Dated
  readonly 'petition.supervision-interviewed': SupervisionMeasure
  readonly 'petition.supervision-circulated': SupervisionMeasure
  readonly 'petition.supervision-rectification-ordered': Pick<
    Rectification,
    'on' | 'decidedBy' | 'dueOn' | 'orderedBy'
  >
  readonly 'petition.supervision-rectification-reported': Dated & Pick<Rectification, 'reportedBy'>
  readonly 'petition.supervision-rectification-checked': Dated & {
    readonly passed: boolean
    /** The day on which it was reported: when it is accepted, it was done then. */
    readonly reportedOn: string
  }
  readonly 'petition.supervision-closed': Dated & Pick<CloseMatter, 'result'>
  readonly 'petition.supervision-sealed': SubjectSeal
}

/** A fact in the life of a matter of supervision. */
export type SupervisionEvent = {
  readonly [Type in keyof SupervisionEventData]: DomainEvent<Type, SupervisionEventData[Type]>
}[keyof SupervisionEventData]
