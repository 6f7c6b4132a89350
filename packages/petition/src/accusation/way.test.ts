import { describe, expect, it } from 'vitest'
import { host, why } from '../complaint/county.fixture.js'
import { accuser, charge, people, town } from './town.fixture.js'

describe('whom it accuses', () => {
  it('is said by its author, by id or in words, and looked into when it is registered', async () => {
    const { accusation, filed, complaint: _ } = await town()
    const { accused: _accused, ...rest } = charge
    expect(await why(accusation.file(rest, accuser))).toEqual(['ACCUSED_MISSING'])
    expect(await why(filed({ accused: { units: ['nowhere'] } }))).toEqual(['UNIT_UNKNOWN'])
    const { id } = await accusation.file({ ...rest, accusedAs: '水务局的吴某某' }, accuser)
    expect(await why(accusation.register(id, {}, people.desk))).toEqual(['ACCUSED_MISSING'])
    expect(await why(accusation.register(id, { accused: {} }, people.desk))).toEqual(['ACCUSED_MISSING'])
    // Nobody is named yet: the unit above reads it.
    const above = { kind: 'officer', id: 'c', unit: 'county', roles: ['head'] } as const
    await accusation.get(id, above)
    await accusation.register(id, { accused: { persons: ['wu'], units: ['county-water'] } }, people.desk)
    expect(await why(accusation.get(id, people.water))).toEqual(['CASE_NOT_FOUND'])
    await accusation.nameAccused(id, { accused: { units: ['county'] } }, people.desk)
    expect(await why(accusation.get(id, above))).toEqual(['CASE_NOT_FOUND'])
    // The office stands below the county, and a unit above takes it over.
    expect(await why(accusation.get(id, people.desk))).toEqual(['CASE_NOT_FOUND'])
    const city = { kind: 'officer', id: 'city-head', unit: 'city', roles: ['head'] } as const
    await accusation.route(id, { to: 'city-discipline' }, city)
    const { state } = await accusation.accept(id, {}, people.cityDiscipline)
    expect(state.accused).toEqual({ persons: ['wu'], units: ['county-water', 'county'] })
    const same = await accusation.nameAccused(id, { accused: { units: ['county'] } }, people.cityDiscipline)
    expect(same.version).toBe((await accusation.get(id, host)).version)
  })

  it('may be unknown', async () => {
    const { accusation } = await town()
    const { accused: _, ...rest } = charge
    const { id } = await accusation.file({ ...rest, accusedUnknown: true }, accuser)
    const { state } = await accusation.register(id, { accusedUnknown: true }, people.desk)
    expect(state).toMatchObject({ status: 'registered', accused: { persons: [], units: [] } })
  })
})

describe('the way to the competent body', () => {
  it('never leads to the accused, their units, those below, or a successor', async () => {
    const { accusation, platform, registered, clock } = await town()
    expect(await why(registered({ unit: 'county-water' }))).toEqual(['ACCUSED_RECIPIENT'])
    const { id } = await registered({ accused: { units: ['county-water'], persons: ['housing-head'] } })
    const to = (unit: string) => why(accusation.route(id, { to: unit }, people.desk))
    for (const unit of ['county-water', 'water-works', 'county-housing'])
      expect(await to(unit)).toEqual(['ACCUSED_RECIPIENT'])
    clock.addDays(5)
    await platform.organizations.merge(
      { from: ['county-water'], into: 'county-school', on: '2024-08-06' },
      host,
    )
    expect(await to('county-school')).toEqual(['ACCUSED_RECIPIENT'])
    expect(await to('nowhere')).toEqual(['UNIT_UNKNOWN'])
    expect(await to('county-petition')).toEqual(['ALREADY_THERE'])
    expect(
      await why(accusation.tellPersonnel(id, { to: 'county-housing', report: 'r' }, people.desk)),
    ).toEqual(['ACCUSED_RECIPIENT'])
    await accusation.accept(id, {}, people.desk)
    await accusation.investigate(id, { investigators: ['x'] }, people.desk)
    await accusation.conclude(id, { outcome: 'found', findings: 'f' }, host)
    expect(await why(accusation.propose(id, { to: 'county-school', proposal: 'p' }, host))).toEqual([
      'ACCUSED_RECIPIENT',
    ])
  })

  it('goes back to a sender that agrees, within five working days, and not to one that is accused by now', async () => {
    const { accusation, routed, clock } = await town()
    const back = { reasons: '不属于本机关管辖', agreedBy: 'desk' }
    const one = await routed()
    expect(
      await why(
        accusation.notAccept(
          one.id,
          { ground: 'notCompetent', reasons: 'r', advice: 'a' },
          people.discipline,
        ),
      ),
    ).toEqual(['GROUND_NOT_FULFILLED'])
    const { state } = await accusation.giveBack(one.id, back, people.discipline)
    expect(state).toMatchObject({ status: 'registered', unit: 'county-petition', routing: null })
    const two = await routed()
    await accusation.nameAccused(two.id, { accused: { units: ['county-petition'] } }, people.discipline)
    expect(await why(accusation.giveBack(two.id, back, people.discipline))).toEqual(['ACCUSED_RECIPIENT'])
    const three = await routed()
    clock.addDays(8)
    expect(await why(accusation.giveBack(three.id, back, people.discipline))).toEqual(['OBJECTION_LATE'])
  })
})
