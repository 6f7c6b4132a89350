import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadDigest } from '../event/digest.js'
import { growTree, innerNode, isPlaceOf, noLeaves, rootOf } from './merkle.js'

const digest = await loadDigest()
const leaves = (count: number) => Array.from({ length: count }, (_, index) => digest(`[${index}]`))

/** RFC 6962, 2.1, word for word. */
function naiveRoot(list: readonly string[]): string {
  if (list.length === 0) return digest('')
  if (list.length === 1) return list[0] as string
  let split = 1
  while (split * 2 < list.length) split *= 2
  return innerNode(digest, naiveRoot(list.slice(0, split)), naiveRoot(list.slice(split)))
}

it('the root is the one of RFC 6962, however the tree was grown', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (count, stop) => {
      const list = leaves(count)
      const first = growTree(digest, noLeaves)
      for (const leaf of list.slice(0, stop)) first.add(leaf)
      const rest = growTree(digest, JSON.parse(JSON.stringify(first.place())))
      for (const leaf of list.slice(stop)) rest.add(leaf)
      const root = rootOf(digest, rest.place().peaks)
      expect(root).toBe(naiveRoot(list))
      expect(isPlaceOf(digest, rest.place(), root)).toBe(true)
      expect(isPlaceOf(digest, { ...rest.place(), count: count * 2 + 1 }, root)).toBe(false)
      expect(isPlaceOf(digest, rest.place(), digest('other'))).toBe(false)
    }),
  )
})

it('the set is the exclusive-or of the bytes of the leaves, in any order', () => {
  const list = leaves(9)
  const bytes = new Uint8Array(32)
  for (const leaf of list)
    for (const [at, byte] of Buffer.from(leaf, 'base64url').entries()) bytes[at] = (bytes[at] ?? 0) ^ byte
  for (const order of [list, list.toReversed()]) {
    const tree = growTree(digest, noLeaves)
    for (const leaf of order) tree.add(leaf)
    expect(tree.place().set).toBe(Buffer.from(bytes).toString('base64url'))
  }
})
