/** Fills an array with random bytes. The default is the platform's secure generator; tests give a counted one. */
export type RandomSource = (bytes: Uint8Array) => void

/** Makes ids and codes. */
export interface IdSource {
  /** A UUID of version 7: unique everywhere, and each greater than the one before from this source. */
  readonly newId: (now: number) => string
  /** 16 characters of Crockford's base 32 (80 random bits) in groups of four: hard to guess, easy to read aloud. */
  readonly newCode: () => string
}

const poolSize = 4096
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function createIdSource(
  random: RandomSource = (bytes) => void crypto.getRandomValues(bytes),
): IdSource {
  // One call for the random bytes of many ids: a call for each would cost more than the rest of the id.
  const pool = new Uint8Array(poolSize)
  let used = poolSize

  const take = (count: number): number => {
    if (used + count > poolSize) {
      random(pool)
      used = 0
    }
    used += count
    return used - count
  }
  const byte = (at: number): string => hex[pool[at] as number] as string

  // Ids of one millisecond are told apart by a counter (RFC 9562, method 1), so that they keep the order of their making.
  let time = 0
  let counter = 0

  return {
    newId(now) {
      counter++
      if (now > time || counter > 0xfff) {
        time = Math.max(now, time + (counter > 0xfff ? 1 : 0))
        counter = 0
      }
      const clock = time.toString(16).padStart(12, '0')
      const at = take(8)
      const version = hex[0x70 | (counter >> 8)] as string
      const variant = hex[0x80 | ((pool[at] as number) & 0x3f)] as string
      return (
        `${clock.slice(0, 8)}-${clock.slice(8)}-${version}${hex[counter & 0xff]}-${variant}${byte(at + 1)}` +
        `-${byte(at + 2)}${byte(at + 3)}${byte(at + 4)}${byte(at + 5)}${byte(at + 6)}${byte(at + 7)}`
      )
    },
    newCode() {
      const at = take(16)
      let code = ''
      for (let i = 0; i < 16; i++) {
        // 32 divides 256, so every character is equally likely.
        code += (i > 0 && i % 4 === 0 ? '-' : '') + alphabet[(pool[at + i] as number) & 31]
      }
      return code
    },
  }
}
