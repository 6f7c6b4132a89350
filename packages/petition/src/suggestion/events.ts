import type { DomainEvent } from '@redress/core'
import type { Dated } from '../matter/dated.js'
import type * as Outcome from './commands/outcome.js'
import type * as Publication from './commands/publication.js'
import type * as Study from './commands/study.js'
import type {
  HandOver,
  Publication as Published,
  Suggestion,
  SuggestionDecision,
  SupportedBy,
} from './state.js'

export interface SuggestionFiled
  extends Pick<
    Suggestion,
    | 'channel'
    | 'unit'
    | 'receivedOn'
    | 'receivedAs'
    | 'area'
    | 'matter'
    | 'call'
    | 'petitioners'
    | 'anonymous'
    | 'confidential'
    | 'nameConsents'
    | 'codeDigest'
  > {}

/** Which supports were set aside, beside those that were named one by one. */
export interface SupportsSetAside
  extends Dated,
    Pick<Publication.SetAsideSupports, 'mark' | 'from' | 'before'> {
  readonly batch: number
  /** How many were named; null where all are meant that fit. */
  readonly named: number | null
}

/** What happens to a suggestion, by the type of the event. What people write is sealed beside it and stands in the vault. */
export interface SuggestionEventData {
  readonly 'petition.suggestion-filed': SuggestionFiled
  readonly 'petition.suggestion-registered': Pick<Suggestion, 'matter' | 'area'> & { readonly number: string }
  readonly 'petition.suggestion-screened': Dated
  readonly 'petition.suggestion-declined': Dated & { readonly noticeOn: string | null }
  readonly 'petition.suggestion-handed-over': HandOver & Pick<Suggestion, 'accused' | 'confidential'>
  readonly 'petition.suggestion-supplemented': Dated
  readonly 'petition.suggestion-noted': Dated
  readonly 'petition.suggestion-transferred': Dated & { readonly from: string; readonly to: string }
  readonly 'petition.suggestion-return-asked': Dated & { readonly by: string }
  readonly 'petition.suggestion-returned': Dated & { readonly to: string }
  readonly 'petition.suggestion-return-refused': Dated
  readonly 'petition.suggestion-study-opened': Dated & {
    readonly unit: string
    readonly officer: string
    readonly noticeOn: string | null
  }
  readonly 'petition.suggestion-officer-assigned': Study.AssignOfficer
  readonly 'petition.suggestion-officer-recused': { readonly person: string }
  readonly 'petition.suggestion-view-heard': Dated & Pick<Study.HearView, 'from'>
  readonly 'petition.suggestion-decided': Omit<SuggestionDecision, 'version'>
  readonly 'petition.suggestion-replied': Dated & Pick<Outcome.ReplySuggestion, 'channel'>
  readonly 'petition.suggestion-not-reached': Dated & Pick<Outcome.FailReply, 'channel' | 'reason'>
  readonly 'petition.suggestion-planned': Dated & { readonly unit: string; readonly by: string }
  readonly 'petition.suggestion-progress-reported': Dated
  readonly 'petition.suggestion-realised': Dated
  readonly 'petition.suggestion-given-up': Dated
  readonly 'petition.suggestion-honoured': Dated & Pick<Outcome.HonourAuthor, 'kind'>
  readonly 'petition.suggestion-name-consent': { readonly person: string; readonly given: boolean }
  readonly 'petition.suggestion-published': Pick<Published, 'names' | 'answered'>
  readonly 'petition.suggestion-unpublished': Dated
  readonly 'petition.suggestion-duty-made': SupportedBy
  readonly 'petition.suggestion-supports-set-aside': SupportsSetAside
  readonly 'petition.suggestion-supports-restored': Dated & {
    readonly batch: number | null
    readonly named: number | null
  }
  readonly 'petition.suggestion-closed': Dated
  readonly 'petition.suggestion-withdrawn': Dated
  readonly 'petition.suggestion-reopened': Dated
}

/** A fact in the life of a suggestion. */
export type SuggestionEvent = {
  readonly [Type in keyof SuggestionEventData]: DomainEvent<Type, SuggestionEventData[Type]>
}[keyof SuggestionEventData]
