import { type Actor, memoryStore, type Store } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, staff, why } from '../../complaint/county.fixture.js'
import { figures, officer, supervised } from '../supervision.fixture.js'
import { all, inShort } from './all.fixture.js'
import type { FindingQuery, SupervisionFinding } from './finding.js'

describe('pages of findings', () => {
  it('hold each finding once, whatever their size', async () => {
    const town = await supervised()
    for (let n = 0; n < 7; n++) await town.accepted()
    await town.delivered('supported')
    town.clock.addDays(80)
    const key = (one: SupervisionFinding) => JSON.stringify([one.case.id, one.fact])
    const whole = (await all(town, { limit: 200 }, staff.desk)).map(key)
    expect(whole).toHaveLength(15)
    for (const limit of [1, 2, 3, 7, 8, 14, 15])
      expect((await all(town, { limit }, staff.desk)).map(key)).toEqual(whole)
  })

  it.each(['x', btoa('[0]'), btoa('[-1,null]'), btoa('[9,null]'), btoa('[1,"x"]'), btoa('{}'), '💥'])(
    'refuse a cursor that is none: %s',
    async (cursor) => {
      const town = await supervised()
      const outcome = await town.supervision.findings({ cursor }, staff.desk).catch((error: unknown) => error)
      // Behind the end there is nothing.
      if (cursor === btoa('[9,null]')) expect(outcome).toMatchObject({ findings: [] })
      else expect(outcome).toMatchObject({ code: 'CURSOR_INVALID' })
    },
  )

  it('are of the units that the own one supervises', async () => {
    const town = await supervised()
    await town.accepted()
    town.clock.addDays(80)
    const units = async (by: Actor, query: FindingQuery = {}) =>
      new Set((await all(town, query, by)).map(({ unit }) => unit))
    expect(await units(staff.desk)).toEqual(new Set(['county-housing']))
    expect(await units(staff.city)).toEqual(new Set(['county-housing']))
    expect(await units(staff.housing)).toEqual(new Set(['county-housing']))
    expect(await units(host)).toEqual(new Set(['county-housing']))
    expect(await units(staff.water)).toEqual(new Set())
    expect(await units(staff.water, { unit: 'county' })).toEqual(new Set())
    expect(await units(staff.desk, { unit: 'county-water' })).toEqual(new Set())
    expect(await why(town.supervision.findings({ unit: 'nowhere' }, staff.desk))).toEqual(['UNIT_UNKNOWN'])
    for (const by of [citizen, { kind: 'anonymous' } as const])
      expect(await why(town.supervision.findings({}, by))).toEqual(['NOT_OFFICER'])
  })

  it('follow a unit that was merged into another', async () => {
    const town = await supervised()
    await town.accepted()
    town.clock.addDays(80)
    await town.platform.organizations.merge(
      { from: ['county-housing'], into: 'county-water', on: town.today() },
      host,
    )
    const found = await all(town, { unit: 'county-water' }, officer('w', 'county-water', 'head'))
    expect(found.map(inShort)).toEqual([
      ['late', 'county-housing', 'lateDuty'],
      ['shirking', 'county-housing', 'idle'],
    ])
  })

  it('name the case that could not be looked at, and hold the others', async () => {
    const inner = memoryStore()
    let broken = ''
    const store: Store = {
      ...inner,
      read: (stream, after) =>
        stream === broken ? Promise.reject(new Error('disk')) : inner.read(stream, after),
    }
    const town = await supervised({}, store)
    const one = await town.accepted()
    const other = await town.accepted()
    town.clock.addDays(80)
    broken = one.id
    const { findings, failed } = await town.supervision.findings({ triggers: ['late'] }, staff.desk)
    expect(findings.map(({ case: { id } }) => id)).toEqual([other.id])
    expect(failed.map(({ id }) => id)).toEqual([one.id])
  })
})

it('looking for findings reads late cases and not all of them', async () => {
  const inner = memoryStore()
  let reads = 0
  const store: Store = {
    ...inner,
    read: (...args) => {
      reads += 1
      return inner.read(...args)
    },
  }
  const town = await supervised(figures, store)
  const cost = async () => {
    reads = 0
    await all(town, {}, staff.county)
    return reads
  }
  await town.accepted()
  town.clock.addDays(80)
  for (let n = 0; n < 5; n++) await town.accepted()
  const few = await cost()
  for (let n = 0; n < 60; n++) await town.accepted()
  expect(await cost()).toBe(few)
})
