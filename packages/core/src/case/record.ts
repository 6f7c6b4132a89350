import { applyClockEffect } from '../clock/effect.js'
import type { ClockRun } from '../clock/run.js'
import type { PendingEvent, RecordedEvent } from '../event/event.js'
import { deepFreeze } from '../freeze.js'
import type { RuleProfile } from '../rules/profile.js'
import type { DeadlineFact } from './core-event.js'
import { custodyAfter, custodyOfWork, inUse } from './custody.js'
import type { Engine } from './engine.js'
import type { CaseRecord } from './kind.js'
import type { AnyState, WiredKind } from './wire.js'

/** A case to core. */
export type AnyRecord = CaseRecord<AnyState>

const noClocks: readonly ClockRun[] = Object.freeze([])

/** The case before its first event. */
export function emptyRecord(kind: WiredKind, id: string): AnyRecord {
  return {
    id,
    kind: kind.kind,
    version: 0,
    hash: '',
    custody: inUse,
    state: kind.initial,
    rules: '',
    clocks: noClocks,
    openedAt: '',
    updatedAt: '',
  }
}

/** Folds events onto a case. Never throws: events have happened, and one that nobody knows any more changes nothing. */
export function fold(
  kind: WiredKind,
  record: AnyRecord,
  events: readonly PendingEvent[],
  profile: (id: string) => RuleProfile = kind.profile,
): AnyRecord {
  let { clocks, rules, openedAt, version, hash, custody, updatedAt } = record
  // One private copy for the whole fold: a copy for each event would cost more than everything else in it.
  const state = kind.copy(record.state)
  for (const event of events) {
    version = event.version
    hash = event.hash
    updatedAt = event.at
    if (event.version === 1) {
      openedAt = event.at
      rules = event.rules ?? ''
    }
    if (event.type === 'core.deadline-approaching' || event.type === 'core.deadline-passed') {
      const { clock, band, due } = event.data as DeadlineFact
      clocks = applyClockEffect(clocks, { do: 'signal', clock, band, due })
      continue
    }
    const evolve = kind.evolve.get(event.type)
    if (evolve === undefined) {
      custody = custodyAfter(custody, event)
      continue
    }
    custody = custodyOfWork(custody)
    Object.assign(state, deepFreeze(evolve(state, event.data, event)))
    const effects = kind.clocks.get(event.type)
    if (effects !== undefined) {
      for (const effect of effects(event, state, profile(rules))) clocks = applyClockEffect(clocks, effect)
    }
  }
  Object.freeze(state)
  deepFreeze(clocks)
  return Object.freeze({
    id: record.id,
    kind: record.kind,
    version,
    hash,
    custody,
    state,
    rules,
    clocks,
    openedAt,
    updatedAt,
  })
}

/** Brings stored events to today's shape. */
export function upcast(kind: WiredKind, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  if (kind.upcast.size === 0) return events
  return events.map((event) => {
    const lift = kind.upcast.get(event.type)
    return lift === undefined ? event : { ...event, data: lift(event.data) }
  })
}

/** An event as the installed kinds write it today. */
export function inShapeOfToday({ kinds }: Pick<Engine, 'kinds'>, event: RecordedEvent): RecordedEvent {
  for (const kind of kinds.values())
    if (kind.upcast.has(event.type)) return upcast(kind, [event])[0] as RecordedEvent
  return event
}
