import type { Digest } from '../event/chain.js'

/** Where a tree of a log stands: enough to go on from, whatever came before. */
export interface TreePlace {
  /** How many leaves it has. */
  readonly count: number
  /** The roots of its full subtrees, greatest first: as many as `count` has ones in binary. */
  readonly peaks: readonly string[]
  /** All leaves, exclusive-ored: the same in any order. */
  readonly set: string
}

/** A Merkle tree as RFC 6962 shapes it, of which only the frontier is kept. */
export interface Tree {
  add(leaf: string): void
  /** A copy of where it stands. */
  place(): TreePlace
}

export const noLeaves: TreePlace = Object.freeze({
  count: 0,
  peaks: Object.freeze([]),
  set: 'A'.repeat(43),
})

export function growTree(digest: Digest, from: TreePlace): Tree {
  let { count } = from
  const peaks = [...from.peaks]
  const set = sextets(from.set)
  return {
    add(leaf) {
      let node = leaf
      // Each one at the end of the binary count is a full subtree that the new leaf completes to a greater one.
      for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) {
        node = innerNode(digest, peaks.pop() ?? '', node)
      }
      peaks.push(node)
      count++
      for (let place = 0; place < 43; place++) {
        set[place] = (set[place] ?? 0) ^ (sextetOf[leaf.charCodeAt(place)] ?? 0)
      }
    },
    place: () => ({
      count,
      peaks: [...peaks],
      set: String.fromCharCode(...set.map((six) => codes[six] ?? 0)),
    }),
  }
}

/** The root over all leaves, from the roots of the full subtrees. */
export function rootOf(digest: Digest, peaks: readonly string[]): string {
  const last = peaks.at(-1)
  if (last === undefined) return digest('')
  return peaks.slice(0, -1).reduceRight((right, left) => innerNode(digest, left, right), last)
}

/** Events are hashed as JSON, which begins with a bracket: no event has the text of an inner node. */
export function innerNode(digest: Digest, left: string, right: string): string {
  return digest(`node|${left}|${right}`)
}

/** Whether a place can be that of a tree of its count with this root. */
export function isPlaceOf(digest: Digest, { count, peaks }: TreePlace, root: string): boolean {
  let ones = 0
  for (let rest = count; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones === peaks.length && rootOf(digest, peaks) === root
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const codes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const sextetOf = new Uint8Array(128)
for (const [six, code] of codes.entries()) sextetOf[code] = six

/** The letters of base64url as their six bits each: exclusive-or works on them as on the bytes. */
function sextets(text: string): Uint8Array {
  return Uint8Array.from({ length: 43 }, (_, place) => sextetOf[text.charCodeAt(place)] ?? 0)
}
