import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import type { RecordedEvent } from '../event/event.js'
import type { StopSignal, Subscription } from './api.js'
import { createDeadLetters, type Failure, waiting } from './dead-letters.js'
import { deliver, type Trial } from './deliver.js'
import { cellOf, createCandidate, type Lease } from './lease.js'
import { createPauses } from './pauses.js'
import { replay } from './replay.js'
import type { Settings } from './settings.js'

export type Worker = Omit<Subscription, 'name'>

type Letter = readonly [event: RecordedEvent, failure: Failure]

const isWaiting = ([, failure]: Letter): boolean => failure === waiting

/** Serves one subscription in this process until it is stopped, whenever it is this process's turn. */
export function startWorker(engine: Engine, settings: Settings): Worker {
  const { name, from, handle, attempts, retryAfter, concurrency, batch, pollEvery, leaseFor, reader } =
    settings
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
    // It was told; where that fails, there is nobody else to tell.
    void (async () => settings.onError(error, event))().catch(() => {})
  }
  // Of a pruned event nothing is left to tell.
  const wanted = ({ type }: RecordedEvent): boolean =>
    type !== 'core.pruned' && (types.size === 0 || types.has(type))
  const trialWith = (signal: StopSignal, fence: number): Trial => ({
    handle,
    reader,
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
      const outcome = waitingCases.has(stream) ? waiting : await deliver(engine, event, trial)
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
    lease: Lease,
  ): Promise<number | 'lost' | undefined> {
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
    const lanes = await Promise.allSettled(Array.from({ length: Math.min(concurrency, cases.size) }, lane))
    if (found.length > 0) {
      // Not from a worker that was taken for dead: the next one has served these events.
      if (!(await lease.keep())) return 'lost'
      await putAside(found, waitingCases, done)
    }
    for (const one of lanes) if (one.status === 'rejected') report(one.reason)
    const open = events.findIndex((event) => !done.has(event))
    return (open < 0 ? events.at(-1) : events[open - 1])?.position
  }

  /**
   * Writes the letters of a batch. An event that would wait behind letters which were delivered meanwhile waits for nothing: it comes
   * again. One that stands there from before, since the place was not kept, stays as it is.
   */
  async function putAside(
    found: readonly Letter[],
    waitingCases: Set<string>,
    done: Set<RecordedEvent>,
  ): Promise<void> {
    const known = new Set<number>()
    for (const stream of new Set(found.filter(isWaiting).map(([event]) => event.stream)))
      for (const { position } of await letters.list(stream)) known.add(position)
    const fresh = found.filter((letter) => !(isWaiting(letter) && known.has(letter[0].position)))
    await letters.put(fresh, instantText(engine.now()))

    for (const stream of new Set(fresh.filter(isWaiting).map(([event]) => event.stream))) {
      const own = fresh.filter((letter) => isWaiting(letter) && letter[0].stream === stream)
      const places = new Set(own.map(([{ position }]) => position))
      if ((await letters.list(stream)).some(({ position }) => !places.has(position))) continue
      for (const [event] of own.toReversed()) {
        await letters.remove(event.position)
        done.delete(event)
      }
      waitingCases.delete(stream)
    }
  }

  async function serve(lease: Lease): Promise<void> {
    const lost = new AbortController()
    const lose = (): void => {
      active = false
      lost.abort()
    }
    const trial = trialWith(lost.signal, lease.fence)
    const beats = createPauses()
    const beating = beat(lease, lose, beats)
    active = true
    try {
      const waitingCases = await letters.waitingStreams()
      while (!looks.ended() && !lost.signal.aborted) {
        woken = false
        const events = await store.readAll(lease.position(), batch)
        const until = events.length === 0 ? undefined : await serveBatch(events, trial, waitingCases, lease)
        if (until === 'lost') return
        if (until !== undefined && !(await lease.keep(until))) return
        if (events.length === 0 && !woken) await looks.pause(pollEvery)
        // Nothing could be judged, since the store does not answer: not again at once.
        if (events.length > 0 && until === undefined && !lost.signal.aborted) await retries.pause(pollEvery)
      }
    } finally {
      active = false
      beats.end()
      await beating
      if (!lost.signal.aborted) await lease.release()
    }
  }

  /** Shows that this worker lives, also while a handler takes its time. */
  async function beat(lease: Lease, lose: () => void, beats: ReturnType<typeof createPauses>): Promise<void> {
    // Silent for so long it will be taken for dead, also where the store neither answers nor fails.
    let doom = setTimeout(lose, (leaseFor * 2) / 3)
    try {
      for (;;) {
        await beats.pause(leaseFor / 4)
        if (beats.ended()) return
        const since = performance.now()
        try {
          if (!(await lease.keep())) return lose()
          clearTimeout(doom)
          doom = setTimeout(lose, (leaseFor * 2) / 3 - (performance.now() - since))
        } catch (error) {
          report(error)
        }
      }
    } finally {
      clearTimeout(doom)
    }
  }

  async function run(): Promise<void> {
    // By the machine's clock: a host's own may fail, and that is no reason not to run.
    const owner = engine.ids.newId(Date.now())
    const start = async () => (typeof from === 'number' ? from : 0)
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
  // One replay after the other, and none after the end.
  let replaying: Promise<unknown> = Promise.resolve()

  return {
    async stop() {
      looks.end()
      retries.end()
      await Promise.all([running, replaying])
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
      const cell = await store.readCell(cellOf(name))
      const fence = (cell?.value as { readonly fence: number } | undefined)?.fence ?? 0
      replaying = replaying.then(() =>
        replay(engine, letters, trialWith(new AbortController().signal, fence), stream),
      )
      const mine = replaying as ReturnType<typeof replay>
      replaying = mine.catch(() => {})
      return await mine
    },
  }
}
