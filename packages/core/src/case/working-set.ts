import type { InboxRow } from '../inbox/row.js'
import type { AnyRecord } from './record.js'

/**
 * The cases worked on last, folded. Safe without any invalidation: a commit with a stale version is refused by the store, and
 * the case is then read again.
 */
export interface WorkingSet {
  get(id: string): AnyRecord | undefined
  /** The inbox row of exactly this version of a case, if it is at hand: most of a row stays from command to command. */
  rowOf(record: AnyRecord): InboxRow | undefined
  set(record: AnyRecord, row?: InboxRow): void
  /** Lets go of a case whose content is gone. */
  forget(id: string): void
}

interface Entry {
  readonly record: AnyRecord
  readonly row: InboxRow | undefined
}

/** Keeps between `size` and twice `size` cases: two generations are cheaper than a list of uses. */
export function createWorkingSet(size: number): WorkingSet {
  let young = new Map<string, Entry>()
  let old = new Map<string, Entry>()

  const keep = (entry: Entry) => {
    young.set(entry.record.id, entry)
    if (young.size > size) {
      old = young
      young = new Map()
    }
  }

  return {
    get(id) {
      const recent = young.get(id)
      if (recent !== undefined) return recent.record
      const earlier = old.get(id)
      if (earlier !== undefined) keep(earlier)
      return earlier?.record
    },
    rowOf(record) {
      const entry = young.get(record.id)
      return entry?.record === record ? entry.row : undefined
    },
    set: (record, row) => keep({ record, row }),
    forget(id) {
      young.delete(id)
      old.delete(id)
    },
  }
}
