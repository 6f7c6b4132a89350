import { describe, expect, it } from 'vitest'
import { givenOrganization, huaian, idsOf, refusal, unit } from './given.fixture.js'

describe('renaming a unit', () => {
  it('keeps the old name on the days before', () => {
    const organization = givenOrganization(...huaian)
    organization.do('rename', {
      unit: 'qinghe',
      name: '清江浦区',
      nameEn: 'Qingjiangpu',
      code: '320812',
      on: '2016-10-08',
    })
    expect(organization.on('2016-10-07').get('qinghe')).toMatchObject({ name: '清河区', code: '320802' })
    expect(organization.on('2016-10-08').get('qinghe')).toMatchObject({
      name: '清江浦区',
      nameEn: 'Qingjiangpu',
    })
    expect(organization.on('2016-10-08').byCode('320812')?.id).toBe('qinghe')
  })

  it('drops an English name that translated the old one, and keeps the rest', () => {
    const organization = givenOrganization(...huaian)
    organization.do('rename', { unit: 'city', name: '淮阴市', on: '2020-01-01' })
    expect(organization.on('2020-01-01').get('city')).toStrictEqual({
      id: 'city',
      name: '淮阴市',
      level: 'city',
      type: 'government',
    })
  })

  it('is refused for a unit that is not open on that day', () => {
    const organization = givenOrganization(...huaian)
    expect(refusal(() => organization.do('rename', { unit: 'x', name: 'y', on: '2020-01-01' }))).toEqual({
      code: 'UNIT_UNKNOWN',
      details: { unit: 'x', on: '2020-01-01' },
    })
  })

  it('is refused before the last change of the unit, and taken on the same day', () => {
    const organization = givenOrganization(...huaian)
    organization.do('rename', { unit: 'qinghe', name: 'a', on: '2020-01-01' })
    expect(refusal(() => organization.do('rename', { unit: 'qinghe', name: 'b', on: '2019-12-31' }))).toEqual(
      {
        code: 'ORGANIZATION_CHANGE_BACKDATED',
        details: { unit: 'qinghe', on: '2019-12-31', last: '2020-01-01' },
      },
    )
    organization.do('rename', { unit: 'qinghe', name: 'b', on: '2020-01-01' })
    expect(organization.on('2020-01-01').get('qinghe').name).toBe('b')
  })

  it('is refused on a day that does not exist', () => {
    const organization = givenOrganization(...huaian)
    const found = refusal(() => organization.do('rename', { unit: 'qinghe', name: 'b', on: '2019-02-29' }))
    expect(found).toMatchObject({ code: 'INPUT_INVALID', details: { issues: [{ path: 'on' }] } })
  })
})

describe('moving a unit', () => {
  it('changes one line and leaves the other', () => {
    const organization = givenOrganization(...huaian)
    organization.do('move', { unit: 'qingheBureau', parent: 'qingpu', on: '2020-01-01' })
    expect(idsOf(organization.on('2020-01-01').nextHigher('qingheBureau'))).toEqual(['qingpu', 'cityBureau'])
    expect(organization.on('2020-01-01').subtree('qingpu')).toContain('station')
  })

  it('takes null for the top of a line', () => {
    const organization = givenOrganization(...huaian)
    organization.do('move', { unit: 'qingheBureau', parent: null, superior: null, on: '2020-01-01' })
    expect(organization.on('2020-01-01').nextHigher('qingheBureau')).toEqual([])
    expect(idsOf(organization.on('2020-01-01').roots())).toEqual(['city', 'qingheBureau'])
  })

  it('is refused for a unit that is not open, and before its last change', () => {
    const organization = givenOrganization(...huaian)
    organization.do('rename', { unit: 'street', name: 'new', on: '2020-01-01' })
    const move = (own: string) => () =>
      organization.do('move', { unit: own, parent: 'qingpu', on: '2019-12-31' })
    expect(refusal(move('nowhere'))?.code).toBe('UNIT_UNKNOWN')
    expect(refusal(move('street'))?.code).toBe('ORGANIZATION_CHANGE_BACKDATED')
  })

  it('wants at least one of the two lines', () => {
    const organization = givenOrganization(...huaian)
    expect(refusal(() => organization.do('move', { unit: 'street', on: '2020-01-01' }))?.code).toBe(
      'INPUT_INVALID',
    )
  })

  it('is refused below itself, on the same line or over both', () => {
    const organization = givenOrganization(...huaian)
    const on = '2020-01-01'
    expect(refusal(() => organization.do('move', { unit: 'qinghe', parent: 'station', on }))).toEqual({
      code: 'UNIT_CYCLE',
      details: { unit: 'qinghe', under: 'station' },
    })
    expect(refusal(() => organization.do('move', { unit: 'qinghe', parent: 'qinghe', on }))?.code).toBe(
      'UNIT_CYCLE',
    )
    // The station's bureau has the city's bureau above it, so the city's bureau cannot have the station above it.
    expect(
      refusal(() => organization.do('move', { unit: 'cityBureau', superior: 'station', on }))?.code,
    ).toBe('UNIT_CYCLE')
  })

  it('is refused when it would close a circle with a move that is recorded for a later day', () => {
    const organization = givenOrganization(...huaian)
    organization.do('move', { unit: 'qinghe', parent: 'qingpu', on: '2030-01-01' })
    const move = { unit: 'qingpu', parent: 'qinghe', on: '2020-01-01' }
    expect(refusal(() => organization.do('move', move))?.code).toBe('UNIT_CYCLE')
  })

  it('is refused when a circle would last for a while only', () => {
    const organization = givenOrganization(
      unit('top'),
      unit('m', 'top'),
      unit('p', 'm'),
      unit('q', 'm'),
      unit('low', 'p'),
    )
    organization.do('move', { unit: 'm', parent: null, on: '2022-01-01' })
    organization.do('move', { unit: 'low', parent: 'q', on: '2023-01-01' })
    const move = (on: string) => () => organization.do('move', { unit: 'top', parent: 'low', on })
    expect(refusal(move('2021-12-31'))?.code).toBe('UNIT_CYCLE')
    expect(refusal(move('2022-01-01'))).toBeUndefined()
  })

  it('is refused under a unit that is closed, or closes later', () => {
    const organization = givenOrganization(...huaian)
    organization.do('close', { unit: 'street', on: '2030-01-01' })
    const move = (on: string) => () => organization.do('move', { unit: 'station', parent: 'street', on })
    expect(refusal(move('2020-01-01'))?.details).toEqual({ unit: 'street', on: '2030-01-01' })
    expect(refusal(move('2031-01-01'))?.details).toEqual({ unit: 'street', on: '2031-01-01' })
  })
})
