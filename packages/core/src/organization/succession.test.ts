import { describe, expect, it } from 'vitest'
import { givenOrganization, huaian, idsOf, refusal, unit } from './given.fixture.js'

const qingjiangpu = {
  id: 'qingjiangpu',
  name: '清江浦区',
  code: '320812',
  level: 'county',
  type: 'government',
}
const merger = { from: ['qinghe', 'qingpu'], into: { ...qingjiangpu, parent: 'city' }, on: '2016-10-08' }

describe('merging units', () => {
  it('opens the new unit, ends the old ones and takes what stood below along, in one commit', () => {
    const events = givenOrganization(...huaian).do('merge', { ...merger, source: '苏政发〔2016〕' })
    expect(events.map(({ type }) => type)).toEqual([
      'core.units-opened',
      'core.units-merged',
      'core.unit-moved',
      'core.unit-moved',
      'core.unit-moved',
    ])
    expect(events[1]?.data).toEqual({
      from: ['qinghe', 'qingpu'],
      into: 'qingjiangpu',
      on: '2016-10-08',
      source: '苏政发〔2016〕',
    })
  })

  it('shows the old tree before the day and the new one from the day on', () => {
    const organization = givenOrganization(...huaian)
    organization.do('merge', merger)
    const before = organization.on('2016-10-07')
    const after = organization.on('2016-10-08')
    expect(before.get('street').parent).toBe('qinghe')
    expect(before.unit('qingjiangpu')).toBeUndefined()
    expect(after.unit('qinghe')).toBeUndefined()
    expect(idsOf(after.children('qingjiangpu'))).toEqual(['qingheBureau', 'qingpuBureau', 'street'])
    expect(idsOf(after.successors('qinghe'))).toEqual(['qingjiangpu'])
    expect(after.byCode('320802')).toBeUndefined()
  })

  it('moves the departmental line along as well', () => {
    const organization = givenOrganization(...huaian, unit('otherBureau', 'city'))
    organization.do('merge', { from: ['cityBureau'], into: 'otherBureau', on: '2018-01-01' })
    expect(idsOf(organization.on('2018-01-01').nextHigher('qingheBureau'))).toEqual(['qinghe', 'otherBureau'])
    expect(idsOf(organization.on('2017-12-31').nextHigher('qingheBureau'))).toEqual(['qinghe', 'cityBureau'])
  })

  it('follows mergers of mergers to the unit that is open on the day', () => {
    const organization = givenOrganization(...huaian)
    organization.do('merge', merger)
    organization.do('merge', {
      from: ['qingjiangpu'],
      into: { ...qingjiangpu, id: 'new', parent: 'city' },
      on: '2030-01-01',
    })
    expect(idsOf(organization.on('2016-01-01').successors('qinghe'))).toEqual(['qinghe'])
    expect(idsOf(organization.on('2020-01-01').successors('qinghe'))).toEqual(['qingjiangpu'])
    expect(idsOf(organization.on('2030-01-01').successors('qinghe'))).toEqual(['new'])
    expect(organization.on('2030-01-01').subtree('new')).toContain('station')
  })

  it('takes a unit into one that is open already, also its own parent', () => {
    const organization = givenOrganization(...huaian)
    const events = organization.do('merge', {
      from: ['qingheBureau', 'station'],
      into: 'qinghe',
      on: '2020-01-01',
    })
    expect(events.map(({ type }) => type)).toEqual(['core.units-merged'])
    expect(organization.on('2020-01-01').subtree('qinghe')).toEqual(['qinghe', 'street'])
    expect(idsOf(organization.on('2020-01-01').successors('station'))).toEqual(['qinghe'])
  })

  it('refuses a unit that would be its own successor', () => {
    const organization = givenOrganization(...huaian)
    const input = { from: ['qinghe', 'qingpu'], into: 'qinghe', on: '2020-01-01' }
    expect(refusal(() => organization.do('merge', input))?.code).toBe('UNIT_OWN_SUCCESSOR')
  })

  it('refuses to merge a unit into one that stands below it, at any distance, old or new', () => {
    const organization = givenOrganization(...huaian)
    const on = '2020-01-01'
    expect(refusal(() => organization.do('merge', { from: ['qinghe'], into: 'station', on }))?.code).toBe(
      'UNIT_CYCLE',
    )
    const below = { ...qingjiangpu, parent: 'qingheBureau' }
    expect(refusal(() => organization.do('merge', { from: ['qinghe'], into: below, on }))?.code).toBe(
      'UNIT_CYCLE',
    )
  })

  it('refuses a unit that is not open, or closes later', () => {
    const organization = givenOrganization(...huaian)
    organization.do('close', { unit: 'station', on: '2030-01-01' })
    const merge = (into: string) => () =>
      organization.do('merge', { from: ['street'], into, on: '2020-01-01' })
    expect(refusal(merge('nowhere'))?.code).toBe('UNIT_UNKNOWN')
    expect(refusal(merge('station'))?.details).toEqual({ unit: 'station', on: '2030-01-01' })
  })

  it('refuses when a unit below has a change on a later day', () => {
    const organization = givenOrganization(...huaian)
    organization.do('move', { unit: 'street', parent: 'qingpu', on: '2020-01-01' })
    expect(refusal(() => organization.do('merge', merger))).toEqual({
      code: 'ORGANIZATION_CHANGE_BACKDATED',
      details: { unit: 'street', on: '2016-10-08', last: '2020-01-01' },
    })
  })
})

describe('splitting a unit', () => {
  const parts = [unit('east', 'qinghe'), unit('west', 'qinghe')]

  it('names all parts as successors, in their order', () => {
    const organization = givenOrganization(...huaian)
    organization.do('split', { unit: 'street', into: parts, on: '2020-01-01' })
    expect(idsOf(organization.on('2020-01-01').successors('street'))).toEqual(['east', 'west'])
    organization.do('split', { unit: 'east', into: ['west', unit('north', 'qinghe')], on: '2021-01-01' })
    expect(idsOf(organization.on('2021-01-01').successors('street'))).toEqual(['west', 'north'])
    expect(idsOf(organization.on('2020-12-31').successors('street'))).toEqual(['east', 'west'])
  })

  it('wants the units below moved first, on either line', () => {
    const organization = givenOrganization(...huaian)
    const into = [unit('a', 'city'), unit('b', 'city')]
    expect(refusal(() => organization.do('split', { unit: 'qinghe', into, on: '2020-01-01' }))).toEqual({
      code: 'UNIT_HAS_CHILDREN',
      details: { unit: 'qinghe', children: ['qingheBureau', 'street'] },
    })
    const bureau = { unit: 'cityBureau', into, on: '2020-01-01' }
    expect(refusal(() => organization.do('split', bureau))?.code).toBe('UNIT_HAS_CHILDREN')
  })

  it('lets the units below move to the parts on the same day', () => {
    const organization = givenOrganization(...huaian)
    const on = '2020-01-01'
    organization.do('open', [unit('a', 'city', { openedOn: on }), unit('b', 'city', { openedOn: on })])
    organization.do('move', { unit: 'street', parent: 'a', on })
    organization.do('move', { unit: 'qingheBureau', parent: 'b', on })
    organization.do('split', { unit: 'qinghe', into: ['a', 'b'], on })
    expect(organization.on(on).subtree('b')).toEqual(['b', 'qingheBureau', 'station'])
    expect(organization.on('2019-12-31').subtree('qinghe')).toContain('station')
  })

  it('refuses a part below the unit that ends, a part that is not open, and the unit itself', () => {
    const organization = givenOrganization(...huaian)
    const into = (one: string | ReturnType<typeof unit>) => ({
      unit: 'street',
      into: [one, 'qingpu'],
      on: '2020-01-01',
    })
    expect(refusal(() => organization.do('split', into(unit('a', 'street'))))?.code).toBe('UNIT_CYCLE')
    expect(refusal(() => organization.do('split', into('nowhere')))?.code).toBe('UNIT_UNKNOWN')
    expect(refusal(() => organization.do('split', into('street')))?.code).toBe('UNIT_OWN_SUCCESSOR')
  })
})

describe('closing a unit', () => {
  it('hands its work to the successor, or to nobody', () => {
    const organization = givenOrganization(...huaian)
    organization.do('close', { unit: 'street', successor: 'qinghe', on: '2020-01-01' })
    organization.do('close', { unit: 'station', on: '2020-01-01' })
    expect(idsOf(organization.on('2020-01-01').successors('street'))).toEqual(['qinghe'])
    expect(organization.on('2020-01-01').successors('station')).toEqual([])
  })

  it('is refused while units stand below it, also future ones', () => {
    const organization = givenOrganization(...huaian)
    organization.do('move', { unit: 'station', parent: 'street', on: '2030-01-01' })
    const closing = { unit: 'street', on: '2020-01-01' }
    expect(refusal(() => organization.do('close', closing))).toEqual({
      code: 'UNIT_HAS_CHILDREN',
      details: { unit: 'street', children: ['station'] },
    })
  })

  it('is refused on a day before another unit hands over its work', () => {
    const organization = givenOrganization(...huaian)
    organization.do('close', { unit: 'street', successor: 'station', on: '2030-01-01' })
    const closing = { unit: 'station', successor: 'street', on: '2020-01-01' }
    expect(refusal(() => organization.do('close', closing))?.code).toBe('ORGANIZATION_CHANGE_BACKDATED')
  })

  it('wants a successor that is open on the day', () => {
    const organization = givenOrganization(...huaian)
    const close = (successor: string) => () =>
      organization.do('close', { unit: 'street', successor, on: '2020-01-01' })
    expect(refusal(close('nowhere'))?.code).toBe('UNIT_UNKNOWN')
    expect(refusal(close('street'))?.code).toBe('UNIT_OWN_SUCCESSOR')
  })

  it('happens once', () => {
    const organization = givenOrganization(...huaian)
    organization.do('close', { unit: 'street', on: '2020-01-01' })
    expect(refusal(() => organization.do('close', { unit: 'street', on: '2020-01-01' }))?.code).toBe(
      'UNIT_UNKNOWN',
    )
    expect(refusal(() => organization.do('close', { unit: 'street', on: '2019-01-01' }))?.code).toBe(
      'ORGANIZATION_CHANGE_BACKDATED',
    )
  })
})
