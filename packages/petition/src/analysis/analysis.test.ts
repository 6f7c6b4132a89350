import { type Actor, memoryStore, type Store } from '@redress/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizen, host, staff } from '../complaint/county.fixture.js'
import type { AnalysisTable } from './api.js'
import { live, type Told, town } from './town.fixture.js'

const told = (more: Partial<Told> = {}): Told => ({
  course: 'answered',
  area: 'town',
  matter: 'noise',
  channel: 'online',
  days: 0,
  ...more,
})
const story: fc.Arbitrary<Told> = fc.record({
  course: fc.constantFrom(
    ...([
      'left',
      'registered',
      'referred',
      'accepted',
      'answered',
      'late',
      'withdrawn',
      'routedOut',
    ] as const),
  ),
  area: fc.constantFrom('town' as const, 'county' as const, undefined),
  matter: fc.constantFrom('noise', 'water', undefined),
  channel: fc.constantFrom('online' as const, 'letter' as const),
  days: fc.integer({ min: 0, max: 90 }),
})
const stories = fc.array(story, { minLength: 1, maxLength: 8 })

describe('the statistics of a county', () => {
  it('tell what was received, handled and completed, by the unit that has it', async () => {
    const made = await town([told(), told({ course: 'referred' }), told({ course: 'registered' })])
    const { analysis } = made.platform.petition
    const { rows, isComplete, unit } = await analysis.counts(
      { table: 'unit', periods: ['2024-08'] },
      staff.desk,
    )
    expect([unit, isComplete]).toEqual(['county', true])
    expect(rows.map(({ key, counts }) => [key, counts.received, counts.completed])).toEqual([
      ['county-housing', 2, 1],
      ['county-petition', 1, 0],
    ])
    const first = await analysis.counts({ table: 'receivedBy', periods: ['2024'] }, staff.desk)
    expect(first.rows).toMatchObject([{ key: 'county-petition', counts: { received: 3, completed: 1 } }])
  })

  it('of months add up to those of the year, and every table holds the same matters', async () => {
    const tables: readonly AnalysisTable[] = ['unit', 'receivedBy', 'area', 'matter', 'channel', 'class']
    await fc.assert(
      fc.asyncProperty(stories, async (many) => {
        const { platform } = await town(many, '2024-01-10T09:00:00+08:00')
        const months = Array.from({ length: 12 }, (_, n) => `2024-${String(n + 1).padStart(2, '0')}`)
        const { analysis } = platform.petition
        const sum = (rows: readonly { counts: Readonly<Record<string, number>> }[], name: string) =>
          rows.reduce((all, { counts }) => all + (counts[name] ?? 0), 0)
        const year = await analysis.counts({ periods: ['2024'] }, host)
        const byMonth = await analysis.counts({ periods: months }, host)
        for (const name of Object.keys(year.rows[0]?.counts ?? {}))
          expect(sum(byMonth.rows, name), name).toBe(sum(year.rows, name))
        for (const table of tables) {
          const { rows } = await analysis.counts({ table, periods: ['2024'] }, host)
          for (const name of ['received', 'completed', 'withdrawn'])
            expect(sum(rows, name), `${table} ${name}`).toBe(sum(year.rows, name))
        }
      }),
      { numRuns: 25 },
    )
  })

  it('have no rate outside 0 to 1, and null where nothing was due', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (many) => {
        const { platform } = await town(many, '2024-01-10T09:00:00+08:00')
        const { analysis } = platform.petition
        const query = { table: 'unit', periods: ['2024', '2023'] } as const
        const answers = [await analysis.timeliness(query, host), await analysis.satisfaction(query, host)]
        const rates: { count: number; of: number; rate: number | null }[] = []
        JSON.stringify(answers, (_, value: unknown) => {
          if (typeof value === 'object' && value !== null && 'rate' in value) rates.push(value as never)
          return value
        })
        for (const { count, of, rate } of rates) {
          if (of === 0) expect(rate).toBeNull()
          else expect(rate).toBe(count / of)
          expect(rate ?? 0).toBeGreaterThanOrEqual(0)
          expect(rate ?? 1).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('count a late answer once, in the month in which it was due', async () => {
    const made = await town([told({ course: 'late' })])
    const { analysis } = made.platform.petition
    const { rows } = await analysis.timeliness({ periods: ['2024-08', '2024-09', '2024-10'] }, staff.county)
    // Accepted on August 1st: the sixtieth day is September 30th, the answer came on October 10th.
    expect(rows.map(({ timeliness }) => timeliness.completion)).toEqual([
      { count: 0, of: 0, rate: null },
      { count: 0, of: 1, rate: 0 },
      { count: 0, of: 0, rate: null },
    ])
    expect(rows[2]?.timeliness.handleDays).toEqual({ count: 1, median: 70, p90: 70, longest: 70 })
  })

  it('show satisfaction with both, and that nobody was asked is no satisfaction', async () => {
    const made = await town([told()])
    const id = await live(made, told())
    await made.complaint.evaluate(id, { petitionOffice: 'satisfied', handlingBody: 'notSatisfied' }, citizen)
    const { rows } = await made.platform.petition.analysis.satisfaction({ periods: ['2024'] }, staff.county)
    expect(rows[0]?.satisfaction).toMatchObject({
      petitionOffice: { answers: 2, asked: 1, satisfaction: { rate: 1 }, response: { rate: 1 } },
      handlingBody: { answers: 2, asked: 1, satisfaction: { rate: 0 }, response: { rate: 1 } },
    })
  })

  it('find the week in which a matter rose, and leave out the weeks with holidays', async () => {
    const steady = Array.from({ length: 24 }, () => told({ course: 'registered', days: 0 }))
    const weeks = Array.from({ length: 12 }, (_, n) => [
      ...steady.slice(0, 3 + (n % 2)),
      told({ course: 'registered', days: 7 }),
    ])
    const made = await town(weeks.flat(), '2024-06-25T09:00:00+08:00')
    for (let n = 0; n < 24; n++) await live(made, told({ course: 'registered' }))
    const week = '2024-W38'
    expect(made.today()).toBe('2024-09-17')
    made.clock.addDays(7)
    const { analysis } = made.platform.petition
    const found = await analysis.rises({ table: 'matter' }, staff.county)
    // Mid-Autumn is in that week, and said so.
    expect(found.week).toMatchObject({ week, daysOff: ['2024-09-16', '2024-09-17'] })
    expect(found.before).toHaveLength(12)
    expect(found.rows).toMatchObject([{ key: 'noise', count: 24, median: 4.5, state: 'rise' }])
    const early = await analysis.rises({ table: 'matter', week: '2024-W28' }, staff.county)
    expect(early.rows).toMatchObject([{ state: 'notEnoughHistory' }])
    const later = await analysis.rises({ table: 'total', week: '2024-W37' }, staff.county)
    expect(later.rows).toMatchObject([{ state: 'usual' }])
  })

  it('name the weeks with a holiday that they leave out of a comparison', async () => {
    const weeks = Array.from({ length: 14 }, () => told({ course: 'left', days: 7 }))
    const made = await town(weeks, '2024-03-05T09:00:00+08:00')
    const { before, leftOut } = await made.platform.petition.analysis.rises({}, host)
    // Qingming and Labour Day.
    expect(leftOut.map(({ week, daysOff }) => [week, daysOff])).toEqual([
      ['2024-W14', ['2024-04-04', '2024-04-05']],
      ['2024-W18', ['2024-05-01', '2024-05-02', '2024-05-03']],
    ])
    expect(leftOut[1]?.note?.zh).toContain('放假：2024-05-01')
    expect(before).not.toContain('2024-W18')
  })
})

/** Counts the reads of a store. */
function counted(store: Store) {
  let reads = 0
  const names = new Set(['find', 'read', 'readAll', 'head', 'readCell', 'listCells', 'recall'])
  const wrapped = new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        if (names.has(String(name))) reads++
        return Reflect.apply(value, target, given) as unknown
      }
    },
  })
  return {
    store: wrapped,
    readsOf: async (work: () => Promise<unknown>) => {
      reads = 0
      await work()
      return reads
    },
  }
}

it('a question takes as many reads of the store at two thousand complaints as at a hundred', async () => {
  const { store, readsOf } = counted(memoryStore())
  const made = await town([told()], undefined, store)
  const { analysis } = made.platform.petition
  const asked: Readonly<Record<string, () => Promise<unknown>>> = {
    counts: () => analysis.counts({ table: 'matter', periods: ['2024'] }, staff.county),
    timeliness: () => analysis.timeliness({ table: 'unit', periods: ['2024'] }, staff.county),
    rises: () => analysis.rises({ table: 'area×matter' }, staff.county),
    hotSpots: () => analysis.hotSpots({ months: ['2024-08'] }, staff.county),
    annualReport: () => analysis.annualReport({ year: 2024 }, staff.county),
    overview: () => analysis.overview({}, staff.county),
  }
  const readsAt = async (cases: number) => {
    while (filed < cases) {
      filed++
      await live(made, told({ course: 'registered', matter: filed % 2 === 0 ? 'noise' : 'water' }))
    }
    await made.platform.tallies.update()
    const reads: Record<string, number> = {}
    for (const [name, ask] of Object.entries(asked)) reads[name] = await readsOf(ask)
    return reads
  }
  let filed = 1
  const few = await readsAt(100)
  expect(await readsAt(2000)).toEqual(few)
}, 60_000)

describe('whoever asks wrongly', () => {
  const wrong: readonly (readonly [unknown, string])[] = [
    [{}, 'QUERY_INVALID'],
    [{ periods: [] }, 'QUERY_INVALID'],
    [{ periods: Array.from({ length: 61 }, () => '2024') }, 'QUERY_INVALID'],
    [{ periods: '2024' }, 'QUERY_INVALID'],
    [{ periods: [7] }, 'QUERY_INVALID'],
    [{ periods: ['2024-13'] }, 'PERIOD_NOT_COUNTED'],
    [{ periods: ['2024-W22'], table: 'channel' }, 'PERIOD_NOT_COUNTED'],
    [{ periods: ['x'.repeat(100_000)] }, 'PERIOD_NOT_COUNTED'],
    [{ periods: ['2024'], table: 'person' }, 'QUERY_INVALID'],
    [{ periods: ['2024'], table: '__proto__' }, 'QUERY_INVALID'],
    [{ periods: ['2024'], unit: 7 }, 'QUERY_INVALID'],
    [{ periods: ['2024'], unit: 'nowhere' }, 'UNIT_UNKNOWN'],
    [null, 'QUERY_INVALID'],
    ['2024', 'QUERY_INVALID'],
    [new Proxy({}, { ownKeys: () => fail() }), 'QUERY_INVALID'],
  ]
  const fail = (): never => {
    throw new Error('a trap')
  }

  it('is told what to ask', async () => {
    const { analysis } = (await town([])).platform.petition
    for (const [query, code] of wrong)
      await expect(analysis.counts(query as never, host), code).rejects.toMatchObject({ code })
    for (const table of ['receivedBy', 'area×matter'])
      await expect(analysis.timeliness({ table, periods: ['2024'] } as never, host)).rejects.toMatchObject({
        code: 'QUERY_INVALID',
      })
    await expect(analysis.timeliness({ periods: ['2024-W22'] }, host)).rejects.toMatchObject({
      code: 'PERIOD_NOT_COUNTED',
    })
    for (const week of ['2024-W99', '2030-W01', 7, 'x'])
      await expect(analysis.rises({ week } as never, host)).rejects.toMatchObject({
        code: 'PERIOD_NOT_COUNTED',
      })
    for (const year of ['2024', 2024.5, 99, null])
      await expect(analysis.annualReport({ year } as never, host)).rejects.toMatchObject({
        code: 'QUERY_INVALID',
      })
    await expect(analysis.bulletin({ month: '2024-14' }, host)).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    })
    await expect(analysis.hotSpots({ months: ['2024'] }, host)).rejects.toMatchObject({
      code: 'PERIOD_NOT_COUNTED',
    })
  })

  it('as something that is no actor is told so', async () => {
    const { analysis } = (await town([])).platform.petition
    const actors: readonly unknown[] = [
      null,
      'host',
      { kind: 'officer' },
      { kind: 'officer', unit: 'county', roles: 'head' },
      new Proxy({}, { get: () => fail() }),
    ]
    for (const by of actors)
      await expect(analysis.overview({}, by as Actor)).rejects.toMatchObject({ code: 'ACTOR_INVALID' })
    await expect(analysis.overview({}, { kind: 'toString' } as never)).rejects.toMatchObject({
      code: 'ANALYSIS_NOT_ALLOWED',
    })
  })
})
