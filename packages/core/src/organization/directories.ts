import type { Directory } from './directory.js'
import type { OrganizationHistory } from './history.js'
import { type Tree, treeAt } from './tree.js'
import { directoryAt } from './view.js'

/** Directories by day, kept while nothing changes. */
export type Directories = (on: string) => Directory

interface Kept {
  readonly version: number
  readonly tree: Tree
  readonly directory: Directory
}

/** How many days are kept. */
const most = 8

export function createDirectories(history: OrganizationHistory): Directories {
  const kept = new Map<string, Kept>()
  // Every command asks for today.
  let lastDay = ''
  let last: Kept | undefined

  return (on) => {
    if (on === lastDay && last?.version === history.version) return last.directory
    let entry = kept.get(on)
    kept.delete(on)
    if (entry?.version !== history.version) {
      // A new post or responsibility leaves the tree, and all that was counted for it, as it is.
      const tree = entry?.tree.version === history.unitVersion ? entry.tree : treeAt(history, on)
      entry = { version: history.version, tree, directory: directoryAt(history, on, tree) }
    }
    kept.set(on, entry)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    lastDay = on
    last = entry
    return entry.directory
  }
}
