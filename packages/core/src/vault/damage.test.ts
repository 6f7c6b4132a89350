import { describe, expect, it } from 'vitest'
import { admin, ann, outcome } from '../case/town.fixture.js'
import { desk, question, records } from '../personal/help-desk.fixture.js'
import type { Store } from '../store/port.js'

type Parts = Readonly<Record<string, string>>

async function change(store: Store, name: string, to: (value: unknown) => unknown): Promise<void> {
  const cell = await store.readCell(name)
  await store.writeCell(name, to(structuredClone(cell?.value)), cell?.revision ?? 0)
}

const flipped = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

describe('what the vault holds, changed behind its back', () => {
  const part = (one: string, version = 1) => `vault/${one}/${version}`
  const ring = (one: string) => `vault/${one}/ring`
  const value = async (store: Store, name: string) => (await store.readCell(name))?.value

  it.each<[string, (store: Store, one: string, other: string) => Promise<void>]>([
    [
      'a text',
      (store, one) =>
        change(store, part(one), (cell) => ({
          ...(cell as Parts),
          case: flipped((cell as Parts)['case'] ?? ''),
        })),
    ],
    [
      'a person',
      (store, one) =>
        change(store, part(one), (cell) => ({
          ...(cell as Parts),
          p1: flipped((cell as Parts)['p1'] ?? ''),
        })),
    ],
    [
      'two persons, swapped',
      (store, one) =>
        change(store, part(one), (cell) => ({
          ...(cell as Parts),
          p1: (cell as Parts)['p2'],
          p2: (cell as Parts)['p1'],
        })),
    ],
    [
      'a person, taken out',
      (store, one) =>
        change(store, part(one), (cell) => ({ p2: (cell as Parts)['p2'], case: (cell as Parts)['case'] })),
    ],
    [
      'a person, now no text',
      (store, one) => change(store, part(one), (cell) => ({ ...(cell as Parts), p1: 7 })),
    ],
    ['parts, gone', (store, one) => change(store, part(one), () => null)],
    [
      'parts of another version',
      async (store, one) => {
        const later = await value(store, part(one, 3))
        await change(store, part(one), (cell) => ({ ...(cell as Parts), ...(later as Parts) }))
      },
    ],
    [
      'parts of another case',
      async (store, one, other) => {
        const others = await value(store, part(other))
        await change(store, part(one), () => others)
      },
    ],
    [
      'keys of another case',
      async (store, one, other) => {
        const others = await value(store, ring(other))
        await change(store, ring(one), () => others)
      },
    ],
    [
      'keys',
      (store, one) =>
        change(store, ring(one), (cell) => ({
          ...(cell as Parts),
          ring: flipped((cell as Parts)['ring'] ?? ''),
        })),
    ],
    ['keys, gone', (store, one) => change(store, ring(one), () => null)],
    ['keys, now a number', (store, one) => change(store, ring(one), () => 7)],
    [
      'keys and parts of another case',
      async (store, one, other) => {
        const cells = [await value(store, ring(other)), await value(store, part(other))]
        await change(store, ring(one), () => cells[0])
        await change(store, part(one), () => cells[1])
      },
    ],
  ])('is not shown: %s', async (_, damage) => {
    const { request, store, personal, retention, ask } = await desk()
    const { id } = await request.ask(question, ann, { idempotencyKey: 'k' })
    const { id: other } = await ask()
    await request.tell(id, { texts: { a: 'a' }, persons: { p1: { name: 'b' } } }, admin)
    await damage(store, id, other)
    expect(await outcome(personal.read(id, { purpose: 'archive' }, admin))).toBe('VAULT_DAMAGED')
    expect(await outcome(personal.readMany([other, id], { purpose: 'archive' }, admin))).toBe('VAULT_DAMAGED')
    expect(await outcome(personal.subjectAccessExport({ id: 'ann' }, ann))).toBe('VAULT_DAMAGED')
    expect(await personal.accesses(id, admin)).toEqual([])
    expect(await personal.accesses(other, admin)).toEqual([])
    // Not with an error of the runtime either.
    const again = request.ask(question, ann, { idempotencyKey: 'k' })
    expect(['allowed', 'VAULT_DAMAGED']).toContain(await outcome(again))
    await request.close(id, {}, admin)
    await retention.erase(id, { ground: 'legalOrder' }, records)
    const left = [...(await store.listCells('vault/', '', 100)), ...(await store.listCells('find/', '', 100))]
    expect(left.filter(({ name }) => name.includes(id))).toEqual([])
    expect(left).toHaveLength(4)
  })

  it('is not shown although somebody puts back what was erased', async () => {
    const { closed, store, personal, retention } = await desk()
    const id = await closed()
    const cells = await store.listCells('', '', 1000)
    await retention.erase(id, { ground: 'legalOrder', person: 'p1' }, records)
    for (const cell of cells)
      if (/^(vault|find)\//.test(cell.name)) await change(store, cell.name, () => cell.value)
    const { persons } = await personal.read(id, { purpose: 'archive', reveal: ['name'] }, records)
    expect(persons[0]).toEqual({ person: 'p1', id: 'ann', fields: {}, erased: true })
    const search = {
      kind: 'help.request',
      field: 'phone',
      value: question.persons?.['p1']?.['phone'] ?? '',
      purpose: 'archive',
    }
    expect(await personal.find(search, records)).toEqual([])
  })
})
