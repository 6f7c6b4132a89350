import { describe, expect, it } from 'vitest'
import type { CaseApi } from '../case/api.js'
import { admin, ann, bob, outcome, refusal } from '../case/town.fixture.js'
import { createPlatform } from '../platform.js'
import { definePlugin, type Plugin } from '../plugin.js'
import { memoryStore } from '../store/memory.js'
import { type HelpEvent, type HelpTypes, helpKind, helps } from './help.fixture.js'
import { clerk, desk, everything, question, secrets } from './help-desk.fixture.js'

const planted = Object.values(secrets)

describe('what a decision seals', () => {
  it('is found nowhere but in the vault: not in the log, rows, cells, events, errors, lists or histories', async () => {
    const heard: unknown[] = []
    const { platform, store, request, ask, personal } = await desk()
    for (const type of ['help.asked', 'help.told', 'help.noted', 'core.personal-data-read'] as const)
      platform.events.on(type, (event: unknown) => void heard.push(event))
    const { id, receipt } = await ask()
    await request.tell(id, { texts: { more: secrets.text }, persons: { p1: { address: secrets.name } } }, ann)
    await request.note(id, { text: secrets.text }, clerk)
    await request.part(id, { texts: [secrets.text] }, clerk)
    await personal.read(id, { purpose: 'own', reveal: ['name', 'phone', 'receipt'] }, ann)
    await platform.personal.find(
      { kind: 'help.request', field: 'phone', value: secrets.phone, purpose: 'intake' },
      admin,
    )
    const errors = await Promise.all([
      refusal(request.tell(id, { texts: { more: secrets.text }, extra: secrets.text } as never, ann)),
      refusal(
        request.tell(id, { texts: { more: secrets.text }, persons: { 'p/3': { name: secrets.name } } }, ann),
      ),
      refusal(request.tell(id, { texts: { more: secrets.text } }, clerk, { expectedVersion: 77 })),
      refusal(request.note(id, { text: secrets.text }, bob)),
    ])
    const seen = JSON.stringify([
      await everything(store),
      heard,
      errors.map(({ message, details, stack }) => [message, details, stack]),
      await platform.cases.find({}, admin),
      await request.history(id, admin),
      await request.get(id, admin),
      await personal.accesses(id, admin),
    ])
    await new Promise((resolve) => setTimeout(resolve))
    expect(heard).toHaveLength(5)
    for (const secret of [...planted, receipt.code, '13800138000'])
      expect([secret, seen.includes(secret) || JSON.stringify(heard).includes(secret)]).toEqual([
        secret,
        false,
      ])
  })

  it('comes back exactly where it is read for a purpose that reveals it', async () => {
    const { ask, personal } = await desk()
    const { id, receipt } = await ask()
    const file = await personal.read(id, { purpose: 'own', reveal: ['name', 'phone', 'receipt'] }, ann)
    const fields = { name: secrets.name, phone: secrets.phone }
    expect(file.persons).toEqual([{ person: 'p1', id: 'ann', fields, erased: false }])
    expect(file.texts.map((one) => one.fields)).toEqual([{ text: secrets.text }])
    expect(file.receipt).toEqual(receipt)
  })

  it('is sealed with a key of its own in each case, also in cases that one decision opens', async () => {
    const { ask, request, store, personal } = await desk()
    const { id } = await ask()
    await request.part(id, { texts: ['one', 'two'] }, clerk)
    const rings = (await store.listCells('vault/', '', 1000)).filter(({ name }) => name.endsWith('/ring'))
    expect(new Set(rings.map(({ value }) => JSON.stringify(value))).size).toBe(3)
    const others = rings.map(({ name }) => name.split('/')[1] as string).filter((one) => one !== id)
    const texts = await personal.readMany(others, { purpose: 'handling' }, clerk)
    expect(new Set(texts.map((file) => file.texts[0]?.fields['text']))).toEqual(new Set(['one', 'two']))
  })

  it('gives the same ciphertext for no two texts that are alike', async () => {
    const { ask, store } = await desk()
    await ask()
    await ask()
    const sealed = (await store.readAll(0, 100)).flatMap(({ sealed = {} }) => Object.values(sealed))
    expect(new Set(sealed).size).toBe(sealed.length)
    expect(sealed).toHaveLength(6)
  })

  it('is told again to who repeats the opening command, however many events it had', async () => {
    const { request } = await desk()
    const first = await request.ask(question, ann, { idempotencyKey: 'k' })
    const again = await request.ask(question, ann, { idempotencyKey: 'k' })
    expect(again).toEqual(first)
    expect(again.receipt.code).toMatch(/^[0-9A-Z-]{19}$/)
    await request.note(first.id, { text: 'x' }, clerk)
    expect((await request.ask(question, ann, { idempotencyKey: 'k' })).receipt).toEqual(first.receipt)
    expect(await outcome(request.ask({ ...question, unit: 'parks' }, ann, { idempotencyKey: 'k' }))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    )
  })

  it('is refused where its kind of case has nobody who may read it, though another kind has', async () => {
    const { personal: _, ...mute } = { ...helpKind, kind: 'mute.request' }
    const plugin = definePlugin<Plugin<'mute', { readonly request: CaseApi<HelpTypes> }, HelpEvent>>({
      id: 'mute',
      requires: [],
      setup: (host) => ({ request: host.addKind<HelpTypes>(mute) }),
    })
    const store = memoryStore()
    const platform = createPlatform({ store, plugins: [helps(), plugin] })
    expect(await outcome(platform.mute.request.ask(question, admin))).toBe('KIND_INVALID')
    expect(await store.listCells('vault/', '', 10)).toEqual([])
  })

  it.each(['case', '', 'a/b', '__proto__', '1', 'p 1', 'x'.repeat(65)])(
    'refuses %j as the key of a person',
    async (person) => {
      const { ask, store } = await desk()
      const before = await everything(store)
      const persons = JSON.parse(`{${JSON.stringify(person)}:{"name":"x"}}`)
      // The schema of the fixture lets no __proto__ through, so there is nothing to refuse.
      expect(await outcome(ask({ persons }))).toBe(person === '__proto__' ? 'allowed' : 'KIND_INVALID')
      if (person !== '__proto__') expect(await everything(store)).toBe(before)
    },
  )

  it('seals nothing of persons of whom nothing was told', async () => {
    const { ask, request, store } = await desk()
    const { id } = await ask({ persons: {}, accounts: {} })
    const before = await store.listCells('', '', 100)
    await request.tell(id, { persons: { p1: {} } }, admin)
    expect((await store.read(id)).at(-1)).not.toHaveProperty('sealed')
    expect(await store.listCells('', '', 100)).toEqual(before)
  })

  it('takes names that every object has for fields and persons', async () => {
    const { ask, personal, request } = await desk()
    const { id } = await ask({
      texts: { constructor: 'a', toString: 'b', hasOwnProperty: 'c' },
      persons: { constructor: { name: 'x' }, p1: {} },
      accounts: {},
    })
    await request.tell(id, { persons: { toString: { constructor: 'hidden', name: 'y' } } }, admin)
    const file = await personal.read(id, { purpose: 'delivery', reveal: ['name'] }, admin)
    expect(file.persons.map(({ person, fields }) => [person, fields])).toEqual([
      ['constructor', { name: 'x' }],
      ['p1', {}],
      ['toString', { name: 'y' }],
    ])
    const { texts } = await personal.read(id, { purpose: 'handling' }, clerk)
    expect(texts[0]?.fields).toEqual({ constructor: 'a', toString: 'b', hasOwnProperty: 'c' })
  })
})
