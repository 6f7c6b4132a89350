import { expect, it } from 'vitest'
import { createSketch } from './sketch.js'
import { seededRandom } from './texts.fixture.js'

const places = 128

/** The share of places at which the sketches of two sets agree, on average over keys and sets. */
function agreement(shared: number, alone: number): number {
  const random = seededRandom(shared * 1000 + alone)
  const numbers = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 2 ** 32))
  const [one, other] = [new Uint32Array(places), new Uint32Array(places)]
  let agreed = 0
  const rounds = 300
  for (let round = 0; round < rounds; round++) {
    const sketch = createSketch(places, [round, shared])
    const common = numbers(shared)
    sketch(Uint32Array.from([...common, ...numbers(alone)]), one)
    sketch(Uint32Array.from([...common, ...numbers(alone)]), other)
    agreed += one.filter((value, place) => value === other[place]).length
  }
  return agreed / (rounds * places)
}

it.each([
  [1, 0],
  [1, 1],
  [2, 1],
  [7, 1],
  [10, 10],
  [70, 15],
  [300, 60],
  [1000, 1000],
  [0, 50],
])(
  'two sets with %i entries in common and %i each of their own agree as often as they are alike',
  (shared, alone) => {
    expect(Math.abs(agreement(shared, alone) - shared / (shared + 2 * alone))).toBeLessThan(0.03)
  },
)

it('a sketch depends on the set alone, not on the one before', () => {
  const sketch = createSketch(places, [1, 2])
  const [one, other] = [new Uint32Array(places), new Uint32Array(places)]
  sketch(Uint32Array.of(5), one)
  sketch(
    Uint32Array.from({ length: 500 }, (_, n) => n),
    other,
  )
  sketch(Uint32Array.of(5), other)
  expect(other).toEqual(one)
})
