import { type HashKey, mixed } from './shingles.js'

/**
 * Sketches a set that is not empty: overwrites `into`. The share of places at which the sketches of two sets agree is about the
 * similarity of the sets.
 */
export type Sketch = (set: Uint32Array, into: Uint32Array) => void

/**
 * One-permutation MinHash. Each entry of a set is thrown into one of the places, which keeps the least; as long as places are empty,
 * all are thrown again with another hash, for those alone. So a set of ten entries is sketched as faithfully as one of a thousand,
 * for little more than one hash per entry of a long text (Dahlgaard, Knudsen and Thorup, Fast Similarity Sketching, 2017).
 */
export function createSketch(places: number, [first, second]: HashKey): Sketch {
  // After as many throws as there are places, those that are still empty are filled one by one.
  const salts = Uint32Array.from({ length: 2 * places }, (_, round) => mixed(mixed(first + round) ^ second))
  const done = 2
  const states = new Uint8Array(places)

  return (set, into) => {
    states.fill(0)
    let empty = places
    for (let round = 0; empty > 0; round++) {
      const only = round - places
      if (only >= 0 && states[only] === done) continue
      const salt = salts[round] as number
      for (let at = 0; at < set.length; at++) {
        const hash = mixed((set[at] as number) ^ salt) >>> 0
        const place = only >= 0 ? only : ((hash >>> 8) * places) >>> 24
        if (states[place] === 0) {
          states[place] = 1
          into[place] = hash
          empty--
        } else if (states[place] === 1 && hash < (into[place] as number)) into[place] = hash
      }
      for (let place = 0; place < places; place++) if (states[place] === 1) states[place] = done
    }
  }
}
