import { describe, expect, it } from 'vitest'
import { givenOrganization, huaian, idsOf, unit } from './given.fixture.js'

describe('the two lines', () => {
  const directory = givenOrganization(...huaian, unit('province'), unit('island')).on('2020-01-01')

  it('lead up the territorial line, nearest first', () => {
    expect(idsOf(directory.reportingChain('station'))).toEqual(['qingheBureau', 'qinghe', 'city'])
    expect(directory.reportingChain('city')).toEqual([])
    expect(directory.reportingChain('nowhere')).toEqual([])
  })

  it('tell what lies within a unit by the territorial line alone', () => {
    expect(directory.isWithin('station', 'qinghe')).toBe(true)
    expect(directory.isWithin('qinghe', 'qinghe')).toBe(true)
    expect(directory.isWithin('qinghe', 'station')).toBe(false)
    expect(directory.isWithin('qingheBureau', 'cityBureau')).toBe(false)
    expect(directory.isWithin('nowhere', 'nowhere')).toBe(false)
  })

  it('make superior what is above on either of them, over any steps on both', () => {
    expect(directory.isSuperior('qinghe', 'qingheBureau')).toBe(true)
    expect(directory.isSuperior('cityBureau', 'qingheBureau')).toBe(true)
    expect(directory.isSuperior('cityBureau', 'station')).toBe(true)
    expect(directory.isSuperior('city', 'station')).toBe(true)
    expect(directory.isSuperior('cityBureau', 'qinghe')).toBe(false)
    expect(directory.isSuperior('qinghe', 'qinghe')).toBe(false)
    expect(directory.isSuperior('station', 'qinghe')).toBe(false)
  })

  it('offer the parent and the superior department for review', () => {
    expect(idsOf(directory.nextHigher('qingheBureau'))).toEqual(['qinghe', 'cityBureau'])
    expect(idsOf(directory.nextHigher('qinghe'))).toEqual(['city'])
    expect(directory.nextHigher('city')).toEqual([])
    expect(directory.nextHigher('nowhere')).toEqual([])
  })

  it('settle disputes at the nearest unit above both', () => {
    expect(directory.commonSuperior('street', 'qingpuBureau')?.id).toBe('city')
    expect(directory.commonSuperior('street', 'station')?.id).toBe('qinghe')
    expect(directory.commonSuperior('station', 'qinghe')?.id).toBe('qinghe')
    expect(directory.commonSuperior('qinghe', 'station')?.id).toBe('qinghe')
    expect(directory.commonSuperior('street', 'street')?.id).toBe('street')
    expect(directory.commonSuperior('street', 'island')).toBeUndefined()
    expect(directory.commonSuperior('street', 'nowhere')).toBeUndefined()
  })
})

describe('the lists of a directory', () => {
  const organization = givenOrganization(...huaian, unit('province'))
  const directory = organization.on('2020-01-01')

  it('count and find the open units', () => {
    expect(directory.size).toBe(huaian.length + 1)
    expect(directory.byCode('320802')?.id).toBe('qinghe')
    expect(directory.byCode('000000')).toBeUndefined()
    expect(directory.get('city').name).toBe('淮安市')
    expect(() => directory.get('nowhere')).toThrow("no unit 'nowhere' on 2020-01-01")
  })

  it('start at the top and keep the order of opening', () => {
    expect(idsOf(directory.roots())).toEqual(['city', 'province'])
    expect(idsOf(directory.children('city'))).toEqual(['cityBureau', 'qinghe', 'qingpu'])
    expect(directory.children('nowhere')).toEqual([])
    expect(directory.subtree('qinghe')).toEqual(['qinghe', 'qingheBureau', 'station', 'street'])
    expect(directory.subtree('nowhere')).toEqual([])
  })

  it('find the units of a type, everywhere or within one', () => {
    expect(idsOf(directory.ofType('department'))).toEqual(['cityBureau', 'qingheBureau', 'qingpuBureau'])
    expect(idsOf(directory.ofType('department', 'qinghe'))).toEqual(['qingheBureau'])
    expect(directory.ofType('embassy')).toEqual([])
  })
})
