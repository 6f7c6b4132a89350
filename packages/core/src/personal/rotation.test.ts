import { describe, expect, it } from 'vitest'
import { admin, ann, outcome } from '../case/town.fixture.js'
import { memoryStore } from '../store/memory.js'
import { keysOf } from '../vault/keys.js'
import { clerk, desk, intake, question, records, secrets } from './help-desk.fixture.js'

const [a, b] = ['A'.repeat(43), `B${'A'.repeat(42)}`]
const oldKeys = keysOf({ old: a })
const bothKeys = keysOf({ new: b, old: a })
const newKeys = keysOf({ new: b })
const search = { kind: 'help.request', field: 'phone', value: secrets.phone, purpose: 'intake' } as const

/** A store with some requests under the old key, on one whose keys change. */
async function before(count = 3) {
  const store = memoryStore()
  const { ask, request } = await desk({ store, keys: oldKeys })
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push((await ask()).id)
  const first = await request.ask(question, ann, { idempotencyKey: 'k' })
  return { store, ids: [...ids, first.id], first }
}

/** That everything is read and found. */
async function expectWhole({ personal }: Awaited<ReturnType<typeof desk>>, ids: readonly string[]) {
  for (const id of ids) {
    const { persons } = await personal.read(id, { purpose: 'archive', reveal: ['name'] }, admin)
    expect(persons[0]?.fields['name']).toBe(secrets.name)
  }
  const found = await personal.find(search, intake)
  expect(found.map((one) => one.case).sort()).toEqual(ids.toSorted())
}

describe('a new key of the host', () => {
  it('seals from now on, beside what the earlier one sealed; after the rotation that one is not needed', async () => {
    const { store, ids, first } = await before()
    const made = await desk({ store, keys: bothKeys })
    const { id } = await made.ask()
    await expectWhole(made, [...ids, id])
    expect(await made.personal.rotate(admin)).toEqual({ rotated: ids.length, failed: [] })
    await expectWhole(made, [...ids, id])
    expect(await made.personal.rotate(admin)).toEqual({ rotated: 0, failed: [] })
    const after = await desk({ store, keys: newKeys })
    await expectWhole(after, [...ids, id])
    await after.request.tell(first.id, { texts: { more: 'x' }, persons: { p3: { name: 'y' } } }, admin)
    await expectWhole(after, [...ids, id])
  })

  it('does not make a repeated command another one', async () => {
    const { store, first } = await before()
    const { request } = await desk({ store, keys: bothKeys })
    expect(await request.ask(question, ann, { idempotencyKey: 'k' })).toEqual(first)
    expect(await outcome(request.ask({ ...question, unit: 'parks' }, ann, { idempotencyKey: 'k' }))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    )
  })

  it('leaves nothing of the earlier one in a case that went on before the rotation', async () => {
    const { store, ids } = await before(0)
    const made = await desk({ store, keys: bothKeys })
    const id = ids[0] as string
    // Its keys are wrapped anew, and its first persons are still found by the earlier key.
    await made.request.tell(id, { persons: { p3: { name: 'x', phone: '333' }, p1: { phone: '444' } } }, admin)
    await made.personal.rotate(admin)
    const cells = await store.listCells('', '', 1000)
    const used = cells.map(({ value }) => (value as { key?: unknown } | null)?.key ?? value)
    expect([used.includes('new'), used.includes('old')]).toEqual([true, false])
    const after = await desk({ store, keys: newKeys })
    for (const value of [secrets.phone, secrets.otherPhone, '333', '444'])
      expect([value, (await after.personal.find({ ...search, value }, intake)).length]).toEqual([value, 1])
  })

  it('erases what the earlier one finds', async () => {
    const { store, ids } = await before(0)
    const made = await desk({ store, keys: bothKeys })
    const id = ids[0] as string
    await made.request.tell(id, { persons: { p3: { name: 'x', phone: '333' }, p1: { phone: '444' } } }, admin)
    await made.request.close(id, {}, admin)
    await made.retention.erase(id, { ground: 'legalOrder' }, records)
    expect(await store.listCells('find/', '', 10)).toEqual([])
  })

  it('can be known to a process before it is used', async () => {
    const store = memoryStore()
    const early = await desk({ store, keys: keysOf({ old: a, new: b }) })
    const ids = [(await early.ask()).id]
    const made = await desk({ store, keys: bothKeys })
    ids.push((await made.ask()).id)
    await expectWhole(early, ids)
    await expectWhole(made, ids)
    await early.request.tell(ids[1] as string, { persons: { p3: { name: 'x' } } }, admin)
    await expectWhole(made, ids)
  })
})

describe('a rotation', () => {
  it('that was stopped goes on', async () => {
    const { store, ids } = await before(120)
    const { personal } = await desk({ store, keys: bothKeys })
    let pages = 0
    const stop = () => {
      if (++pages === 2) throw new Error('stop')
    }
    expect(await outcome(personal.rotate(admin, stop))).toBe('Error: stop')
    await expectWhole(await desk({ store, keys: bothKeys }), ids)
    const { rotated } = await personal.rotate(admin)
    expect(rotated).toBeLessThan(ids.length)
    await expectWhole(await desk({ store, keys: newKeys }), ids)
  })

  it('runs beside commands and erasures of several processes', async () => {
    const { store, ids } = await before(20)
    const made = await desk({ store, keys: bothKeys })
    const other = await desk({ store, keys: bothKeys })
    const erased = ids[5] as string
    const work = ids
      .filter((id) => id !== erased)
      .map((id, n) =>
        (n % 2 === 0 ? made : other).request.tell(
          id,
          { texts: { t: 't' }, persons: { p3: { name: `n${n}` }, p2: { phone: `7${n}` } } },
          admin,
        ),
      )
    await made.request.close(erased, {}, admin)
    const erasing = other.retention.erase(erased, { ground: 'legalOrder' }, records)
    const [report] = await Promise.all([made.personal.rotate(admin), erasing, ...work])
    expect(report.failed).toEqual([])
    await made.personal.rotate(admin)
    const after = await desk({ store, keys: newKeys })
    await expectWhole(
      after,
      ids.filter((id) => id !== erased),
    )
    const { persons } = await after.personal.read(
      ids[7] as string,
      { purpose: 'archive', reveal: ['name'] },
      admin,
    )
    expect(persons[2]?.fields).toEqual({ name: 'n6' })
  })

  it('is for the system, and says which cases it could not reach', async () => {
    const { store, ids } = await before()
    const { personal } = await desk({ store, keys: bothKeys })
    expect(await outcome(personal.rotate(clerk))).toBe('READ_NOT_ALLOWED')
    const name = `vault/${ids[1]}/ring`
    const cell = await store.readCell(name)
    await store.writeCell(name, { key: 'old', ring: 'nonsense' }, cell?.revision ?? 0)
    const report = await personal.rotate(admin)
    expect([report.rotated, report.failed.map(({ id }) => id)]).toEqual([3, [ids[1]]])
  })
})
