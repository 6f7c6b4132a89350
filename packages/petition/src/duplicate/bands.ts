/** Finds entries, numbered from 0, by their keys: an entry has one key in each of several bands. All of it stands in typed arrays. */
export interface Bands {
  /** Adds an entry, which must not be there, with its key in each band. */
  put(entry: number, keys: Uint32Array): void
  /** Takes an entry out, which must be there. */
  take(entry: number): void
  keyOf(entry: number, band: number): number
  /** Visits the entries that have a key in a band, the latest first, at most so many. */
  visit(band: number, key: number, most: number, visit: (entry: number) => void): void
  /** What the arrays take. */
  readonly bytes: number
}

const none = -1

/**
 * A table of chains. Each link knows the one before it too, so that an entry of the longest chain is taken out without reading the
 * others: a thousand people may hand in the same letter.
 */
export function createBands(bands: number): Bands {
  let heads = new Int32Array(0)
  let keys = new Uint32Array(0)
  let next = new Int32Array(0)
  // Of the first in its chain: which chain that is, as a number below -1.
  let previous = new Int32Array(0)

  const chainOf = (band: number, key: number): number =>
    (Math.imul(key ^ (band << 20), 0x9e3779b1) >>> 7) & (heads.length - 1)

  const link = (place: number): void => {
    const chain = chainOf(place % bands, keys[place] as number)
    const head = heads[chain] as number
    next[place] = head
    previous[place] = -2 - chain
    if (head !== none) previous[head] = place
    heads[chain] = place
  }

  /** By halves: doubling would leave more empty than is needed. */
  const grow = (entries: number): void => {
    const places = Math.ceil(Math.max(entries, 64, (keys.length / bands) * 1.5)) * bands
    const linked = previous
    const given = keys
    keys = new Uint32Array(places)
    keys.set(given)
    next = new Int32Array(places)
    previous = new Int32Array(places).fill(none)
    heads = new Int32Array(2 ** Math.ceil(Math.log2(places))).fill(none)
    for (let place = 0; place < linked.length; place++) if (linked[place] !== none) link(place)
  }

  return {
    put(entry, given) {
      if ((entry + 1) * bands > keys.length) grow(entry + 1)
      for (let band = 0; band < bands; band++) {
        keys[entry * bands + band] = given[band] as number
        link(entry * bands + band)
      }
    },
    take(entry) {
      for (let place = entry * bands; place < (entry + 1) * bands; place++) {
        const before = previous[place] as number
        const after = next[place] as number
        if (before < none) heads[-2 - before] = after
        else next[before] = after
        if (after !== none) previous[after] = before
        previous[place] = none
      }
    },
    keyOf: (entry, band) => keys[entry * bands + band] as number,
    visit(band, key, most, visit) {
      if (heads.length === 0) return
      let left = most
      for (let place = heads[chainOf(band, key)] as number; place !== none; place = next[place] as number) {
        if (keys[place] !== key || place % bands !== band) continue
        visit((place - band) / bands)
        if (--left === 0) return
      }
    },
    get bytes() {
      return heads.byteLength + keys.byteLength + next.byteLength + previous.byteLength
    },
  }
}
