import type { CaseDeadline, CoreCaseEvent, RecordedEvent } from '@redress/core'
import type { ComplaintEvent } from '../../complaint/events.js'
import type { Complaint } from '../../complaint/state.js'
import type { PetitionRules } from '../../rules/policy.js'
import type { NoticeBase, NoticeStep, NoticeType, NoticeUnit } from '../model.js'

/** Everything that a document is made of. */
export interface NoticeFacts {
  /** The id of the case. */
  readonly id: string
  readonly state: Complaint
  readonly history: readonly RecordedEvent<ComplaintEvent | CoreCaseEvent>[]
  /** What was written, by the version of the event beside which it is sealed. */
  readonly texts: ReadonlyMap<number, Readonly<Record<string, string>>>
  /** The names of the petitioners, as the reader may see them. */
  readonly names: readonly string[]
  readonly masked: boolean
  readonly queryCode: string | null
  readonly deadlines: readonly CaseDeadline[]
  readonly rules: PetitionRules
  /** A unit under the name that the document gives it. */
  readonly unit: (id: string) => NoticeUnit
}

export type EventOf<Type extends ComplaintEvent['type']> = RecordedEvent<
  Extract<ComplaintEvent, { readonly type: Type }>
>

/** The last event of a type. */
export function lastOf<Type extends ComplaintEvent['type']>(
  { history }: NoticeFacts,
  type: Type,
): EventOf<Type> | undefined {
  return history.findLast((event): event is EventOf<Type> => event.type === type)
}

/** A text that was sealed beside an event; empty once it is erased, and where the reader may not see it. */
export const textAt = ({ texts }: NoticeFacts, version: number, field: string): string =>
  texts.get(version)?.[field] ?? ''

/** What every document to a petitioner has. */
export function baseOf(facts: NoticeFacts, type: NoticeType, on: string, unit: string): NoticeBase {
  const { id, state, names, masked, rules } = facts
  return {
    case: id,
    number: state.number,
    on,
    unit: facts.unit(unit),
    addressees: names,
    masked,
    anonymous: state.anonymous,
    receivedOn: state.receivedOn,
    source: rules.policy.notices?.[type] ?? null,
  }
}

/** What every document from a body to another has: it names no petitioner. */
export const letterOf = (facts: NoticeFacts, type: NoticeType, on: string, unit: string): NoticeBase => ({
  ...baseOf(facts, type, on, unit),
  addressees: [],
  masked: false,
})

/** The last run of a clock as a step, whatever became of it. */
export function stepOf({ deadlines }: NoticeFacts, clock: string): NoticeStep | undefined {
  const run = deadlines.findLast((one) => one.clock === clock)
  return run === undefined ? undefined : { clock, by: run.dueOn ?? null, source: run.limit?.source ?? '' }
}

/** The clocks that still run, nearest first. */
export function nextSteps({ deadlines }: NoticeFacts, clocks: readonly string[]): readonly NoticeStep[] {
  return deadlines
    .filter(({ clock, state }) => clocks.includes(clock) && (state === 'running' || state === 'paused'))
    .map(({ clock, dueOn, limit }) => ({ clock, by: dueOn ?? null, source: limit?.source ?? '' }))
    .sort((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'))
}
