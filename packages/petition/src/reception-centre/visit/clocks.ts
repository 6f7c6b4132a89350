import { type ClockTable, startClock, stopClock } from '@redress/core'
import type { VisitTypes } from './types.js'

/** The clock of a promise. Each has its own, since several can run at once. */
const clockOf = (commitment: number): string => `commitment-${commitment}`

/** What each event does to the clocks: only what a department has promised has a day. */
export const visitClocks: ClockTable<VisitTypes> = {
  'petition.visit-unit-answered': ({ data: { unit, on, by } }, { commitments }) =>
    by === null ? [] : [startClock(clockOf(commitments.length), { unit, from: on, until: by })],
  'petition.visit-commitment-kept': ({ data: { commitment, on } }) => [stopClock(clockOf(commitment), on)],
}
