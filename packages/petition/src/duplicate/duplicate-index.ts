import { createBands } from './bands.js'
import { type HashKey, mixed, shinglesOf } from './shingles.js'
import { similarityOf } from './similarity.js'
import { createSketch } from './sketch.js'

/**
 * Texts by their ids, and those among them that are almost the same. It lives in memory and is never written: what it keeps of a text
 * is still personal data. Its hashes are keyed by chance, so that nobody can write a text that is taken for another.
 */
export interface DuplicateIndex {
  /** How many texts it holds. */
  readonly size: number
  /** What its arrays take: about 1.3 kB for a letter of 300 Chinese characters, and with everything around them 1.5 kB. */
  readonly bytes: number
  /** Takes a text in, in the place of an earlier one with the same id. */
  add(id: string, text: string): void
  /** Forgets a text; does nothing where there is none. */
  remove(id: string): void
  has(id: string): boolean
  /**
   * The texts that have at least so much in common with a text (`least`, above 0 to 1), the most similar first, at most 50. Finds 99
   * of 100 at a similarity of 0.7, all from 0.8 on, and fewer below: 88 of 100 at 0.6.
   */
  similar(text: string, least: number): readonly SimilarText[]
  /** The same for a text that it holds, without that one; nothing where it holds none. */
  similarTo(id: string, least: number): readonly SimilarText[]
}

/** A text that is like another one. */
export interface SimilarText {
  readonly id: string
  /** What share of the pairs of neighbours that either has both have (Jaccard): from 0 to 1. */
  readonly similarity: number
}

// A text is a candidate where it agrees on every row of a band. So many bands find 99.2 % of what has 0.7 in common, and so many rows
// leave out nearly everything that has less than 0.3.
const bands = 26
const rows = 5
/** What a query reads in one band, and compares, at most: of a letter that thousands hand in there are always enough. */
const mostRead = 1000
const mostCompared = 2000
const mostFound = 50

/** @param key makes the hashes the same in each run, for tests. Default: by chance. */
export function createDuplicateIndex(key: HashKey = randomKey()): DuplicateIndex {
  const sketchOf = createSketch(bands * rows, key)
  const table = createBands(bands)
  const entries = new Map<string, number>()
  const ids: string[] = []
  const sets: Uint32Array[] = []
  const free: number[] = []
  let heldBytes = 0

  // One query at a time: nothing in it waits.
  const sketch = new Uint32Array(bands * rows)
  const keys = new Uint32Array(bands)
  let hits = new Uint8Array(0)

  const setKeys = (set: Uint32Array): void => {
    sketchOf(set, sketch)
    for (let band = 0; band < bands; band++) {
      let hash = key[0]
      for (let row = band * rows; row < (band + 1) * rows; row++) hash = mixed(hash ^ (sketch[row] as number))
      keys[band] = hash
    }
  }

  /** Compares the set with those that share a key with it. */
  const search = (set: Uint32Array, least: number, own?: number): readonly SimilarText[] => {
    if (hits.length < ids.length) hits = new Uint8Array(Math.ceil(ids.length * 1.5))
    const candidates: number[] = []
    const count = (entry: number): void => {
      const before = hits[entry] as number
      if (before === 0) candidates.push(entry)
      hits[entry] = before + 1
    }
    for (let band = 0; band < bands; band++) table.visit(band, keys[band] as number, mostRead, count)
    const found: SimilarText[] = []
    for (const entry of mostLikely(candidates, hits)) {
      if (entry === own) continue
      const similarity = similarityOf(set, sets[entry] as Uint32Array, least)
      if (similarity > 0) found.push({ id: ids[entry] as string, similarity })
    }
    for (const entry of candidates) hits[entry] = 0
    return found.sort(byLikeness).slice(0, mostFound)
  }

  const remove = (id: string): void => {
    const entry = entries.get(id)
    if (entry === undefined) return
    const set = sets[entry] as Uint32Array
    if (set.length > 0) table.take(entry)
    heldBytes -= set.byteLength
    entries.delete(id)
    ids[entry] = ''
    sets[entry] = nothing
    free.push(entry)
  }

  return {
    get size() {
      return entries.size
    },
    get bytes() {
      return table.bytes + hits.byteLength + heldBytes
    },
    add(id, text) {
      remove(id)
      const set = shinglesOf(text, key)
      const entry = free.pop() ?? ids.length
      entries.set(id, entry)
      ids[entry] = id
      sets[entry] = set
      heldBytes += set.byteLength
      // A text that says nothing is like no other one.
      if (set.length === 0) return
      setKeys(set)
      table.put(entry, keys)
    },
    remove,
    has: (id) => entries.has(id),
    similar(text, least) {
      const set = shinglesOf(text, key)
      if (set.length === 0) return []
      setKeys(set)
      return search(set, least)
    },
    similarTo(id, least) {
      const entry = entries.get(id)
      const set = entry === undefined ? nothing : (sets[entry] as Uint32Array)
      if (entry === undefined || set.length === 0) return []
      for (let band = 0; band < bands; band++) keys[band] = table.keyOf(entry, band)
      return search(set, least, entry)
    },
  }
}

const nothing = new Uint32Array(0)

/** Of too many candidates those that share most keys. */
function mostLikely(candidates: readonly number[], hits: Uint8Array): readonly number[] {
  if (candidates.length <= mostCompared) return candidates
  const byHits: number[][] = Array.from({ length: bands + 1 }, () => [])
  for (const entry of candidates) byHits[hits[entry] as number]?.push(entry)
  return byHits.reverse().flat().slice(0, mostCompared)
}

const byLikeness = (one: SimilarText, other: SimilarText): number =>
  other.similarity - one.similarity || (one.id < other.id ? -1 : 1)

function randomKey(): HashKey {
  const [first = 0, second = 0] = crypto.getRandomValues(new Int32Array(2))
  return [first, second]
}
