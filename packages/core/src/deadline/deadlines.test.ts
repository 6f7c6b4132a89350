import { describe, expect, it } from 'vitest'
import type { Actor, Officer } from '../access/actor.js'
import { permitRules, permits } from '../case/permit.fixture.js'
import type { Limit } from '../clock/limit.js'
import { createPlatform } from '../platform.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import { testPlatform } from '../testing/test-platform.js'

const admin: Actor = { kind: 'system', id: 'test' }
const head: Officer = { kind: 'officer', id: 'h', unit: 'works', roles: ['head'] }

function town(store: Store = memoryStore()) {
  const made = testPlatform({ plugins: [permits()], at: '2024-03-01T02:00:00Z', store })
  const { permit } = made.platform.permit
  const apply = (subject = 'shed') => permit.apply({ subject, unit: 'works', applicant: 'ann' }, admin)
  const recorded = async (id: string) =>
    (await permit.history(id, admin))
      .filter((event) => event.type.startsWith('core.'))
      .map(
        (event) =>
          `${event.type} ${(event.data as { band: string; date: string }).band} ${(event.data as { date: string }).date}`,
      )
  return { ...made, permit, apply, recorded }
}

describe('a tick', () => {
  it('records each approaching and each passed deadline exactly once', async () => {
    const { platform, apply, clock, recorded } = town()
    const { id } = await apply()
    expect(await platform.deadlines.tick()).toEqual({ recorded: 0, failed: [] })
    clock.set('2024-03-09T00:00:00+08:00')
    expect((await platform.deadlines.tick()).recorded).toBe(1)
    expect((await platform.deadlines.tick()).recorded).toBe(0)
    clock.set('2024-03-12T00:00:00+08:00')
    expect((await platform.deadlines.tick()).recorded).toBe(1)
    expect((await platform.deadlines.tick()).recorded).toBe(0)
    expect(await recorded(id)).toEqual([
      'core.deadline-approaching near 2024-03-11',
      'core.deadline-passed passed 2024-03-11',
    ])
  })

  it('records them again for a due date that moved', async () => {
    const { platform, permit, apply, clock, recorded } = town()
    const { id } = await apply()
    clock.set('2024-03-12T00:00:00+08:00')
    await platform.deadlines.tick()
    await permit.extend(id, { days: 10 }, head)
    clock.set('2024-04-01T00:00:00+08:00')
    await platform.deadlines.tick()
    expect((await recorded(id)).filter((line) => line.includes('passed'))).toEqual([
      'core.deadline-passed passed 2024-03-11',
      'core.deadline-passed passed 2024-03-21',
    ])
  })

  it('records nothing twice when two processes tick at once', async () => {
    const store = memoryStore()
    const { platform, apply, clock, recorded } = town(store)
    const ids = await Promise.all(Array.from({ length: 30 }, async (_, n) => (await apply(`s${n}`)).id))
    const other = createPlatform({ store, plugins: [permits()], now: clock.now })
    clock.set('2024-03-20T00:00:00+08:00')
    const [a, b] = await Promise.all([platform.deadlines.tick(), other.deadlines.tick()])
    expect(a.recorded + b.recorded).toBe(60)
    expect([...a.failed, ...b.failed]).toEqual([])
    for (const id of ids) expect((await recorded(id)).length).toBe(2)
  })

  it('reports a case that fails and goes on with the others', async () => {
    const store = memoryStore()
    let broken = ''
    const failing: Store = {
      ...store,
      async commit(commit) {
        if (commit.streams[0]?.stream === broken) throw new Error('disk full')
        return await store.commit(commit)
      },
    }
    const { platform, apply, clock, recorded } = town(failing)
    const first = await apply('a')
    broken = (await apply('b')).id
    const last = await apply('c')
    clock.set('2024-03-20T00:00:00+08:00')
    const report = await platform.deadlines.tick()
    expect(report.failed.map((one) => one.id)).toEqual([broken])
    expect(report.recorded).toBe(4)
    for (const { id } of [first, last]) expect((await recorded(id)).length).toBe(2)
    broken = ''
    expect((await platform.deadlines.tick()).recorded).toBe(2)
  })

  it('ages a case that nobody is assigned to, and a note resets nothing', async () => {
    const { platform, permit, apply, clock } = town()
    const { id } = await apply()
    clock.addDays(9)
    await permit.note(id, { text: 'still here' }, head)
    const [deadline] = await platform.deadlines.of(id, admin)
    expect(deadline?.dueOn).toBe('2024-03-11')
  })

  it.each([
    ['2024-03-02T00:00:00Z', 'INPUT_INVALID'],
    ['9999-01-01T00:00:00Z', 'INPUT_INVALID'],
    ['tomorrow', 'DATE_INVALID'],
    [7 as never, 'DATE_INVALID'],
  ])('records nothing ahead of the clock: %s', async (now, code) => {
    const { platform, permit, apply } = town()
    const { id } = await apply()
    await expect(platform.deadlines.tick(now)).rejects.toMatchObject({ code })
    expect((await permit.get(id, admin)).version).toBe(1)
  })

  it('takes a thousand cases at once, page by page', async () => {
    const { platform, apply, clock } = town()
    for (let n = 0; n < 1000; n++) await apply(`s${n}`)
    clock.addDays(60)
    expect(await platform.deadlines.tick()).toEqual({ recorded: 2000, failed: [] })
  })
})

describe('a rehearsal', () => {
  const collect = async <Item>(items: AsyncIterable<Item>) => {
    const found: Item[] = []
    for await (const item of items) found.push(item)
    return found
  }
  const shorter = {
    ...permitRules,
    limits: { ...permitRules.limits, decide: { ...permitRules.limits.decide, amount: 5 } as Limit },
  }

  it('tells which deadlines changed rules would move, and moves none', async () => {
    const { platform, permit, apply } = town()
    const { id } = await apply()
    await permit.refuse(id, { reason: 'no' }, { ...head, unit: 'city' }).catch(() => undefined)
    const moved = await collect(platform.deadlines.rehearse(shorter, admin))
    expect(moved).toEqual([
      {
        id,
        kind: 'permit.permit',
        clock: 'decide',
        unit: 'works',
        before: '2024-03-11',
        after: '2024-03-06',
      },
    ])
    expect((await platform.deadlines.of(id, admin))[0]?.dueOn).toBe('2024-03-11')
    expect(await collect(platform.deadlines.rehearse(permitRules, admin))).toEqual([])
    expect(await collect(platform.deadlines.rehearse(shorter, admin, 'other-rules'))).toEqual([])
  })

  it('is for the system', async () => {
    const { platform } = town()
    await expect(collect(platform.deadlines.rehearse(shorter, head))).rejects.toMatchObject({
      code: 'COMMAND_NOT_ALLOWED',
    })
  })
})

describe('a deadline', () => {
  it('stands still while it is paused on a ground of the rules, and moves by that time', async () => {
    const { platform, permit, apply, clock } = town()
    const { id } = await apply()
    await permit.pause(id, { from: '2024-03-02' }, head)
    expect((await platform.deadlines.of(id, admin))[0]).toMatchObject({
      state: 'paused',
      dueAt: undefined,
      overdue: false,
    })
    const { items } = await platform.cases.find({}, admin)
    expect(items[0]?.due).toBeUndefined()
    clock.addDays(6)
    await permit.resume(id, { at: '2024-03-06' }, head)
    expect((await platform.deadlines.of(id, admin))[0]).toMatchObject({
      state: 'running',
      dueOn: '2024-03-15',
    })
  })

  it('explains itself', async () => {
    const { platform, apply } = town()
    const { id } = await apply()
    const explanation = await platform.deadlines.explain(id, 'decide', admin)
    expect(explanation.due?.date).toBe('2024-03-11')
    await expect(platform.deadlines.explain(id, 'nothing', admin)).rejects.toMatchObject({
      code: 'CLOCK_UNKNOWN',
    })
  })

  it('moves when a holiday is announced, in the inbox and in the ticks', async () => {
    const { platform, apply, clock, recorded } = town()
    const { id } = await apply()
    const notice = { holidays: ['2024-03-11', '2024-03-12'], workdays: [], source: 'notice 7' }
    expect(await platform.calendars.announce('test', notice, admin)).toEqual({ moved: 1, failed: [] })
    const { items } = await platform.cases.find({}, admin)
    expect(items[0]?.due?.at).toBe('2024-03-13T16:00:00.000Z')
    clock.set('2024-03-13T12:00:00+08:00')
    await platform.deadlines.tick()
    expect(await recorded(id)).toEqual(['core.deadline-approaching near 2024-03-13'])
  })

  it('is derived anew by the next tick where another process wrote it with the old calendar', async () => {
    const store = memoryStore()
    const { platform, permit, apply, clock } = town(store)
    const { id } = await apply()
    const slow = createPlatform({ store, plugins: [permits()], now: clock.now, refreshAfter: 1e9 })
    await slow.deadlines.of(id, admin)
    await platform.calendars.announce('test', { holidays: ['2024-03-11'], workdays: [], source: 'n' }, admin)
    const dueAt = async () => (await platform.cases.find({}, admin)).items[0]?.due?.at
    expect(await dueAt()).toBe('2024-03-12T16:00:00.000Z')
    await slow.permit.permit.note(id, { text: 'by a process that has not heard of it' }, head)
    expect(await dueAt()).toBe('2024-03-11T16:00:00.000Z')
    const third = createPlatform({ store, plugins: [permits()], now: clock.now })
    expect(await third.deadlines.tick()).toEqual({ recorded: 0, failed: [] })
    expect(await dueAt()).toBe('2024-03-12T16:00:00.000Z')
    expect((await permit.get(id, admin)).version).toBe(2)
  })

  it('moves for the other cases when one cannot be written, and for that one at the next tick', async () => {
    const store = memoryStore()
    let broken = ''
    const failing: Store = {
      ...store,
      commit: (commit) =>
        commit.streams[0]?.stream === broken ? Promise.reject(new Error('disk full')) : store.commit(commit),
    }
    const { platform, apply } = town(failing)
    const heard: string[] = []
    platform.events.on('core.holidays-announced', ({ type }) => void heard.push(type))
    const { id } = await apply('a')
    broken = (await apply('b')).id
    const notice = { holidays: ['2024-03-11'], workdays: [], source: 'n' }
    const result = await platform.calendars.announce('test', notice, admin)
    expect(result).toMatchObject({ moved: 1, failed: [{ id: broken }] })
    expect(heard).toEqual(['core.holidays-announced'])
    const dues = async () =>
      (await platform.cases.find({}, admin)).items.map((item) => [
        item.id === id ? 'a' : 'b',
        item.due?.at.slice(0, 10),
      ])
    expect(await dues()).toEqual([
      ['b', '2024-03-11'],
      ['a', '2024-03-12'],
    ])
    broken = ''
    await platform.deadlines.tick()
    expect(await dues()).toEqual([
      ['a', '2024-03-12'],
      ['b', '2024-03-12'],
    ])
  })

  it('is seen by another process after its next look', async () => {
    const store = memoryStore()
    const { platform, apply, clock } = town(store)
    const { id } = await apply()
    const other = createPlatform({ store, plugins: [permits()], now: clock.now, refreshAfter: 0 })
    await other.deadlines.of(id, admin)
    await platform.calendars.announce('test', { holidays: ['2024-03-11'], workdays: [], source: 'n' }, admin)
    expect((await other.deadlines.of(id, admin))[0]?.dueOn).toBe('2024-03-12')
  })

  it('is provisional while the holidays of its year are unknown, and final once they are announced', async () => {
    const { platform, apply, clock } = town()
    clock.set('2025-12-26T10:00:00+08:00')
    const { id } = await apply()
    expect((await platform.deadlines.of(id, admin))[0]).toMatchObject({
      dueOn: '2026-01-05',
      provisional: 2026,
    })
    const { items } = await platform.cases.find({}, admin)
    expect(items[0]?.due).toMatchObject({ provisional: 2026 })
    const notice = { year: 2026, holidays: ['2026-01-01', '2026-01-05'], workdays: [], source: 'notice 2026' }
    await platform.calendars.announce('test', notice, admin)
    const [deadline] = await platform.deadlines.of(id, admin)
    expect(deadline).toMatchObject({ dueOn: '2026-01-06', provisional: undefined })
  })

  it.each<[string, string, unknown, Actor, string]>([
    ['an unknown calendar', 'mars', { holidays: [], workdays: [], source: 's' }, admin, 'CALENDAR_UNKNOWN'],
    [
      'a date that does not exist',
      'test',
      { holidays: ['2024-02-30'], workdays: [], source: 's' },
      admin,
      'INPUT_INVALID',
    ],
    ['no source', 'test', { holidays: [], workdays: [] }, admin, 'INPUT_INVALID'],
    ['an ordinary officer', 'test', { holidays: [], workdays: [], source: 's' }, head, 'COMMAND_NOT_ALLOWED'],
  ])('cannot be moved by a notice with %s', async (_, calendar, notice, by, code) => {
    const { platform } = town()
    await expect(platform.calendars.announce(calendar, notice as never, by)).rejects.toMatchObject({ code })
  })
})
