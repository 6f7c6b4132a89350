/** Two random numbers that every hash of one index is made with. */
export type HashKey = readonly [number, number]

/** Whatever is neither letter nor digit: punctuation, white space, symbols, emoji, halves of surrogate pairs. */
const between = /[^\p{L}\p{M}\p{N}]+/gu

/** A text without what does not make it another one: width, case, punctuation and white space. */
export function canonicalText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(between, ' ').trim()
}

/**
 * The pairs of neighbours in a text as keyed hashes of 32 bits, sorted, each once: neighbours are characters in Chinese, Japanese and
 * Korean, and words in other scripts. A text of one word is that word. Empty for a text that says nothing.
 *
 * Pairs tell apart best: a letter with every 16th character changed keeps 0.8 of them (triples: 0.7), and one about the same in another
 * place shares 0.5 to 0.6; pairs of Latin letters would be shared by half with any other English text.
 */
export function shinglesOf(text: string, key: HashKey): Uint32Array {
  const canonical = canonicalText(text)
  // There are never more pairs than characters.
  const pairs = new Uint32Array(canonical.length)
  const [first, second] = key
  let count = 0
  let tokens = 0
  let before = 0
  let word = first

  const end = (): void => {
    const token = mixed(word)
    if (tokens > 0) pairs[count++] = mixed(Math.imul(before, 0x9e3779b1) ^ token ^ second)
    before = token
    word = first
    tokens++
  }
  let isInWord = false
  for (let at = 0; at < canonical.length; at++) {
    const code = canonical.codePointAt(at) as number
    if (code > 0xffff) at++
    const stands = code !== space && isCharacter(code)
    if (isInWord && (stands || code === space)) end()
    isInWord = !stands && code !== space
    if (code === space) continue
    word = Math.imul(word ^ code, 0x01000193)
    word ^= word >>> 15
    if (stands) end()
  }
  if (isInWord) end()
  if (tokens === 1) pairs[count++] = before
  return distinct(pairs.subarray(0, count))
}

const space = 0x20

/** Stands for itself, without spaces around: from the radicals over kana, Han and Yi to Hangul, and the planes of rarer Han characters. */
function isCharacter(code: number): boolean {
  return (code >= 0x2e80 && code <= 0xd7ff) || (code >= 0x20000 && code <= 0x3ffff)
}

/** The finalizer of MurmurHash3: each bit of the number changes half of the bits of the result. */
export function mixed(number: number): number {
  let hash = number
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function distinct(numbers: Uint32Array): Uint32Array {
  numbers.sort()
  let kept = 0
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number
    if (at === 0 || number !== numbers[kept - 1]) numbers[kept++] = number
  }
  return numbers.slice(0, kept)
}
