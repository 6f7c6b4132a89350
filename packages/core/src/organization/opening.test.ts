import { describe, expect, it } from 'vitest'
import { givenOrganization, huaian, refusal, unit } from './given.fixture.js'

describe('opening units', () => {
  it('takes a list in any order of parents', () => {
    const organization = givenOrganization()
    const events = organization.do('open', huaian.toReversed())
    expect(events.map(({ type }) => type)).toEqual(['core.units-opened'])
    expect(organization.on('2020-01-01').subtree('qinghe')).toEqual([
      'qinghe',
      'street',
      'qingheBureau',
      'station',
    ])
  })

  it('takes a single unit, and an empty list without recording anything', () => {
    const organization = givenOrganization(...huaian)
    organization.do('open', unit('lianshui', 'city', { openedOn: '2020-01-01' }))
    expect(organization.on('2019-12-31').unit('lianshui')).toBeUndefined()
    expect(organization.on('2020-01-01').unit('lianshui')?.parent).toBe('city')
    expect(organization.do('open', [])).toEqual([])
  })

  it('refuses an id that was ever used, also by a closed unit or twice in the list', () => {
    const organization = givenOrganization(...huaian)
    organization.do('close', { unit: 'street', on: '2020-01-01' })
    expect(refusal(() => organization.do('open', unit('street')))?.code).toBe('UNIT_EXISTS')
    expect(refusal(() => organization.do('open', [unit('a'), unit('a')]))).toEqual({
      code: 'UNIT_EXISTS',
      details: { unit: 'a' },
    })
  })

  it('refuses a parent or a superior that is not there', () => {
    const organization = givenOrganization(...huaian)
    expect(refusal(() => organization.do('open', unit('a', 'nowhere')))?.code).toBe('UNIT_UNKNOWN')
    expect(refusal(() => organization.do('open', unit('a', 'city', { superior: 'nowhere' })))?.code).toBe(
      'UNIT_UNKNOWN',
    )
  })

  it('refuses a parent that closes, even if it does so later', () => {
    const organization = givenOrganization(...huaian)
    organization.do('close', { unit: 'street', on: '2030-01-01' })
    expect(refusal(() => organization.do('open', unit('a', 'street', { openedOn: '2020-01-01' })))).toEqual({
      code: 'UNIT_UNKNOWN',
      details: { unit: 'street', on: '2030-01-01' },
    })
  })

  it('says when a unit would be older than its parent, in the list or before it', () => {
    const organization = givenOrganization(unit('new', undefined, { openedOn: '2020-01-01' }))
    const old = unit('old', 'new', { openedOn: '2019-12-31' })
    expect(refusal(() => organization.do('open', old))).toEqual({
      code: 'UNIT_OPENED_TOO_EARLY',
      details: { unit: 'old', under: 'new', opens: '2020-01-01' },
    })
    expect(
      refusal(() =>
        organization.do('open', [unit('b', 'a'), unit('a', undefined, { openedOn: '2000-01-01' })]),
      ),
    ).toEqual({
      code: 'UNIT_OPENED_TOO_EARLY',
      details: { unit: 'b', under: 'a', opens: '2000-01-01' },
    })
  })

  it('names a unit that stands in the circle, not one that only hangs on it', () => {
    const circle = [unit('hanging', 'a'), unit('a', 'b'), unit('b', 'c'), unit('c', 'a')]
    expect(refusal(() => givenOrganization(...circle))).toEqual({
      code: 'UNIT_CYCLE',
      details: { unit: expect.stringMatching(/^[abc]$/), under: expect.stringMatching(/^[abc]$/) },
    })
    expect(refusal(() => givenOrganization(unit('self', 'self')))?.code).toBe('UNIT_CYCLE')
  })

  it('refuses a circle that runs over both lines', () => {
    const circle = [
      unit('government'),
      unit('bureau', 'government'),
      unit('top', undefined, { superior: 'bureau' }),
    ]
    expect(refusal(() => givenOrganization(...circle))).toBeUndefined()
    const crossed = [unit('government', undefined, { superior: 'bureau' }), unit('bureau', 'government')]
    expect(refusal(() => givenOrganization(...crossed))?.code).toBe('UNIT_CYCLE')
    const under = [unit('root'), unit('a', 'root', { superior: 'b' }), unit('b', 'a')]
    expect(refusal(() => givenOrganization(...under))?.code).toBe('UNIT_CYCLE')
  })

  it('accepts the same unit above on both lines', () => {
    const organization = givenOrganization(unit('city'), unit('office', 'city', { superior: 'city' }))
    expect(organization.on('2020-01-01').nextHigher('office')).toHaveLength(1)
  })

  it('names the faulty field of a list', () => {
    const organization = givenOrganization()
    const { openedOn: _, ...good } = unit('a')
    const found = refusal(() => organization.do('open', [good, { ...good, id: 'b', openedOn: '2023-02-30' }]))
    expect(found).toMatchObject({ code: 'INPUT_INVALID', details: { issues: [{ path: '[1].openedOn' }] } })
  })

  it('takes a field that is there but undefined as absent', () => {
    const organization = givenOrganization()
    organization.do('open', { ...unit('a'), nameEn: undefined } as never)
    expect(organization.on('2020-01-01').unit('a')).toStrictEqual(unit('a'))
  })
})
