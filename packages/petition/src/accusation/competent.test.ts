import { describe, expect, it } from 'vitest'
import { host, why } from '../complaint/county.fixture.js'
import { cn2022 } from '../rules/cn-2022.js'
import type { FileAccusation } from './commands/intake.js'
import { accuser, charge, people, town } from './town.fixture.js'

const { unit: _, accused: __, ...withoutUnit } = charge

/** Where an accusation goes that names no body, and what is proposed for it. */
async function proposed(more: Partial<FileAccusation>) {
  const { accusation } = await town()
  const { id, state } = await accusation.file({ ...withoutUnit, ...more }, accuser)
  const bodies = await accusation.competent(id, host)
  return {
    unit: state.unit,
    bodies: bodies.map(({ unit, as, reasons }) => `${unit} ${as} ${reasons[0]?.code}`),
  }
}

describe('the competent body', () => {
  it('is the nearest discipline body of the accused', async () => {
    expect(await proposed({ accused: { units: ['county-water'] } })).toEqual({
      unit: 'county-discipline',
      bodies: [
        'county-discipline discipline NEAREST',
        'city-discipline discipline HIGHER',
        'county superior ABOVE_THE_ACCUSED',
      ],
    })
  })

  it('is the next higher one where the nearest is accused, is headed by an accused person or stands below', async () => {
    const next = {
      unit: 'city-discipline',
      bodies: expect.arrayContaining(['city-discipline discipline NEARER_IS_ACCUSED']),
    }
    for (const accused of [
      { units: ['county'] },
      { units: ['county-discipline'] },
      { persons: ['dis-head'] },
      { units: ['county-water', 'county-discipline'] },
    ]) {
      expect(await proposed({ accused })).toMatchObject(next)
    }
  })

  it('answers for everybody whom the case accuses', async () => {
    const both = await proposed({ accused: { units: ['county-water', 'city-housing'] } })
    expect(both.unit).toBe('city-discipline')
    expect(both.bodies[0]).toMatch(/^city-discipline/)
    expect(both.bodies.join()).not.toContain('county-discipline')
  })

  it('is that of the units where accused persons have posts', async () => {
    const { accusation, platform } = await town()
    await platform.organizations.appoint({ unit: 'county-school', person: 'teacher', roles: [] }, host)
    const { state } = await accusation.file({ ...withoutUnit, accused: { persons: ['teacher'] } }, accuser)
    expect(state.unit).toBe('county-discipline')
  })

  it('is asked for where the organisation has none', async () => {
    const { accusation } = await town()
    const file = (more: Partial<FileAccusation>) => why(accusation.file({ ...withoutUnit, ...more }, accuser))
    expect(await file({ accusedAs: '某某' })).toEqual(['COMPETENT_BODY_MISSING'])
    expect(await file({ accused: { persons: ['somebody'] } })).toEqual(['COMPETENT_BODY_MISSING'])
    expect(await file({ accused: { units: ['city'] } })).toEqual(['COMPETENT_BODY_MISSING'])
  })

  it('is that of the place where nobody is known to be accused', async () => {
    const { accusation } = await town()
    const unknown = { ...withoutUnit, unit: 'county-petition', accusedUnknown: true }
    const { id } = await accusation.file(unknown, accuser)
    expect((await accusation.competent(id, people.desk)).map(({ unit }) => unit)).toEqual([
      'county-discipline',
      'city-discipline',
      'county',
      'city-petition',
    ])
  })

  it('is one above the accused under rules that name no types', async () => {
    const { accusation: _types, ...policy } = cn2022.policy
    const { accusation } = await town({ rules: [{ ...cn2022, policy }] })
    const { state } = await accusation.file({ ...withoutUnit, accused: { units: ['county-water'] } }, accuser)
    expect(state.unit).toBe('county')
  })

  it('is proposed to nobody who may not read the case', async () => {
    const { accusation, filed } = await town()
    const { id } = await filed()
    for (const by of [people.water, people.housingDesk])
      expect(await why(accusation.competent(id, by))).toEqual(['CASE_NOT_FOUND'])
  })
})
