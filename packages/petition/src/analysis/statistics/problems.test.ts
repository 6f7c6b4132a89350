import { describe, expect, it } from 'vitest'
import { usualAnalysis } from '../policy.js'
import { findHotSpots, type ProblemCell } from './hot-spot.js'
import { findTopics } from './topic.js'

const { hotSpot, topic } = usualAnalysis

describe('hot spots', () => {
  const even: readonly ProblemCell[] = ['east', 'inner', 'north', 'outer', 'south', 'west'].flatMap((area) =>
    ['dust', 'housing', 'noise', 'road', 'school', 'water'].map((matter) => ({ area, matter, count: 20 })),
  )

  it('are none where every area has the same mix', () => {
    expect(findHotSpots(even, hotSpot)).toEqual([])
    expect(findHotSpots([], hotSpot)).toEqual([])
  })

  it('are not where an area has more of everything', () => {
    const large = even.map((cell) => (cell.area === 'east' ? { ...cell, count: 400 } : cell))
    expect(findHotSpots(large, hotSpot)).toEqual([])
  })

  it('are where an area has more of one matter than both lead to expect, with the sum shown', () => {
    const hot = even.map((cell) =>
      cell.area === 'west' && cell.matter === 'noise' ? { ...cell, count: 70 } : cell,
    )
    const [found, ...more] = findHotSpots(hot, hotSpot)
    expect(more).toEqual([])
    expect(found).toMatchObject({ area: 'west', matter: 'noise', count: 70 })
    // 170 of the area × 170 of the matter ÷ 770.
    expect(found?.expected).toBeCloseTo((170 * 170) / 770)
    expect(found?.explanation.en).toContain('70 where 37.5 were to be expected')
    expect(found?.explanation.zh).toContain('预期约37.5件')
  })

  it('stand in the order of matter and area, so that no place leads a list', () => {
    const cells: readonly ProblemCell[] = [
      { area: 'z', matter: 'a', count: 60 },
      { area: 'z', matter: 'b', count: 2 },
      { area: 'a', matter: 'a', count: 2 },
      { area: 'a', matter: 'b', count: 600 },
    ]
    expect(
      findHotSpots(cells, { ...hotSpot, ratio: 1 }).map(({ area, matter }) => `${matter} ${area}`),
    ).toEqual(['a z', 'b a'])
  })

  it('are never fewer matters than the rules ask for', () => {
    const few = [...even, { area: 'far', matter: 'odour', count: hotSpot.leastCases - 1 }]
    expect(findHotSpots(few, hotSpot)).toEqual([])
  })
})

describe('topics', () => {
  const month = (amounts: Readonly<Record<string, number>>) =>
    Object.entries(amounts).map(([matter, received]) => ({
      matter,
      amounts: { received, delivered: received, supported: Math.floor(received / 2) },
    }))

  it('are the frequent classes of problems, the most frequent first, with what was right about them', () => {
    const found = findTopics(
      [month({ housing: 60, noise: 30, dust: 1 }), month({ housing: 20, noise: 40, rare: 9 })],
      topic,
    )
    expect(found.map(({ matter, received, months }) => [matter, received.count, months])).toEqual([
      ['housing', 80, 2],
      ['noise', 70, 2],
    ])
    expect(found[0]).toMatchObject({ received: { of: 160, rate: 0.5 }, supported: { rate: 0.5 } })
    expect(found[0]?.explanation.en).toBe(
      '80 of 160 matters (50 %), frequent in 2 of 2 months. 40 of 80 answers support the request.',
    )
  })

  it('are none where little happened', () => {
    expect(findTopics([], topic)).toEqual([])
    expect(findTopics([month({ housing: topic.leastCases - 1 })], topic)).toEqual([])
  })
})
