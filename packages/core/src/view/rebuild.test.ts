import { describe, expect, it } from 'vitest'
import { type PermitPlugin, permitKind, permitRules, permits } from '../case/permit.fixture.js'
import { admin, ann, officer, outcome } from '../case/town.fixture.js'
import { inboxView } from '../inbox/row.js'
import { createPlatform } from '../platform.js'
import { definePlugin } from '../plugin.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import { testClock } from '../testing/test-platform.js'

const clerk = officer('c', 'works')

/** The store as a newer release of the library sees it: its inbox has a higher version. */
function nextRelease(store: Store, later = 1): Store {
  return {
    ...store,
    prepare: (views) =>
      store.prepare(
        views.map((view) =>
          view.name === inboxView.name ? { ...view, version: view.version + later } : view,
        ),
      ),
  }
}

/** The plugin with a kind that differs. */
const withKind = (more: object) =>
  definePlugin<PermitPlugin>({
    id: 'permit',
    requires: [],
    setup: (host) =>
      ({ permit: host.addKind({ ...permitKind, ...more } as never), bySecret: async () => [] }) as never,
  })

async function town(
  store: Store,
  plugins: readonly [PermitPlugin] = [permits()],
  more: { readonly now?: () => number } = {},
) {
  const platform = createPlatform({ store, plugins, ...more })
  const unit = { id: 'works', name: 'Works', level: 'city', type: 'department' }
  if ((await platform.organizations.current()).size === 0) await platform.organizations.open(unit, admin)
  const { permit } = platform.permit
  const apply = (subject: string) => permit.apply({ subject, unit: 'works', applicant: 'ann' }, ann)
  const titles = async () =>
    (await platform.cases.find({ sort: 'opened', limit: 200 }, clerk)).items.map((item) => item.title)
  return { platform, permit, apply, titles }
}

describe('a view of a newer release', () => {
  it('answers from the old rows until it is built, and from its own afterwards', async () => {
    const store = memoryStore()
    const old = await town(store)
    for (const subject of ['a', 'b', 'c']) await old.apply(subject)
    const { platform, apply, titles } = await town(nextRelease(store))
    expect(await platform.views.building()).toEqual(['core.inbox'])
    expect(await titles()).toEqual(['a', 'b', 'c'])
    await apply('d')
    expect(await titles()).toEqual(['a', 'b', 'c', 'd'])
    const heard: number[] = []
    const report = await platform.views.rebuild(({ position, head }) => heard.push(position / head))
    expect(report).toEqual({ views: ['core.inbox'], cases: 4, failed: [] })
    expect(heard.at(-1)).toBe(1)
    expect(await titles()).toEqual(['a', 'b', 'c', 'd'])
    expect((await store.find('core.inbox', { limit: 9 })).old).toBeUndefined()
    expect(await platform.views.building()).toEqual([])
    expect(await platform.views.rebuild()).toEqual({ views: [], cases: 0, failed: [] })
  })

  it('is built while commands go on, by two processes at once, without losing what they write', async () => {
    const store = memoryStore()
    const old = await town(store)
    const ids: string[] = []
    for (let n = 0; n < 300; n++) ids.push((await old.apply(`s${n}`)).id)
    const next = nextRelease(store)
    const [one, two] = [await town(next), await town(next)]
    const work = async () => {
      for (const id of ids.slice(0, 100)) await one.permit.grant(id, {}, officer('h', 'works', 'head'))
      for (let n = 300; n < 320; n++) await two.apply(`s${n}`)
    }
    await Promise.all([one.platform.views.rebuild(), two.platform.views.rebuild(), work()])
    const rows = new Map<string, unknown>()
    for (let after: { value: number | null; key: string } | undefined; ; ) {
      const page = await store.find('core.inbox', {
        sort: { field: 'openedAt' },
        ...(after ? { after } : {}),
        limit: 100,
      })
      expect(page.old).toBeUndefined()
      for (const { key, row } of page.rows) rows.set(key, row)
      after = page.next
      if (after === undefined) break
    }
    expect(rows.size).toBe(320)
    for (const [index, id] of ids.entries()) {
      expect(rows.get(id), id).toMatchObject({ status: index < 100 ? 'granted' : 'applied' })
    }
  })

  it('goes on where the process was stopped', async () => {
    const store = memoryStore()
    const old = await town(store)
    for (let n = 0; n < 1200; n++) await old.apply(`s${n}`)
    const next = nextRelease(store)
    const first = await town(next)
    await expect(
      first.platform.views.rebuild(({ position }) => {
        if (position > 900) throw new Error('stopped')
      }),
    ).rejects.toThrow('stopped')
    const second = await town(next)
    const { cases } = await second.platform.views.rebuild()
    expect(cases).toBeLessThan(400)
    expect((await store.find('core.inbox', { limit: 2000 })).rows.length).toBe(1200)
  })

  it('is refused to a process of the older release', async () => {
    const store = memoryStore()
    await (await town(store)).apply('a')
    await (await town(nextRelease(store))).platform.views.rebuild()
    await expect(town(store)).rejects.toMatchObject({ code: 'STORE_NEWER', kind: 'misconfigured' })
  })
})

describe('a view of one of several releases', () => {
  it('each version of a view is built from the whole log', async () => {
    const store = memoryStore()
    const releaseOf = (version: number) => {
      const views = permitKind.views?.map((view) => ({ ...view, version }))
      return createPlatform({ store, plugins: [withKind({ views })] })
    }
    const { permit } = releaseOf(1).permit
    for (const subject of ['a', 'b']) {
      const { id } = await permit.apply({ subject, unit: 'works', applicant: 'ann' }, ann)
      await permit.note(id, { text: 'x' }, admin)
    }
    const rows = async () => (await store.find('permit.notes', { limit: 9 })).rows.length
    expect(await releaseOf(2).views.rebuild()).toEqual({ views: ['permit.notes'], cases: 2, failed: [] })
    expect(await rows()).toBe(2)
    expect(await releaseOf(3).views.rebuild()).toEqual({ views: ['permit.notes'], cases: 2, failed: [] })
    expect(await rows()).toBe(2)
  })

  it('pages from old rows skip nothing where the order of the new rows differs', async () => {
    const store = memoryStore()
    // The older release computed due dates the other way round.
    const older: Store = {
      ...store,
      commit: (c) =>
        store.commit({
          ...c,
          rows: c.rows.map((r) =>
            r.row === null || r.view !== 'core.inbox'
              ? r
              : { ...r, row: { ...r.row, dueAt: 4e12 - (r.row.dueAt as number) } },
          ),
        }),
    }
    const clock = testClock('2024-03-01T02:00:00Z')
    const one = await town(older, [permits()], { now: clock.now })
    for (const s of ['a', 'b', 'c', 'd']) {
      await one.apply(s)
      clock.addDays(1)
    }
    const two = await town(nextRelease(store), [permits()], { now: clock.now })
    const titles: string[] = []
    let cursor: string | undefined
    do {
      const page = await two.platform.cases.find({ limit: 1, ...(cursor ? { cursor } : {}) }, clerk)
      titles.push(...page.items.map((i) => i.title))
      cursor = page.next
    } while (cursor !== undefined && titles.length < 10)
    expect(titles.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('a case whose plugin is away while the view is built keeps its row', async () => {
    const store = memoryStore()
    const one = await town(store)
    await one.apply('a')
    const without = createPlatform({ store: nextRelease(store), plugins: [] })
    await without.views.rebuild()
    const two = await town(nextRelease(store))
    await two.platform.views.rebuild()
    expect((await two.platform.cases.find({}, clerk)).items).toHaveLength(1)
  })
  it('one case that cannot be derived stops neither the inbox nor the building of a view', async () => {
    const store = memoryStore()
    const old = await town(store, [withKind({ rules: [{ ...permitRules, id: 'gone' }] })])
    await old.apply('a')
    // The next release no longer ships that profile. The inbox still answers, from its rows ...
    const two = await town(store)
    await two.apply('b')
    expect((await two.platform.cases.find({}, clerk)).items).toHaveLength(2)
    // ... until the release that raises the version of the inbox.
    const next = await town(nextRelease(store))
    const found = await outcome(next.platform.cases.find({}, clerk))
    const rebuilt = await outcome(next.platform.views.rebuild())
    expect({ found, rebuilt }).toEqual({ found: 'allowed', rebuilt: 'allowed' })
  })
  it('that was interrupted is not taken for built by the release after it', async () => {
    const store = memoryStore()
    const releaseOf = (version: number) =>
      town(store, [withKind({ views: permitKind.views?.map((view) => ({ ...view, version })) })])
    const first = await releaseOf(1)
    for (let n = 0; n < 600; n++) {
      const { id } = await first.apply(`s${n}`)
      await first.permit.note(id, { text: 'x' }, admin)
    }
    const second = await releaseOf(2)
    const stopped = second.platform.views.rebuild(() => {
      throw new Error('stopped')
    })
    await expect(stopped).rejects.toThrow('stopped')
    await (await releaseOf(3)).platform.views.rebuild()
    expect((await store.find('permit.notes', { limit: 1000 })).rows).toHaveLength(600)
  })
})
