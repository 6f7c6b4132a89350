import { describe, expect, it } from 'vitest'
import { permits } from '../case/permit.fixture.js'
import { admin, ann } from '../case/town.fixture.js'
import { createPlatform } from '../platform.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import { countedPermits, countedTown, head, permitTally } from './permit-tally.fixture.js'

const march = '2024-03'
const works = '2024-03 works'

/** What is counted, with the kind and the version in another release. */
const releaseOf = (version: number, unit = 'unit') =>
  countedPermits({
    version,
    counts: (record, context) =>
      permitTally.counts(record, context).map((line) => (line.by === 'unit' ? { ...line, by: unit } : line)),
  })

describe('counting a long history', () => {
  /** Cases and nothing that counts them, as a release without a tally left them. */
  async function longHistory(store: Store, cases: number) {
    const platform = createPlatform({
      store,
      plugins: [permits()],
      now: () => Date.parse('2024-03-01T02:00:00Z'),
    })
    const { permit } = platform.permit
    const unit = { id: 'works', name: 'works', level: 'city', type: 'department' }
    await platform.organizations.open(unit, admin)
    const ids: string[] = []
    for (let n = 0; n < cases; n++)
      ids.push((await permit.apply({ subject: 's', unit: 'works', applicant: 'ann' }, ann)).id)
    for (const id of ids) await permit.handle(id, { handler: 'h' }, admin)
    return ids
  }

  it('does not make a query wait for all of it: it says that more is to come, and `update` finishes', async () => {
    const store = memoryStore()
    await longHistory(store, 6000)
    const { count, of, platform } = await countedTown({ store })
    const query = { by: 'unit', periods: [march] }
    const first = await count(query)
    expect(first.isComplete).toBe(false)
    expect(first.lines[0]?.amounts.filed).toBe(4999)
    const heard: number[] = []
    const report = await platform.tallies.update(({ kind, position, head }) => {
      expect(kind).toBe('permit.permit')
      heard.push(position / head)
    })
    expect(report).toEqual({ cases: 1001, position: 12_001, failed: [] })
    expect(heard.at(-1)).toBe(1)
    expect(await count(query)).toMatchObject({ isComplete: true })
    expect(await of('unit', march)).toEqual({ [works]: { filed: 6000, 'is:applied': 6000 } })
    expect(await platform.tallies.update()).toEqual({ cases: 0, position: 12_001, failed: [] })
  })

  it('counts each case of the past once, and right also if it changes meanwhile', async () => {
    const store = memoryStore()
    const ids = await longHistory(store, 2000)
    const { of, permit, platform } = await countedTown({ store })
    let rounds = 0
    const [early, late] = [ids.slice(0, 3), ids.slice(-3)]
    // At the first pause some cases are counted already and the others are not.
    const work: Promise<unknown>[] = []
    await platform.tallies.update(() => {
      rounds++
      if (rounds === 2) for (const id of [...early, ...late]) work.push(permit.grant(id, {}, head))
    })
    await Promise.all(work)
    expect(rounds).toBeGreaterThan(2)
    expect(await of('unit', march)).toEqual({ [works]: { filed: 2000, 'is:applied': 1994, 'is:granted': 6 } })
  })

  it('is found by a release that is new beside the log, whose views need no building of rows', async () => {
    const store = memoryStore()
    const before: Store = {
      ...store,
      prepare: (views) => store.prepare(views.filter(({ name }) => !name.startsWith('core.tall'))),
    }
    await longHistory(before, 20)
    const { of, platform } = await countedTown({ store })
    expect(await platform.views.building()).toEqual(['core.tally', 'core.tallied'])
    expect(await of('unit', march)).toMatchObject({ [works]: { filed: 20 } })
    expect(await platform.views.rebuild()).toEqual({
      views: ['core.tally', 'core.tallied'],
      cases: 0,
      failed: [],
    })
    expect(await platform.views.building()).toEqual([])
    expect(await of('unit', march)).toMatchObject({ [works]: { filed: 20 } })
  })
})

describe('a tally of a higher version', () => {
  it('counts everything anew, and no longer answers with the old lines', async () => {
    const { apply, of, store } = await countedTown()
    for (let n = 0; n < 3; n++) await apply()
    await of('unit', march)
    const next = await countedTown({ store, plugin: releaseOf(2, 'office') })
    expect(await next.of('office', march)).toMatchObject({ [works]: { filed: 3 } })
    expect(await next.of('unit', march)).toEqual({})
    expect(await next.of('outcome', march)).toEqual({})
  })

  it('stands beside the old one: the release before goes on counting, and nothing is counted twice', async () => {
    const { apply, of, permit, store } = await countedTown()
    const id = await apply()
    await of('unit', march)
    const next = await countedTown({ store, plugin: releaseOf(2, 'office') })
    await next.of('office', march)
    await apply()
    await next.permit.grant(id, {}, head)
    for (const counted of [await of('unit', march), await next.of('office', march)])
      expect(counted).toEqual({ [works]: { filed: 2, 'is:applied': 1, 'is:granted': 1 } })
    await permit.note(id, { text: 'x' }, admin)
    expect(await of('unit', march)).toMatchObject({ [works]: { notes: 1 } })
  })
})

describe('processes that count at the same moment', () => {
  it('count each case once', async () => {
    const store = memoryStore()
    const [one, two, three] = [
      await countedTown({ store }),
      await countedTown({ store }),
      await countedTown({ store }),
    ]
    for (let round = 1; round <= 20; round++) {
      const ids = await Promise.all([one.apply(), two.apply(), three.apply('parks'), one.apply('parks')])
      await Promise.all([
        two.permit.grant(ids[0], {}, head),
        one.of('unit', march),
        two.of('unit', march),
        three.platform.tallies.update(),
        one.of('outcome', march),
      ])
    }
    for (const { of } of [one, two, three]) {
      expect(await of('unit', march)).toEqual({
        '2024-03 parks': { filed: 40, 'is:applied': 40 },
        [works]: { filed: 40, 'is:applied': 20, 'is:granted': 20 },
      })
    }
  })

  it.each(['before', 'after'])('and are killed %s a step is stored count each case once', async (when) => {
    const store = memoryStore()
    const { apply, of } = await countedTown({ store })
    let deaths = 0
    const mortal: Store = {
      ...store,
      async commit(commit) {
        const isStep = commit.request?.key.startsWith('tally/') === true
        if (!isStep) return await store.commit(commit)
        deaths++
        if (when === 'after') await store.commit(commit)
        throw new Error('killed')
      },
    }
    for (let n = 1; n <= 5; n++) {
      await apply()
      const dying = await countedTown({ store: mortal })
      await expect(dying.of('unit', march)).rejects.toThrow('killed')
      expect(await of('unit', march)).toEqual({ [works]: { filed: n, 'is:applied': n } })
    }
    expect(deaths).toBe(5)
  })

  it('a checkpoint that was lost while its steps were kept is told, and not gone round for ever', async () => {
    const { apply, of, store } = await countedTown()
    await apply()
    await of('unit', march)
    await store.commit({
      streams: [],
      rows: [],
      cells: [{ name: 'tally/permit.permit@1', value: undefined }],
    })
    await apply()
    await expect(of('unit', march)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  it('lines of two pages fit together, also where another process counts between them', async () => {
    const store = memoryStore()
    const other = await countedTown({ store })
    const ids: string[] = []
    for (let n = 0; n < 2; n++) ids.push(await other.apply())
    await other.of('unit', march)
    let asked = 0
    const slow: Store = {
      ...store,
      async find(view, query) {
        const page = await store.find(view, query)
        if (view !== 'core.tally' || query.where?.table === undefined || asked++ > 0) return page
        // As if between two pages.
        await other.permit.grant(ids[0] as string, {}, head)
        await other.of('unit', march)
        return page
      },
    }
    const { of } = await countedTown({ store: slow })
    expect(await of('unit', march)).toEqual({ [works]: { filed: 2, 'is:applied': 1, 'is:granted': 1 } })
    expect(asked).toBe(2)
  })
})

describe('what needs no counting', () => {
  it('moves the place in the log on, and uses up no key', async () => {
    const { apply, of, permit, platform, store } = await countedTown()
    const id = await apply()
    await of('unit', march)
    const cell = async () => (await store.readCell('tally/permit.permit@1'))?.value
    const before = await cell()
    await permit.handle(id, { handler: 'x' }, admin)
    await platform.organizations.open({ id: 'new', name: 'new', level: 'city', type: 'department' }, admin)
    await of('unit', march)
    expect(await cell()).toEqual({ ...(before as object), position: await store.head() })
    const writes = await store.readCell('tally/permit.permit@1')
    await of('unit', march)
    expect(await store.readCell('tally/permit.permit@1')).toEqual(writes)
  })

  it('pushes no case out of the working set', async () => {
    const { apply, of, store } = await countedTown()
    for (let n = 0; n < 50; n++) await apply()
    let reads = 0
    const counting: Store = {
      ...store,
      async read(stream, after) {
        if (!stream.startsWith('core.')) reads++
        return await store.read(stream, after)
      },
    }
    const small = await countedTown({ store: counting, workingSet: 5 })
    const id = await small.apply()
    await small.of('unit', march)
    const counted = reads
    await small.permit.handle(id, { handler: 'x' }, admin)
    expect(reads - counted).toBe(0)
    expect(await of('unit', march)).toMatchObject({ [works]: { filed: 51 } })
  })
})

describe('holidays that are announced later', () => {
  it('do not change what is counted until the case changes', async () => {
    const { apply, clock, of, permit, platform } = await countedTown()
    const ids = [await apply(), await apply()]
    clock.addDays(12)
    for (const id of ids) await permit.grant(id, {}, head)
    expect(await of('unit', march)).toMatchObject({ [works]: { filed: 2, late: 2 } })
    // The limit ended on Monday, 11 March; now it ends on Wednesday.
    const notice = { holidays: ['2024-03-11', '2024-03-12'], workdays: [], source: 'x' }
    await platform.calendars.announce('test', notice, admin)
    expect(await of('unit', march)).toMatchObject({ [works]: { filed: 2, late: 2 } })
    await permit.note(ids[0] as string, { text: 'x' }, admin)
    expect(await of('unit', march)).toMatchObject({ [works]: { filed: 2, late: 1 } })
  })
})
