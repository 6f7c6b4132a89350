import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDuplicateIndex, type DuplicateIndex } from './duplicate-index.js'
import { type HashKey, shinglesOf } from './shingles.js'
import { similarityOf } from './similarity.js'
import { chinese, editText, english, type Language, seededRandom, writeText } from './texts.fixture.js'

const key: HashKey = [3, 5]

/** Every text that is like one, by comparing it with all of them. */
function bruteForce(texts: ReadonlyMap<string, string>, text: string, least: number) {
  const set = shinglesOf(text, key)
  return [...texts]
    .map(([id, other]) => ({ id, similarity: similarityOf(set, shinglesOf(other, key), least) }))
    .filter(({ similarity }) => similarity > 0)
    .sort((one, other) => other.similarity - one.similarity || (one.id < other.id ? -1 : 1))
}

function indexOf(texts: ReadonlyMap<string, string>): DuplicateIndex {
  const index = createDuplicateIndex(key)
  for (const [id, text] of texts) index.add(id, text)
  return index
}

describe('what is found', () => {
  const languages: readonly (readonly [string, Language, readonly [number, number]])[] = [
    ['Chinese', chinese, [80, 500]],
    ['English', english, [40, 250]],
    ['short Chinese', chinese, [8, 30]],
    ['short English', english, [6, 20]],
  ]
  it.each(languages)(
    'holds at least 98 of 100 near duplicates in %s that comparing all would find',
    (_, language, [shortest, longest]) => {
      const random = seededRandom(1)
      const texts = new Map<string, string>()
      for (let n = 0; n < 1500; n++)
        texts.set(`${n}`, writeText(language, shortest + Math.floor(random() * (longest - shortest)), random))
      const index = indexOf(texts)
      const sets = [...texts].map(([id, text]) => [id, shinglesOf(text, key)] as const)
      let [there, found, close] = [0, 0, 0]
      for (let n = 0; n < 1500; n++) {
        // From a copy to half of another one: most of what is 0.7 alike is close to 0.7.
        const text = editText(language, texts.get(`${n}`) ?? '', 0.02 + random() * 0.12, random)
        const ids = new Set(index.similar(text, 0.7).map(({ id }) => id))
        const set = shinglesOf(text, key)
        for (const [id, other] of sets) {
          const similarity = similarityOf(set, other, 0.7)
          if (similarity === 0) continue
          there++
          if (similarity < 0.8) close++
          if (ids.has(id)) found++
        }
      }
      expect(there).toBeGreaterThan(700)
      expect(close).toBeGreaterThan(200)
      expect(found / there).toBeGreaterThanOrEqual(0.98)
    },
  )

  it('is really as alike as is said, ordered, and nothing below what is asked for', () => {
    const random = seededRandom(2)
    const first = writeText(chinese, 200, random)
    const texts = new Map(
      Array.from({ length: 40 }, (_, n) => [`${n}`, editText(chinese, first, n / 200, random)] as const),
    )
    const index = indexOf(texts)
    for (const least of [0.75, 0.9, 1]) {
      const found = index.similar(first, least)
      expect(found).toEqual(bruteForce(texts, first, least))
    }
    expect(index.similarTo('0', 0.75)).toEqual(bruteForce(texts, first, 0.75).filter(({ id }) => id !== '0'))
  })

  it('is bounded where thousands hand in one letter, and no other text is lost behind them', () => {
    const random = seededRandom(3)
    const letter = writeText(chinese, 150, random)
    const other = `${letter.slice(0, 90)}${writeText(chinese, 60, random)}`
    const index = createDuplicateIndex(key)
    index.add('other', other)
    for (let n = 0; n < 3000; n++)
      index.add(`same ${n}`, n % 2 === 0 ? letter : editText(chinese, letter, 0.03, random))
    const found = index.similar(letter, 0.7)
    expect(found).toHaveLength(50)
    expect(found.every(({ similarity }) => similarity === 1)).toBe(true)
    for (let n = 0; n < 50; n++) {
      const text = editText(chinese, other, 0.03, random)
      expect(index.similar(text, 0.7).map(({ id }) => id)).toEqual(['other'])
    }
  })
})

describe('what is removed', () => {
  it('is forgotten, and the index answers like one that never held it', () => {
    const act = fc.record({
      id: fc.integer({ min: 0, max: 12 }).map(String),
      text: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 3 }),
    })
    const random = seededRandom(4)
    const base = writeText(chinese, 60, random)
    const variants = Array.from({ length: 7 }, (_, n) => editText(chinese, base, n / 40, random))
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        const index = createDuplicateIndex(key)
        const model = new Map<string, string>()
        for (const { id, text } of acts) {
          if (text === null) {
            index.remove(id)
            model.delete(id)
          } else {
            index.add(id, variants[text] as string)
            model.set(id, variants[text] as string)
          }
        }
        const fresh = indexOf(model)
        expect(index.size).toBe(model.size)
        for (const text of variants) expect(index.similar(text, 0.7)).toEqual(fresh.similar(text, 0.7))
        for (let id = 0; id < 13; id++) {
          expect(index.has(`${id}`)).toBe(model.has(`${id}`))
          expect(index.similarTo(`${id}`, 0.7)).toEqual(fresh.similarTo(`${id}`, 0.7))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('gives its room to what comes after it', () => {
    const random = seededRandom(5)
    const index = createDuplicateIndex(key)
    const fill = () => {
      for (let n = 0; n < 500; n++) index.add(`${n}`, writeText(english, 80, random))
    }
    fill()
    const { bytes } = index
    for (let round = 0; round < 5; round++) {
      for (let n = 0; n < 500; n++) index.remove(`${n}`)
      fill()
    }
    expect(index.size).toBe(500)
    expect(index.bytes).toBeLessThan(bytes * 1.05)
  })
})

describe('hostile texts', () => {
  const texts: Readonly<Record<string, string>> = {
    'twenty thousand of one character': '县'.repeat(20_000),
    'twenty thousand of one letter': 'x'.repeat(20_000),
    'twenty thousand characters': Array.from({ length: 20_000 }, (_, n) =>
      String.fromCharCode(0x4e00 + ((n * 7919) % 20_000)),
    ).join(''),
    'one character': '水',
    'halves of surrogate pairs': '漏水\ud800漏水\udc00维修',
    'emoji between words': '漏水😀维修😀无人',
    'letters beyond the first plane': '𠀀𠀁𠀂𞤀𞤁𞤂 𝒜𝒷',
    'words that grow when they are taken apart': '\ufdfa'.repeat(2000),
    'marks without letters': '\u0301'.repeat(100),
    'a word that every object has': '__proto__ constructor',
  }
  it.each(Object.entries(texts))('%s are found again', (id, text) => {
    const index = createDuplicateIndex()
    index.add('other', '完全不同的另一件事情')
    index.add(id, text)
    expect(index.similar(text, 0.7)).toEqual([{ id, similarity: 1 }])
    expect(index.similarTo(id, 0.7)).toEqual([])
  })

  it.each(['', '   ', '。。。！？', '😀😀😀', '\ud800\udc00x'.slice(0, 1), '\u202e\u2066'])(
    '%j says nothing, so it is like nothing',
    (text) => {
      const index = createDuplicateIndex()
      index.add('a', text)
      index.add('b', text)
      expect(index.similar(text, 0.7)).toEqual([])
      expect(index.similarTo('a', 0.7)).toEqual([])
      index.remove('a')
      expect([index.size, index.has('a'), index.has('b')]).toEqual([1, false, true])
    },
  )

  it('asks an index that holds nothing, and for an id that it does not hold', () => {
    const index = createDuplicateIndex()
    expect(index.similar('漏水无人维修', 0.7)).toEqual([])
    expect(index.similarTo('nobody', 0.7)).toEqual([])
    index.remove('nobody')
    expect(index.size).toBe(0)
  })
})
