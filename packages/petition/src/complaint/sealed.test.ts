import type { Actor, Officer } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { petition } from '../plugin.js'
import { citizen, county, host, letter, neighbour, refusal, staff, why } from './county.fixture.js'

const officer = (id: string, unit: string, ...roles: string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})
const accusation = { ...letter, unit: 'city-discipline', title: '举报', text: '收受好处' }
const merge = (into: string, noticeOn: string) => ({ into, finding: '同一事项', noticeOn })

/** What somebody gets to know of a case by every way of asking. */
async function traces(made: Awaited<ReturnType<typeof county>>, id: string, by: Actor) {
  const { complaint, platform } = made
  const ways = [
    complaint.get(id, by),
    complaint.history(id, by),
    complaint.actions(id, by),
    complaint.duplicates(id, by),
    complaint.links(id, by),
    complaint.note(id, { text: 'x' }, by),
    complaint.note(id, { text: 'x' }, by, { expectedVersion: 99 }),
    complaint.classify(id, { class: 'appeal', route: 'petition' }, by),
    complaint.settleDispute(id, { to: 'county', reasons: 'x' }, by),
    platform.deadlines.of(id, by),
    platform.deadlines.explain(id, 'handle', by),
  ]
  return await Promise.all(ways.map(async (work) => (await refusal(work)).message.replaceAll(id, 'ID')))
}

describe('a sealed accusation', () => {
  it('is not there for outsiders either, so that no second identity tells the accused of it', async () => {
    const made = await county()
    const { id } = await made.complaint.file(
      { ...accusation, accused: { units: ['county-housing'] } },
      citizen,
    )
    const outsiders: Actor[] = [
      staff.housingHead,
      staff.water,
      staff.desk,
      staff.county,
      neighbour,
      { kind: 'anonymous' },
    ]
    for (const by of outsiders) {
      expect(await traces(made, id, by)).toEqual(await traces(made, '0'.repeat(id.length), by))
    }
    expect((await made.complaint.get(id, staff.discipline)).state.class).toBe('accusation')
  })

  it('is not read by whoever has a second post in the accused unit, also while acting for another one', async () => {
    const { complaint, platform } = await county()
    await platform.organizations.appoint({ unit: 'county-water', person: 'dis-2', roles: ['handler'] }, host)
    const { id } = await complaint.file({ ...accusation, accused: { units: ['county-water'] } }, citizen)
    const twice = officer('dis-2', 'city-discipline', 'petitionOfficer', 'handler')
    expect((await refusal(complaint.get(id, twice))).code).toBe('CASE_NOT_FOUND')
    expect(await platform.cases.mayRead(id, twice)).toBe(false)
    expect(await platform.cases.mayRead(id, staff.discipline)).toBe(true)
  })

  it('is no case to merge into, and its existence is not told by trying', async () => {
    const { complaint, registered, today } = await county()
    const open = await registered()
    const { id } = await complaint.file({ ...accusation, accused: { units: ['county-housing'] } }, citizen)
    expect(await why(complaint.merge(open.id, merge(id, today()), staff.desk))).toEqual(['CASE_NOT_FOUND'])
    expect(await why(complaint.merge(open.id, merge(id, today()), host))).toEqual(['LINK_TO_SEALED'])
    const ended = { ground: 'alreadyEnded' as const, reasons: 'r', advice: 'a', noticeOn: today() }
    for (const endedCase of [id, 'nowhere']) {
      expect(await why(complaint.notAccept(open.id, { ...ended, endedCase }, staff.desk))).toEqual([
        'CASE_NOT_FOUND',
      ])
    }
    expect((await complaint.get(open.id, citizen)).state.status).toBe('registered')
  })

  it('whoever may not merge learns nothing of the other case', async () => {
    const { complaint, registered, today } = await county()
    const [one, two] = [await registered(), await registered()]
    for (const into of [two.id, 'nowhere']) {
      expect(await why(complaint.merge(one.id, merge(into, today()), neighbour))).toEqual(['NOT_IN_CHARGE'])
    }
    await expect(complaint.merge(one.id, { into: two.id } as never, staff.desk)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
  })

  it('stays hidden from the unit of an accused head when the post, or the unit, ends', async () => {
    const { complaint, platform, clock } = await county()
    await platform.organizations.appoint({ unit: 'county', person: 'mayor', roles: ['head'] }, host)
    const { id } = await complaint.file(
      { ...accusation, accused: { persons: ['mayor', 'housing-head'] } },
      citizen,
    )
    const below = officer('o', 'county-water', 'head')
    expect(await why(complaint.get(id, below))).toEqual(['CASE_NOT_FOUND'])
    await complaint.register(id, {}, host)
    clock.addDays(10)
    await platform.organizations.dismiss({ unit: 'county', person: 'mayor', on: '2024-08-05' }, host)
    expect(await why(complaint.refer(id, { to: 'county', manner: 'transfer' }, staff.discipline))).toEqual([
      'ACCUSED_RECIPIENT',
    ])
    await platform.organizations.merge(
      { from: ['county-housing'], into: 'county-water', on: '2024-08-06' },
      host,
    )
    for (const to of ['county', 'county-water', 'town']) {
      expect(await why(complaint.refer(id, { to, manner: 'transfer' }, staff.discipline))).toEqual([
        'ACCUSED_RECIPIENT',
      ])
    }
  })

  it('does not bar a unit that the accused headed long before', async () => {
    const { complaint, platform } = await county()
    const post = { unit: 'county-petition', person: 'old-head', roles: ['head'], from: '2010-01-01' }
    await platform.organizations.appoint(post, host)
    await platform.organizations.dismiss(
      { unit: 'county-petition', person: 'old-head', on: '2015-01-01' },
      host,
    )
    const { state } = await complaint.file(
      { ...accusation, unit: 'county-petition', accused: { persons: ['old-head'] } },
      citizen,
    )
    expect(state.confidentiality).toBe('sealedAccusation')
  })

  it('names only units that are known, since an unknown one would be sealed from nobody', async () => {
    const { complaint, platform, registered } = await county()
    const filing = complaint.file({ ...accusation, accused: { units: ['county-hosing'] } }, citizen)
    expect(await why(filing)).toEqual(['UNIT_UNKNOWN'])
    const { id } = await complaint.file(letter, citizen)
    await complaint.register(id, {}, staff.desk)
    const accused = { units: ['nowhere'] }
    expect(await why(complaint.classify(id, { class: 'accusation', accused }, staff.desk))).toEqual([
      'UNIT_UNKNOWN',
    ])
    await platform.organizations.close({ unit: 'county-water', on: '2024-08-01' }, host)
    const sealed = await complaint.classify(
      id,
      { class: 'accusation', accused: { units: ['county-water'] } },
      host,
    )
    expect(sealed.state.confidentiality).toBe('sealedAccusation')
    expect((await registered()).state.class).toBe('appeal')
  })

  it('is not named by the history of another part of its letter', async () => {
    const { complaint } = await county()
    const { id } = await complaint.file(letter, citizen)
    await complaint.register(id, { matter: 'housing' }, staff.desk)
    await complaint.separate(id, { requests: [{ title: '举报', text: '房管局收受好处' }] }, staff.desk)
    const separated = (await complaint.history(id, host)).find(
      (event) => event.type === 'petition.complaint-separated',
    )
    const data = separated?.data as { readonly cases: readonly string[] } | undefined
    const [sealed = ''] = data?.cases ?? []
    await complaint.classify(
      sealed,
      { class: 'accusation', accused: { units: ['county-housing'] } },
      staff.desk,
    )
    await complaint.classify(id, { class: 'appeal', route: 'petition' }, staff.desk)
    await complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.desk)
    for (const by of [staff.housingDesk, citizen])
      expect(JSON.stringify(await complaint.history(id, by))).not.toContain(sealed)
  })

  it('is not given back to a sender that it accuses by now', async () => {
    const { complaint, registered } = await county()
    const { id } = await registered()
    await complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.desk)
    await complaint.classify(
      id,
      { class: 'accusation', accused: { units: ['county-petition'] } },
      staff.housingDesk,
    )
    await complaint.object(id, { reasons: 'x' }, staff.housingDesk)
    expect(await why(complaint.answerObjection(id, { consent: true, reasons: 'x' }, host))).toEqual([
      'ACCUSED_RECIPIENT',
    ])
  })

  it('is followed by its code also where the first petitioner must not act', async () => {
    const { complaint, inquiry } = await county()
    const petitioners = [
      { id: 'r1', name: '甲' },
      { id: 'r2', name: '乙' },
    ]
    const filed = await complaint.file(
      { ...accusation, petitioners, accused: { persons: ['r1'] } },
      neighbour,
    )
    const matter = await inquiry.track(filed.receipt.queryCode)
    expect(matter.actions).toContain('supplement')
    expect(await why(inquiry.follow(filed.id, citizen))).toEqual(['CASE_NOT_FOUND'])
  })
})

describe('a case of an office that has been split', () => {
  it('is registered and separated by the successor that has it', async () => {
    const { complaint, platform, clock } = await county()
    const { id } = await complaint.file(letter, citizen)
    clock.addDays(1)
    const part = (unit: string) => ({
      id: unit,
      name: unit,
      level: 'county',
      type: 'petitionOffice',
      parent: 'county',
    })
    await platform.organizations.split(
      { unit: 'county-petition', into: [part('north-petition'), part('south-petition')], on: '2024-08-02' },
      host,
    )
    const south = officer('s', 'south-petition', 'petitionOfficer')
    const { state } = await complaint.register(id, {}, south)
    expect(state.number).toMatch(/^XF20240802-/)
    await complaint.separate(id, { requests: [{ title: '另一请求', text: '另一请求的内容' }] }, south)
    const { items } = await platform.cases.find({}, south)
    expect(items.map((item) => item.unit).sort()).toEqual(['county-petition', 'south-petition'])
  })
})

describe('the plugin', () => {
  it.each([[5], [null], [{ rules: {} }], [{ rules: [] }], [{ numbering: 'XF' }]])(
    'is not made of %o',
    (options) => {
      expect(() => petition(options as never)).toThrow(expect.objectContaining({ code: 'OPTIONS_INVALID' }))
    },
  )
})
