import { type Actor, createPlatform, memoryStore } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, staff, why } from '../../complaint/county.fixture.js'
import { petition } from '../../plugin.js'
import { idea, publicText, resident, town } from '../town.fixture.js'

describe('supporting a suggestion', () => {
  it('counts each account once, and not any more when it is withdrawn', async () => {
    const { suggestion, published } = await town()
    const { id } = await published()
    expect(await suggestion.support(id, neighbour)).toMatchObject({ suggestion: id, status: 'given' })
    await suggestion.support(id, neighbour)
    await suggestion.support(id, resident(1))
    expect(await suggestion.supports(id)).toMatchObject({ supports: 2, setAside: 0, isComplete: true })
    expect(await suggestion.withdrawSupport(id, neighbour)).toMatchObject({ status: 'withdrawn' })
    await suggestion.withdrawSupport(id, neighbour)
    expect(await suggestion.supports(id)).toMatchObject({ supports: 1 })
    expect(await suggestion.support(id, neighbour)).toMatchObject({ status: 'given' })
    expect(await suggestion.supports(id)).toMatchObject({ supports: 2 })
    expect(await suggestion.ownSupport(id, neighbour)).toMatchObject({ status: 'given' })
    expect(await suggestion.ownSupport(id, resident(9))).toBeUndefined()
    expect(await why(suggestion.withdrawSupport(id, resident(9)))).toEqual(['SUPPORT_MISSING'])
  })

  it('counts one account once, however many requests of it arrive at the same time', async () => {
    const marks = ['burst', 'newAccount', undefined]
    let asked = 0
    const maySupport = () => ({ allowed: true, mark: marks[asked++ % marks.length] })
    const { suggestion, published, platform } = await town({ maySupport })
    const { id } = await published()
    const all = await Promise.all(Array.from({ length: 30 }, () => suggestion.support(id, neighbour)))
    expect(new Set(all.map(({ givenAt }) => givenAt)).size).toBe(1)
    expect(await suggestion.supports(id)).toMatchObject({ supports: 1 })
    const { items } = await platform.cases.find({ kind: 'petition.support' }, neighbour)
    expect(items).toHaveLength(1)
  })

  it('withdrawn or given anew twice at the same time is so once', async () => {
    const { suggestion, published, platform } = await town()
    const { id } = await published()
    await suggestion.support(id, neighbour)
    const twice = async (act: 'support' | 'withdrawSupport') =>
      (await Promise.all([suggestion[act](id, neighbour), suggestion[act](id, neighbour)])).map(
        (one) => one.status,
      )
    expect(await twice('withdrawSupport')).toEqual(['withdrawn', 'withdrawn'])
    expect(await twice('support')).toEqual(['given', 'given'])
    const { cases } = await platform.personal.subjectAccessExport({ id: 'r2' }, neighbour)
    expect(cases[0]?.history.map(({ type }) => type)).toEqual([
      'petition.support-given',
      'petition.support-withdrawn',
      'petition.support-renewed',
    ])
  })

  it('counts one account once in two processes on one store', async () => {
    const store = memoryStore()
    const { suggestion, published, clock } = await town({}, undefined, store)
    const { id } = await published()
    const other = createPlatform({ store, plugins: [petition()], now: clock.now })
    await Promise.all([suggestion, other.petition.suggestion].map((one) => one.support(id, neighbour)))
    expect(await suggestion.supports(id)).toMatchObject({ supports: 1 })
    expect(await other.petition.suggestion.supports(id)).toMatchObject({ supports: 1 })
  })

  it('is for residents with an account, of what is published and not decided, and not for its author', async () => {
    const { suggestion, screened, published, decided } = await town()
    const { id } = await published()
    const others: unknown[] = [host, staff.desk, { kind: 'anonymous' }, null, 7, { kind: 'resident', id: '' }]
    for (const by of others) {
      expect(await why(suggestion.support(id, by as Actor))).toEqual(['SUPPORT_NEEDS_ACCOUNT'])
      expect(await why(suggestion.withdrawSupport(id, by as Actor))).toEqual(['SUPPORT_NEEDS_ACCOUNT'])
    }
    expect(await why(suggestion.support(id, citizen))).toEqual(['SUPPORT_OWN'])
    for (const hidden of [(await screened()).id, 'nowhere', '', 'x'.repeat(1_000_000), 7 as never]) {
      expect(await why(suggestion.support(hidden, neighbour))).toEqual(['CASE_NOT_FOUND'])
      for (const nobody of [undefined, null])
        expect(await why(suggestion.supports(hidden, nobody as never))).toEqual(['CASE_NOT_FOUND'])
    }
    await suggestion.support(id, neighbour)
    await suggestion.unpublish(id, { reason: '核实' }, staff.desk)
    expect(await why(suggestion.support(id, resident(1)))).toEqual(['CASE_NOT_FOUND'])
    // What was given can be taken back at any time.
    expect(await suggestion.withdrawSupport(id, neighbour)).toMatchObject({ status: 'withdrawn' })
    const done = await decided()
    await suggestion.publish(done.id, publicText, staff.desk)
    expect(await why(suggestion.support(done.id, neighbour))).toEqual(['SUPPORT_CLOSED'])
  })

  it('is refused where the host says so, which is asked once for each support', async () => {
    const asked: unknown[] = []
    const maySupport = (one: { readonly account: string; readonly origin: string | undefined }) => {
      asked.push([one.account, one.origin])
      return one.origin !== 'blocked'
    }
    const { suggestion, published } = await town({ maySupport })
    const { id } = await published()
    expect(await why(suggestion.support(id, neighbour, { origin: 'blocked' }))).toEqual(['SUPPORT_REFUSED'])
    await suggestion.support(id, neighbour, { origin: 'here' })
    await suggestion.support(id, neighbour)
    expect(asked).toEqual([
      ['r2', 'blocked'],
      ['r2', 'here'],
    ])
    for (const answer of [undefined, null, 'yes', { allowed: 'yes' }]) {
      const { suggestion: other, published: publish } = await town({ maySupport: () => answer as never })
      expect(await why(other.support((await publish()).id, neighbour))).toEqual(['SUPPORT_REFUSED'])
    }
    const careless = await town({ maySupport: () => ({ allowed: true, mark: '10.0.0.7' }) })
    expect(await why(careless.suggestion.support((await careless.published()).id, neighbour))).toEqual([
      'OPTIONS_INVALID',
    ])
  })

  it('is seen by its giver alone: no officer reads who supports what', async () => {
    const { suggestion, published, platform } = await town()
    const { id } = await published()
    await suggestion.support(id, neighbour)
    const own = await platform.cases.find({ kind: 'petition.support' }, neighbour)
    const [support = { id: '' }] = own.items
    expect(await platform.cases.mayRead(support.id, neighbour)).toBe(true)
    for (const by of [citizen, ...Object.values(staff)]) {
      expect(await platform.cases.mayRead(support.id, by)).toBe(false)
      const { items } = await platform.cases.find({ limit: 200 }, by)
      expect(items.map(({ kind }) => kind)).not.toContain('petition.support')
    }
    const { items } = await suggestion.supportList(id, {}, staff.desk)
    expect(items).toEqual([
      { id: support.id, status: 'given', givenAt: '2024-08-01T01:00:00.000Z', mark: null, batch: null },
    ])
    expect(JSON.stringify(await suggestion.history(id, staff.desk))).not.toContain('"r2"')
    expect(await why(suggestion.supportList(id, {}, citizen))).toEqual(['READ_NOT_ALLOWED'])
    expect(await why(suggestion.supportList(id, {}, neighbour))).toEqual(['READ_NOT_ALLOWED'])
    expect(await why(suggestion.supportList(id, { limit: 0 }, staff.desk))).toEqual(['INPUT_INVALID'])
    const file = await platform.personal.subjectAccessExport({ id: 'r2' }, neighbour)
    expect(file.cases.map(({ record }) => record.kind)).toEqual(['petition.support'])
  })
})

describe('two thousand supports', () => {
  it('leave the suggestion as it was: its history, its commands and its count cost what they did', async () => {
    const { suggestion, published, store } = await town()
    const { id, version } = await published()
    for (let start = 0; start < 2000; start += 100) {
      const page = Array.from({ length: 100 }, (_, n) => suggestion.support(id, resident(start + n)))
      await Promise.all(page)
    }
    let counted = await suggestion.supports(id)
    while (!counted.isComplete) counted = await suggestion.supports(id)
    expect(counted).toMatchObject({ supports: 2000, setAside: 0 })
    const events = await store.read(id)
    expect(events).toHaveLength(version)
    expect(JSON.stringify(events).length).toBeLessThan(5000)
    const { items } = await suggestion.published()
    expect(items[0]).toMatchObject({ id, supports: 2000 })
    const { items: list, next } = await suggestion.supportList(id, { limit: 200 }, staff.desk)
    expect(list).toHaveLength(200)
    const further = await suggestion.supportList(id, { limit: 200, cursor: next }, staff.desk)
    expect(new Set([...list, ...further.items].map((one) => one.id)).size).toBe(400)
    const aside = await suggestion.setAside(id, { before: '2030-01-01T00:00:00Z', reason: 'r' }, staff.desk)
    expect(aside).toMatchObject({ changed: 2000, more: false })
    expect(await store.read(id)).toHaveLength(version + 1)
    await suggestion.note(id, { text: idea.text }, staff.desk)
  }, 60_000)
})
