/**
 * The Jaccard similarity of two sets, as sorted numbers: how much of what either has both have. 0 as soon as it is certain to be less
 * than what is asked for; 0 where both are empty.
 */
export function similarityOf(one: Uint32Array, other: Uint32Array, least = 0): number {
  const all = one.length + other.length
  if (all === 0) return 0
  // Of so many entries so many must be in both.
  const needed = Math.ceil((least * all) / (1 + least) - 1e-9)
  if (Math.min(one.length, other.length) < needed) return 0
  let both = 0
  let i = 0
  let j = 0
  // Entries that one of them may yet have alone.
  let spare = all - 2 * needed
  while (i < one.length && j < other.length) {
    const a = one[i] as number
    const b = other[j] as number
    if (a === b) {
      both++
      i++
      j++
    } else {
      if (--spare < 0) return 0
      if (a < b) i++
      else j++
    }
  }
  return both < needed ? 0 : both / (all - both)
}
