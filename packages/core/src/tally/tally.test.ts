import { describe, expect, it } from 'vitest'
import { admin } from '../case/town.fixture.js'
import { memoryStore } from '../store/memory.js'
import { countedTown, head } from './permit-tally.fixture.js'

const works = '2024-03 works'

describe('a tally', () => {
  it('tells what the cases count, from the first query on', async () => {
    const { apply, of, permit } = await countedTown()
    expect(await of('unit', '2024-03')).toEqual({})
    const id = await apply()
    await apply('parks')
    expect(await of('unit', '2024-03')).toEqual({
      '2024-03 parks': { filed: 1, 'is:applied': 1 },
      [works]: { filed: 1, 'is:applied': 1 },
    })
    await permit.note(id, { text: 'x' }, admin)
    await permit.grant(id, {}, head)
    expect(await of('unit', '2024-03')).toMatchObject({ [works]: { filed: 1, 'is:granted': 1, notes: 1 } })
    expect(await of('outcome', '2024-03')).toEqual({ '2024-03 granted': { n: 1 } })
  })

  it('moves what a case counted before: a line that is empty by then is gone', async () => {
    const { apply, of, permit, store } = await countedTown()
    const id = await apply()
    await of('unit', '2024-03')
    await permit.grant(id, {}, head)
    expect(await of('unit', '2024-03')).toEqual({ [works]: { filed: 1, 'is:granted': 1 } })
    const [line] = (await store.find('core.tally', { where: { period: '2024-03', of: 'works' }, limit: 9 }))
      .rows
    expect(line?.row.amounts).toEqual({ filed: 1, 'is:granted': 1 })
  })

  it('knows the ends of the clocks', async () => {
    const { apply, clock, of, permit } = await countedTown()
    const [inTime, late] = [await apply(), await apply()]
    await permit.grant(inTime, {}, head)
    clock.addDays(40)
    await permit.grant(late, {}, head)
    expect(await of('unit', '2024-03')).toMatchObject({ [works]: { filed: 2, late: 1 } })
    expect(await of('outcome', '2024-03', '2024-04')).toEqual({
      '2024-03 granted': { n: 1 },
      '2024-04 granted': { n: 1 },
    })
  })

  it('answers for some periods and some lines, each once and in order', async () => {
    const { apply, clock, count } = await countedTown()
    for (let month = 3; month <= 6; month++) {
      for (const unit of ['works', 'parks', 'works']) await apply(unit)
      clock.addDays(31)
    }
    const asked = async (periods: readonly string[], of?: readonly string[]) =>
      (await count({ by: 'unit', periods, of })).lines.map(
        (one) => `${one.period} ${one.of} ${one.amounts.filed}`,
      )
    const periods = ['2024-06', '2024-04', '2024-04', '1999-01']
    expect(await asked(periods)).toEqual([
      '2024-04 parks 1',
      '2024-04 works 2',
      '2024-06 parks 1',
      '2024-06 works 2',
    ])
    expect(await asked(periods, ['works', 'nobody', 'works'])).toEqual(['2024-04 works 2', '2024-06 works 2'])
    expect(await asked([])).toEqual([])
    expect(await asked(periods, [])).toEqual([])
    expect((await count({ by: 'matter', periods })).lines).toEqual([])
  })

  it('says until when it counts', async () => {
    const { apply, clock, count } = await countedTown({ store: memoryStore() })
    const query = { by: 'unit', periods: ['2024-03'] }
    await apply()
    clock.addDays(1)
    await apply()
    expect(await count(query)).toMatchObject({ countedUntil: '2024-03-02T02:00:00.000Z', isComplete: true })
    clock.addDays(1)
    expect(await count(query)).toMatchObject({ countedUntil: '2024-03-02T02:00:00.000Z', isComplete: true })
  })

  it('answers with what nobody can change', async () => {
    const { apply, count } = await countedTown()
    await apply()
    const result = await count({ by: 'unit', periods: ['2024-03'] })
    for (const one of [result, result.lines, result.lines[0], result.lines[0]?.amounts])
      expect(Object.isFrozen(one)).toBe(true)
  })

  it.each<[string, unknown]>([
    ['no table', { periods: [] }],
    ['a table that is no text', { by: 3, periods: [] }],
    ['no periods', { by: 'unit' }],
    ['a period that is no text', { by: 'unit', periods: ['2024-03', null] }],
    ['one period instead of a list', { by: 'unit', periods: '2024-03' }],
    ['a line that is no text', { by: 'unit', periods: [], of: [{}] }],
    ['nothing', undefined],
    [
      'more than a hundred thousand lines',
      { by: 'unit', periods: [...Array(400).keys()].map(String), of: [...Array(251).keys()].map(String) },
    ],
  ])('a query with %s is refused', async (_, query) => {
    const { count } = await countedTown()
    await expect(count(query as never)).rejects.toMatchObject({ code: 'QUERY_INVALID' })
  })

  it('of a kind without one, or of no kind, is refused', async () => {
    const { count } = await countedTown()
    for (const kind of ['permit.nothing', 'constructor', null as never])
      await expect(count({ by: 'unit', periods: [] }, kind)).rejects.toMatchObject({ code: 'KIND_INVALID' })
  })
})
