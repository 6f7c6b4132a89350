import type { RecordedEvent } from '@redress/core'

/** An event with what only some have: a field that holds nothing would be told apart from one that is not there. */
export function withOptional(
  event: RecordedEvent,
  rules: string | undefined,
  sealed: RecordedEvent['sealed'],
): RecordedEvent {
  if (rules === undefined) return sealed === undefined ? event : { ...event, sealed }
  return sealed === undefined ? { ...event, rules } : { ...event, rules, sealed }
}
