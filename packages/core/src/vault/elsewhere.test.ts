import { describe, expect, it, vi } from 'vitest'
import { admin, ann, outcome } from '../case/town.fixture.js'
import { clerk, desk, intake, question, records, secrets } from '../personal/help-desk.fixture.js'
import { memoryStore } from '../store/memory.js'

const search = { kind: 'help.request', field: 'phone', value: secrets.phone, purpose: 'intake' } as const

/** A platform in a runtime that has Web Crypto and no more. */
async function elsewhere(store = memoryStore()) {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined)
  const made = await desk({ store })
  await made.platform.cases.find({}, admin)
  vi.restoreAllMocks()
  return made
}

describe('a runtime without node:crypto', () => {
  it('seals, reads, finds, rotates and erases', async () => {
    const { request, personal, retention, store } = await elsewhere()
    const first = await request.ask(question, ann, { idempotencyKey: 'k' })
    expect(await request.ask(question, ann, { idempotencyKey: 'k' })).toEqual(first)
    const { id } = first
    const work = ['a', 'b', 'c'].map((field) => request.tell(id, { texts: { [field]: field } }, admin))
    await Promise.all([...work, request.part(id, { texts: ['x', 'y'] }, clerk)])
    const file = await personal.read(id, { purpose: 'own', reveal: ['name', 'receipt'] }, ann)
    expect(file.persons[0]?.fields['name']).toBe(secrets.name)
    expect([file.texts.length, file.receipt]).toEqual([4, first.receipt])
    expect(await personal.find(search, intake)).toEqual([{ case: id, person: 'p1' }])
    expect(await personal.rotate(admin)).toEqual({ rotated: 0, failed: [] })
    await request.close(id, {}, admin)
    await retention.erase(id, { ground: 'legalOrder' }, records)
    expect(await store.listCells(`vault/${id}/`, '', 10)).toEqual([])
    expect(await outcome(request.tell(id, { texts: { d: 'd' } }, admin))).toBe('COMMAND_NOT_ALLOWED')
  })

  it('shares a store with one that has it', async () => {
    const node = await desk()
    const web = await elsewhere(node.store)
    const ids = [(await node.ask()).id, (await web.ask()).id]
    for (const [n, id] of ids.entries()) {
      await node.request.tell(id, { persons: { p1: { address: `a${n}` }, p3: { name: 'c' } } }, admin)
      await web.request.tell(id, { persons: { p3: { address: 'd' }, p4: { name: 'e' } } }, admin)
      for (const { personal } of [node, web]) {
        const { persons } = await personal.read(
          id,
          { purpose: 'delivery', reveal: ['name', 'address'] },
          admin,
        )
        expect(persons.map(({ fields }) => fields['name'])).toEqual([secrets.name, secrets.other, 'c', 'e'])
        expect(persons.map(({ fields }) => fields['address'])).toEqual([`a${n}`, undefined, 'd', undefined])
      }
    }
    for (const { personal } of [node, web])
      expect((await personal.find(search, intake)).map((one) => one.case).sort()).toEqual(ids.toSorted())
  })
})
