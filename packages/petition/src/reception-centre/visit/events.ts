import type { DomainEvent } from '@redress/core'
import type { Dated } from '../../matter/dated.js'
import type { HalfDay } from '../local-time.js'
import type { LeaveVisit } from './commands/arrival.js'
import type { Appointment, RecordedStatement, Ticket, Visit, VisitAdvice, VisitHandOver } from './state.js'

export interface VisitOpened
  extends Pick<
    Visit,
    | 'centre'
    | 'unit'
    | 'window'
    | 'windowUnit'
    | 'receivedOn'
    | 'codeDigest'
    | 'appointment'
    | 'needsHelp'
    | 'anonymous'
    | 'confidential'
    | 'accused'
    | 'petitioners'
    | 'people'
    | 'representatives'
    | 'request'
  > {}

/** Where a visit waits. */
export interface InLine {
  readonly window: string
  readonly windowUnit: string
}

/** What happens to a visit, by the type of the event. What people say is sealed beside it and stands in the vault. */
export interface VisitEventData {
  readonly 'petition.visit-opened': VisitOpened
  readonly 'petition.visit-appointed': Pick<Appointment, 'on' | 'half'>
  readonly 'petition.visit-declined': Dated
  readonly 'petition.visit-cancelled': Dated
  readonly 'petition.visit-missed': Dated
  readonly 'petition.visit-arrived': Dated & Pick<Visit, 'needsHelp'>
  readonly 'petition.visit-ticket-drawn': Omit<Ticket, 'at'> & { readonly half: HalfDay }
  readonly 'petition.visit-called': InLine & { readonly outOfTurn: boolean }
  readonly 'petition.visit-recalled': Dated
  readonly 'petition.visit-no-show': Dated
  readonly 'petition.visit-requeued': Dated
  readonly 'petition.visit-left': Dated & Pick<LeaveVisit, 'why'>
  readonly 'petition.visit-transferred': Dated & InLine
  readonly 'petition.visit-received': Dated & { readonly officer: string | null }
  readonly 'petition.visit-recorded': Omit<RecordedStatement, 'version'>
  readonly 'petition.visit-accused': Dated & Pick<Visit, 'accused'> & InLine
  readonly 'petition.visit-officer-recused': Dated & { readonly person: string }
  readonly 'petition.visit-unit-invited': Dated & { readonly unit: string }
  readonly 'petition.visit-unit-attended': Dated & { readonly unit: string; readonly present: boolean }
  readonly 'petition.visit-unit-answered': Dated & {
    readonly unit: string
    /** The last day of what it promised; null where it promised nothing. */
    readonly by: string | null
  }
  readonly 'petition.visit-commitment-kept': Dated & { readonly commitment: number }
  readonly 'petition.visit-inquiry-answered': Dated
  readonly 'petition.visit-handed-over': Omit<VisitHandOver, 'version' | 'state' | 'case'>
  readonly 'petition.visit-hand-over-settled': Pick<VisitHandOver, 'handOver' | 'case'> & {
    readonly state: Exclude<VisitHandOver['state'], 'pending'>
  }
  readonly 'petition.visit-referred': Visit['referrals'][number]
  readonly 'petition.visit-advised': VisitAdvice
  readonly 'petition.visit-closed': Dated
}

/** A fact in the course of a visit. */
export type VisitEvent = {
  readonly [Type in keyof VisitEventData]: DomainEvent<Type, VisitEventData[Type]>
}[keyof VisitEventData]
