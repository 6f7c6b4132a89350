import { createPlatform, memoryStore, type Store } from '@redress/core'
import { scenario } from '@redress/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizen, host, letter, staff, why } from '../../complaint/county.fixture.js'
import { petition } from '../../plugin.js'
import { chain, officer, rulesWith, supervised } from '../supervision.fixture.js'
import type { EscalationNotice } from './escalations.js'
import { escalationKind } from './kind.js'

const policy = { escalation: chain }
const levels = (notices: readonly EscalationNotice[]) => notices.map(({ level }) => level)
const mayor = officer('mayor', 'city', 'head')

async function town(store?: Store) {
  const made = await supervised(policy, store)
  const { organizations } = made.platform
  await organizations.appoint({ unit: 'city', person: 'mayor', roles: ['head'] }, host)
  return made
}

describe('a late duty', () => {
  it('is told up the reporting chain, each level after its own limit and once', async () => {
    const { supervision, accepted, complaint, clock } = await town()
    const { id } = await accepted()
    const sweep = async (at: string) => {
      clock.set(at)
      return await supervision.sweep(host)
    }
    expect((await sweep('2024-09-30T23:59:59+08:00')).told).toEqual([])
    const { told } = await sweep('2024-10-01T00:00:00+08:00')
    expect(told).toEqual([
      {
        case: { id, kind: 'petition.complaint', number: expect.stringMatching(/^XF/) as string },
        level: 'unitHead',
        clock: 'handle',
        run: 3,
        late: 'county-housing',
        unit: 'county-housing',
        role: 'head',
        persons: ['housing-head'],
        dueOn: '2024-09-30',
        isTold: true,
      },
    ])
    await complaint.note(id, { text: 'n' }, staff.housing)
    expect((await sweep('2024-10-05T00:00:00+08:00')).told).toEqual([])
    // A note is no act: the next limit goes on.
    expect(levels((await sweep('2024-10-06T00:00:00+08:00')).told)).toEqual(['county'])
    expect(levels((await sweep('2024-11-30T00:00:00+08:00')).told)).toEqual(['city'])
    expect((await sweep('2025-02-01T00:00:00+08:00')).told).toEqual([])
  })

  it('is told whether or not anybody is assigned', async () => {
    const { supervision, complaint, clock } = await town()
    await complaint.file(letter, citizen)
    clock.addDays(60)
    const { told } = await supervision.sweep(host)
    // The office of the county has no head on record: the unit as such is told.
    expect(told.map(({ level, unit, persons }) => [level, unit, persons])).toEqual([
      ['unitHead', 'county-petition', []],
      ['county', 'county', []],
      ['city', 'city', ['mayor']],
    ])
  })

  it('of a supervised unit that owes an answer is told too', async () => {
    const { supervision, opened, clock } = await town()
    const { id } = await opened()
    await supervision.matters.urge(id, { text: 't', answerBy: '2024-08-05' }, staff.desk)
    clock.addDays(6)
    const { told } = await supervision.sweep(host)
    expect(told).toMatchObject([{ case: { id, kind: 'petition.supervision' }, clock: 'answerUrging' }])
  })

  it('that is done is told no further, and one that runs again is told anew', async () => {
    const { supervision, complaint, referred, clock } = await town()
    const { id } = await referred()
    clock.set('2024-08-20T00:00:00+08:00')
    expect((await supervision.sweep(host)).told).toMatchObject([
      { level: 'unitHead', clock: 'forwardedNotice' },
    ])
    await complaint.refer(id, { to: 'county-water', manner: 'transfer' }, staff.housingDesk)
    clock.addDays(10)
    expect((await supervision.sweep(host)).told).toEqual([])
    clock.addDays(7)
    expect((await supervision.sweep(host)).told).toMatchObject([
      { level: 'unitHead', clock: 'forwardedNotice', late: 'county-water' },
    ])
  })

  it('passes by those whom the case accuses, and those without the right to it', async () => {
    const { supervision, complaint, clock, platform } = await town()
    // Found to be an accusation where it is: the case is with the accused unit until somebody takes it away.
    const { id } = await complaint.file(letter, citizen)
    await complaint.register(id, {}, staff.desk)
    await complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.desk)
    const accused = { units: ['county-housing'] }
    await complaint.classify(id, { class: 'accusation', accused }, host)
    await platform.organizations.appoint({ unit: 'county', person: 'lord', roles: ['head'] }, host)
    clock.addDays(60)
    const { told } = await supervision.sweep(host)
    expect(told.map(({ level, unit, persons }) => [level, unit, persons])).toEqual([
      ['unitHead', 'county', ['lord']],
      ['county', 'county', ['lord']],
      ['city', 'city', ['mayor']],
    ])
    for (const by of [staff.housingHead, staff.housing, officer('x', 'county-housing', 'head')])
      expect((await supervision.escalations({}, by)).notices).toEqual([])
  })

  it('that nobody may know of is told to nobody, and the sweep says so', async () => {
    const { supervision, complaint, clock } = await town()
    const accused = { units: ['city'] }
    const filing = { ...letter, unit: 'city-discipline' }
    const { id } = await complaint.file(filing, citizen)
    await complaint.register(id, {}, host)
    await complaint.classify(id, { class: 'accusation', accused }, host)
    clock.addDays(60)
    const { told, untold } = await supervision.sweep(host)
    expect(told).toEqual([])
    expect(untold).toEqual([
      { case: id, level: 'unitHead', clock: 'directNotice' },
      { case: id, level: 'county', clock: 'directNotice' },
    ])
  })
})

describe('what the reader is told of', () => {
  it('is what is addressed to the own unit, or by name', async () => {
    const { supervision, accepted, clock } = await town()
    await accepted()
    clock.addDays(90)
    const told = async (by: typeof mayor) => levels((await supervision.escalations({}, by)).notices)
    // Due, and not on record yet.
    expect((await supervision.escalations({}, mayor)).notices).toMatchObject([
      { level: 'city', isTold: false },
    ])
    await supervision.sweep(host)
    expect((await supervision.escalations({}, mayor)).notices).toMatchObject([
      { level: 'city', isTold: true },
    ])
    expect(await told(staff.housingHead)).toEqual(['unitHead'])
    expect(await told(officer('other', 'county-housing', 'head'))).toEqual([])
    expect(await told(staff.county)).toEqual(['county'])
    expect(await told(staff.desk)).toEqual([])
    expect(levels((await supervision.escalations({}, host)).notices)).toEqual(['unitHead', 'county', 'city'])
    expect(await why(supervision.escalations({}, citizen as never))).toEqual(['NOT_OFFICER'])
  })

  it('comes in pages', async () => {
    const { supervision, accepted, clock } = await town()
    for (let n = 0; n < 5; n++) await accepted()
    clock.addDays(90)
    const seen: string[] = []
    for (let cursor: string | undefined, n = 0; n < 20; n++) {
      const page = await supervision.escalations({ limit: 2, cursor }, mayor)
      seen.push(...page.notices.map((one) => one.case.id))
      if (page.next === undefined) break
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
  })

  it('is nothing while the profile names no levels', async () => {
    const { supervision, accepted, clock } = await supervised({})
    await accepted()
    clock.addDays(90)
    expect(await supervision.escalations({}, host)).toEqual({ notices: [], failed: [] })
    expect(await supervision.sweep(host)).toMatchObject({ told: [], untold: [], findings: { late: 1 } })
  })
})

it('the record of a case takes each level of a run once', () => {
  const told = {
    level: 'unitHead',
    clock: 'handle',
    run: 3,
    unit: 'u',
    role: 'head',
    persons: [],
    dueOn: '2024-09-30',
  }
  const kept = { type: 'petition.escalation-kept', data: { case: 'c' } } as const
  const given = scenario(escalationKind).given([kept, { type: 'petition.escalation-told', data: told }])
  expect(given.when('tell', told).events).toEqual([])
  expect(given.when('tell', { ...told, run: 4 }).events).toHaveLength(1)
  expect(given.when('tell', { ...told, level: 'county' }).events).toHaveLength(1)
  expect(given.when('tell', told, mayor).error?.code).toBe('COMMAND_NOT_ALLOWED')
})

describe('a sweep', () => {
  it('is for the system', async () => {
    const { supervision } = await town()
    for (const by of [mayor, citizen, { kind: 'anonymous' } as const])
      expect(await why(supervision.sweep(by))).toEqual(['NOT_SYSTEM'])
    expect(await why(supervision.sweep(null as never))).toEqual(['ACTOR_INVALID'])
  })

  it('goes on with the others where one case fails, and tells that one the next time', async () => {
    const inner = memoryStore()
    let broken = ''
    const store: Store = {
      ...inner,
      read: (stream, after) =>
        stream === broken ? Promise.reject(new Error('disk')) : inner.read(stream, after),
    }
    const { supervision, accepted, clock } = await town(store)
    const first = await accepted()
    const second = await accepted()
    const third = await accepted()
    clock.addDays(61)
    broken = second.id
    const { told, failed } = await supervision.sweep(host)
    expect(told.map((one) => one.case.id).sort()).toEqual([first.id, third.id].sort())
    expect(failed.map(({ id }) => id)).toEqual([second.id])
    broken = ''
    expect((await supervision.sweep(host)).told.map((one) => one.case.id)).toEqual([second.id])
  })

  it('of several processes at once tells each level once', async () => {
    const store = memoryStore()
    const { supervision, accepted, clock } = await town(store)
    for (let n = 0; n < 8; n++) await accepted()
    clock.addDays(90)
    const other = createPlatform({
      store,
      plugins: [petition({ rules: [rulesWith(policy)] })],
      now: clock.now,
    }).petition.supervision
    const reports = await Promise.all([
      supervision.sweep(host),
      other.sweep(host),
      supervision.sweep(host),
      other.sweep(host),
    ])
    const told = reports.flatMap((one) => one.told).map((one) => `${one.case.id} ${one.level}`)
    expect(reports.flatMap(({ failed }) => failed)).toEqual([])
    expect(told).toHaveLength(24)
    expect(new Set(told).size).toBe(24)
  })

  it('tells each level exactly once, whatever the order of sweeps, acts and jumps of the clock', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ jump: fc.integer({ min: -20, max: 40 }) }) },
      { weight: 3, arbitrary: fc.record({ sweeps: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ note: fc.nat(2) }) },
      { weight: 1, arbitrary: fc.record({ tick: fc.constant(true) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const { supervision, accepted, complaint, clock, platform } = await town()
        const ids = [(await accepted()).id, (await accepted()).id, (await complaint.file(letter, citizen)).id]
        const told = new Map<string, number>()
        let latest = clock.now()
        const sweep = async () => {
          const report = await supervision.sweep(host)
          expect(report.failed).toEqual([])
          latest = Math.max(latest, clock.now())
          for (const { case: of, level, run } of report.told) {
            const key = `${of.id} ${run} ${level}`
            told.set(key, (told.get(key) ?? 0) + 1)
          }
        }
        for (const one of steps) {
          if ('jump' in one) clock.addDays(one.jump)
          else if ('note' in one) await complaint.note(ids[one.note] ?? '', { text: 'n' }, host)
          else if ('tick' in one) await platform.deadlines.tick()
          else await Promise.all(Array.from({ length: one.sweeps }, sweep))
        }
        clock.set('2026-01-01T00:00:00Z')
        await Promise.all([sweep(), sweep()])
        await sweep()
        // Two handled by the department, and one that the office has not sorted: three levels each.
        expect([...told.values()].every((times) => times === 1)).toBe(true)
        expect(told.size).toBe(9)
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
