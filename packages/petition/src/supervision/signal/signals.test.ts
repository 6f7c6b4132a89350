import { describe, expect, it } from 'vitest'
import { citizen, host, staff, why } from '../../complaint/county.fixture.js'
import { cn2022 } from '../../rules/cn-2022.js'
import { figures, supervised } from '../supervision.fixture.js'

describe('the signal of a step', () => {
  it('is green, yellow within the band that the profile warns in, and red once its limit has ended', async () => {
    const { supervision, accepted, clock, platform } = await supervised()
    const { id } = await accepted()
    const colourAt = async (at: string) => {
      clock.set(at)
      const { steps } = await supervision.signals({ case: id }, staff.desk)
      return steps.map(({ clock: name, signal }) => [name, signal])
    }
    // Due on 2024-09-30; the band is seven days, and opens when `deadlines.tick` records it.
    expect(await colourAt('2024-09-23T23:59:59+08:00')).toEqual([['handle', 'green']])
    expect((await platform.deadlines.tick()).recorded).toBe(0)
    expect(await colourAt('2024-09-24T00:00:00+08:00')).toEqual([['handle', 'yellow']])
    expect((await platform.deadlines.tick()).recorded).toBe(1)
    expect(await colourAt('2024-09-30T23:59:59+08:00')).toEqual([['handle', 'yellow']])
    expect(await colourAt('2024-10-01T00:00:00+08:00')).toEqual([['handle', 'red']])
  })

  it('is not given to a right, to a clock that stands still, or without a band', async () => {
    const { supervision, delivered, opened, clock } = await supervised()
    const { id } = await delivered()
    clock.addDays(40)
    expect((await supervision.signals({ case: id }, staff.desk)).steps).toEqual([])
    const matter = await opened()
    await supervision.matters.urge(matter.id, { text: 't', answerBy: '2024-09-12' }, staff.desk)
    const of = { case: matter.id }
    // The day of an order has no band in the profile: it is red or it is not.
    expect((await supervision.signals(of, staff.desk)).steps).toMatchObject([{ signal: 'green' }])
    clock.addDays(5)
    expect((await supervision.signals(of, staff.desk)).steps).toMatchObject([{ signal: 'red' }])
  })

  it('counts a band of working days in working days', async () => {
    const warnings = [{ band: 'near', before: 3 }]
    const handle = {
      unit: 'workDay',
      amount: 20,
      nature: 'duty',
      warnings,
      source: 'made for tests',
    } as const
    const { county } = await import('../../complaint/county.fixture.js')
    const rules = [{ ...cn2022, limits: { ...cn2022.limits, handle } }]
    const { accepted, clock, platform, due } = await county({ rules })
    const { id } = await accepted()
    expect(await due(id, 'handle')).toMatchObject({ dueOn: '2024-08-29' })
    const colour = async () => {
      const { steps } = await platform.petition.supervision.signals({ case: id }, host)
      return steps[0]?.signal
    }
    clock.set('2024-08-26T23:59:59+08:00')
    expect(await colour()).toBe('green')
    clock.set('2024-08-27T00:00:00+08:00')
    expect(await colour()).toBe('yellow')
    expect((await platform.petition.supervision.signals({}, host)).steps).toMatchObject([
      { signal: 'yellow' },
    ])
  })

  it('is listed where it is not green, nearest first, page by page', async () => {
    const { supervision, accepted, clock } = await supervised()
    for (let n = 0; n < 3; n++) {
      await accepted()
      clock.addDays(10)
    }
    clock.set('2024-10-09T00:00:00+08:00')
    const page = await supervision.signals({ limit: 1 }, staff.desk)
    expect(page.steps).toMatchObject([{ signal: 'red', dueOn: '2024-09-30' }])
    const next = await supervision.signals({ limit: 5, cursor: page.next }, staff.desk)
    expect(next.steps.map(({ signal, dueOn }) => [signal, dueOn])).toEqual([['yellow', '2024-10-10']])
    expect(await why(supervision.signals({}, citizen))).toEqual(['NOT_OFFICER'])
    expect(await why(supervision.signals({ case: 'nowhere' }, staff.desk))).toEqual(['CASE_NOT_FOUND'])
    expect(await why(supervision.signals({ cursor: 'x' }, staff.desk))).toEqual(['CURSOR_INVALID'])
  })
})

describe('the signal of an agency', () => {
  const busy = async (more: Parameters<typeof supervised>[0]) => {
    const made = await supervised(more)
    const { accepted, complaint, registered, clock } = made
    await accepted()
    clock.addDays(30)
    for (let n = 0; n < 3; n++) await accepted()
    const { id } = await registered()
    await complaint.refer(id, { to: 'county-water', manner: 'transfer' }, staff.desk)
    await complaint.accept(id, {}, staff.water)
    clock.set('2024-10-02T00:00:00+08:00')
    return made
  }

  it('follows the share of its running duties that are late, in the order of the units', async () => {
    const { supervision, clock } = await busy(figures)
    expect(await supervision.agencies({}, staff.county)).toMatchObject([
      { unit: 'county-housing', red: 1, yellow: 0, open: 4, share: 0.25, signal: 'yellow' },
      { unit: 'county-water', red: 0, yellow: 0, open: 1, share: 0, signal: 'green' },
    ])
    const [housing] = await supervision.agencies({ unit: 'county-housing' }, staff.county)
    expect(housing?.text.en).toContain('not verified')
    clock.set('2024-10-29T00:00:00+08:00')
    expect(await supervision.agencies({}, staff.county)).toMatchObject([
      { unit: 'county-housing', red: 1, yellow: 3 },
      { unit: 'county-water', yellow: 1 },
    ])
    clock.set('2024-11-01T00:00:00+08:00')
    expect(await supervision.agencies({}, staff.county)).toMatchObject([
      { signal: 'red', share: 1 },
      { signal: 'red', share: 1 },
    ])
  })

  it('turns at the threshold itself', async () => {
    const agency = { ...figures.agency, yellow: 0.1, red: 0.25 }
    const { supervision } = await busy({ agency })
    expect(await supervision.agencies({ unit: 'county-housing' }, staff.county)).toMatchObject([
      { share: 0.25, signal: 'red' },
    ])
    const later = await busy({ agency: { ...agency, yellow: 0.25, red: 0.3 } })
    expect(await later.supervision.agencies({ unit: 'county-housing' }, staff.county)).toMatchObject([
      { signal: 'yellow' },
    ])
  })

  it('has no colour where no threshold is set, and says so', async () => {
    const { supervision } = await busy({})
    const [housing] = await supervision.agencies({}, staff.county)
    expect(housing).toMatchObject({ unit: 'county-housing', red: 1, open: null, share: null, signal: null })
    expect(housing?.text.zh).toContain('未设定')
  })

  it('names no person and nobody’s petitioners', async () => {
    const { supervision } = await busy(figures)
    const shown = JSON.stringify([
      await supervision.agencies({}, staff.county),
      await supervision.signals({}, staff.county),
    ])
    for (const word of ['hou', 'r1', '张某某', 'petitioner']) expect(shown).not.toContain(`"${word}"`)
  })
})
