import { describe, expect, it } from 'vitest'
import { decideOrganization } from './decide.js'
import { givenOrganization, unit } from './given.fixture.js'
import { createHistory, type OrganizationHistory } from './history.js'
import type { Unit } from './unit.js'
import { directoryAt } from './view.js'

const count = 100_000
const nobody = new Map<string, never>()

/** Ten below each unit, so at most six steps to the top. */
const wide = Array.from({ length: count }, (_, i) =>
  unit(`u${i}`, i === 0 ? undefined : `u${Math.floor((i - 1) / 10)}`),
)
/** Every unit below the one before it. */
const deep = Array.from({ length: count }, (_, i) => unit(`u${i}`, i === 0 ? undefined : `u${i - 1}`))

describe('opening 100,000 units in one command', () => {
  it.each([
    ['a wide tree', wide],
    ['a wide tree, children first', wide.toReversed()],
    ['one long line', deep],
    ['one long line, children first', deep.toReversed()],
  ])('reads each unit a fixed number of times: %s', (_, units) => {
    const { units: watched, reads } = watchParents(units)
    const events = decideOrganization.open(createHistory(), watched)
    expect(events).toHaveLength(1)
    expect(reads()).toBeLessThanOrEqual(4 * count)
  })

  it('finds a circle among them without a deep stack', () => {
    const circle = deep.map((one, i) => (i === 0 ? { ...one, parent: `u${count - 1}` } : one))
    expect(() => decideOrganization.open(createHistory(), circle)).toThrow('cannot stand under')
  })
})

describe('a directory of 100,000 units', () => {
  const { history } = givenOrganization(...wide)
  const lookups = (read: (directory: ReturnType<typeof directoryAt>) => unknown): number => {
    const counted = countLookups(history)
    read(directoryAt(counted.history, '2020-01-01'))
    return counted.lookups()
  }
  const lowest = `u${count - 1}`

  it('is made without looking at any unit', () => {
    expect(lookups(() => undefined)).toBe(0)
  })

  it('reads one unit with one lookup', () => {
    expect(lookups((directory) => directory.unit(lowest))).toBe(1)
    expect(lookups((directory) => directory.get(lowest))).toBe(1)
    expect(lookups((directory) => directory.nextHigher(lowest))).toBe(2)
  })

  it('climbs with a few lookups for each step', () => {
    expect(lookups((directory) => directory.isWithin(lowest, 'u0'))).toBeLessThanOrEqual(8)
    expect(lookups((directory) => directory.reportingChain(lowest))).toBeLessThanOrEqual(8)
    expect(lookups((directory) => directory.isSuperior('u0', lowest))).toBeLessThanOrEqual(16)
    expect(lookups((directory) => directory.commonSuperior(lowest, 'u77777'))).toBeLessThanOrEqual(16)
    expect(lookups((directory) => directory.responsibleFor('noise', lowest))).toBeLessThanOrEqual(24)
  })

  it('lists the units directly below with a few lookups for each, once', () => {
    const once = lookups((directory) => directory.children('u5'))
    const twice = lookups((directory) => [directory.children('u5'), directory.children('u5')])
    expect(once).toBeLessThanOrEqual(60)
    expect(twice - once).toBe(1)
  })

  it('passes over all units once for the first subtree, and not again', () => {
    const counted = countLookups(history)
    const directory = directoryAt(counted.history, '2020-01-01')
    expect(directory.subtree('u0')).toHaveLength(count)
    expect(counted.lookups()).toBeLessThanOrEqual(2 * count)
    const before = counted.lookups()
    expect(directory.subtree('u5')).toContain('u51')
    expect(counted.lookups() - before).toBe(1)
  })

  it('takes one long line as well', () => {
    const line = directoryAt(givenOrganization(...deep).history, '2020-01-01')
    expect(line.subtree('u0')).toHaveLength(count)
    expect(line.isWithin(lowest, 'u0')).toBe(true)
    expect(line.isSuperior('u0', lowest)).toBe(true)
  })
})

describe('a ladder of two lines that meet again and again', () => {
  const steps = 200
  const ladder = Array.from({ length: steps }, (_, i) =>
    unit(`u${i}`, i === 0 ? undefined : `u${i - 1}`, i < 2 ? {} : { superior: `u${i - 2}` }),
  )

  it('is climbed once, not once for each of its paths', () => {
    const counted = countLookups(givenOrganization(...ladder, unit('aside')).history)
    const directory = directoryAt(counted.history, '2020-01-01')
    expect(directory.isSuperior('aside', `u${steps - 1}`)).toBe(false)
    decideOrganization.move(counted.history, { unit: 'aside', parent: `u${steps - 1}`, on: '2020-01-01' })
    expect(counted.lookups()).toBeLessThanOrEqual(6 * steps)
  })
})

describe('changing one of 100,000 units', () => {
  it('does not look at the others', () => {
    const counted = countLookups(givenOrganization(...wide).history)
    const lowest = `u${count - 1}`
    decideOrganization.rename(counted.history, { unit: lowest, name: 'new', on: '2020-01-01' })
    decideOrganization.move(counted.history, { unit: lowest, parent: 'u5', on: '2020-01-01' })
    decideOrganization.close(counted.history, { unit: lowest, on: '2020-01-01' })
    decideOrganization.merge(counted.history, { from: ['u5'], into: 'u6', on: '2020-01-01' })
    expect(counted.lookups()).toBeLessThanOrEqual(100)
  })
})

function watchParents(units: readonly Unit[]): { units: readonly Unit[]; reads: () => number } {
  let reads = 0
  const watched = units.map(({ parent, ...rest }) => ({
    ...rest,
    get parent() {
      reads += 1
      return parent
    },
  }))
  return { units: watched as readonly Unit[], reads: () => reads }
}

/** The same history, its maps counting how often they are asked; a pass over a map counts each of its entries. */
function countLookups(history: OrganizationHistory): { history: OrganizationHistory; lookups: () => number } {
  let lookups = 0
  const counting = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    new Proxy(map, {
      get(target, name) {
        if (name === 'size') return target.size
        if (name === 'get') {
          return (key: string) => {
            lookups += 1
            return target.get(key)
          }
        }
        lookups += target.size
        const method: unknown = Reflect.get(target, name)
        return typeof method === 'function' ? (method.bind(target) as unknown) : method
      },
    })
  return {
    history: {
      ...history,
      units: counting(history.units),
      below: counting(history.below),
      responsibilities: nobody,
    },
    lookups: () => lookups,
  }
}
