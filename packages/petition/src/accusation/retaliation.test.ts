import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, staff, why } from '../complaint/county.fixture.js'
import type { ReportRetaliation } from './retaliation.js'
import { anonymousCharge, charge, nobody, people, town } from './town.fixture.js'

const { unit: _, accused: __, ...what } = charge

/** A complaint that the housing department handles, and a way to report what its petitioner suffers for it. */
async function pending() {
  const made = await town()
  const { id } = await made.pendingComplaint()
  const code = await made.codeOf(id)
  const report = (more: Partial<ReportRetaliation> = {}, by: Actor = citizen) =>
    made.retaliation.report(
      { ...what, title: '打击报复', accused: { units: ['county-housing'] }, follows: { case: id }, ...more },
      by,
    )
  return { ...made, id, code, report }
}

describe('a report of retaliation', () => {
  it('is filed by the petitioner, handled outside of the accused body, and told', async () => {
    const { accusation, complaint, id, report, today, inquiry } = await pending()
    const before = await complaint.get(id, host)
    const { id: own, state, receipt } = await report()
    expect(state).toMatchObject({
      subject: 'retaliation',
      unit: 'county-discipline',
      follows: { case: id, kind: 'petition.complaint' },
    })
    await accusation.register(own, {}, people.discipline)
    await accusation.accept(own, {}, people.discipline)
    await accusation.protect(own, { measure: '责令停止刁难' }, people.disciplineHead)
    await accusation.investigate(own, { investigators: ['inv-1'] }, people.discipline)
    await accusation.conclude(own, { outcome: 'found', findings: 'f' }, people.investigator)
    await accusation.propose(own, { to: 'city', proposal: '建议给予处分' }, people.disciplineHead)
    await accusation.feedBack(
      own,
      { on: today(), manner: 'phone', proof: 'p', answer: '属实' },
      people.investigator,
    )
    await accusation.close(own, {}, people.discipline)
    expect((await inquiry.track(receipt.queryCode)).letters[0]?.fields.answer).toBe('属实')
    // The case that it follows was only read.
    expect(await complaint.get(id, host)).toEqual(before)
  })

  it('is there for nobody of the accused body, who handle the case that it follows', async () => {
    const { accusation, platform, report } = await pending()
    const { id } = await report({ accused: { persons: ['housing-head'] } })
    for (const by of [staff.housing, staff.housingDesk, staff.housingHead])
      expect(await why(accusation.get(id, by))).toEqual(['CASE_NOT_FOUND'])
    expect((await platform.cases.find({ kind: 'petition.accusation' }, staff.housingDesk)).items).toEqual([])
  })

  it('counts the units where an accused person has a post as the accused body', async () => {
    const { accusation, platform, report } = await pending()
    const post = { unit: 'county-petition', person: 'clerk', roles: ['petitionOfficer'] }
    await platform.organizations.appoint(post, host)
    const { id, state } = await report({ accused: { persons: ['clerk'] } })
    expect(state.unit).toBe('county-discipline')
    expect((await accusation.get(id, host)).state.accused).toEqual({
      persons: ['clerk'],
      units: ['county-petition'],
    })
    expect(await why(accusation.get(id, people.desk))).toEqual(['CASE_NOT_FOUND'])
    await accusation.register(id, {}, people.discipline)
    const to = accusation.route(id, { to: 'county-petition' }, people.discipline)
    expect(await why(to)).toEqual(['ACCUSED_RECIPIENT'])
    await accusation.accept(id, {}, people.discipline)
    await platform.organizations.appoint(
      { unit: 'county-petition', person: 'other', roles: ['handler'] },
      host,
    )
    const byOther = accusation.investigate(id, { investigators: ['other'] }, people.discipline)
    expect(await why(byOther)).toEqual(['ACCUSED_HANDLER'])
    // Also of those who are found out later.
    await platform.organizations.appoint({ unit: 'county-school', person: 'teacher', roles: [] }, host)
    await accusation.nameAccused(id, { accused: { persons: ['teacher'] } }, people.discipline)
    expect((await accusation.get(id, host)).state.accused.units).toEqual(['county-petition', 'county-school'])
    // An accusation of misconduct goes by the accused alone.
    const { state: plain } = await accusation.file({ ...charge, accused: { persons: ['clerk'] } }, citizen)
    expect(plain.unit).toBe('county-petition')
  })

  it('is made by whoever holds the code, also without a name', async () => {
    const { accusation, report, code, id } = await pending()
    const byCode = await report(
      { ...anonymousCharge, unit: undefined, accusers: undefined, follows: { queryCode: code } },
      nobody,
    )
    expect(byCode.state).toMatchObject({ identity: 'anonymous', follows: { case: id } })
    const wrong = report({ follows: { queryCode: '7K3M-9QXD-2H4J-8P0T' } })
    expect(await why(wrong)).toEqual(['QUERY_CODE_UNKNOWN'])
    expect((await accusation.get(byCode.id, host)).state.subject).toBe('retaliation')
  })

  it('is limited like every attempt by a code, by the origin that the host names', async () => {
    const { retaliation } = await town({ mayTrack: (origin) => origin !== 'blocked' })
    const input = { ...what, accused: { units: ['county-housing'] }, follows: { queryCode: 'x' } }
    expect(await why(retaliation.report(input, citizen, undefined, 'blocked'))).toEqual(['TOO_MANY_ATTEMPTS'])
    expect(await why(retaliation.report(input, citizen, undefined, 'other'))).toEqual(['QUERY_CODE_UNKNOWN'])
  })

  it('is recorded by staff who may read the case, and tells others of no case', async () => {
    const { report, filed, retaliation } = await pending()
    expect((await report({ channel: 'visit' }, people.desk)).state.channel).toBe('visit')
    const sealed = await filed()
    const accusers = [{ id: 'r2', name: '某某' }]
    for (const follows of [{ case: sealed.id }, { case: 'nowhere' }])
      for (const by of [people.water, neighbour, { kind: 'resident', id: 'wu' }] as const) {
        const input = { ...what, accusers, accused: { units: ['county-school'] }, follows }
        expect(await why(retaliation.report(input, by))).toEqual(['CASE_NOT_FOUND'])
      }
    expect(await why(report({}, neighbour))).toEqual(['CASE_NOT_FOUND'])
  })

  it('of an accuser is kept from those whom the accusation accuses too', async () => {
    const { accusation, filed, report } = await pending()
    const { id } = await filed()
    expect(await why(report({ follows: { case: id }, accused: {}, unit: 'county-discipline' }))).toEqual([
      'ACCUSED_MISSING',
    ])
    const { state, id: own } = await report({
      follows: { case: id },
      accused: { persons: ['somebody'] },
      unit: 'county-discipline',
    })
    expect(state.accused.units).toEqual([])
    expect((await accusation.get(own, host)).state.accused).toEqual({
      persons: ['wu', 'somebody'],
      units: ['county-water'],
    })
    expect(await why(accusation.get(own, people.water))).toEqual(['CASE_NOT_FOUND'])
  })

  it('cannot be made up by an accusation that says where it comes from', async () => {
    const { accusation, retaliation, platform, id } = await pending()
    const origin = {
      kind: 'retaliation',
      follows: { case: id, kind: 'petition.complaint' },
      accused: { persons: [], units: [] },
    }
    expect(await why(accusation.file({ ...charge, origin } as never, citizen))).toEqual(['INPUT_INVALID'])
    // A form does not ask for it.
    const { file } = await platform.forms.schemas('petition.accusation')
    expect((file?.properties as { readonly origin?: object } | undefined)?.origin).toEqual({ readOnly: true })
    const follows = { case: id }
    for (const input of [null, {}, { ...charge }, { ...charge, follows: {} }, { ...charge, follows, origin }])
      expect(await why(retaliation.report(input as never, citizen))).toEqual(['INPUT_INVALID'])
  })

  it('is made once with one key, by two calls at once', async () => {
    const { retaliation, id, platform } = await pending()
    const input = { ...what, accused: { units: ['county-housing'] }, follows: { case: id } }
    const key = { idempotencyKey: 'once' }
    const [one, two] = await Promise.all([
      retaliation.report(input, citizen, key),
      retaliation.report(input, citizen, key),
    ])
    expect(one?.id).toBe(two?.id)
    expect((await platform.cases.find({ kind: 'petition.accusation' }, host)).items).toHaveLength(1)
  })
})
