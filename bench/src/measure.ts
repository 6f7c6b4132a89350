/** Times in microseconds. */
export interface Spread {
  readonly p50: number
  readonly p99: number
  readonly p999: number
  readonly max: number
}

/** Sorts the samples (milliseconds) where they are. */
export function spread(samples: Float64Array): Spread {
  samples.sort()
  const at = (share: number) =>
    (samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? 0) * 1000
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) }
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? Number.NaN)) / 2
}

/** Bytes that are still held after everything else has been collected. */
export function heldBytes(): number {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('run with --expose-gc')
  gc()
  gc()
  return process.memoryUsage().heapUsed
}

/** The same sequence of numbers in [0, 1) in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
