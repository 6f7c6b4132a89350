/** What the table has of a row beside its JSON. */
export interface StoredRow {
  readonly id: number
  /** Another one with every write. */
  readonly token: number
  /** The values of the columns, in the order of the table. */
  readonly values: readonly (string | number)[]
}

/**
 * The rows that were written last. A case changes several times in a row: its columns are then known without reading them. What is
 * remembered may be out of date, after a commit of another process or one that was undone; the token tells when it is used.
 */
export interface RememberedRows {
  get(key: string): StoredRow | undefined
  set(key: string, row: StoredRow): void
  forget(key: string): void
}

const most = 2000

export function rememberedRows(): RememberedRows {
  const rows = new Map<string, StoredRow>()
  return {
    get: (key) => rows.get(key),
    set(key, row) {
      // Put at the end, so that the first one is the one that was not written for the longest time.
      rows.delete(key)
      rows.set(key, row)
      if (rows.size <= most) return
      for (const oldest of rows.keys()) {
        rows.delete(oldest)
        break
      }
    },
    forget: (key) => void rows.delete(key),
  }
}

/** Random, so that no two writes share one, whichever process made them and whether or not they were undone. */
export const newToken = (): number => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER)
