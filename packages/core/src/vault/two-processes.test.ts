import { describe, expect, it } from 'vitest'
import { admin, outcome } from '../case/town.fixture.js'
import { clerk, desk, postman, records } from '../personal/help-desk.fixture.js'
import { memoryStore } from '../store/memory.js'
import { keysOf } from './keys.js'

const keys = keysOf({ a: 'A'.repeat(43) })
const ground = 'legalOrder' as const
const reveal = ['name']

/** Two processes on one store. */
async function two() {
  const store = memoryStore()
  const one = await desk({ store, keys })
  return { store, one, other: await desk({ store, keys }) }
}

describe('two processes', () => {
  it('keep every key when both add persons, one after the other', async () => {
    const { one, other } = await two()
    const { id } = await one.ask()
    await other.request.tell(id, { texts: { b: 'b' } }, admin)
    await one.request.tell(id, { persons: { p3: { name: 'Third' } } }, admin)
    // It knows the case as it stands, and the keys only as they were.
    await other.request.get(id, admin)
    await other.request.tell(id, { persons: { p4: { name: 'Fourth' } } }, admin)
    await other.request.tell(id, { persons: { p3: { address: 'Long Street 1' } } }, admin)
    await one.request.tell(id, { persons: { p4: { address: 'Short Street 2' } } }, admin)
    for (const { personal } of [one, other]) {
      const { persons } = await personal.read(id, { purpose: 'delivery', reveal }, postman)
      expect(persons.map(({ fields }) => fields['name'])).toEqual([
        'SECRET-NAME Zhang San',
        'SECRET-OTHER Li Si',
        'Third',
        'Fourth',
      ])
    }
  })

  it('keep every text when they work at the same time', async () => {
    const { one, other } = await two()
    const { id } = await one.ask()
    const say = (n: number) =>
      (n % 2 === 0 ? one : other).request.tell(
        id,
        { texts: { [`t${n}`]: `text ${n}` }, persons: { [`x${n}`]: { name: `name ${n}` } } },
        admin,
      )
    for (let n = 0; n < 20; n += 4) await Promise.all([say(n), say(n + 1), say(n + 2), say(n + 3)])
    const { persons, texts } = await other.personal.read(id, { purpose: 'archive', reveal }, admin)
    expect(texts).toHaveLength(21)
    expect(new Set(persons.slice(2).map(({ fields }) => fields['name']))).toEqual(
      new Set(Array.from({ length: 20 }, (_, n) => `name ${n}`)),
    )
  })

  it('seal nothing with a key that the other has destroyed', async () => {
    const { one, other } = await two()
    const id = await one.closed()
    // Both have the keys at hand.
    await other.request.tell(id, { texts: { a: 'a' }, persons: { p1: { address: 'x' } } }, admin)
    await one.retention.erase(id, { ground, person: 'p1' }, records)
    expect(await outcome(other.request.tell(id, { persons: { p1: { name: 'again' } } }, admin))).toBe(
      'PERSONAL_DATA_ERASED',
    )
    await other.request.tell(id, { texts: { b: 'b' }, persons: { p2: { name: 'Second' } } }, admin)
    const { persons } = await one.personal.read(id, { purpose: 'delivery', reveal }, postman)
    expect(persons.map(({ fields, erased }) => [fields['name'], erased])).toEqual([
      [undefined, true],
      ['Second', false],
    ])
    await one.retention.erase(id, { ground }, records)
    expect(await outcome(other.request.tell(id, { texts: { c: 'c' } }, admin))).toBe('COMMAND_NOT_ALLOWED')
  })

  it('leave nothing behind when one erases while the other writes', async () => {
    const { one, other, store } = await two()
    for (let round = 0; round < 10; round++) {
      const id = await one.closed()
      await other.request.get(id, admin)
      const writing = [0, 1, 2].map((n) =>
        outcome(other.request.tell(id, { texts: { [`t${n}`]: 'x' } }, admin)),
      )
      const erasing = outcome(one.retention.erase(id, { ground }, records))
      await Promise.all([erasing, ...writing])
      expect(await erasing).toBe('allowed')
      expect(await store.listCells(`vault/${id}/`, '', 10)).toEqual([])
      const file = await other.personal.read(id, { purpose: 'archive' }, admin)
      expect([file.texts, file.persons.every(({ erased }) => erased)]).toEqual([[], true])
    }
    expect(await store.listCells('find/', '', 10)).toEqual([])
  })

  it('do not take an erasure in the middle of a reading for damage', async () => {
    const { one, store } = await two()
    const id = await one.closed()
    let race: (() => Promise<void>) | undefined
    const slow = await desk({
      keys,
      store: {
        ...store,
        async listCells(prefix, after, limit) {
          const work = race
          race = undefined
          await work?.()
          return await store.listCells(prefix, after, limit)
        },
      },
    })
    race = () => one.retention.erase(id, { ground }, records)
    const file = await slow.personal.read(id, { purpose: 'handling' }, clerk)
    expect(file.persons.map(({ erased }) => erased)).toEqual([true, true])
  })

  it('find a pruned case nowhere, also where it was at hand', async () => {
    const { one, other, store } = await two()
    const id = await one.closed()
    await other.request.get(id, admin)
    await one.retention.erase(id, { ground }, records)
    await one.retention.prune(id, { ground }, records)
    for (const { request, platform, personal, retention } of [one, other, await desk({ store, keys })]) {
      const answers = await Promise.all([
        outcome(request.get(id, admin)),
        outcome(request.actions(id, admin)),
        outcome(request.history(id, admin)),
        outcome(request.tell(id, { texts: { a: 'a' } }, admin)),
        outcome(personal.read(id, { purpose: 'archive' }, admin)),
        outcome(personal.accesses(id, admin)),
        outcome(personal.subjectAccessExport({ case: id, person: 'p1' }, admin)),
        outcome(platform.deadlines.of(id, admin)),
        outcome(retention.lift(id, { ground }, admin)),
      ])
      expect(answers).toEqual(answers.map(() => 'CASE_NOT_FOUND'))
      expect((await platform.cases.find({}, admin)).items).toEqual([])
      await platform.deadlines.tick()
      expect((await platform.cases.find({}, admin)).items).toEqual([])
    }
    const left = await store.read(id)
    expect(left.map(({ type }) => type)).toEqual([...Array(4).fill('core.pruned'), 'core.case-pruned'])
  })
})
