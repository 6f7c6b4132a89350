import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Officer } from '../access/actor.js'
import { permits } from '../case/permit.fixture.js'
import { admin, officer, outcome, town } from '../case/town.fixture.js'
import { isPlatformError } from '../errors.js'
import { testPlatform } from '../testing/test-platform.js'
import type { InboxQuery } from './inbox.js'

const clerk = (unit: string): Officer => officer('c', unit, 'head')

async function office() {
  const made = await town()
  const apply = (subject: string, unit = 'works') => made.apply(subject, { unit })
  const titles = async (query: InboxQuery, by: Actor = admin) =>
    (await made.platform.cases.find(query, by)).items.map((item) => item.title)
  return { ...made, apply, titles }
}

describe('the inbox', () => {
  it('does not tell of a hidden case by where a page ends', async () => {
    const { platform, made } = await office().then((one) => ({ platform: one.platform, made: one }))
    const apply = (subject: string, against?: string) =>
      made.permit.apply({ subject, unit: 'city', applicant: 'ann', ...(against ? { against } : {}) }, admin)
    for (const subject of ['a', 'b']) await apply(subject)
    for (const subject of ['x', 'y', 'z']) await apply(subject, 'works')
    const by = clerk('works')
    const seen = async (limit: number) =>
      (await platform.cases.find({ involving: 'city', limit }, by)) as { items: unknown[]; next?: string }
    // The works stand below the city and see nothing of it here: so neither items nor a next page.
    expect(await seen(1)).toEqual({ items: [] })
    const city = clerk('city')
    const pageOf = (cursor?: string) => platform.cases.find({ limit: 2, ...(cursor ? { cursor } : {}) }, city)
    const first = await pageOf()
    const second = await pageOf(first.next)
    const third = await pageOf(second.next)
    expect([first, second, third].map((page) => page.items.map((item) => item.title))).toEqual([
      ['a', 'b'],
      ['x', 'y'],
      ['z'],
    ])
    expect(third.next).toBeUndefined()
  })

  it('orders what a unit had a part in by its opening, unless told otherwise', async () => {
    const { platform, permit, apply, clock } = await office()
    const early = await apply('early')
    clock.addDays(1)
    await apply('late')
    await permit.extend(early.id, { days: 9 }, admin)
    const titles = async (sort?: 'due') => {
      const { items } = await platform.cases.find(
        { involving: 'works', ...(sort ? { sort } : {}) },
        clerk('works'),
      )
      return items.map((item) => item.title)
    }
    expect(await titles()).toEqual(['early', 'late'])
    expect(await titles('due')).toEqual(['late', 'early'])
  })

  it('ends where the last visible row ends, whatever hidden rows follow', async () => {
    const { platform, permit } = await office()
    const mine = await permit.apply({ subject: 'mine', unit: 'works', applicant: 'ann' }, admin)
    const hidden = await permit.apply({ subject: 'hidden', unit: 'works', applicant: 'ann' }, admin)
    await permit.recuse(hidden.id, { person: 'c' }, admin)
    const page = await platform.cases.find({ limit: 1 }, clerk('works'))
    expect(page.items.map((item) => item.id)).toEqual([mine.id])
    expect(page.next).toBeUndefined()
  })

  it('orders by the nearest due date and tells clock, unit and instant', async () => {
    const { platform, apply, clock } = await office()
    await apply('first')
    clock.addDays(1)
    await apply('second')
    const { items } = await platform.cases.find({}, clerk('works'))
    expect(items.map((item) => item.title)).toEqual(['first', 'second'])
    // Ten days from Friday 1 March are Monday 11 March; the day ends at midnight in Shanghai.
    expect(items[0]?.due).toEqual({ clock: 'decide', unit: 'works', at: '2024-03-11T16:00:00.000Z' })
    expect(items[0]).toMatchObject({
      kind: 'permit.permit',
      status: 'applied',
      open: true,
      number: 'P-first',
      overdue: false,
    })
  })

  it('takes a unit with or without the units below it', async () => {
    const { apply, titles } = await office()
    await apply('a', 'works')
    await apply('b', 'desk')
    await apply('c', 'parks')
    expect(await titles({ unit: 'works' })).toEqual(['a', 'b'])
    expect(await titles({ unit: 'works', subtree: false })).toEqual(['a'])
    expect(await titles({ unit: 'city' })).toEqual(['a', 'b', 'c'])
    expect(await titles({}, clerk('desk'))).toEqual(['b'])
    expect(await titles({ unit: 'city' }, clerk('desk'))).toEqual(['b'])
    expect(await titles({}, { kind: 'resident', id: 'ann' })).toEqual(['a', 'b', 'c'])
    expect(await titles({}, { kind: 'anonymous' })).toEqual([])
  })

  it('shows the cases of a merged unit to its successor, who may then handle them', async () => {
    const { platform, permit, apply, titles } = await office()
    const { id } = await apply('a', 'parks')
    expect(await titles({ unit: 'works' })).toEqual([])
    await platform.organizations.merge({ from: ['parks'], into: 'works', on: '2024-03-01' }, admin)
    expect(await titles({ unit: 'works' })).toEqual(['a'])
    expect(await titles({}, clerk('works'))).toEqual(['a'])
    expect(await titles({ involving: 'works' }, clerk('works'))).toEqual(['a'])
    expect((await permit.get(id, clerk('works'))).state.subject).toBe('a')
    expect((await permit.grant(id, {}, clerk('works'))).state.status).toBe('granted')
    expect(await titles({}, clerk('desk'))).toEqual([])
  })

  it('filters by kind, status, open, number and facets', async () => {
    const { apply, titles, permit } = await office()
    const { id } = await apply('even')
    await apply('odd')
    await permit.grant(id, {}, clerk('works'))
    expect(await titles({ open: true })).toEqual(['odd'])
    expect(await titles({ status: 'granted' })).toEqual(['even'])
    expect(await titles({ status: ['granted', 'applied'], sort: 'opened' })).toEqual(['even', 'odd'])
    expect(await titles({ kind: 'other.kind' })).toEqual([])
    expect(await titles({ number: 'P-odd' })).toEqual(['odd'])
    expect(await titles({ number: 'P-od' })).toEqual([])
    expect(await titles({ facets: { colour: 'even' } })).toEqual(['even'])
    expect(await titles({ facets: { __proto__x: 'even' } })).toEqual([])
  })

  it('finds what is due before an instant, and what is late', async () => {
    const { apply, titles, clock, permit } = await office()
    const { id } = await apply('early')
    clock.addDays(5)
    await apply('late')
    expect(await titles({ dueBefore: '2024-03-12T00:00:00+08:00' })).toEqual([])
    expect(await titles({ dueBefore: '2024-03-12T00:00:01+08:00' })).toEqual(['early'])
    clock.set('2024-03-12T00:00:00+08:00')
    expect(await titles({ overdue: true })).toEqual(['early'])
    await permit.grant(id, {}, clerk('works'))
    expect(await titles({ overdue: true })).toEqual([])
  })

  it('has no overdue case while only a right runs', async () => {
    const { apply, titles, clock, permit } = await office()
    const { id } = await apply('a')
    await permit.refuse(id, { reason: 'no' }, clerk('city'))
    clock.addDays(100)
    expect(await titles({ overdue: true })).toEqual([])
  })

  it.each<[string, unknown, string]>([
    ['an unknown unit', { unit: 'nowhere' }, 'UNIT_UNKNOWN'],
    ['an unknown field', { colour: 'red' }, 'INPUT_INVALID'],
    ['a limit of zero', { limit: 0 }, 'INPUT_INVALID'],
    ['a limit beyond the most', { limit: 201 }, 'INPUT_INVALID'],
    ['a date without a zone', { dueBefore: '2024-03-12' }, 'DATE_INVALID'],
    ['a cursor that is none', { cursor: 'x' }, 'CURSOR_INVALID'],
    [
      'a cursor of another order',
      { cursor: btoa(JSON.stringify([1, 'k', 'updatedAt', false])) },
      'CURSOR_INVALID',
    ],
    ['null', null, 'INPUT_INVALID'],
  ])('refuses %s', async (_, query, expected) => {
    const { platform } = await office()
    expect(await outcome(platform.cases.find(query as InboxQuery, admin))).toBe(expected)
  })

  it('pages through every case exactly once, in every order, while cases go on', async () => {
    const { platform, apply, clock } = await office()
    for (let n = 0; n < 57; n++) {
      await apply(`s${n}`, ['works', 'desk', 'parks'][n % 3])
      if (n % 4 === 0) clock.addDays(1)
    }
    for (const sort of ['due', 'opened', 'updated'] as const) {
      for (const descending of [false, true]) {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await platform.cases.find({ sort, descending, limit: 10, cursor }, admin)
          seen.push(...page.items.map((item) => item.title))
          cursor = page.next
        } while (cursor !== undefined)
        expect(seen.length).toBe(57)
        expect(new Set(seen).size).toBe(57)
      }
    }
  })

  it('always shows what the folded log says', async () => {
    const commands = fc.array(
      fc.record({
        case: fc.nat(4),
        act: fc.constantFrom('note', 'extend', 'pause', 'resume', 'grant', 'refuse', 'handle', 'split'),
        days: fc.integer({ min: 1, max: 30 }),
        wait: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(commands, async (acts) => {
        const { platform, permit, apply, clock, store } = await office()
        const ids = []
        for (let n = 0; n < 5; n++) ids.push((await apply(`s${n}`)).id)
        for (const { case: n, act, days, wait } of acts) {
          clock.addDays(wait)
          const id = ids[n] as string
          const day = new Date(clock.now()).toISOString().slice(0, 10)
          const inputs = {
            note: { text: 'x' },
            extend: { days },
            pause: { from: day },
            resume: { at: day },
            grant: {},
            refuse: { reason: 'r' },
            handle: { handler: 'z' },
            split: { subjects: ['more'] },
          }
          const method = permit[act] as (id: string, input: object, by: Actor) => Promise<unknown>
          await method(id, inputs[act], {
            kind: 'officer',
            id: 'h',
            unit: act === 'refuse' ? 'city' : 'works',
            roles: ['head'],
          }).catch((error: unknown) => {
            if (!isPlatformError(error)) throw error
          })
        }
        // A platform that has seen nothing folds the same log; what it would store is what is stored.
        const fresh = testPlatform({ plugins: [permits()], at: '2024-03-01T02:00:00Z', store })
        fresh.clock.set(new Date(clock.now()).toISOString())
        const { items } = await platform.cases.find({ limit: 200 }, admin)
        for (const item of items) {
          const record = await fresh.platform.permit.permit.get(item.id, admin)
          expect(item).toMatchObject({
            status: record.state.status,
            title: record.state.subject,
            unit: record.state.unit,
            updatedAt: record.updatedAt,
          })
          const deadlines = await fresh.platform.deadlines.of(item.id, admin)
          const running = deadlines.filter((one) => one.state === 'running' && one.limit?.nature === 'duty')
          expect(item.due?.at).toBe(running[0]?.dueAt)
        }
      }),
      { numRuns: 40 },
    )
  })
})
