import { describe, expect, it } from 'vitest'
import { permits } from '../case/permit.fixture.js'
import { admin, ann, officer } from '../case/town.fixture.js'
import { createPlatform } from '../platform.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'

const clerk = officer('c', 'works')

/** The store as a newer release of the library sees it: its inbox has a higher version. */
function nextRelease(store: Store): Store {
  return {
    ...store,
    prepare: (views) =>
      store.prepare(
        views.map((view) => (view.name === 'core.inbox' ? { ...view, version: view.version + 1 } : view)),
      ),
  }
}

async function town(store: Store) {
  const platform = createPlatform({ store, plugins: [permits()] })
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
    expect(report).toEqual({ views: ['core.inbox'], cases: 4 })
    expect(heard.at(-1)).toBe(1)
    expect(await titles()).toEqual(['a', 'b', 'c', 'd'])
    expect((await store.find('core.inbox', { limit: 9 })).old).toBeUndefined()
    expect(await platform.views.building()).toEqual([])
    expect(await platform.views.rebuild()).toEqual({ views: [], cases: 0 })
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
