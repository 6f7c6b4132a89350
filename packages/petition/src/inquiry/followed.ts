import type { Accused, Action, Actor, CaseSnapshot, RecordedEvent } from '@redress/core'
import type { Text } from '../matter/text.js'
import type { Coded } from './by-code.js'

/** What the inquiry needs to know of the state of a case, of whatever kind. */
export interface FollowedState {
  readonly status: string
  readonly number: string | null
  readonly unit: string
  readonly receivedOn: string
  readonly codeDigest: string | null
  readonly petitionerIds: readonly string[]
  readonly accused?: Accused
  readonly recused?: readonly string[]
}

/** A kind of case that its petitioner can follow, and its words. */
export interface Followed extends Coded {
  get(id: string, by: Actor): Promise<CaseSnapshot<FollowedState>>
  history(id: string, by: Actor): Promise<readonly RecordedEvent[]>
  actions(id: string, by: Actor): Promise<readonly Action[]>
  readonly words: FollowedWords
}

/** What statuses, acts and clocks mean to the person whose matter it is. */
export interface FollowedWords {
  readonly status: Readonly<Record<string, Text>>
  /** By the type of the event, or by the type and its `stage`; what is not listed is internal. */
  readonly event: Readonly<Record<string, Text>>
  readonly clock: Readonly<Record<string, Text>>
  /** The types of events whose texts the petitioner is told, and which fields of them. */
  readonly told: Readonly<Record<string, readonly string[]>>
}

/** What an act means to the petitioner; undefined for an internal one. */
export function textOf({ event }: FollowedWords, { type, data }: RecordedEvent): Text | undefined {
  const stage = typeof data === 'object' && data !== null && 'stage' in data ? String(data.stage) : ''
  return event[`${type} ${stage}`] ?? event[type]
}
