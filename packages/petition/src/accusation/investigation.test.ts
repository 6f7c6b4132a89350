import { describe, expect, it } from 'vitest'
import { host, neighbour, refusal, why } from '../complaint/county.fixture.js'
import { accuser, people, town } from './town.fixture.js'

const telling = (on: string) =>
  ({ on, manner: 'phone', proof: 'call 1', answer: '反映的问题属实。' }) as const

describe('a withdrawal', () => {
  it('stops nothing; the body decides, and says why', async () => {
    const { accusation, inquiry, investigating } = await town()
    const { id } = await investigating()
    expect(
      await why(accusation.decideWithdrawal(id, { goesOn: true, reasons: 'r' }, people.disciplineHead)),
    ).toEqual(['NOT_WITHDRAWN'])
    expect(await why(accusation.withdraw(id, { reason: 'r', freely: true }, neighbour))).toEqual([
      'CASE_NOT_FOUND',
    ])
    const { state } = await accusation.withdraw(id, { reason: '不想再追究', freely: true }, accuser)
    expect(state.status).toBe('investigating')
    expect(
      await why(accusation.conclude(id, { outcome: 'found', findings: 'f' }, people.investigator)),
    ).toEqual(['WITHDRAWAL_OPEN'])
    // Not by who investigates.
    expect(
      await why(accusation.decideWithdrawal(id, { goesOn: false, reasons: 'r' }, people.investigator)),
    ).toEqual(['ROLE_MISSING'])
    await accusation.decideWithdrawal(
      id,
      { goesOn: true, reasons: '问题线索具体，继续核查。' },
      people.disciplineHead,
    )
    await accusation.conclude(id, { outcome: 'found', findings: 'f' }, people.investigator)
    expect((await inquiry.follow(id, accuser)).letters.map(({ fields }) => fields.reasons)).toEqual([
      '问题线索具体，继续核查。',
    ])
    const other = await investigating()
    await accusation.withdraw(other.id, { reason: 'r', freely: true }, accuser)
    const ended = await accusation.decideWithdrawal(
      other.id,
      { goesOn: false, reasons: 'r' },
      people.disciplineHead,
    )
    expect(ended.state.status).toBe('discontinued')
    const again = await accusation.reopen(
      other.id,
      { ground: 'newFacts', reasons: 'r' },
      people.disciplineHead,
    )
    expect(again.state).toMatchObject({ status: 'accepted', withdrawal: null, reopened: 1 })
  })
})

describe('an investigation', () => {
  it('is by nobody who is accused, recused or of an accused unit', async () => {
    const { accusation, platform, accepted } = await town()
    const post = (unit: string, person: string) => ({ unit, person, roles: ['handler'] })
    await platform.organizations.appoint([post('county-discipline', 'two'), post('water-works', 'two')], host)
    const { id } = await accepted()
    const name = (...investigators: string[]) =>
      accusation.investigate(id, { investigators }, people.disciplineHead)
    expect(await why(name('wu'))).toEqual(['ACCUSED_HANDLER'])
    expect(await why(name('inv-1', 'two'))).toEqual(['ACCUSED_HANDLER'])
    expect(await why(name())).toEqual(['INPUT_INVALID'])
    await accusation.recuse(id, { person: 'inv-2', reason: '近亲属' }, people.disciplineHead)
    expect(await why(name('inv-2'))).toEqual(['HANDLER_RECUSED'])
    expect(await why(accusation.get(id, people.colleague))).toEqual(['CASE_NOT_FOUND'])
    await name('inv-1')
    const own = accusation.recuse(id, { person: 'dis-head', reason: 'r' }, people.disciplineHead)
    expect(await why(own)).toEqual(['OWN_RECUSAL'])
    await accusation.recuse(id, { person: 'inv-1', reason: 'r' }, people.disciplineHead)
    const finding = { outcome: 'found', findings: 'f' } as const
    expect(await why(accusation.conclude(id, finding, people.disciplineHead))).toEqual(['NOT_INVESTIGATED'])
    expect(await why(accusation.conclude(id, finding, people.investigator))).toEqual(['CASE_NOT_FOUND'])
    await name('inv-3')
    await accusation.conclude(id, finding, { ...people.investigator, id: 'inv-3' })
  })

  it('that clears somebody is not closed before they have been cleared', async () => {
    const { accusation, concluded, today } = await town()
    const { id } = await concluded({}, 'clarified')
    await accusation.feedBack(id, telling(today()), people.investigator)
    expect(await why(accusation.close(id, {}, people.discipline))).toEqual(['NOT_CLEARED'])
    expect(await why(accusation.propose(id, { to: 'city', proposal: 'p' }, people.disciplineHead))).toEqual([
      'NOTHING_FOUND',
    ])
    const clearing = {
      on: today(),
      manner: 'meeting',
      statement: '经核查，反映失实。',
      approvedBy: 'dis-head',
    } as const
    for (const others of [{}, { persons: ['zhao'] }, { units: ['county-water', 'county-school'] }])
      expect(await why(accusation.clarify(id, { ...clearing, ...others }, people.disciplineHead))).toEqual([
        'CLARIFIED_NOT_ACCUSED',
      ])
    const { state } = await accusation.clarify(id, { ...clearing, persons: ['wu'] }, people.disciplineHead)
    expect(state.clarifications).toEqual([{ on: today(), manner: 'meeting', persons: ['wu'], units: [] }])
    await accusation.close(id, {}, people.discipline)
    const found = await concluded()
    expect(
      await why(accusation.clarify(found.id, { ...clearing, persons: ['wu'] }, people.disciplineHead)),
    ).toEqual(['NOTHING_TO_CLEAR'])
  })

  it('goes to another body when the one that has it turns out to be accused', async () => {
    const { accusation, investigating } = await town()
    const { id } = await investigating()
    await accusation.nameAccused(id, { accused: { persons: ['dis-head'] } }, people.investigator)
    for (const by of [people.investigator, people.disciplineHead, people.discipline])
      expect((await refusal(accusation.get(id, by))).code).toBe('CASE_NOT_FOUND')
    const county = { kind: 'officer', id: 'county-head', unit: 'county', roles: ['head'] } as const
    expect((await accusation.competent(id, county)).map(({ unit }) => unit)).toEqual([
      'city-discipline',
      'county',
    ])
    const { state } = await accusation.route(id, { to: 'city-discipline' }, county)
    expect(state).toMatchObject({
      status: 'routed',
      unit: 'city-discipline',
      investigators: [],
      acceptedOn: null,
    })
  })
})
