/** A sequence of numbers in [0, 1), the same for a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What a text is made of, one after the other: Chinese characters, or English words. */
export interface Language {
  readonly between: string
  readonly token: (random: () => number) => string
}

/** Often one of the first, seldom one of the last, as in what people write. */
const rank = (random: () => number, count: number): number => Math.floor(count ** random()) - 1

export const chinese: Language = {
  between: '',
  token: (random) => String.fromCharCode(0x4e00 + rank(random, 3000) * 3),
}
export const english: Language = {
  between: ' ',
  token: (random) => `${'etaoinsrhl'[Math.floor(random() * 10)]}${rank(random, 4000).toString(26)}`,
}

export function writeText(language: Language, tokens: number, random: () => number): string {
  return Array.from({ length: tokens }, () => language.token(random)).join(language.between)
}

/** The same text with a share of its characters or words changed, left out or added. */
export function editText(language: Language, text: string, share: number, random: () => number): string {
  return text
    .split(language.between)
    .flatMap((token) => {
      if (random() >= share) return [token]
      const act = random()
      if (act < 0.3) return []
      return act < 0.7 ? [language.token(random)] : [token, language.token(random)]
    })
    .join(language.between)
}
