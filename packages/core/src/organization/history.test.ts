import { describe, expect, it } from 'vitest'
import { huaian, idsOf, unit } from './given.fixture.js'
import { createHistory } from './history.js'
import { directoryAt } from './view.js'

const opened = { type: 'core.units-opened', data: { units: huaian }, version: 1 }

describe('the folded history of the organisation', () => {
  it('takes each event once, however often it is read', () => {
    const history = createHistory()
    history.apply(opened)
    history.apply({ ...opened, data: { units: [unit('other')] } })
    expect(history.version).toBe(1)
    expect(history.units.has('other')).toBe(false)
  })

  it('passes over events of a later library, and counts them', () => {
    const history = createHistory()
    history.apply({ type: 'core.unit-teleported', data: {}, version: 1 })
    history.apply({ type: 'toString', data: {}, version: 2 })
    expect(history.version).toBe(2)
    expect(history.unitVersion).toBe(0)
  })

  it('never throws, also for changes of units that it does not know', () => {
    const history = createHistory()
    const on = '2020-01-01'
    const odd: readonly (readonly [string, object])[] = [
      ['core.unit-renamed', { unit: 'x', name: 'y', on }],
      ['core.unit-moved', { unit: 'x', parent: 'y', on }],
      ['core.units-merged', { from: ['x'], into: 'y', on }],
      ['core.unit-split', { unit: 'x', into: ['y', 'z'], on }],
      ['core.unit-closed', { unit: 'x', successor: 'x', on }],
      ['core.person-appointed', { post: { unit: 'x', person: 'p', roles: [] } }],
      ['core.person-dismissed', { unit: 'x', person: 'q', on }],
      ['core.responsibility-assigned', { responsibility: { matter: 'm', area: 'x', unit: 'x' } }],
      ['core.responsibility-revoked', { matter: 'n', area: 'x', on }],
      ['core.units-opened', { units: [unit('a', 'nowhere'), unit('a', 'elsewhere')] }],
      ['core.unit-closed', { unit: 'a', successor: 'a', on }],
      ['core.unit-renamed', { unit: 'a', name: 'late', on }],
    ]
    odd.forEach(([type, data], index) => {
      history.apply({ type, data, version: index + 1 })
    })
    const directory = directoryAt(history, on)
    expect(history.version).toBe(odd.length)
    expect(directory.successors('a')).toEqual([])
    expect(directory.responsibleFor('m', 'x')).toBeUndefined()
    expect(directory.posts('x')).toEqual([])
    expect(idsOf(directoryAt(history, '2019-12-31').reportingChain('a'))).toEqual([])
  })

  it('leaves a directory that was handed out as it is', () => {
    const history = createHistory()
    history.apply(opened)
    const before = directoryAt(history, '2020-06-01')
    history.apply({
      type: 'core.unit-renamed',
      data: { unit: 'qinghe', name: 'new', on: '2020-01-01' },
      version: 2,
    })
    history.apply({ type: 'core.units-opened', data: { units: [unit('late', 'city')] }, version: 3 })
    const post = { unit: 'qinghe', person: 'p', roles: ['head'] }
    history.apply({ type: 'core.person-appointed', data: { post }, version: 4 })

    expect(before.get('qinghe').name).toBe('清河区')
    expect(before.unit('late')).toBeUndefined()
    expect(before.subtree('late')).toEqual([])
    expect(before.size).toBe(huaian.length)
    expect(before.subtree('city')).not.toContain('late')
    expect(before.posts('qinghe')).toEqual([])
    expect(directoryAt(history, '2020-06-01').subtree('city')).toContain('late')
  })
})
