import type { Actor, Officer } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, county, host, letter, neighbour, refusal, staff } from '../complaint/county.fixture.js'

const query = { table: 'unit', periods: ['2024'] } as const
const officer = (unit: string, ...roles: readonly string[]): Officer => ({
  kind: 'officer',
  id: 'o',
  unit,
  roles,
})

async function busy() {
  const made = await county()
  await made.delivered()
  await made.referred({ area: 'town' })
  await made.registered()
  return made
}

describe('statistics are shown', () => {
  it('to an officer of the own unit and those below it', async () => {
    const { analysis } = (await busy()).platform.petition
    const units = async (by: Actor) => (await analysis.counts(query, by)).rows.map(({ key }) => key)
    expect(await units(staff.housing)).toEqual(['county-housing'])
    expect(await units(staff.water)).toEqual([])
    expect(await units(staff.county)).toEqual(['county-housing', 'county-petition'])
    expect(await units(staff.city)).toEqual(['county-housing', 'county-petition'])
    expect(await units(host)).toEqual(['county-housing', 'county-petition'])
  })

  it('to a petition office of its territory', async () => {
    const { analysis } = (await busy()).platform.petition
    expect((await analysis.counts(query, staff.desk)).unit).toBe('county')
    expect((await analysis.counts(query, staff.cityDesk)).unit).toBe('city')
    const part = await analysis.counts({ ...query, unit: 'county-housing' }, staff.desk)
    expect(part.rows.map(({ key }) => key)).toEqual(['county-housing'])
  })

  it('of a unit beside or above the own one to nobody', async () => {
    const { analysis } = (await busy()).platform.petition
    for (const [unit, by] of [
      ['county-water', staff.housing],
      ['county', staff.housing],
      ['city', staff.desk],
      ['city', staff.county],
    ] as const)
      for (const ask of [
        () => analysis.counts({ ...query, unit }, by),
        () => analysis.timeliness({ ...query, unit }, by),
        () => analysis.satisfaction({ ...query, unit }, by),
        () => analysis.rises({ unit }, by),
        () => analysis.hotSpots({ unit }, by),
        () => analysis.topics({ unit }, by),
        () => analysis.annualReport({ unit, year: 2024 }, by),
        () => analysis.bulletin({ unit, month: '2024-08' }, by),
        () => analysis.overview({ unit }, by),
      ])
        expect((await refusal(ask())).code).toBe('ANALYSIS_UNIT_ELSEWHERE')
  })

  it('neither to residents nor to staff without a duty in petitions: they read what is published', async () => {
    const { analysis } = (await busy()).platform.petition
    for (const by of [
      citizen,
      neighbour,
      { kind: 'anonymous' },
      officer('county'),
      officer('county', 'guard'),
    ] as const)
      expect((await refusal(analysis.overview({}, by))).code).toBe('ANALYSIS_NOT_ALLOWED')
  })

  it('of the units whose work came to the own one as well', async () => {
    const made = await busy()
    made.clock.addDays(1)
    await made.platform.organizations.merge(
      { from: ['county-housing'], into: 'county-water', on: made.today() },
      host,
    )
    const { rows } = await made.platform.petition.analysis.counts(query, staff.water)
    expect(rows.map(({ key }) => key)).toEqual(['county-housing'])
  })
})

/** Everything that the analysis answers, without the names that chance gives in each world. */
async function everything(made: Awaited<ReturnType<typeof county>>, by: Actor): Promise<string> {
  const { analysis } = made.platform.petition
  const tables = ['total', 'unit', 'receivedBy', 'area', 'matter', 'channel', 'class', 'area×matter'] as const
  const answers: unknown[] = []
  for (const table of tables) {
    answers.push(await analysis.counts({ table, periods: ['2024', '2024-08'] }, by))
    if (table === 'receivedBy' || table === 'area×matter') continue
    answers.push(await analysis.timeliness({ table, periods: ['2024', '2024-08'] }, by))
    answers.push(await analysis.satisfaction({ table, periods: ['2024'] }, by))
  }
  for (const table of ['total', 'unit', 'area', 'matter', 'area×matter'] as const)
    answers.push(await analysis.rises({ table, week: '2024-W31' }, by))
  answers.push(
    await analysis.hotSpots({ months: ['2024-08'] }, by),
    await analysis.topics({ months: ['2024-08'] }, by),
    await analysis.annualReport({ year: 2024 }, by),
    await analysis.bulletin({ month: '2024-08' }, by),
    await analysis.overview({}, by),
  )
  return JSON.stringify(answers)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/XF\d{8}-[0-9A-Z]{8}/g, 'number')
}

describe('who is accused', () => {
  const other = { ...staff.desk, id: 'other-desk' }
  /** Whom a letter accuses, and who of them asks. A person without a post above others leaves the unit free to handle it. */
  const stories = [
    {
      accused: { units: ['county-housing'] },
      observers: [
        staff.housing,
        staff.housingDesk,
        staff.housingHead,
        officer('county-housing', 'head', 'petitionOfficer', 'handler', 'recordsOfficer'),
      ],
    },
    { accused: { persons: ['desk'] }, observers: [staff.desk] },
  ] as const

  async function world(accused: object | undefined, sealed: 'atOnce' | 'later' = 'atOnce') {
    const made = await busy()
    const { complaint, platform, clock } = made
    if (accused !== undefined) {
      const input = { ...letter, area: 'town', matter: 'bribes', channel: 'letter' } as const
      const { id } = await complaint.file(sealed === 'atOnce' ? { ...input, accused } : input, other)
      await complaint.register(id, { matter: 'bribes', area: 'town' }, other)
      if (sealed === 'later') await complaint.classify(id, { class: 'accusation', accused }, other)
    }
    clock.addDays(20)
    await platform.deadlines.tick()
    return made
  }

  it('gets the same answers with the accusation and without it', async () => {
    const quiet = await world(undefined)
    for (const { accused, observers } of stories)
      for (const sealed of ['atOnce', 'later'] as const) {
        const loud = await world(accused, sealed)
        for (const by of observers)
          expect(await everything(loud, by), `${by.id} ${sealed}`).toBe(await everything(quiet, by))
      }
  })

  it('and everybody else among staff finds it in no table either, so that no count of theirs tells of it', async () => {
    const quiet = await world(undefined)
    const loud = await world({ units: ['county-housing'] })
    for (const by of [staff.desk, staff.county, staff.cityDesk]) {
      const one = await loud.platform.petition.analysis.counts({ table: 'class', periods: ['2024'] }, by)
      const other = await quiet.platform.petition.analysis.counts({ table: 'class', periods: ['2024'] }, by)
      expect(one.rows).toEqual(other.rows)
    }
  })

  it('can be read off no report but that of the publisher, who gets the number of a year where it is not small', async () => {
    const made = await busy()
    const file = () => made.complaint.file({ ...letter, accused: { units: ['county-water'] } }, staff.desk)
    await file()
    const { analysis } = made.platform.petition
    const number = async (by: Actor, unit?: string) =>
      (await analysis.annualReport({ year: 2024, unit }, by)).statistics.accusations
    expect(await number(host)).toEqual({ received: null, answered: 0 })
    for (let n = 1; n < 5; n++) await file()
    expect(await number(host)).toEqual({ received: 5, answered: 0 })
    expect(await number(host, 'county')).toBeUndefined()
    for (const by of [staff.cityDesk, staff.city, staff.water]) expect(await number(by)).toBeUndefined()
    made.clock.set('2025-01-02T09:00:00+08:00')
    expect((await analysis.publicReport({ year: 2024 })).statistics.accusations).toBeUndefined()
  })
})
