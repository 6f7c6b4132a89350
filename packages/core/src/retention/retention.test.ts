import { describe, expect, it } from 'vitest'
import type { Actor } from '../access/actor.js'
import { admin, ann, officer, outcome, refusal } from '../case/town.fixture.js'
import { chainHash } from '../event/chain.js'
import { nobleDigest } from '../event/noble-digest.js'
import { clerk, desk, everything, records } from '../personal/help-desk.fixture.js'
import { yearsLater } from './stages.js'

type Desk = Awaited<ReturnType<typeof desk>>
type Act = (desk: Desk, id: string, by: Actor) => Promise<void>

const ground = 'retentionExpired' as const
const order = 'legalOrder' as const
const assign =
  (name: string, from?: string): Act =>
  ({ retention }, id, by) =>
    retention.assign(id, from === undefined ? { class: name } : { class: name, from }, by)
const restrict: Act = ({ retention }, id, by) => retention.restrict(id, { ground }, by)
const lift: Act = ({ retention }, id, by) => retention.lift(id, { ground }, by)
const erase: Act = ({ retention }, id, by) => retention.erase(id, { ground }, by)
const eraseNow: Act = ({ retention }, id, by) => retention.erase(id, { ground: order }, by)
const erasePerson: Act = ({ retention }, id, by) => retention.erase(id, { ground: order, person: 'p1' }, by)
const eraseNobody: Act = ({ retention }, id, by) => retention.erase(id, { ground: order, person: 'case' }, by)
const prune: Act = ({ retention }, id, by) => retention.prune(id, { ground }, by)
const pruneNow: Act = ({ retention }, id, by) => retention.prune(id, { ground: order }, by)

/** The outcome of an act, with the reason of a refusal. */
async function verdict(work: Promise<void>): Promise<string> {
  if ((await outcome(work)) === 'allowed') return 'allowed'
  const { code, details } = await refusal(work)
  return 'reasons' in details ? (details.reasons as { code: string }[]).map((one) => one.code).join() : code
}

describe('what may be done to the records of a closed case', () => {
  const now = assign('now')
  it.each<[string, readonly Act[], Act, string]>([
    ['assign', [], assign('short'), 'allowed'],
    ['assign an unknown class', [], assign('long'), 'RETENTION_CLASS_UNKNOWN'],
    ['assign a class of every object', [], assign('constructor'), 'RETENTION_CLASS_UNKNOWN'],
    ['assign from today', [], assign('short', '2024-03-01'), 'allowed'],
    ['assign from tomorrow', [], assign('short', '2024-03-02'), 'NOT_YET'],
    ['assign from no day', [], assign('short', '2024-02-30'), 'INPUT_INVALID'],
    ['assign another class', [assign('short')], assign('permanent'), 'allowed'],
    ['assign when erased', [eraseNow], assign('short'), 'ERASED'],
    ['restrict', [], restrict, 'allowed'],
    ['restrict twice', [restrict], restrict, 'RESTRICTED'],
    ['restrict when erased', [eraseNow], restrict, 'RESTRICTED'],
    ['lift', [], lift, 'NOT_RESTRICTED'],
    ['lift when restricted', [restrict], lift, 'allowed'],
    ['erase without a class', [], erase, 'PERIOD_RUNS'],
    ['erase while the period runs', [assign('short')], erase, 'PERIOD_RUNS'],
    ['erase what is kept for ever', [assign('permanent')], erase, 'PERIOD_RUNS'],
    ['erase when it has run', [now], erase, 'allowed'],
    ['erase on an order', [assign('permanent')], eraseNow, 'allowed'],
    ['erase when restricted', [restrict], eraseNow, 'allowed'],
    ['erase twice', [eraseNow], eraseNow, 'ERASED'],
    ['erase a person', [], erasePerson, 'allowed'],
    ['erase a person twice', [erasePerson], erasePerson, 'ERASED'],
    ['erase all after a person', [erasePerson], eraseNow, 'allowed'],
    ['erase a person after all', [eraseNow], erasePerson, 'ERASED'],
    ['erase a person who is not there', [], eraseNobody, 'PERSON_UNKNOWN'],
    ['prune', [], pruneNow, 'NOT_ERASED'],
    ['prune after a person', [erasePerson], pruneNow, 'NOT_ERASED'],
    ['prune while the period runs', [assign('short'), eraseNow], prune, 'PERIOD_RUNS'],
    ['prune when it has run', [now, erase], prune, 'allowed'],
    ['prune on an order', [eraseNow], pruneNow, 'allowed'],
    ['prune twice', [eraseNow, pruneNow], pruneNow, 'CASE_NOT_FOUND'],
  ])('%s', async (_, before, act, expected) => {
    for (const by of [records, admin]) {
      const made = await desk()
      const id = await made.closed()
      for (const one of before) await one(made, id, by)
      expect(await verdict(act(made, id, by))).toBe(expected)
    }
  })

  it.each<[string, Act]>(
    Object.entries({ assign: assign('short'), restrict, eraseNow, erasePerson, pruneNow, lift }),
  )('%s is for the system and for officers who keep the records and may read the case', async (_, act) => {
    const made = await desk()
    const id = await made.closed()
    expect(await verdict(act(made, id, clerk))).toBe('NOT_RECORDS_OFFICER')
    expect(await verdict(act(made, id, ann))).toBe('NOT_RECORDS_OFFICER')
    expect(await verdict(act(made, id, officer('x', 'parks', 'recordsOfficer')))).toBe('NOT_INVOLVED')
    const hidden = await made.closed({ against: 'records' })
    expect(await verdict(act(made, hidden, records))).toBe('CASE_NOT_FOUND')
    for (const none of ['no-such-case', '', null, { toString: 7 }])
      expect(await verdict(act(made, none as string, admin))).toBe('CASE_NOT_FOUND')
  })

  it('waits until the case is closed', async () => {
    const made = await desk()
    const { id } = await made.ask()
    for (const act of [assign('now'), restrict, eraseNow, erasePerson])
      expect(await verdict(act(made, id, records))).toBe('CASE_OPEN')
  })
})

describe('an erased case', () => {
  it('keeps its course, which folds and verifies, and nothing of what was sealed', async () => {
    const { closed, retention, request, store, personal } = await desk()
    const id = await closed()
    const before = await request.get(id, admin)
    await retention.erase(id, { ground: order }, records)
    const { state, custody } = await request.get(id, admin)
    expect(state).toEqual(before.state)
    expect(custody.erased).toEqual(['case'])
    expect(await store.listCells('vault/', '', 10)).toEqual([])
    let hash = ''
    for (const event of await store.read(id)) {
      expect(chainHash(nobleDigest, hash, event)).toBe(event.hash)
      hash = event.hash
    }
    const { persons, texts } = await personal.read(id, { purpose: 'archive', reveal: ['name'] }, records)
    expect(texts).toEqual([])
    expect(persons.map(({ fields, erased }) => [fields, erased])).toEqual([
      [{}, true],
      [{}, true],
    ])
    expect(await outcome(request.tell(id, { texts: { a: 'a' } }, admin))).toBe('COMMAND_NOT_ALLOWED')
  })

  it('tells the repeated opening command no receipt', async () => {
    const { request, retention } = await desk()
    const ask = () => request.ask({ unit: 'works', texts: { text: 'x' } }, ann, { idempotencyKey: 'k' })
    const { id } = await ask()
    await request.close(id, {}, admin)
    await retention.erase(id, { ground: order }, records)
    expect((await ask()).receipt).toBe(undefined)
  })

  it('of one person loses that person alone', async () => {
    const { closed, retention, request, personal, store } = await desk()
    const id = await closed()
    await retention.erase(id, { ground: order, person: 'p1' }, records)
    const file = await personal.read(id, { purpose: 'archive', reveal: ['name'] }, records)
    expect(file.persons.map(({ fields, erased }) => [fields['name'], erased])).toEqual([
      [undefined, true],
      ['SECRET-OTHER Li Si', false],
    ])
    expect(file.texts).toHaveLength(1)
    const cell = await store.readCell(`vault/${id}/1`)
    expect(Object.keys(cell?.value as object)).toEqual(['case', 'p2'])
    expect(await outcome(request.tell(id, { persons: { p1: { name: 'x' } } }, admin))).toBe(
      'PERSONAL_DATA_ERASED',
    )
    expect(await outcome(request.tell(id, { persons: { p2: { name: 'x' } } }, admin))).toBe('allowed')
  })

  it('of one person, whose key was the only one, takes texts again', async () => {
    const { closed, retention, request, personal } = await desk()
    const id = await closed()
    await request.tell(id, { texts: { a: 'a' } }, admin)
    for (const person of ['p1', 'p2']) await retention.erase(id, { ground: order, person }, records)
    await request.tell(id, { texts: { b: 'b' } }, admin)
    const { texts } = await personal.read(id, { purpose: 'archive' }, records)
    expect(texts.map(({ fields }) => Object.keys(fields)[0])).toEqual(['text', 'a', 'b'])
  })
})

describe('periods', () => {
  it.each([
    ['2023-03-01', 1, '2024-03-01'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2096-02-29', 4, '2100-02-28'],
    ['2024-12-31', 0, '2024-12-31'],
    ['0999-01-01', 1, '1000-01-01'],
  ])('%s and %i years are %s', (date, years, later) => {
    expect(yearsLater(date, years)).toBe(later)
  })

  it('are dated back by the host alone, which knows what it has imported', async () => {
    const { closed, retention } = await desk()
    const id = await closed()
    const back = { class: 'plain', from: '2001-01-01' }
    expect(await verdict(retention.assign(id, back, records))).toBe('FROM_TOO_EARLY')
    expect(await verdict(retention.assign(id, back, admin))).toBe('allowed')
  })

  it('are dated back to the local day on which the case last went on, whatever day it is in Greenwich', async () => {
    const { closed, retention } = await desk({ at: '2024-03-01T17:00:00Z' })
    const id = await closed()
    const from = (day: string) => retention.assign(id, { class: 'short', from: day }, records)
    expect(await verdict(from('2024-03-01'))).toBe('FROM_TOO_EARLY')
    expect(await verdict(from('2024-03-02'))).toBe('allowed')
  })

  it('end at the beginning of the local day', async () => {
    const { closed, retention, clock } = await desk()
    const id = await closed()
    await retention.assign(id, { class: 'plain', from: '2024-02-29' }, admin)
    clock.set('2025-02-27T15:59:59.999Z')
    expect(await verdict(retention.erase(id, { ground }, records))).toBe('PERIOD_RUNS')
    expect((await retention.sweep(admin)).erased).toBe(0)
    clock.set('2025-02-27T16:00:00.000Z')
    expect(await retention.sweep(admin)).toEqual({ restricted: 0, erased: 1, pruned: 0, failed: [] })
  })
})

describe('the sweep', () => {
  it('is for the system', async () => {
    const { retention } = await desk()
    expect(await outcome(retention.sweep(records))).toBe('COMMAND_NOT_ALLOWED')
  })

  it('does each stage when it comes, once', async () => {
    const { closed, retention, clock, request } = await desk()
    const id = await closed()
    await retention.assign(id, { class: 'short' }, records)
    const nothing = { restricted: 0, erased: 0, pruned: 0, failed: [] }
    expect(await retention.sweep(admin)).toEqual(nothing)
    clock.set('2025-03-01T00:00:00Z')
    expect(await retention.sweep(admin)).toEqual({ ...nothing, restricted: 1 })
    expect(await retention.sweep(admin)).toEqual(nothing)
    clock.set('2026-03-01T00:00:00Z')
    expect(await retention.sweep(admin)).toEqual({ ...nothing, erased: 1 })
    expect(await retention.sweep(admin)).toEqual(nothing)
    expect(await outcome(request.get(id, admin))).toBe('allowed')
    clock.set('2027-03-01T00:00:00Z')
    expect(await retention.sweep(admin)).toEqual({ ...nothing, pruned: 1 })
    expect(await retention.sweep(admin)).toEqual(nothing)
    expect(await outcome(request.get(id, admin))).toBe('CASE_NOT_FOUND')
  })

  it('does all that is due when it comes late, on every page', async () => {
    const { closed, retention, clock, platform, store } = await desk()
    for (let n = 0; n < 250; n++) {
      const id = await closed()
      await retention.assign(id, { class: n < 210 ? 'short' : 'permanent' }, admin)
    }
    clock.set('2034-03-01T00:00:00Z')
    expect(await retention.sweep(admin)).toEqual({ restricted: 210, erased: 210, pruned: 210, failed: [] })
    expect((await platform.cases.find({ limit: 100 }, admin)).items).toHaveLength(40)
    expect(await store.listCells('vault/', '', 1000)).toHaveLength(80)
  })

  it('passes over a case that went on', async () => {
    const { closed, retention, clock, request } = await desk()
    const id = await closed()
    await retention.assign(id, { class: 'now' }, records)
    await request.tell(id, { texts: { more: 'it leaks again' } }, ann)
    expect((await request.get(id, admin)).custody).toMatchObject({ class: null, from: null })
    clock.set('2034-03-01T00:00:00Z')
    expect(await retention.sweep(admin)).toEqual({ restricted: 0, erased: 0, pruned: 0, failed: [] })
  })

  it('goes on past a case that fails, and says which', async () => {
    const { closed, retention, store } = await desk()
    const ids = [await closed(), await closed(), await closed()]
    for (const id of ids) await retention.assign(id, { class: 'plain', from: '2020-01-01' }, admin)
    const commit = store.commit.bind(store)
    const failing = (work: Parameters<typeof commit>[0]) =>
      work.streams[0]?.stream === ids[1] ? Promise.reject(new Error('away')) : commit(work)
    const fragile = await desk({ store: Object.assign(store, { commit: failing }) })
    fragile.clock.set('2025-01-01T00:00:00Z')
    expect(await fragile.retention.sweep(admin)).toMatchObject({ erased: 2, failed: [{ id: ids[1] }] })
  })
})

describe('a pruned case', () => {
  it('leaves hashes under a seal, and nothing of its content', async () => {
    const { closed, retention, request, store } = await desk()
    const id = await closed({ against: 'SECRET-ACCUSED' })
    const head = (await request.get(id, admin)).hash
    await retention.erase(id, { ground: order }, admin)
    const [last] = (await store.read(id)).slice(-1)
    await retention.prune(id, { ground: order }, admin)
    const events = await store.read(id)
    expect(events.map(({ data }) => data)).toEqual([
      null,
      null,
      null,
      null,
      { until: 4, head: last?.hash, ground: order },
    ])
    expect(events[2]?.hash).toBe(head)
    const seal = events.at(-1) as (typeof events)[number]
    expect(chainHash(nobleDigest, events.at(-2)?.hash ?? '', seal)).toBe(seal.hash)
    expect(await everything(store)).not.toContain('SECRET-ACCUSED')
  })
})
