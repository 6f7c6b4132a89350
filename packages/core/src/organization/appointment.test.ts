import { describe, expect, it } from 'vitest'
import { givenOrganization, huaian, refusal, unit } from './given.fixture.js'

const clerk = { unit: 'qinghe', person: 'p1', roles: ['petitionOfficer'] }

describe('posts', () => {
  it('hold from their first day to the day of the dismissal', () => {
    const organization = givenOrganization(...huaian)
    organization.do('appoint', { ...clerk, from: '2020-01-01' })
    organization.do('dismiss', { unit: 'qinghe', person: 'p1', on: '2021-01-01' })
    expect(organization.on('2019-12-31').posts('qinghe')).toEqual([])
    expect(organization.on('2020-12-31').posts('qinghe')).toEqual([{ ...clerk, from: '2020-01-01' }])
    expect(organization.on('2021-01-01').postsOf('p1')).toEqual([])
  })

  it('are found by unit, by role and by person', () => {
    const organization = givenOrganization(...huaian)
    organization.do('appoint', [
      clerk,
      { unit: 'street', person: 'p1', roles: [] },
      { ...clerk, person: 'p2', roles: ['head'] },
    ])
    const directory = organization.on('2020-01-01')
    expect(directory.posts('qinghe').map(({ person }) => person)).toEqual(['p1', 'p2'])
    expect(directory.posts('qinghe', 'head').map(({ person }) => person)).toEqual(['p2'])
    expect(directory.postsOf('p1').map((post) => post.unit)).toEqual(['qinghe', 'street'])
  })

  it('change their roles from a day on', () => {
    const organization = givenOrganization(...huaian)
    organization.do('appoint', clerk)
    organization.do('appoint', { ...clerk, roles: ['head'], from: '2020-01-01' })
    expect(organization.on('2019-12-31').postsOf('p1')).toEqual([clerk])
    expect(organization.on('2020-01-01').posts('qinghe', 'head')).toHaveLength(1)
    expect(organization.on('2020-01-01').posts('qinghe', 'petitionOfficer')).toEqual([])
  })

  it('end with their unit: nobody gets power over a merged unit by a merger alone', () => {
    const organization = givenOrganization(...huaian)
    organization.do('appoint', clerk)
    organization.do('merge', { from: ['qinghe', 'qingpu'], into: unit('new', 'city'), on: '2020-01-01' })
    expect(organization.on('2020-01-01').postsOf('p1')).toEqual([])
    expect(organization.on('2020-01-01').posts('qinghe')).toEqual([])
    expect(organization.on('2020-01-01').posts('new')).toEqual([])
  })

  it('are refused in unknown or closed units, and out of order', () => {
    const organization = givenOrganization(...huaian, unit('late', 'city', { openedOn: '2020-01-01' }))
    organization.do('close', { unit: 'street', on: '2020-01-01' })
    const code = (post: object) => refusal(() => organization.do('appoint', { ...clerk, ...post }))?.code
    expect(code({ unit: 'nowhere' })).toBe('UNIT_UNKNOWN')
    expect(code({ unit: 'street' })).toBe('UNIT_UNKNOWN')
    expect(code({ unit: 'street', from: '2020-01-01' })).toBe('UNIT_UNKNOWN')
    expect(code({ unit: 'late', from: '2019-01-01' })).toBe('UNIT_UNKNOWN')
    expect(code({ unit: 'late' })).toBeUndefined()
    expect(code({ from: '2020-01-01' })).toBeUndefined()
    expect(code({ from: '2019-01-01' })).toBe('ORGANIZATION_CHANGE_BACKDATED')
  })

  it('are refused out of order within one list', () => {
    const organization = givenOrganization(...huaian)
    const list = [
      { ...clerk, from: '2020-01-01' },
      { ...clerk, from: '2019-01-01' },
    ]
    expect(refusal(() => organization.do('appoint', list))?.code).toBe('ORGANIZATION_CHANGE_BACKDATED')
  })

  it('end only where they are held, and not before their last change', () => {
    const organization = givenOrganization(...huaian)
    const dismiss = (on: string) => () => organization.do('dismiss', { unit: 'qinghe', person: 'p1', on })
    expect(refusal(dismiss('2020-01-01'))?.code).toBe('POST_UNKNOWN')
    organization.do('appoint', clerk)
    organization.do('appoint', { ...clerk, roles: [], from: '2020-01-01' })
    expect(refusal(dismiss('2019-01-01'))?.code).toBe('ORGANIZATION_CHANGE_BACKDATED')
    expect(refusal(dismiss('2021-01-01'))).toBeUndefined()
    expect(refusal(dismiss('2022-01-01'))?.code).toBe('POST_UNKNOWN')
  })
})

describe('responsibilities', () => {
  const row = { matter: 'noise', area: 'city', unit: 'cityBureau' }

  it('hold for everything below their area, unless a closer row says otherwise', () => {
    const organization = givenOrganization(...huaian)
    organization.do('assignResponsibility', [row, { matter: 'noise', area: 'qinghe', unit: 'qingheBureau' }])
    const directory = organization.on('2020-01-01')
    expect(directory.responsibleFor('noise', 'street')?.id).toBe('qingheBureau')
    expect(directory.responsibleFor('noise', 'qingpu')?.id).toBe('cityBureau')
    expect(directory.responsibleFor('dust', 'street')).toBeUndefined()
    expect(directory.responsibleFor('noise', 'nowhere')).toBeUndefined()
  })

  it('prefer the exact matter to every matter in one area, and the closer area to both', () => {
    const organization = givenOrganization(...huaian)
    organization.do('assignResponsibility', [
      row,
      { matter: '*', area: 'city', unit: 'city' },
      { matter: '*', area: 'qinghe', unit: 'qinghe' },
    ])
    const directory = organization.on('2020-01-01')
    expect(directory.responsibleFor('noise', 'city')?.id).toBe('cityBureau')
    expect(directory.responsibleFor('noise', 'street')?.id).toBe('qinghe')
  })

  it('go with the work of a unit that ends, and pass over one whose work nobody took', () => {
    const organization = givenOrganization(...huaian)
    organization.do('assignResponsibility', [
      { matter: '*', area: 'city', unit: 'city' },
      { matter: 'noise', area: 'qinghe', unit: 'station' },
      { matter: 'dust', area: 'qinghe', unit: 'street' },
    ])
    organization.do('close', { unit: 'station', successor: 'qingheBureau', on: '2020-01-01' })
    organization.do('close', { unit: 'street', on: '2020-01-01' })
    expect(organization.on('2019-12-31').responsibleFor('noise', 'qinghe')?.id).toBe('station')
    expect(organization.on('2020-01-01').responsibleFor('noise', 'qinghe')?.id).toBe('qingheBureau')
    expect(organization.on('2020-01-01').responsibleFor('dust', 'qinghe')?.id).toBe('city')
  })

  it('are asked of the successor when the area itself has ended', () => {
    const organization = givenOrganization(...huaian)
    organization.do('assignResponsibility', row)
    organization.do('merge', { from: ['qinghe', 'qingpu'], into: unit('new', 'city'), on: '2020-01-01' })
    organization.do('assignResponsibility', { ...row, area: 'new', unit: 'qingheBureau', from: '2020-01-01' })
    expect(organization.on('2020-01-01').responsibleFor('noise', 'qinghe')?.id).toBe('qingheBureau')
  })

  it('start and end on their days', () => {
    const organization = givenOrganization(...huaian)
    organization.do('assignResponsibility', { ...row, from: '2020-01-01' })
    organization.do('revokeResponsibility', { matter: 'noise', area: 'city', on: '2021-01-01' })
    expect(organization.on('2019-12-31').responsibleFor('noise', 'city')).toBeUndefined()
    expect(organization.on('2020-12-31').responsibleFor('noise', 'city')?.id).toBe('cityBureau')
    expect(organization.on('2021-01-01').responsibleFor('noise', 'city')).toBeUndefined()
  })

  it('are refused for unknown units and areas, out of order, and when there is nothing to revoke', () => {
    const organization = givenOrganization(...huaian)
    const assign = (more: object) =>
      refusal(() => organization.do('assignResponsibility', { ...row, ...more }))?.code
    const revoke = { matter: 'noise', area: 'city', on: '2020-01-01' }
    expect(assign({ unit: 'nowhere' })).toBe('UNIT_UNKNOWN')
    expect(assign({ area: 'nowhere' })).toBe('UNIT_UNKNOWN')
    expect(refusal(() => organization.do('revokeResponsibility', revoke))?.code).toBe(
      'RESPONSIBILITY_UNKNOWN',
    )
    expect(assign({ from: '2020-06-01' })).toBeUndefined()
    expect(assign({ from: '2020-01-01' })).toBe('ORGANIZATION_CHANGE_BACKDATED')
  })
})
