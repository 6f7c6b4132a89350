import type { Cell, NamedCell } from './port.js'

/** The cells of a memory store. A listing looks only at the cells of its folder, the part of a name up to its last slash. */
export interface MemoryCells {
  get(name: string): Cell | undefined
  /** Tells the new revision. */
  set(name: string, value: unknown): number
  delete(name: string): void
  list(prefix: string, after: string, limit: number): readonly NamedCell[]
}

export function createMemoryCells(): MemoryCells {
  const cells = new Map<string, Cell>()
  /** The names by folder, in the order in which they came; some may be gone again. */
  const folders = new Map<string, Set<string>>()
  /** The folders that hold other folders: what is in those is not listed by the folder alone. */
  const parents = new Set<string>()

  const file = (name: string): void => {
    const folder = folderOf(name)
    const names = folders.get(folder)
    if (names !== undefined) {
      names.add(name)
      return
    }
    folders.set(folder, new Set([name]))
    for (let above = folderOf(folder.slice(0, -1)); ; above = folderOf(above.slice(0, -1))) {
      if (parents.has(above)) return
      parents.add(above)
      if (above === '') return
    }
  }

  return {
    get: (name) => cells.get(name),
    set(name, value) {
      const there = cells.get(name)
      const revision = (there?.revision ?? 0) + 1
      cells.set(name, Object.freeze({ value, revision }))
      if (there === undefined) file(name)
      return revision
    },
    delete(name) {
      if (!cells.delete(name)) return
      const folder = folderOf(name)
      const names = folders.get(folder)
      names?.delete(name)
      if (names?.size === 0) folders.delete(folder)
    },
    list(prefix, after, limit) {
      const isWhole = prefix.endsWith('/') && !parents.has(prefix)
      const names: Iterable<string> = isWhole ? (folders.get(prefix) ?? []) : cells.keys()
      return [...names]
        .filter((name) => name.startsWith(prefix) && name > after)
        .sort((a, b) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map((name) => ({ name, ...(cells.get(name) as Cell) }))
    },
  }
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)
