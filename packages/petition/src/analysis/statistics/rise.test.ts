import { describe, expect, it } from 'vitest'
import { usualAnalysis } from '../policy.js'
import { judgeWeek, median, rarity } from './rise.js'

const policy = usualAnalysis.rise
const quiet = [5, 7, 6, 4, 8, 6, 5, 7, 6, 5, 9, 6]

describe('a week', () => {
  it('far above those before it is a rise, and says why in both languages', () => {
    const judged = judgeWeek(24, quiet, policy, 10)
    expect(judged).toMatchObject({ state: 'rise', median: 6 })
    expect(judged.chance).toBeLessThan(1e-4)
    expect(judged.explanation.en).toMatch(
      /^24 in this week; in the 12 comparable weeks before it 4 to 9, in the middle 6\./,
    )
    expect(judged.explanation.zh).toContain('此前可比的12周为4至9件')
  })

  it('a little above them is usual', () => {
    expect(judgeWeek(11, quiet, policy, 1).state).toBe('usual')
  })

  it('without enough weeks before it is judged by nobody', () => {
    const judged = judgeWeek(500, [1, 2, 1], policy, 1)
    expect(judged).toMatchObject({ state: 'notEnoughHistory', chance: null, spread: null, median: 1 })
    expect(judged.explanation.zh).toContain('不足8周')
    expect(judgeWeek(500, [], policy, 1).median).toBeNull()
  })

  it('of a matter that always varies much is usual where a steady one would rise', () => {
    const wild = [2, 30, 5, 41, 1, 28, 3, 35, 2, 44, 6, 25]
    const steady = wild.map(() => 18)
    expect(judgeWeek(44, wild, policy, 1).state).toBe('usual')
    expect(judgeWeek(44, steady, policy, 1).state).toBe('rise')
  })

  it('rises also when there was an outbreak among the weeks before', () => {
    expect(judgeWeek(40, [...quiet.slice(1), 45], policy, 5).state).toBe('rise')
  })

  it('below the least count is none, whatever went before', () => {
    const none = quiet.map(() => 0)
    expect(judgeWeek(policy.leastCases - 1, none, policy, 1).state).toBe('usual')
    expect(judgeWeek(policy.leastCases, none, policy, 1).state).toBe('rise')
  })

  it('is judged more strictly the more lines are looked at with it', () => {
    expect(judgeWeek(18, quiet, policy, 1).state).toBe('rise')
    expect(judgeWeek(18, quiet, policy, 1000).state).toBe('usual')
  })
})

/** Repeatable chance. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function poisson(mean: number, roll: () => number): number {
  const least = Math.exp(-mean)
  let [count, product] = [0, roll()]
  while (product > least) {
    count++
    product *= roll()
  }
  return count
}

describe('over many weeks in which nothing happens', () => {
  it('false alarms stay below the chance that the profile allows, at every pace', () => {
    for (const mean of [0.5, 2, 6, 25]) {
      const roll = dice(mean * 100)
      let alarms = 0
      for (let week = 0; week < 4000; week++) {
        const before = Array.from({ length: 12 }, () => poisson(mean, roll))
        if (judgeWeek(poisson(mean, roll), before, policy, 1).state === 'rise') alarms++
      }
      expect(alarms / 4000, `mean ${mean}`).toBeLessThanOrEqual(policy.chance)
    }
  })

  it('also where the pace itself goes up and down, they stay few', () => {
    const roll = dice(7)
    const restless = () => poisson(poisson(3, roll) * 3, roll)
    let alarms = 0
    for (let week = 0; week < 4000; week++) {
      const before = Array.from({ length: 12 }, restless)
      if (judgeWeek(restless(), before, policy, 1).state === 'rise') alarms++
    }
    expect(alarms / 4000).toBeLessThanOrEqual(4 * policy.chance)
  })

  it('a tripling is found in most cases', () => {
    const roll = dice(11)
    let found = 0
    for (let week = 0; week < 1000; week++) {
      const before = Array.from({ length: 12 }, () => poisson(6, roll))
      if (judgeWeek(poisson(18, roll), before, policy, 1).state === 'rise') found++
    }
    expect(found).toBeGreaterThan(700)
  })
})

it('the median of an even number of values lies between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, null])
})

it('a chance is told in words', () => {
  expect(rarity(0.25).en).toBe('in 25 of 100 cases')
  expect(rarity(1 / 5123)).toEqual({ en: 'in about one of 5,000 cases', zh: '约1/5,000' })
  expect(rarity(1e-9).zh).toBe('不足百万分之一')
})
