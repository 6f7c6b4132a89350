import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import type { RecordedEvent } from '../event/event.js'
import type { StopSignal, Subscription } from './api.js'
import { createDeadLetters, type Failure, waiting } from './dead-letters.js'
import { deliver, inShapeOfToday, type Trial } from './deliver.js'
import { cellOf, createCandidate, type Lease } from './lease.js'
import { createPauses } from './pauses.js'
import { replay } from './replay.js'
import type { Settings } from './settings.js'

export type Worker = Omit<Subscription, 'name'>

type Letter = readonly [event: RecordedEvent, failure: Failure]

/** Serves one subscription in this process until it is stopped, whenever it is this process's turn. */
export function startWorker(engine: Engine, settings: Settings): Worker {
  const { name, from, handle, attempts, retryAfter, concurrency, batch, pollEvery, leaseFor } = settings
  const { store } = engine
  const letters = createDeadLetters(store, name)
  const types = new Set(settings.types)
  // Between two looks at the log a commit may cut the wait short; between two attempts only the end may.
  const looks = createPauses()
  const retries = createPauses()
  let active = false
  let woken = false
  let unwatch: (() => void) | undefined

  const report = (error: unknown, event?: RecordedEvent): void => {
    try {
      settings.onError(error, event)
    } catch {
      // It was told; there is nobody else to tell.
    }
  }
  const wanted = (event: RecordedEvent): boolean => types.size === 0 || types.has(event.type)
  const trialWith = (signal: StopSignal, fence: number): Trial => ({
    handle,
    attempts,
    retryAfter,
    onError: report,
    signal,
    fence,
    pauses: retries,
  })

  /** Tries the events of one case in order; those that could not be judged before the end are left out of `done`. */
  async function serveCase(
    events: readonly RecordedEvent[],
    trial: Trial,
    waitingCases: Set<string>,
    done: Set<RecordedEvent>,
    found: Letter[],
  ): Promise<void> {
    const stream = (events[0] as RecordedEvent).stream
    // Its letters may have been delivered meanwhile, here or elsewhere.
    if (waitingCases.has(stream) && (await letters.list(stream)).length === 0) waitingCases.delete(stream)
    for (const event of events) {
      if (looks.ended()) return
      const outcome = waitingCases.has(stream) ? waiting : await deliver(inShapeOfToday(engine, event), trial)
      if (outcome === 'stopped') return
      if (outcome !== undefined) {
        waitingCases.add(stream)
        found.push([event, outcome])
      }
      done.add(event)
    }
  }

  /** Serves a batch, several cases at once. Returns the place up to which every event is done with. */
  async function serveBatch(
    events: readonly RecordedEvent[],
    trial: Trial,
    waitingCases: Set<string>,
  ): Promise<number | undefined> {
    const cases = new Map<string, RecordedEvent[]>()
    const done = new Set<RecordedEvent>()
    const found: Letter[] = []
    for (const event of events) {
      if (!wanted(event)) done.add(event)
      else if (cases.get(event.stream)?.push(event) === undefined) cases.set(event.stream, [event])
    }
    const queue = cases.values()
    const lane = async () => {
      for (const one of queue) await serveCase(one, trial, waitingCases, done, found)
    }
    const lanes = await Promise.allSettled(Array.from({ length: concurrency }, lane))
    if (found.length > 0) await letters.put(found, instantText(engine.now()))
    for (const one of lanes) if (one.status === 'rejected') report(one.reason)
    const open = events.findIndex((event) => !done.has(event))
    return (open < 0 ? events.at(-1) : events[open - 1])?.position
  }

  async function serve(lease: Lease): Promise<void> {
    const lost = new AbortController()
    const trial = trialWith(lost.signal, lease.fence)
    const beats = createPauses()
    const beating = beat(lease, lost, beats)
    active = true
    try {
      const waitingCases = await letters.waitingStreams()
      while (!looks.ended() && !lost.signal.aborted) {
        woken = false
        const events = await store.readAll(lease.position(), batch)
        const until = events.length === 0 ? undefined : await serveBatch(events, trial, waitingCases)
        if (until !== undefined && !(await lease.keep(until))) return
        if (events.length === 0 && !woken) await looks.pause(pollEvery)
        // Nothing could be judged, since the store does not answer: not again at once.
        if (events.length > 0 && until === undefined) await retries.pause(pollEvery)
      }
    } finally {
      active = false
      beats.end()
      await beating
      if (!lost.signal.aborted) await lease.release()
    }
  }

  /** Shows that this worker lives, also while a handler takes its time. */
  async function beat(
    lease: Lease,
    lost: AbortController,
    beats: ReturnType<typeof createPauses>,
  ): Promise<void> {
    let kept = performance.now()
    for (;;) {
      await beats.pause(leaseFor / 3)
      if (beats.ended()) return
      try {
        if (!(await lease.keep())) return lost.abort()
        kept = performance.now()
      } catch (error) {
        report(error)
        // Silent for so long, it must be taken for dead.
        if (performance.now() - kept >= leaseFor) return lost.abort()
      }
    }
  }

  async function run(): Promise<void> {
    const owner = engine.ids.newId(engine.now())
    const start = async () => (from === 'start' ? 0 : from === 'now' ? await store.head() : from)
    const candidate = createCandidate(store, name, owner, leaseFor, start)
    while (!looks.ended()) {
      try {
        await engine.ready()
        // A candidate has nothing to look at.
        unwatch ??= store.watch(() => {
          woken = true
          if (active) looks.wake()
        })
        const lease = await candidate.tryTake()
        if (lease === undefined) await looks.pause(Math.min(pollEvery, leaseFor / 3))
        else await serve(lease)
      } catch (error) {
        report(error)
        await looks.pause(pollEvery)
      }
    }
    unwatch?.()
  }

  const running = run()

  return {
    async stop() {
      looks.end()
      retries.end()
      await running
    },
    async status() {
      await engine.ready()
      const [cell, head] = await Promise.all([store.readCell(cellOf(name)), store.head()])
      return {
        active,
        position: (cell?.value as { readonly position: number } | undefined)?.position ?? 0,
        head,
      }
    },
    async deadLetters() {
      await engine.ready()
      return await letters.list()
    },
    async replay(stream) {
      await engine.ready()
      return await replay(engine, letters, trialWith(new AbortController().signal, 0), stream)
    },
  }
}
