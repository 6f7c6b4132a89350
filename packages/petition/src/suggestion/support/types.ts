import type { CaseTypes, DomainEvent } from '@redress/core'

/** Whether a support counts. */
export type SupportStatus = 'given' | 'setAside' | 'withdrawn'

/** One support of one account: a case of its own, so that a hundred thousand of them are in nobody's way. */
export interface SupportState {
  readonly status: SupportStatus | 'new'
  readonly suggestion: string
  readonly account: string
  /** When it was given, or given anew, ISO 8601. */
  readonly givenAt: string
  /** What the host's check found peculiar about the act. */
  readonly mark: string | null
  /** The time at which it was set aside, as the suggestion counts them: it stays with it when it is withdrawn and given anew. */
  readonly batch: number | null
}

export interface GiveSupport {
  readonly suggestion: string
  readonly mark?: string | undefined
}

/** Every command of a support. Not for hosts: `support`, `withdrawSupport`, `setAside` and `restore` give them. */
export interface SupportCommands {
  give: GiveSupport
  renew: Pick<GiveSupport, 'mark'>
  withdraw: object
  setAside: { readonly batch: number }
  restore: object
}

/** A fact in the life of a support. */
export type SupportEvent =
  | DomainEvent<
      'petition.support-given',
      { readonly suggestion: string; readonly account: string; readonly mark: string | null }
    >
  | DomainEvent<'petition.support-renewed', { readonly mark: string | null }>
  | DomainEvent<'petition.support-withdrawn', object>
  | DomainEvent<'petition.support-set-aside', { readonly batch: number }>
  | DomainEvent<'petition.support-restored', object>

export interface SupportTypes extends CaseTypes {
  state: SupportState
  commands: SupportCommands
  event: SupportEvent
  opening: 'give'
  policy: object
}
