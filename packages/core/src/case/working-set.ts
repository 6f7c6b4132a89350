import type { AnyRecord } from './record.js'

/**
 * The cases worked on last, folded. Safe without any invalidation: a commit with a stale version is refused by the store, and
 * the case is then read again.
 */
export interface WorkingSet {
  get(id: string): AnyRecord | undefined
  set(record: AnyRecord): void
  delete(id: string): void
}

/** Keeps between `size` and twice `size` cases: two generations are cheaper than a list of uses. */
export function createWorkingSet(size: number): WorkingSet {
  let young = new Map<string, AnyRecord>()
  let old = new Map<string, AnyRecord>()

  const set = (record: AnyRecord) => {
    young.set(record.id, record)
    if (young.size > size) {
      old = young
      young = new Map()
    }
  }

  return {
    get(id) {
      const recent = young.get(id)
      if (recent !== undefined) return recent
      const earlier = old.get(id)
      if (earlier !== undefined) set(earlier)
      return earlier
    },
    set,
    delete(id) {
      young.delete(id)
      old.delete(id)
    },
  }
}
