import type { DomainEvent } from '@redress/core'
import type { Dated } from '../matter/dated.js'
import type {
  Accusation,
  AccusationClarification,
  AccusationFeedbackManner,
  AccusationOutcome,
  AccusationReceipt,
  AccusationRefusalGround,
  AccusationRouting,
  PersonnelNotice,
} from './state.js'

export interface AccusationFiled
  extends Pick<
    Accusation,
    | 'subject'
    | 'channel'
    | 'receivedOn'
    | 'unit'
    | 'codeDigest'
    | 'accused'
    | 'identity'
    | 'petitioners'
    | 'takenFrom'
    | 'follows'
  > {
  readonly receivedAs: AccusationReceipt
  /** The unit that handed it over, and the day, where it was a complaint before. */
  readonly handedOver: { readonly from: string; readonly on: string } | null
}

/** What happens to an accusation, by the type of the event. What people write is sealed beside it and stands in the vault. */
export interface AccusationEventData {
  readonly 'petition.accusation-filed': AccusationFiled
  readonly 'petition.accusation-registered': { readonly number: string }
  /** Whom it accuses by now. */
  readonly 'petition.accusation-accused-named': Pick<Accusation, 'accused'>
  readonly 'petition.accusation-routed': AccusationRouting & { readonly receivedAs: AccusationReceipt }
  readonly 'petition.accusation-given-back': Dated & {
    readonly to: string
    readonly receivedAs: AccusationReceipt
    readonly agreedBy: string
  }
  readonly 'petition.accusation-accepted': Dated & { readonly noticeOn: string | null }
  readonly 'petition.accusation-not-accepted': Dated & {
    readonly ground: AccusationRefusalGround
    readonly noticeOn: string | null
  }
  readonly 'petition.accusation-accuser-identified': Dated & Pick<Accusation, 'petitioners'>
  readonly 'petition.accusation-supplemented': Dated
  readonly 'petition.accusation-noted': Dated
  readonly 'petition.accusation-investigators-assigned': Dated & Pick<Accusation, 'investigators'>
  readonly 'petition.accusation-person-recused': Dated & { readonly person: string }
  readonly 'petition.accusation-personnel-told': PersonnelNotice
  readonly 'petition.accusation-protected': Dated
  readonly 'petition.accusation-concluded': Dated & {
    readonly by: string
    readonly outcome: AccusationOutcome
  }
  readonly 'petition.accusation-clarified': AccusationClarification & { readonly approvedBy: string }
  readonly 'petition.accusation-measures-proposed': Dated & { readonly to: string }
  readonly 'petition.accusation-result-told': Dated & { readonly manner: AccusationFeedbackManner }
  readonly 'petition.accusation-accuser-not-reached': Dated
  readonly 'petition.accusation-withdrawn': Dated
  readonly 'petition.accusation-withdrawal-decided': Dated & { readonly goesOn: boolean }
  readonly 'petition.accusation-closed': Dated
  readonly 'petition.accusation-reopened': Dated & {
    readonly ground: 'newFacts' | 'supervision'
    readonly receivedAs: AccusationReceipt
  }
}

/** A fact in the life of an accusation. */
export type AccusationEvent = {
  readonly [Type in keyof AccusationEventData]: DomainEvent<Type, AccusationEventData[Type]>
}[keyof AccusationEventData]
