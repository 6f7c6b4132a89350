import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { host, letter, refusal, staff, why } from '../../complaint/county.fixture.js'
import { answersOf, closedCase, officer, secondDesk, supervised } from '../supervision.fixture.js'
import { drawFrom } from './draw.js'
import { failures } from './state.js'

const sha = async (text: string) => createHash('sha256').update(text).digest('base64url')
const items = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `case-${n}` }))
const period = { from: '2024-08-01', to: '2024-08-31' }
const draw = { unit: 'county-housing', period, size: 2, seed: 'public draw 7' }

describe('drawing', () => {
  it('draws the same cases from the same ones, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.uuid(), { maxLength: 40 }),
        fc.string({ minLength: 1 }),
        fc.nat(50),
        async (ids, seed, size) => {
          const given = ids.map((id) => ({ id }))
          const one = await drawFrom(given, seed, size, sha)
          const other = await drawFrom(given.toReversed(), seed, size, sha)
          expect(other).toEqual(one)
          expect(one.drawn).toHaveLength(Math.min(size, ids.length))
          expect(new Set(one.drawn.map(({ id }) => id)).size).toBe(one.drawn.length)
          // A larger sample with the same seed holds the smaller one.
          const larger = await drawFrom(given, seed, size + 3, sha)
          expect(larger.drawn.slice(0, one.drawn.length)).toEqual(one.drawn)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('gives every case the same chance', async () => {
    const all = items(10)
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed++)
      for (const { id } of (await drawFrom(all, `s${seed}`, 3, sha)).drawn)
        counts.set(id, (counts.get(id) ?? 0) + 1)
    // 600 expected; chi-square with nine degrees of freedom, p = 0.0001.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 600) ** 2 / 600, 0)
    expect(counts.size).toBe(10)
    expect(chi).toBeLessThan(33.7)
  })

  it('is the order of SHA-256 of seed, line feed and id, as documented', async () => {
    const all = items(20)
    const byHand = all
      .map(({ id }) => ({ id, place: createHash('sha256').update(`seed\n${id}`).digest('base64url') }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
    const { drawn, populationDigest } = await drawFrom(all, 'seed', 5, sha)
    expect(drawn.map(({ id }) => id)).toEqual(byHand.slice(0, 5).map(({ id }) => id))
    const ids = all.map(({ id }) => id).sort()
    expect(populationDigest).toBe(await sha(`${ids.join('\n')}\n`))
  })
})

describe('a sample', () => {
  it('is of the closed complaints that the unit has had a part in, of those that the inspector may read', async () => {
    const town = await supervised()
    const closed = [await closedCase(town), await closedCase(town), await closedCase(town)]
    await town.accepted()
    const { state } = await town.supervision.sample({ ...draw, size: 500 }, staff.desk)
    expect(state).toMatchObject({ unit: 'county-housing', inspector: 'county-petition', population: 3 })
    expect(state.drawn.map(({ id }) => id).sort()).toEqual(closed.map(({ id }) => id).sort())
    const again = await town.supervision.sample(draw, secondDesk)
    const third = await town.supervision.sample(draw, staff.desk)
    expect(third.state.drawn).toEqual(again.state.drawn)
    expect(third.state.populationDigest).toBe(state.populationDigest)
    expect(await why(town.supervision.sample(draw, officer('x', 'town', 'head')))).toEqual([
      'NOT_A_SUPERVISOR',
    ])
    // Supervises the department, and has had no part in any of its cases.
    const meeting = officer('m', 'county-meeting', 'petitionOfficer')
    expect(await why(town.supervision.sample(draw, meeting))).toEqual(['SAMPLE_EMPTY'])
  })

  it('takes the days as they are where the rules count', async () => {
    const town = await supervised()
    town.clock.set('2024-08-31T17:00:00Z')
    await closedCase(town)
    expect(await why(town.supervision.sample(draw, staff.desk))).toEqual(['SAMPLE_EMPTY'])
    const next = { ...draw, period: { from: '2024-09-01', to: '2024-09-01' } }
    expect((await town.supervision.sample(next, staff.desk)).state.population).toBe(1)
  })

  it('is of others only, and of a time that is one', async () => {
    const town = await supervised()
    await closedCase(town)
    const sample: typeof town.supervision.sample = (...args) => town.supervision.sample(...args)
    expect(await why(sample(draw, staff.housingHead))).toEqual(['NOT_A_SUPERVISOR'])
    expect(await why(sample({ ...draw, unit: 'nowhere' }, staff.desk))).toEqual(['UNIT_UNKNOWN'])
    const backwards = { ...draw, period: { from: '2024-09-01', to: '2024-08-01' } }
    expect(await why(sample(backwards, staff.desk))).toEqual(['INPUT_INVALID'])
    for (const size of [0, 501, 1.5, Number.NaN])
      expect(await why(sample({ ...draw, size }, staff.desk))).toEqual(['INPUT_INVALID'])
    expect(await why(sample(draw, host))).toEqual(['ON_BEHALF_MISSING'])
    expect((await sample({ ...draw, onBehalfOf: 'county-petition' }, host)).state.population).toBe(1)
  })

  it('never draws a sealed accusation, and is repeated by its key', async () => {
    const town = await supervised()
    await closedCase(town)
    const accused = { units: ['county-water'] }
    const sealed = await town.complaint.file({ ...letter, unit: 'county-housing', accused }, host)
    await town.complaint.register(sealed.id, {}, host)
    const notice = { ground: 'notAPetition', reasons: 'r', advice: 'a', noticeOn: town.today() } as const
    await town.complaint.notAccept(sealed.id, notice, host)
    const key = { idempotencyKey: 'one' }
    const input = { ...draw, onBehalfOf: 'county-petition' }
    const first = await town.supervision.sample(input, host, key)
    expect(first.state.population).toBe(1)
    expect(await town.supervision.sample(input, host, key)).toEqual(first)
  })
})

describe('an inspection', () => {
  const opened = async () => {
    const town = await supervised()
    await closedCase(town)
    await closedCase(town)
    const { id, state } = await town.supervision.sample(draw, staff.desk)
    const [first, second] = state.drawn.map((one) => one.id)
    return { ...town, id, first: first ?? '', second: second ?? '' }
  }

  it('records what was found in each case, and is counted by unit', async () => {
    const { supervision, id, first, second, platform } = await opened()
    const { inspections } = supervision
    const checks = answersOf('met', { timeliness: 'failed', notice: 'failed' })
    await inspections.recordCheck(id, { case: first, checks, note: '逾期两日' }, staff.desk)
    expect(await why(inspections.conclude(id, { finding: 'f' }, staff.desk))).toEqual(['CASES_UNCHECKED'])
    await inspections.recordCheck(id, { case: second, checks: answersOf('notApplicable') }, staff.desk)
    const { state } = await inspections.conclude(id, { finding: 'f' }, staff.desk)
    expect(failures(state)).toEqual({ timeliness: 1, notice: 1 })
    expect(state.status).toBe('concluded')
    const { texts } = await platform.personal.read(id, { purpose: 'supervision' }, staff.desk)
    expect(texts.map(({ fields }) => fields)).toContainEqual({ note: '逾期两日' })
  })

  it('takes an answer for each item of the checklist of its rules, and no other', async () => {
    const { supervision, id, first } = await opened()
    const record = (checks: object) =>
      supervision.inspections.recordCheck(id, { case: first, checks: checks as never }, staff.desk)
    const { conduct: _, ...some } = answersOf('met') as Record<string, 'met'>
    const missing = await refusal(record(some))
    expect(missing.code).toBe('CHECKLIST_DIFFERS')
    expect(missing.details).toEqual({ missing: ['conduct'], unknown: [] })
    expect((await refusal(record({ ...answersOf('met'), politeness: 'met' }))).details).toEqual({
      missing: [],
      unknown: ['politeness'],
    })
    expect(await why(record({ ...answersOf('met'), conduct: 'perhaps' }))).toEqual(['INPUT_INVALID'])
  })

  it('is not by whoever has handled the case, nor by the inspected unit, nor twice', async () => {
    const { supervision, id, first, accepted } = await opened()
    const record = (of: string, by: typeof staff.desk) =>
      supervision.inspections.recordCheck(id, { case: of, checks: answersOf('met') }, by)
    expect(await why(record(first, officer('hou', 'county-petition', 'petitionOfficer')))).toEqual([
      'INSPECTOR_HANDLED',
    ])
    expect(await why(record(first, officer('z', 'county-housing', 'petitionOfficer')))).toEqual(['OWN_WORK'])
    expect(await why(record((await accepted()).id, staff.desk))).toEqual(['CASE_NOT_SAMPLED'])
    await record(first, staff.desk)
    expect(await why(record(first, secondDesk))).toEqual(['CASE_CHECKED_ALREADY'])
    const aside = { case: first, reason: 'r' }
    expect(await why(supervision.inspections.setAside(id, aside, staff.desk))).toEqual([
      'CASE_CHECKED_ALREADY',
    ])
  })

  it('takes its steps, and asks the unit for a written explanation by a day', async () => {
    const { supervision, id, due, today } = await opened()
    const { inspections } = supervision
    const step = (name: string, more: object = {}) =>
      inspections.takeStep(id, { step: name as never, on: today(), record: 'r', ...more }, staff.desk)
    for (const name of ['filesCopied', 'staffQuestioned', 'petitionerMet', 'siteChecked']) await step(name)
    expect(await why(inspections.explain(id, { text: 't' }, staff.housing))).toEqual(['NO_EXPLANATION_OWED'])
    expect(await why(step('explanationDemanded', { answerBy: '2024-07-01' }))).toEqual(['DATE_BEFORE_EVENT'])
    await step('explanationDemanded', { answerBy: '2024-08-05' })
    expect(await due(id, 'explanation')).toMatchObject({ unit: 'county-housing', dueOn: '2024-08-05' })
    const { state } = await inspections.explain(id, { text: '说明如下' }, staff.housing)
    expect(state.steps).toHaveLength(5)
    expect(await due(id, 'explanation')).toMatchObject({ state: 'stopped', late: false })
    expect(await why(step('phoneTapped'))).toEqual(['INPUT_INVALID'])
  })

  it('is read by staff with a duty alone', async () => {
    const { supervision, id } = await opened()
    const clerk = officer('clerk', 'county-housing', 'driver')
    expect(await why(supervision.inspections.get(id, clerk))).toEqual(['READ_NOT_ALLOWED'])
    expect((await supervision.inspections.get(id, staff.housing)).state.population).toBe(2)
  })
})
