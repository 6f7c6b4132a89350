/** Choices that look random and are the same in every run. */
export interface Dice {
  /** At least 0 and less than 1. */
  readonly real: () => number
  /** A whole number from `from` to `to`, both included. */
  readonly int: (from: number, to: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** Where it stands: the seed of dice that go on from here. */
  readonly state: () => number
}

/** Mulberry32: four lines, and good enough to vary letters and days. */
export function diceOf(seed: number): Dice {
  let state = seed
  const real = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const int = (from: number, to: number): number => from + Math.floor(real() * (to - from + 1))
  return {
    real,
    int,
    state: () => state,
    pick(items) {
      const item = items[int(0, items.length - 1)]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      return item
    },
  }
}

/** A number from 0 to 1 that belongs to a text for ever. */
export function fixedShare(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return diceOf(hash).real()
}
