import { describe, expect, it } from 'vitest'
import { admin, ann, officer, outcome, refusal } from '../case/town.fixture.js'
import { clerk, desk, intake, question, records, secrets } from './help-desk.fixture.js'

const ground = 'legalOrder' as const
const search = { kind: 'help.request', field: 'phone', value: secrets.phone, purpose: 'intake' } as const

describe('finding the cases of a person', () => {
  it.each([
    [secrets.phone, 1],
    ['13800138000', 1],
    ['(138) 0013 8000', 1],
    ['1380013800', 0],
    ['138001380001', 0],
    ['139-9999-9999', 1],
    ['SECRET-NAME Zhang San', 0],
    ['---', 0],
  ])('%j finds %i', async (value, count) => {
    const { ask, personal } = await desk()
    const { id } = await ask()
    // Of whom no number is known.
    await ask({ persons: { p1: { name: 'x', phone: '-' }, p2: { phone: '' }, p3: {} } })
    const found = await personal.find({ ...search, value }, intake)
    expect(found.map((one) => one.case)).toEqual(count === 0 ? [] : [id])
  })

  it.each([
    ['who has no such duty', clerk, search, 'READ_NOT_ALLOWED'],
    ['a resident', ann, search, 'READ_NOT_ALLOWED'],
    ['a purpose that is none of a search', intake, { ...search, purpose: 'handling' }, 'PURPOSE_UNKNOWN'],
    ['a purpose that every object has', intake, { ...search, purpose: 'toString' }, 'PURPOSE_UNKNOWN'],
    ['a field that finds nobody', intake, { ...search, field: 'name' }, 'INPUT_INVALID'],
    ['a field that every object has', intake, { ...search, field: 'constructor' }, 'INPUT_INVALID'],
    ['an unknown kind', intake, { ...search, kind: 'permit.permit' }, 'INPUT_INVALID'],
    ['no value', intake, { ...search, value: '' }, 'INPUT_INVALID'],
  ] as const)('is refused to %s', async (_, by, what, code) => {
    const { ask, personal } = await desk()
    await ask()
    const error = await refusal(personal.find(what, by))
    expect(error.code).toBe(code)
    expect(JSON.stringify([error.message, error.details])).not.toContain(secrets.phone)
  })

  it('finds only what the searcher may read, and nothing that accuses the searcher', async () => {
    const { ask, personal } = await desk()
    const { id } = await ask()
    const { id: hidden } = await ask({ against: 'intake' })
    const { id: parks } = await ask({ unit: 'parks' })
    const cases = async (by: Parameters<typeof personal.find>[1]) =>
      (await personal.find(search, by)).map((one) => one.case).sort()
    expect(await cases(intake)).toEqual([id, parks].sort())
    expect(await cases(officer('x', 'works', 'intake'))).toEqual([id, hidden].sort())
    expect(await cases(officer('x', 'parks', 'intake'))).toEqual([parks])
    expect((await personal.accesses(hidden, admin)).map(({ by }) => by.id)).toEqual(['x'])
  })

  it('is recorded in the cases that it found, and for the unit that searched, also when it found nothing', async () => {
    const { ask, personal, store } = await desk()
    const { id } = await ask()
    await personal.find(search, intake)
    await personal.find({ ...search, value: '110' }, intake)
    const { at, by, ...access } = (await personal.accesses(id, admin))[0] as { at: string; by: object }
    expect([at, by]).toEqual(['2024-03-01T02:00:00.000Z', { kind: 'officer', id: 'intake', unit: 'city' }])
    expect(access).toEqual({
      act: 'lookedUp',
      purpose: 'intake',
      persons: ['p1'],
      fields: ['phone'],
      revealed: [],
      texts: false,
    })
    const searches = await store.read('access/search/city')
    expect(searches.map(({ type }) => type)).toEqual(Array(2).fill('core.person-looked-up'))
    expect(JSON.stringify(searches.map(({ data }) => data))).not.toMatch(/110|138/)
  })

  it('finds nobody who is erased, by any number that they ever had', async () => {
    const { closed, personal, request, retention, store } = await desk()
    const id = await closed()
    await request.tell(id, { persons: { p1: { phone: '222' } } }, admin)
    const find = async (value: string) => (await personal.find({ ...search, value }, intake)).length
    expect([await find(secrets.phone), await find('222')]).toEqual([1, 1])
    await retention.erase(id, { ground, person: 'p1' }, records)
    expect([await find(secrets.phone), await find('222'), await find(secrets.otherPhone)]).toEqual([0, 0, 1])
    expect(await store.listCells('find/', '', 10)).toHaveLength(1)
    await retention.erase(id, { ground }, records)
    expect(await store.listCells('find/', '', 10)).toEqual([])
  })

  it('finds a restricted case only for a purpose that goes on', async () => {
    const { closed, personal, retention } = await desk()
    const id = await closed()
    await retention.restrict(id, { ground }, records)
    expect(await personal.find(search, intake)).toEqual([])
    expect(await personal.find({ ...search, purpose: 'archive' }, records)).toEqual([
      { case: id, person: 'p1' },
    ])
  })

  it('tells of at most 200 cases', async () => {
    const { ask, personal } = await desk()
    for (let n = 0; n < 205; n++) await ask()
    expect(await personal.find(search, admin)).toHaveLength(200)
  })
})

describe('what a person gets of their own data', () => {
  it('is everything of theirs, and nothing of others', async () => {
    const { platform, personal } = await desk()
    const { request } = platform.help
    const { id, receipt } = await request.ask(question, ann)
    await request.note(id, { text: 'SECRET-NOTE' }, clerk)
    await personal.read(id, { purpose: 'handling' }, clerk)
    await personal.read(id, { purpose: 'own' }, { kind: 'resident', id: 'bob' })
    const { at, cases } = await personal.subjectAccessExport({ id: 'ann' }, ann)
    expect(at).toBe('2024-03-01T02:00:00.000Z')
    const [own] = cases
    expect(own?.file.persons.map(({ fields }) => fields)).toEqual([
      { name: secrets.name, phone: secrets.phone },
    ])
    expect(own?.file.texts.map(({ fields }) => fields)).toEqual([{ text: secrets.text }])
    expect(own?.file.receipt).toEqual(receipt)
    expect(own?.history.map(({ type }) => type)).toEqual(['help.asked', 'help.taken'])
    // Who has read, but of another petitioner only that it was one.
    expect(own?.accesses.map(({ by, persons }) => [by, persons])).toEqual([
      [{ kind: 'officer', id: 'clerk', unit: 'works' }, ['p1']],
      [{ kind: 'resident' }, []],
    ])
    const text = JSON.stringify(cases)
    for (const other of [secrets.other, secrets.otherPhone, 'SECRET-NOTE'])
      expect([other, text.includes(other)]).toEqual([other, false])
    const log = await personal.accesses(id, admin)
    expect(log.at(-1)).toMatchObject({
      act: 'exported',
      by: { kind: 'resident', id: 'ann' },
      persons: ['p1'],
      revealed: ['name', 'phone', 'receipt'],
    })
  })

  it('is without the receipt, which another one was told', async () => {
    const { platform, personal } = await desk()
    await platform.help.request.ask(question, ann)
    const { cases } = await personal.subjectAccessExport({ id: 'bob' }, admin)
    expect(cases[0]?.file.receipt).toBe(undefined)
    expect(cases[0]?.file.persons[0]?.fields).toEqual({ name: secrets.other, phone: secrets.otherPhone })
  })

  it('is got of a person without an account too', async () => {
    const { ask, personal } = await desk()
    const { id } = await ask({ accounts: {} })
    const { cases } = await personal.subjectAccessExport({ case: id, person: 'p2' }, admin)
    expect(cases[0]?.file.persons).toEqual([
      { person: 'p2', fields: { name: secrets.other, phone: secrets.otherPhone }, erased: false },
    ])
    expect(await outcome(personal.subjectAccessExport({ case: id, person: 'p9' }, admin))).toBe(
      'PERSON_UNKNOWN',
    )
  })

  it('has every case of theirs but those that accuse them', async () => {
    const { ask, personal } = await desk()
    for (let n = 0; n < 203; n++) await ask()
    const { id } = await ask({ against: 'ann' })
    const { cases } = await personal.subjectAccessExport({ id: 'ann' }, ann)
    expect(cases).toHaveLength(203)
    expect(await personal.accesses(id, admin)).toEqual([])
  })

  it.each([
    ['another resident', { kind: 'resident', id: 'bob' }, { id: 'ann' }],
    ['an officer', clerk, { id: 'ann' }],
    ['an officer of that name', officer('ann', 'works'), { id: 'ann' }],
    ['a resident who names a case', ann, { case: 'x', person: 'p1' }],
    ['nobody', { kind: 'anonymous' }, { id: 'ann' }],
  ] as const)('is refused to %s', async (_, by, subject) => {
    const { ask, personal } = await desk()
    await ask()
    const error = await refusal(personal.subjectAccessExport(subject, by))
    expect([error.code, (error.details as { reasons: { code: string }[] }).reasons[0]?.code]).toEqual([
      'READ_NOT_ALLOWED',
      'NOT_OWN_DATA',
    ])
  })
})
