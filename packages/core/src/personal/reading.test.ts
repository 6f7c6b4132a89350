import { describe, expect, it } from 'vitest'
import type { Actor } from '../access/actor.js'
import { permits } from '../case/permit.fixture.js'
import { admin, ann, bob, officer, outcome, refusal } from '../case/town.fixture.js'
import { createPlatform } from '../platform.js'
import { helps } from './help.fixture.js'
import { clerk, desk, postman, records, secrets } from './help-desk.fixture.js'
import { maskAddress, maskIdNumber, maskName, maskPhone, maskWhole } from './masks.js'
import type { PersonalRequest } from './personal.js'

const ground = 'legalOrder' as const
const eve: Actor = { kind: 'resident', id: 'eve' }
const nobody: Actor = { kind: 'anonymous' }

describe('masks', () => {
  it.each([
    [maskName, '张三丰', '张**'],
    [maskName, '张', '*'],
    [maskName, '', ''],
    [maskName, '𠮷田', '𠮷*'],
    [maskPhone, '13800138000', '138****8000'],
    [maskPhone, '0517123', '*****23'],
    [maskPhone, '12', '**'],
    [maskIdNumber, '320803199001011234', '320***********1234'],
    [maskIdNumber, 'E12345678', '*******78'],
    [maskAddress, '江苏省淮安市清江浦区淮海东路1号', '江苏省淮安市******'],
    [maskAddress, '东风路5号', '东******'],
    [maskAddress, '5号', '******'],
    [maskWhole, '', '******'],
    [maskWhole, 'anything', '******'],
  ] as const)('%o shows %j as %j', (mask, value, masked) => {
    expect(mask(value)).toBe(masked)
  })
})

describe('reading personal data', () => {
  it('is masked unless it is revealed, and only for the fields that are asked for', async () => {
    const { ask, personal } = await desk()
    const { id } = await ask()
    const shown = async (request: PersonalRequest) =>
      (await personal.read(id, request, postman)).persons.map(({ fields }) => fields)
    expect(await shown({ purpose: 'delivery' })).toEqual([
      { name: 'S********************', phone: '138******8000' },
      { name: 'S*****************', phone: '139******9999' },
    ])
    expect(await shown({ purpose: 'delivery', reveal: ['phone'], fields: ['phone'] })).toEqual([
      { phone: secrets.phone },
      { phone: secrets.otherPhone },
    ])
    expect(await shown({ purpose: 'delivery', fields: ['nothing'] })).toEqual([{}, {}])
  })

  it.each<[string, Actor, PersonalRequest, string, readonly string[]]>([
    ['a purpose that nobody knows', clerk, { purpose: 'curiosity' }, 'PURPOSE_UNKNOWN', []],
    ['a purpose of every object', clerk, { purpose: 'constructor' }, 'PURPOSE_UNKNOWN', []],
    ["somebody else's duty", clerk, { purpose: 'delivery' }, 'READ_NOT_ALLOWED', ['ROLE_MISSING']],
    [
      'a field that the duty does not need',
      postman,
      { purpose: 'handling', reveal: ['name'] },
      'READ_NOT_ALLOWED',
      ['FIELD_NOT_NEEDED'],
    ],
    [
      'the receipt for delivery',
      postman,
      { purpose: 'delivery', reveal: ['receipt'] },
      'READ_NOT_ALLOWED',
      ['FIELD_NOT_NEEDED'],
    ],
    [
      'both at once',
      clerk,
      { purpose: 'delivery', reveal: ['x'] },
      'READ_NOT_ALLOWED',
      ['ROLE_MISSING', 'FIELD_NOT_NEEDED'],
    ],
    [
      'a unit without a part in it',
      officer('p', 'parks'),
      { purpose: 'handling' },
      'READ_NOT_ALLOWED',
      ['NOT_INVOLVED'],
    ],
    ['a stranger', eve, { purpose: 'own' }, 'READ_NOT_ALLOWED', ['NOT_PETITIONER']],
    ['nobody', nobody, { purpose: 'own' }, 'READ_NOT_ALLOWED', ['NOT_PETITIONER']],
    ['no purpose', clerk, {} as never, 'INPUT_INVALID', []],
    ['more than it takes', clerk, { purpose: 'handling', all: true } as never, 'INPUT_INVALID', []],
  ])('is refused to %s', async (_, by, request, code, reasons) => {
    const { ask, personal } = await desk()
    const { id } = await ask()
    const error = await refusal(personal.read(id, request, by))
    const told = 'reasons' in error.details ? (error.details.reasons as { code: string }[]) : []
    expect([error.code, told.map((one) => one.code)]).toEqual([code, reasons])
    expect(await personal.accesses(id, admin)).toEqual([])
  })

  it('shows a resident their own data and what they may see, and never those of another petitioner', async () => {
    const { ask, personal, request } = await desk()
    const { id } = await ask()
    await request.note(id, { text: 'SECRET-NOTE' }, clerk)
    const file = JSON.stringify(await personal.read(id, { purpose: 'own', reveal: ['name', 'phone'] }, bob))
    expect(file).toContain(secrets.other)
    expect(file).not.toContain(secrets.name)
    expect(file).not.toContain('SECRET-NOTE')
    expect(JSON.stringify(await personal.read(id, { purpose: 'handling' }, clerk))).toContain('SECRET-NOTE')
  })

  it('of a case that accuses somebody is not found by who may not read it', async () => {
    const { ask, personal } = await desk()
    const { id } = await ask({ against: 'parks-head' })
    const none = '0'.repeat(id.length)
    for (const by of [officer('parks-head', 'works', 'postman'), officer('p', 'parks'), eve, nobody]) {
      for (const act of [
        (one: string) => personal.read(one, { purpose: 'delivery' }, by),
        (one: string) => personal.accesses(one, by),
      ]) {
        const text = async (one: string) => (await refusal(act(one))).message.replace(one, 'ID')
        expect(await text(id)).toBe(await text(none))
      }
      expect(await personal.readMany([id], { purpose: 'delivery' }, by)).toEqual([])
    }
    expect(await personal.accesses(id, admin)).toEqual([])
  })

  it('shows what was sealed later in the place of what was sealed before', async () => {
    const { ask, personal, request } = await desk()
    const { id } = await ask()
    await request.tell(id, { persons: { p1: { phone: '1', address: '2' } } }, ann)
    const { persons } = await personal.read(id, { purpose: 'own', reveal: ['name', 'phone', 'address'] }, ann)
    expect(persons[0]?.fields).toEqual({ name: secrets.name, phone: '1', address: '2' })
  })
})

describe('reading that of many cases', () => {
  it('leaves out what may not be read, takes each once, and records each', async () => {
    const { ask, personal } = await desk()
    const [mine, other, hidden] = [
      await ask(),
      await ask({ unit: 'parks' }),
      await ask({ against: 'clerk' }),
    ].map(({ id }) => id) as [string, string, string]
    const ids = [mine, other, hidden, mine, 'no-such-case', '']
    const files = await personal.readMany(ids, { purpose: 'handling' }, clerk)
    expect(files.map((file) => file.case)).toEqual([mine])
    expect(await personal.accesses(mine, admin)).toHaveLength(1)
    expect(await personal.accesses(other, admin)).toHaveLength(0)
    expect(await personal.readMany([], { purpose: 'handling' }, clerk)).toEqual([])
  })

  it('leaves out cases of a kind that has no such purpose, or no personal data', async () => {
    const { store, ask } = await desk()
    const platform = createPlatform({ store, plugins: [helps(), permits()] })
    const permit = await platform.permit.permit.apply(
      { subject: 'shed', unit: 'works', applicant: 'ann' },
      admin,
    )
    const { id } = await ask()
    const files = await platform.personal.readMany([permit.id, id], { purpose: 'handling' }, clerk)
    expect(files.map((file) => file.case)).toEqual([id])
    const one = platform.personal.read(permit.id, { purpose: 'Zhang San, 138-0013-8000' }, clerk)
    expect(await outcome(one)).toBe('PURPOSE_UNKNOWN')
    expect(await platform.personal.accesses(permit.id, admin)).toEqual([])
  })

  it('refuses a purpose that no kind of case has, and more than 200 cases', async () => {
    const { personal } = await desk()
    expect(await outcome(personal.readMany([], { purpose: 'curiosity' }, clerk))).toBe('PURPOSE_UNKNOWN')
    const ids = Array.from({ length: 201 }, (_, n) => `${n}`)
    expect(await outcome(personal.readMany(ids, { purpose: 'handling' }, clerk))).toBe('INPUT_INVALID')
  })

  it('does not stumble over readers of the same cases in another order', async () => {
    const { ask, personal } = await desk()
    const ids = [await ask(), await ask(), await ask()].map(({ id }) => id)
    const reading = Array.from({ length: 30 }, (_, n) =>
      personal.readMany(n % 2 === 0 ? ids : ids.toReversed(), { purpose: 'handling' }, clerk),
    )
    expect((await Promise.all(reading)).every((files) => files.length === 3)).toBe(true)
    for (const id of ids) expect(await personal.accesses(id, admin)).toHaveLength(30)
  })
})

describe('the log of accesses', () => {
  it('says who read what, when, and for what', async () => {
    const { ask, personal, clock } = await desk()
    const { id } = await ask()
    await personal.read(id, { purpose: 'handling', fields: ['name', 'text'] }, clerk)
    clock.addDays(1)
    await personal.read(id, { purpose: 'own', reveal: ['phone', 'receipt', 'address'] }, ann)
    await personal.read(id, { purpose: 'delivery', fields: [] }, postman)
    const all = { act: 'read', revealed: [], texts: true }
    expect(await personal.accesses(id, admin)).toEqual([
      {
        ...all,
        at: '2024-03-01T02:00:00.000Z',
        by: { kind: 'officer', id: 'clerk', unit: 'works' },
        purpose: 'handling',
        persons: ['p1', 'p2'],
        fields: ['name'],
      },
      {
        ...all,
        at: '2024-03-02T02:00:00.000Z',
        by: { kind: 'resident', id: 'ann' },
        purpose: 'own',
        persons: ['p1'],
        fields: ['name', 'phone'],
        revealed: ['phone', 'receipt'],
      },
      {
        ...all,
        at: '2024-03-02T02:00:00.000Z',
        by: { kind: 'officer', id: 'postman', unit: 'works' },
        purpose: 'delivery',
        persons: [],
        fields: [],
        texts: false,
      },
    ])
  })

  it('has every reader, also of those who read at the same time and in other processes', async () => {
    const one = await desk()
    const other = await desk({ store: one.store })
    const { id } = await one.ask()
    const readers = Array.from({ length: 60 }, (_, n) => officer(`o${n}`, 'works'))
    await Promise.all(
      readers.map((by, n) => (n % 3 === 0 ? other : one).personal.read(id, { purpose: 'handling' }, by)),
    )
    const log = await one.personal.accesses(id, admin)
    expect(new Set(log.map(({ by }) => by.id))).toEqual(new Set(readers.map(({ id: who }) => who)))
    expect((await one.store.read(`access/${id}`)).map(({ version }) => version)).toEqual(
      readers.map((_, n) => n + 1),
    )
  })

  it.each(['read', 'readMany', 'find', 'export'])('is written before anything is shown: %s', async (what) => {
    const { store, ask } = await desk()
    const { id } = await ask()
    const commit = () => Promise.reject(new Error('the disk is full'))
    const { personal } = await desk({ store: Object.assign(store, { commit }) })
    const search = { kind: 'help.request', field: 'phone', value: secrets.phone, purpose: 'intake' }
    const work =
      what === 'read'
        ? personal.read(id, { purpose: 'handling' }, clerk)
        : what === 'readMany'
          ? personal.readMany([id], { purpose: 'handling' }, clerk)
          : what === 'find'
            ? personal.find(search, admin)
            : personal.subjectAccessExport({ id: 'ann' }, ann)
    expect(await outcome(work)).toBe('Error: the disk is full')
  })

  it('is not read again from its beginning when another process has written there', async () => {
    const one = await desk()
    const other = await desk({ store: one.store })
    const { id } = await one.ask()
    for (const { personal } of [one, other]) await personal.read(id, { purpose: 'handling' }, clerk)
    const read = one.store.read.bind(one.store)
    const from: number[] = []
    const watched: typeof read = (stream, after = 0) => {
      if (stream.startsWith('access/')) from.push(after)
      return read(stream, after)
    }
    Object.assign(one.store, { read: watched })
    for (const { personal } of [one, other, one]) await personal.read(id, { purpose: 'handling' }, clerk)
    expect(from).toEqual([1, 2, 3])
  })

  it('never goes back in time, whatever the clock of the host does', async () => {
    const { ask, personal, clock } = await desk()
    const { id } = await ask()
    await personal.read(id, { purpose: 'handling' }, clerk)
    clock.set('2023-01-01T00:00:00Z')
    await personal.read(id, { purpose: 'handling' }, clerk)
    const log = await personal.accesses(id, admin)
    expect(log.map(({ at }) => at)).toEqual(Array(2).fill('2024-03-01T02:00:00.000Z'))
  })

  it('goes on after the store was away', async () => {
    const { store, ask, personal } = await desk()
    const { id } = await ask()
    const commit = store.commit.bind(store)
    await personal.read(id, { purpose: 'handling' }, clerk)
    // Stored, and the answer lost.
    Object.assign(store, { commit: (c: never) => commit(c).then(() => Promise.reject(new Error('gone'))) })
    expect(await outcome(personal.read(id, { purpose: 'handling' }, clerk))).toBe('Error: gone')
    Object.assign(store, { commit })
    await personal.read(id, { purpose: 'handling' }, clerk)
    expect(await personal.accesses(id, admin)).toHaveLength(3)
  })
})

describe('a restricted case', () => {
  it('is read only for purposes that go on, and takes no command', async () => {
    const { closed, personal, retention, request } = await desk()
    const id = await closed()
    await retention.restrict(id, { ground }, records)
    const error = await refusal(personal.read(id, { purpose: 'handling' }, clerk))
    expect(error.details).toMatchObject({ reasons: [{ code: 'RESTRICTED' }] })
    expect((await personal.read(id, { purpose: 'archive' }, records)).texts).toHaveLength(1)
    for (const by of [admin, ann, clerk])
      expect(await outcome(request.tell(id, { texts: { a: 'a' } }, by))).toBe('COMMAND_NOT_ALLOWED')
    const actions = await request.actions(id, clerk)
    expect(actions.every(({ allowed }) => !allowed)).toBe(true)
    await retention.lift(id, { ground: 'correction' }, records)
    expect(await outcome(personal.read(id, { purpose: 'handling' }, clerk))).toBe('allowed')
    expect(await outcome(request.tell(id, { texts: { a: 'a' } }, ann))).toBe('allowed')
  })
})
