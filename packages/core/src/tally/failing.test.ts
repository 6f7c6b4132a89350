import { describe, expect, it } from 'vitest'
import { permitRules } from '../case/permit.fixture.js'
import { admin, outcome } from '../case/town.fixture.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import { countedPermits, countedTown, head, permitTally } from './permit-tally.fixture.js'
import type { Count } from './tally.js'

const march = '2024-03'
const works = '2024-03 works'
const line = (more: object): object => ({
  period: march,
  by: 'unit',
  of: 'works',
  amounts: { n: 1 },
  ...more,
})

/** Counts as the fixture does, but for the cases of the parks. */
const parksCount = (counts: () => unknown, version = 1) =>
  countedPermits({
    version,
    counts: (record, context) =>
      record.state.unit === 'parks' ? (counts() as readonly Count[]) : permitTally.counts(record, context),
  })

describe('a case that cannot be counted', () => {
  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no')
      },
    ],
    ['nothing', () => undefined],
    ['a promise', () => Promise.resolve([])],
    ['a line that is nothing', () => [null]],
    ['a negative amount', () => [line({ amounts: { n: -1 } })]],
    ['a fraction', () => [line({ amounts: { n: 0.5 } })]],
    ['no number', () => [line({ amounts: { n: '1' } })]],
    ['not a number', () => [line({ amounts: { n: Number.NaN } })]],
    ['an amount without end', () => [line({ amounts: { n: Number.POSITIVE_INFINITY } })]],
    ['too great an amount', () => [line({ amounts: { n: 1_000_000_001 } })]],
    ['too great an amount in two lines', () => [1, 2].map(() => line({ amounts: { n: 600_000_000 } }))],
    ['no amounts', () => [line({ amounts: null })]],
    ['an amount without a name', () => [line({ amounts: { '': 1 } })]],
    ['an amount with a long name', () => [line({ amounts: { ['n'.repeat(65)]: 1 } })]],
    [
      'too many amounts',
      () => [line({ amounts: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`a${n}`, 1])) })],
    ],
    ['no period', () => [line({ period: '' })]],
    ['a period that is no text', () => [line({ period: 2024 })]],
    ['a long period', () => [line({ period: '2'.repeat(65) })]],
    ['no table', () => [line({ by: undefined })]],
    ['a long line', () => [line({ of: 'x'.repeat(257) })]],
    ['a line with a control character', () => [line({ of: 'a\u0000' })]],
    ['half of a character', () => [line({ of: '\ud83d' })]],
    ['too many lines', () => Array.from({ length: 1001 }, (_, n) => line({ of: String(n) }))],
  ])('since its kind gives %s, is reported, and the others are counted', async (_, counts) => {
    const { apply, of, platform } = await countedTown({ plugin: parksCount(counts) })
    const ids = [await apply(), await apply('parks'), await apply()]
    expect(await of('unit', march)).toEqual({ [works]: { filed: 2, 'is:applied': 2 } })
    const { failed } = await platform.tallies.update()
    expect(failed.map(({ id }) => id)).toEqual([ids[1]])
    const [{ error } = { error: undefined }] = failed
    if (_ !== 'throws')
      expect(error).toMatchObject({ code: 'KIND_INVALID', details: { kind: 'permit.permit' } })
    // As long as it is so.
    expect((await platform.tallies.update()).failed).toHaveLength(1)
  })

  it('keeps what it counted before, and is counted when it can be again', async () => {
    let isBroken = false
    const plugin = countedPermits({
      version: 1,
      counts: (record, context) => {
        if (isBroken) throw new Error('broken')
        return permitTally.counts(record, context)
      },
    })
    const { apply, of, permit, platform } = await countedTown({ plugin })
    const [id, other] = [await apply(), await apply()]
    const before = await of('unit', march)
    isBroken = true
    await permit.grant(id, {}, head)
    await permit.grant(other, {}, head)
    expect(await of('unit', march)).toEqual(before)
    isBroken = false
    // One by its next event, the other by the next update.
    await permit.note(other, { text: 'x' }, admin)
    expect(await of('unit', march)).toEqual({
      [works]: { filed: 2, notes: 1, 'is:applied': 1, 'is:granted': 1 },
    })
    expect(await platform.tallies.update()).toMatchObject({ cases: 1, failed: [] })
    expect(await of('unit', march)).toEqual({ [works]: { filed: 2, notes: 1, 'is:granted': 2 } })
    expect(await platform.tallies.update()).toMatchObject({ cases: 0, failed: [] })
  })

  it('whose rules are gone does not stop the others', async () => {
    const store = memoryStore()
    const { apply } = await countedTown({ store })
    await apply()
    const rules = { ...permitRules, id: 'other' }
    const next = await countedTown({ store, plugin: countedPermits(permitTally, { rules: [rules] }) })
    await next.apply()
    const { failed } = await next.platform.tallies.update()
    expect(failed).toMatchObject([{ error: { code: 'RULES_UNKNOWN' } }])
    expect(await next.of('unit', march)).toEqual({ [works]: { filed: 1, 'is:applied': 1 } })
  })

  it('is not one that the store could not read: then nothing is counted, and later everything', async () => {
    const store = memoryStore()
    const { apply } = await countedTown({ store })
    const ids = [await apply(), await apply(), await apply()]
    let isDown = true
    const down: Store = {
      ...store,
      read: async (stream, after) => {
        if (isDown && stream === ids[1]) throw new Error('down')
        return await store.read(stream, after)
      },
    }
    const { of, platform } = await countedTown({ store: down })
    expect(await outcome(platform.tallies.update())).toBe('Error: down')
    isDown = false
    expect(await platform.tallies.update()).toMatchObject({ cases: 3, failed: [] })
    expect(await of('unit', march)).toMatchObject({ [works]: { filed: 3 } })
  })

  it('names that every object has are names like others', async () => {
    const odd = ['__proto__', 'constructor', 'toString', '7']
    const amounts = Object.fromEntries(odd.map((name) => [name, 1]))
    const plugin = countedPermits({
      version: 1,
      counts: () => odd.map((name) => ({ period: name, by: name, of: name, amounts })),
    })
    const { apply, count, permit } = await countedTown({ plugin })
    const [id] = [await apply(), await apply()]
    await count({ by: '__proto__', periods: odd })
    await permit.note(id, { text: 'x' }, admin)
    for (const by of odd) {
      for (const of of [undefined, odd]) {
        const { lines } = await count({ by, periods: odd, of })
        expect(lines.map((one) => [one.period, one.of, new Map(Object.entries(one.amounts))])).toEqual([
          [by, by, new Map(odd.map((name) => [name, 2]))],
        ])
      }
    }
  })
})
