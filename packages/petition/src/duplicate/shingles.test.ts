import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HashKey, shinglesOf } from './shingles.js'
import { similarityOf } from './similarity.js'

const key: HashKey = [7, 11]
const likeness = (one: string, other: string, least?: number) =>
  similarityOf(shinglesOf(one, key), shinglesOf(other, key), least)

/** The same by another road: texts in sets of texts. */
function pairsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const tokens = words.flatMap(
    (word) => word.match(/[\u2e80-\ud7ff\u{20000}-\u{3ffff}]|[^\u2e80-\ud7ff\u{20000}-\u{3ffff}]+/gu) ?? [],
  )
  if (tokens.length === 1) return new Set(tokens)
  return new Set(tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`))
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((pair) => other.has(pair)).length
  const either = one.size + other.size - both
  return either === 0 ? 0 : both / either
}

const word = fc.constantFrom(
  '楼',
  '上',
  '漏',
  '水',
  '𠀀',
  'water',
  'leaks',
  'n°5',
  'ß',
  'ﬁ',
  'ｗａｔｅｒ',
  '한',
  'か',
)
const mark = fc.constantFrom('', '', ' ', '，', '。\n', ' - ', '😀', '\ud800', '\u3000')
const mixedText = fc.array(fc.tuple(word, mark), { maxLength: 40 }).map((parts) => parts.flat().join(''))
const anyText = fc.oneof(
  { weight: 4, arbitrary: mixedText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

describe('the likeness of two texts', () => {
  it('is the true Jaccard similarity of their pairs, whatever the texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(likeness(one, other)).toBe(jaccard(pairsOf(one), pairsOf(other)))
      }),
      { numRuns: 2000 },
    )
  })

  it('is told exactly where it is as high as is asked for, and as 0 where it is not', () => {
    fc.assert(
      fc.property(mixedText, mixedText, fc.integer({ min: 1, max: 100 }), (one, other, percent) => {
        const is = likeness(one, other)
        expect(likeness(one, other, percent / 100)).toBe(is >= percent / 100 ? is : 0)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['楼上漏水，三个月无人维修。', '楼上漏水三个月无人维修'],
    ['楼上漏水　三个月', '楼上 漏水\n三个月'],
    ['The pipe LEAKS; nobody came!', 'the pipe leaks nobody came'],
    ['ＡＢＣ公司拖欠工资１２３元', 'abc公司拖欠工资123元'],
    ['水管😀漏水', '水管漏水'],
    ['水管\ud800漏水', '水管漏水'],
    ['e\u0301cole fermée', 'École fermée'],
  ])('is 1 where only width, case, punctuation and white space differ: %j and %j', (one, other) => {
    expect(likeness(one, other)).toBe(1)
  })

  it('is not that of the words alone: their order counts', () => {
    expect(likeness('甲打乙', '乙打甲')).toBe(0)
    expect(likeness('the dog bit the man', 'the man bit the dog')).toBeLessThan(1)
  })

  it('is 0 for a text that says nothing, also beside another one that says nothing', () => {
    for (const empty of ['', '  ', '。，！', '😀😀', '\ud800', '\u202e\u2066', '------'])
      expect(shinglesOf(empty, key)).toHaveLength(0)
    expect(likeness('', '')).toBe(0)
    expect(likeness('', '', 0.7)).toBe(0)
  })

  it('is the same under every key, and the hashes are others', () => {
    const [one, other] = ['楼上漏水三个月无人维修', '楼上漏水四个月无人维修']
    const is = [likeness(one, other)]
    for (const another of [
      [1, 2],
      [-5, 9],
    ] as const) {
      is.push(similarityOf(shinglesOf(one, another), shinglesOf(other, another)))
      expect(similarityOf(shinglesOf(one, another), shinglesOf(one, key))).toBe(0)
    }
    expect(new Set(is).size).toBe(1)
  })
})
