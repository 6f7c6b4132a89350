import type { Store } from '../store/port.js'

/** What the cell of a subscription holds. */
interface LeaseValue {
  /** The place of the last event that is done with. */
  readonly position: number
  /** The worker that holds it; `null` when it was given back. */
  readonly owner: string | null
  /** Counts the take-overs. */
  readonly fence: number
  readonly leaseFor: number
}

/** The right to serve a subscription, and its checkpoint. */
export interface Lease {
  readonly fence: number
  position(): number
  /** Moves the checkpoint, or only gives a sign of life. Resolves to false, for ever after, once somebody else has taken over. */
  keep(position?: number): Promise<boolean>
  /** Gives it back, so that another worker need not wait. */
  release(): Promise<void>
}

/** Watches a cell until it can be taken. */
export interface Candidate {
  /** The lease if it is free or its holder has been silent for too long; undefined otherwise. Ask again and again. */
  tryTake(): Promise<Lease | undefined>
}

export const cellOf = (subscription: string): string => `subscription/${subscription}`

/**
 * A lease without a common clock: a holder shows that it lives by writing its cell, and a candidate takes over only after it has seen
 * the cell unchanged for the whole time on its own clock, which never jumps. Each write names the revision it knows, so the checkpoint
 * of a holder that was taken for dead is refused.
 */
export function createCandidate(
  store: Store,
  subscription: string,
  owner: string,
  leaseFor: number,
  start: () => Promise<number>,
): Candidate {
  const cell = cellOf(subscription)
  let seen = { revision: -1, since: 0 }

  const take = async (value: LeaseValue, expected: number): Promise<Lease | undefined> => {
    const revision = await store.writeCell(cell, value, expected)
    return revision === undefined ? undefined : createLease(store, cell, value, revision)
  }

  return {
    async tryTake() {
      const there = await store.readCell(cell)
      if (there === undefined) return await take({ position: await start(), owner, fence: 1, leaseFor }, 0)
      const held = there.value as LeaseValue
      if (there.revision !== seen.revision) seen = { revision: there.revision, since: performance.now() }
      const silent = performance.now() - seen.since
      if (held.owner !== null && silent < held.leaseFor) return undefined
      return await take({ position: held.position, owner, fence: held.fence + 1, leaseFor }, there.revision)
    },
  }
}

function createLease(store: Store, cell: string, taken: LeaseValue, first: number): Lease {
  let value = taken
  let revision: number | undefined = first
  // One write after the other: each needs the revision of the one before.
  let writing: Promise<unknown> = Promise.resolve()

  const write = (change: Partial<LeaseValue>): Promise<boolean> => {
    const result = writing.then(async () => {
      if (revision === undefined) return false
      const next = { ...value, ...change }
      revision = await store.writeCell(cell, next, revision)
      if (revision !== undefined) value = next
      return revision !== undefined
    })
    writing = result.catch(() => {})
    return result
  }

  return {
    fence: taken.fence,
    position: () => value.position,
    keep: (position) => write(position === undefined ? {} : { position }),
    async release() {
      await write({ owner: null })
    },
  }
}
