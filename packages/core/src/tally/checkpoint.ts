import type { RunningTally } from './running.js'

/** How far a tally has come: a cell, written in the commit of what was counted. */
export interface Checkpoint {
  /** How many commits there were. The number of the next one is its idempotency key, so of several processes one stores it. */
  readonly steps: number
  /** The place in the log up to which everything is counted. */
  readonly position: number
  /** When the event at that place was recorded, ISO 8601. */
  readonly until: string | null
  /**
   * The end of the log when counting began. Up to there each case is counted at its first event, as it stands by then: whatever
   * happens to it later has a later place.
   */
  readonly began: number
}

export const cellOf = ({ name }: RunningTally): string => `tally/${name}`

/** The checkpoint, and the revision of its cell. */
export async function readCheckpoint(
  running: RunningTally,
): Promise<{ readonly checkpoint: Checkpoint; readonly revision: number }> {
  const { store } = running.engine
  const cell = await store.readCell(cellOf(running))
  if (cell !== undefined) return { checkpoint: cell.value as Checkpoint, revision: cell.revision }
  return { checkpoint: { steps: 0, position: 0, until: null, began: await store.head() }, revision: 0 }
}
