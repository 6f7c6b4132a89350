import { describe, expect, it } from 'vitest'
import { zhejiang2016 } from '../rules/zhejiang-2016.js'
import { citizen, county, host, letter, refusal, staff, why } from './county.fixture.js'

const people = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `r${n + 1}`, name: `居民${n + 1}` }))
const names = (count: number) => people(count).map((one) => one.id)

describe('vector 10: an extension', () => {
  const extension = { days: 30, reason: '情况复杂', approvedBy: 'housing-head', noticeOn: '2024-08-01' }

  it.each(['reason', 'approvedBy', 'noticeOn'] as const)(
    'without %s is refused, and nothing changes',
    async (missing) => {
      const { complaint, accepted } = await county()
      const { id, version } = await accepted()
      const { [missing]: _, ...rest } = extension
      const error = await refusal(complaint.extend(id, rest as never, staff.housing))
      expect(error).toMatchObject({ code: 'INPUT_INVALID', details: { issues: [{ path: missing }] } })
      expect((await complaint.get(id, host)).version).toBe(version)
    },
  )

  it('with all three moves the end by its days, before the roll forward', async () => {
    const { complaint, accepted, due, clock } = await county()
    clock.set('2024-08-02T09:00:00+08:00')
    const { id } = await accepted()
    expect((await due(id, 'handle'))?.dueOn).toBe('2024-10-08')
    await complaint.extend(id, { ...extension, noticeOn: '2024-08-02' }, staff.housing)
    expect((await due(id, 'handle'))?.dueOn).toBe('2024-10-31')
  })

  it('is granted once, for at most thirty days, by the head, and before the end', async () => {
    const { complaint, accepted, clock } = await county()
    const first = await accepted()
    expect(await why(complaint.extend(first.id, { ...extension, days: 31 }, staff.housing))).toEqual([
      'EXTENSION_TOO_LONG',
    ])
    expect(await why(complaint.extend(first.id, { ...extension, approvedBy: 'hou' }, staff.housing))).toEqual(
      ['APPROVER_NOT_HEAD'],
    )
    await complaint.extend(first.id, extension, staff.housing)
    expect(await why(complaint.extend(first.id, { ...extension, days: 1 }, staff.housing))).toEqual([
      'EXTENDED',
    ])
    const second = await accepted()
    clock.set('2024-10-09T00:00:00+08:00')
    const late = { ...extension, noticeOn: '2024-10-09' }
    expect(await why(complaint.extend(second.id, late, staff.housing))).toEqual(['EXTENSION_LATE'])
  })
})

describe('vector 11: an accusation', () => {
  it('is not sent to the accused unit, to one below it, or to one that an accused person heads', async () => {
    const { complaint, platform } = await county()
    await platform.organizations.appoint({ unit: 'county-water', person: 'chief', roles: ['head'] }, host)
    const accused = { units: ['county-housing'], persons: ['chief'] }
    const { id } = await complaint.file({ ...letter, accused }, citizen)
    await complaint.register(id, {}, staff.desk)
    for (const to of ['county-housing', 'county-water']) {
      expect(await why(complaint.refer(id, { to, manner: 'transfer' }, staff.desk))).toEqual([
        'ACCUSED_RECIPIENT',
      ])
    }
    const sent = await complaint.refer(id, { to: 'city-discipline', manner: 'transfer' }, staff.desk)
    expect(sent.state).toMatchObject({
      unit: 'city-discipline',
      confidentiality: 'sealedAccusation',
      class: 'accusation',
    })
  })

  it('cannot be filed with the accused unit, nor assigned to the accused', async () => {
    const { complaint } = await county()
    const accused = { units: ['county-petition'] }
    expect(await why(complaint.file({ ...letter, accused }, citizen))).toEqual(['ACCUSED_RECIPIENT'])
    const { id } = await complaint.file({ ...letter, accused: { persons: ['hou'] } }, citizen)
    await complaint.register(id, {}, staff.desk)
    await complaint.refer(id, { to: 'city-discipline', manner: 'transfer' }, staff.desk)
    await complaint.accept(id, {}, staff.discipline)
    expect(await why(complaint.assign(id, { handler: 'hou' }, staff.discipline))).toEqual(['ACCUSED_HANDLER'])
  })

  it('does not exist for the accused, by any path', async () => {
    const { complaint, platform } = await county()
    const { id } = await complaint.file({ ...letter, accused: { units: ['county-housing'] } }, citizen)
    await complaint.register(id, {}, staff.desk)
    for (const by of [staff.housing, staff.housingHead, staff.housingDesk]) {
      expect(await why(complaint.get(id, by))).toEqual(['CASE_NOT_FOUND'])
      expect(await why(complaint.note(id, { text: 'x' }, by))).toEqual(['CASE_NOT_FOUND'])
      expect(await why(complaint.duplicates(id, by))).toEqual(['CASE_NOT_FOUND'])
      expect((await platform.cases.find({ unit: 'county' }, by)).items).toEqual([])
    }
    const other = await complaint.file({ ...letter, unit: 'county-housing' }, citizen)
    expect((await complaint.duplicates(other.id, staff.housingDesk)).suggestions).toEqual([])
    const { items } = await platform.cases.find({}, staff.desk)
    expect(items[0]?.title).not.toContain(letter.title)
  })

  it('against the own unit is lost to its officer from the moment it is classified, and a unit above sends it on', async () => {
    const { complaint } = await county()
    const { id } = await complaint.file({ ...letter, unit: 'county-housing' }, citizen)
    await complaint.register(id, {}, staff.housingDesk)
    await complaint.classify(
      id,
      { class: 'accusation', accused: { units: ['county-housing'] } },
      staff.housingDesk,
    )
    expect(await why(complaint.get(id, staff.housingDesk))).toEqual(['CASE_NOT_FOUND'])
    const { state } = await complaint.refer(id, { to: 'city-discipline', manner: 'transfer' }, staff.county)
    expect(state.unit).toBe('city-discipline')
  })

  it('names whom it accuses, or says that nobody is known', async () => {
    const { complaint } = await county()
    const { id } = await complaint.file(letter, citizen)
    await complaint.register(id, {}, staff.desk)
    expect(await why(complaint.classify(id, { class: 'accusation' }, staff.desk))).toEqual([
      'ACCUSED_MISSING',
    ])
    const { state } = await complaint.classify(id, { class: 'accusation', accusedUnknown: true }, staff.desk)
    expect(state.confidentiality).toBe('sealedAccusation')
  })

  it('is not hinted at by other matters of the same person, nor by the other parts of its letter', async () => {
    const { complaint } = await county()
    const sealed = await complaint.file({ ...letter, accused: { units: ['county-housing'] } }, citizen)
    await complaint.register(sealed.id, {}, staff.desk)
    await complaint.refer(sealed.id, { to: 'city-discipline', manner: 'transfer' }, staff.desk)
    const other = await complaint.file({ ...letter, unit: 'county-water' }, citizen)
    expect((await complaint.duplicates(other.id, staff.water)).suggestions).toEqual([])

    const mixed = await complaint.file({ ...letter, accused: { units: ['county-housing'] } }, citizen)
    await complaint.register(mixed.id, {}, staff.desk)
    await complaint.separate(mixed.id, { requests: [{ title: '漏水', text: '漏水' }] }, staff.desk)
    const split = (await complaint.history(mixed.id, host)).at(-1)
    if (split?.type !== 'petition.complaint-separated') throw new Error('it was not separated')
    const part = await complaint.get(split.data.cases[0] ?? '', host)
    expect(JSON.stringify(part.state)).not.toContain(mixed.id)
    expect(part.state.letter).toBeNull()
  })

  it('stays one', async () => {
    const { complaint } = await county()
    const { id } = await complaint.file({ ...letter, accused: { units: ['county-housing'] } }, citizen)
    await complaint.register(id, {}, staff.desk)
    const appeal = { class: 'appeal', route: 'petition' } as const
    expect(await why(complaint.classify(id, appeal, staff.desk))).toEqual(['CLASS_FIXED'])
  })
})

describe('vector 12: representatives at a visit', () => {
  const visit = (count: number, representatives: number) => ({
    ...letter,
    channel: 'visit' as const,
    petitioners: people(Math.max(count, representatives)),
    people: count,
    representatives: names(representatives),
  })

  it('are at most five', async () => {
    const { complaint } = await county()
    const six = await refusal(complaint.file(visit(20, 6), citizen))
    expect(six).toMatchObject({ code: 'REPRESENTATIVES_TOO_MANY', details: { representatives: 6, most: 5 } })
    expect((await complaint.file(visit(20, 5), citizen)).state.representatives).toHaveLength(5)
  })

  it('are at most three for up to ten people in Zhejiang', async () => {
    const { complaint } = await county({ rules: [zhejiang2016] }, '2020-03-02T09:00:00+08:00')
    const error = await refusal(complaint.file(visit(8, 4), citizen))
    expect(error).toMatchObject({
      code: 'REPRESENTATIVES_TOO_MANY',
      details: { most: 3, source: '浙江省信访条例 2016 Art. 15' },
    })
    expect((await complaint.file(visit(8, 3), citizen)).state.people).toBe(8)
    expect((await complaint.file(visit(11, 5), citizen)).state.people).toBe(11)
  })

  it('are all who come, where they are few', async () => {
    const { complaint } = await county()
    expect((await complaint.file(visit(2, 0), citizen)).state.representatives).toEqual(['p1', 'p2'])
  })

  it('must be named by a group that visits, and may be absent from a letter of many', async () => {
    const { complaint } = await county()
    expect(await why(complaint.file(visit(8, 0), citizen))).toEqual(['REPRESENTATIVES_MISSING'])
    const byLetter = { ...visit(150, 0), channel: 'letter' as const }
    expect((await complaint.file(byLetter, citizen)).state.people).toBe(150)
    const unknown = { ...visit(3, 0), representatives: ['somebody'] }
    expect(await why(complaint.file(unknown, citizen))).toEqual(['REPRESENTATIVE_UNKNOWN'])
  })
})

describe('vector 13: the rules of Zhejiang', () => {
  it('give thirty days to handle, and at most sixty more', async () => {
    const { complaint, accepted, due } = await county({ rules: [zhejiang2016] }, '2020-06-01T09:00:00+08:00')
    const { id, rules } = await accepted()
    expect(rules).toBe('cn-zhejiang-2016')
    expect((await due(id, 'handle'))?.dueOn).toBe('2020-07-01')
    const extension = { reason: 'r', approvedBy: 'housing-head', noticeOn: '2020-06-01' }
    expect(await why(complaint.extend(id, { ...extension, days: 61 }, staff.housing))).toEqual([
      'EXTENSION_TOO_LONG',
    ])
    await complaint.extend(id, { ...extension, days: 60 }, staff.housing)
    expect((await due(id, 'handle'))?.dueOn).toBe('2020-08-31')
  })
})

describe('the rules in force on the day of receipt', () => {
  it.each([
    ['2022-04-30', 'cn-2005-decree431'],
    ['2022-05-01', 'cn-2022-regulation'],
  ])('govern a letter received on %s: %s', async (receivedOn, rules) => {
    const { complaint } = await county({}, '2022-05-05T09:00:00+08:00')
    const filed = await complaint.file({ ...letter, channel: 'letter', receivedOn }, staff.desk)
    expect(filed.rules).toBe(rules)
  })

  it('cannot be found for a day before any rules, nor for a day to come', async () => {
    const { complaint } = await county()
    const received = (receivedOn: string) => complaint.file({ ...letter, receivedOn }, staff.desk)
    const own = complaint.file({ ...letter, receivedOn: '2022-04-30' }, citizen)
    expect(await why(own)).toEqual(['RECEIPT_BY_STAFF'])
    expect(await why(received('1999-01-01'))).toEqual(['RULES_NOT_IN_FORCE'])
    expect(await why(received('2024-08-02'))).toEqual(['RECEIVED_IN_FUTURE'])
    expect(await why(received('2024-02-30'))).toEqual(['INPUT_INVALID'])
  })
})
