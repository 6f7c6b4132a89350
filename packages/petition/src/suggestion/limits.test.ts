import { describe, expect, it } from 'vitest'
import { host, neighbour, staff } from '../complaint/county.fixture.js'
import { placeRules, publicText, town } from './town.fixture.js'

const limit = (amount: number) =>
  ({ unit: 'naturalDay', amount, nature: 'duty', source: 'made for tests' }) as const

describe('limits', () => {
  it('run for the first steps only, since the law sets none for study and realisation', async () => {
    const { planned, suggestion } = await town()
    const { id } = await planned()
    const { clocks } = await suggestion.get(id, host)
    expect(new Set(clocks.map(({ clock }) => clock))).toEqual(
      new Set(['sortAndForward', 'forwardedNotice', 'jurisdictionObjection']),
    )
    expect(clocks.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true)
  })

  it('of a place run for study, reply, plan, realisation and reports', async () => {
    const limits = {
      suggestionStudy: limit(60),
      suggestionReply: limit(10),
      suggestionPlan: limit(30),
      suggestionRealise: limit(1),
      suggestionProgress: limit(90),
    }
    const made = await town({ rules: placeRules([], limits) })
    const { suggestion, decided, due, clock, platform } = made
    const { id } = await decided('adoptFully')
    expect(await due(id, 'suggestionStudy')).toMatchObject({ state: 'stopped' })
    expect(await due(id, 'suggestionReply')).toMatchObject({ dueOn: '2024-08-12', state: 'running' })
    expect(await due(id, 'suggestionPlan')).toMatchObject({ state: 'running' })
    await suggestion.reply(id, { channel: 'phone' }, staff.housing)
    await suggestion.plan(id, { by: '2024-12-01', measures: 'm' }, staff.housing)
    // A Sunday stays: the plan has named the day.
    expect(await due(id, 'suggestionRealise')).toMatchObject({ dueOn: '2024-12-01' })
    clock.addDays(100)
    await platform.deadlines.tick()
    expect(await due(id, 'suggestionProgress')).toMatchObject({ overdue: true, unit: 'county-housing' })
    await suggestion.reportProgress(id, { text: 't' }, staff.housing)
    expect(await due(id, 'suggestionProgress')).toMatchObject({ overdue: false, state: 'running' })
    await suggestion.realise(id, { proof: 'p' }, staff.housing)
    await suggestion.close(id, {}, staff.housingHead)
    const open = (await platform.deadlines.of(id, host)).filter(({ state }) => state === 'running')
    expect(open).toEqual([])
  })

  it('do not come loose when the clock of the host jumps back', async () => {
    const { suggestion, published, clock, inStudy } = await town()
    const { id } = await published()
    clock.set('2023-01-01T00:00:00+08:00')
    await suggestion.support(id, neighbour)
    const { updatedAt, state } = await suggestion.publish(
      id,
      { ...publicText, title: '再次公开' },
      staff.desk,
    )
    expect(updatedAt >= '2024-08-01').toBe(true)
    expect(state.publication?.since.slice(0, 10)).toBe('2024-08-01')
    const studied = await suggestion.study(id, { officer: 'desk' }, staff.desk)
    expect(studied.state.study?.on).toBe('2024-08-01')
    expect((await inStudy()).state.receivedOn).toBe('2023-01-01')
  })
})
