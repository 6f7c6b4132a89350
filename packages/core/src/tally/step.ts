import { mostAttempts } from '../case/engine.js'
import type { FailedCase } from '../deadline/deadlines.js'
import { coreErrors } from '../errors.js'
import type { RecordedEvent } from '../event/event.js'
import { type Checkpoint, cellOf, readCheckpoint } from './checkpoint.js'
import { type Counted, countCases } from './count-cases.js'
import type { RunningTally } from './running.js'

const batchSize = 1000

export interface Step {
  readonly checkpoint: Checkpoint
  readonly cases: number
  readonly failed: readonly FailedCase[]
}

/** Counts the next events of the log, once, whoever else does the same; nothing where it has come to the head. */
export function takeStep(running: RunningTally, head: number): Promise<Step> {
  return inTurn(running, async (checkpoint) => {
    const { position } = checkpoint
    const events = position < head ? await running.engine.store.readAll(position, batchSize) : []
    const last = events.at(-1)
    if (last === undefined) return { next: checkpoint, ids: none }
    const next = { ...checkpoint, position: last.position, until: last.at }
    return { next, ids: casesIn(running, checkpoint, events) }
  })
}

/** Counts some cases again, as they stand. */
export function countAgain(running: RunningTally, ids: readonly string[]): Promise<Step> {
  const all = new Map(ids.map((id) => [id, true]))
  return inTurn(running, async (next) => ({ next, ids: all }))
}

interface Plan {
  readonly next: Checkpoint
  readonly ids: ReadonlyMap<string, boolean>
}

const none: ReadonlyMap<string, boolean> = new Map()

/** In turn, so that the queries of one process do not count the same events side by side. */
function inTurn(running: RunningTally, plan: (checkpoint: Checkpoint) => Promise<Plan>): Promise<Step> {
  return running.engine.turns.take(cellOf(running), async () => {
    let lostAt: number | undefined
    for (let attempt = 1; ; attempt++) {
      const { checkpoint, revision } = await readCheckpoint(running)
      // Somebody has stored the step after this one, and the checkpoint does not tell of it.
      if (checkpoint.steps === lostAt)
        throw coreErrors.VERSION_CONFLICT({ stream: cellOf(running), expected: lostAt, actual: lostAt + 1 })
      const { next, ids } = await plan(checkpoint)
      const counted = await countCases(running, ids)
      const { cases, failed } = counted
      const stored = await store(running, checkpoint, revision, next, counted)
      if (stored !== undefined) return { checkpoint: stored, cases, failed }
      // Another process was faster: what it has counted is looked at again.
      if (attempt >= mostAttempts) return { checkpoint, cases: 0, failed: [] }
      lostAt = counted.rows.length + counted.cells.length > 0 ? checkpoint.steps : undefined
    }
  })
}

/** Stores a step, all or nothing. @returns the checkpoint; undefined if another process was faster, and nothing is changed */
async function store(
  running: RunningTally,
  before: Checkpoint,
  revision: number,
  next: Checkpoint,
  { rows, cells }: Counted,
): Promise<Checkpoint | undefined> {
  const name = cellOf(running)
  if (rows.length + cells.length === 0) {
    // Nothing counts otherwise than before: only the place moves on, and no key is used up.
    if (next === before) return before
    const written = await running.engine.store.writeCell(name, next, revision)
    return written === undefined ? undefined : next
  }
  const value = Object.freeze({ ...next, steps: before.steps + 1 })
  const result = await running.engine.store.commit({
    streams: [],
    rows,
    cells: [...cells, { name, value }],
    request: { key: `${name}/${value.steps}`, fingerprint: '' },
  })
  return 'events' in result ? value : undefined
}

/** The cases that the events speak of, and whether each is certainly of this kind. */
function casesIn(
  { kind }: RunningTally,
  { began }: Checkpoint,
  events: readonly RecordedEvent[],
): ReadonlyMap<string, boolean> {
  const ids = new Map<string, boolean>()
  for (const { stream, type, version, position } of events) {
    const isMine = kind.evolve.has(type)
    // In the past each case has its turn at its first event. What core writes tells nothing about the kind.
    const isTurn =
      position > began
        ? isMine || type.startsWith('core.')
        : version === 1 && (isMine || type === 'core.pruned')
    if (isTurn) ids.set(stream, isMine || ids.get(stream) === true)
  }
  return ids
}
