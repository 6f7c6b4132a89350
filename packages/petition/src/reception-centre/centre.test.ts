import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, refusal, staff, why } from '../complaint/county.fixture.js'
import { cn2022 } from '../rules/cn-2022.js'
import { waitsOf } from './counts.js'
import { receptionPolicy } from './policy.js'
import {
  centreStatusText,
  chargeOutcomeText,
  chargeStatusText,
  dayStatusText,
  halfText,
  helpText,
  leaderStateText,
  queueReasonText,
  visitStatusText,
} from './statuses.js'
import { centreOfCounty, friday, host, people, thursday, town, zhang } from './town.fixture.js'
import { visitLifecycle } from './visit/lifecycle.js'
import { visitWords } from './visit/statuses.js'

const anonymous: Actor = { kind: 'anonymous' }

describe('a centre', () => {
  it('is opened by its unit or one above it, with the hours of the calendar unless it has its own', async () => {
    const { reception, centre } = await town()
    expect((await reception.centre.get(centre, anonymous)).state.hours).toEqual({
      morning: { from: '08:00', until: '12:00' },
      afternoon: { from: '14:00', until: '18:00' },
    })
    expect(await why(reception.centre.open(centreOfCounty, staff.water))).toEqual(['CENTRE_OF_OTHERS'])
    expect(await why(reception.centre.open(centreOfCounty, citizen))).toEqual(['NOT_OFFICER'])
    const hours = { morning: { from: '09:00', until: '12:30' } }
    const other = await reception.centre.open({ ...centreOfCounty, hours }, people.county)
    expect(other.state).toMatchObject({ level: 'county', hours })
    for (const wrong of [
      {},
      { morning: { from: '9:00', until: '12:00' } },
      { morning: { from: '12:00', until: '09:00' } },
      { morning: { from: '08:00', until: '14:00' }, afternoon: { from: '13:00', until: '17:00' } },
    ])
      expect(await why(reception.centre.open({ ...centreOfCounty, hours: wrong }, people.desk))).toEqual([
        'INPUT_INVALID',
      ])
    const windows = [...centreOfCounty.windows, ...centreOfCounty.windows]
    expect(await why(reception.centre.open({ ...centreOfCounty, windows }, people.desk))).toEqual([
      'INPUT_INVALID',
    ])
  })

  it('publishes where, when, who and how to ask, to everybody', async () => {
    const { reception, centre } = await town()
    await reception.centre.change(centre, { howToQuery: '拨打 12363', directions: '公交 3 路' }, people.desk)
    const day = await reception.day.plan({ centre, on: friday }, people.desk)
    await reception.day.close(day.id, { because: '系统升级' }, people.desk)
    const published = await reception.published(centre)
    expect(published).toMatchObject({
      name: centreOfCounty.name,
      address: '某路 1 号',
      unit: { id: 'county-petition' },
      languages: ['zh', 'en'],
      help: ['signLanguage', 'wheelchair', 'scribe'],
      directions: '公交 3 路',
      closures: [{ on: friday, because: '系统升级' }],
      status: 'open',
    })
    expect(published.query.zh).toContain('拨打 12363')
    expect(published.windows.map((one) => one.window)).toEqual(['1', 'housing', 'water'])
  })

  it('that closes for good takes no more visits and says where people turn', async () => {
    const { reception, centre, booked, waiting } = await town()
    await reception.centre.close(centre, { continuesAt: '市信访联合接访中心' }, people.desk)
    expect(await why(booked())).toEqual(['CENTRE_CLOSED'])
    expect(await why(waiting())).toEqual(['CENTRE_CLOSED'])
    expect(await reception.published(centre)).toMatchObject({
      status: 'closed',
      continuesAt: '市信访联合接访中心',
    })
  })

  it('keeps a window at least, and days that are planned keep theirs', async () => {
    const { reception, centre, booked, bookedByDesk } = await town()
    await bookedByDesk({ on: friday, window: 'housing' })
    await reception.centre.closeWindow(centre, { window: 'housing' }, people.desk)
    expect(await why(reception.centre.closeWindow(centre, { window: 'housing' }, people.desk))).toEqual([
      'WINDOW_UNKNOWN',
    ])
    await reception.centre.closeWindow(centre, { window: 'water' }, people.desk)
    expect(await why(reception.centre.closeWindow(centre, { window: '1' }, people.desk))).toEqual([
      'WINDOW_LAST',
    ])
    await booked({ on: friday, window: 'housing' })
    expect(await why(booked({ on: '2024-08-05', window: 'housing' }))).toEqual(['WINDOW_UNKNOWN'])
  })
})

describe('a day', () => {
  it('has officers on duty who hold a post there, and no fewer appointments than are made', async () => {
    const { reception, centre, booked, visit, clock } = await town()
    const { day } = reception
    const { id } = await day.plan({ centre, on: friday }, people.desk)
    const window = { window: '1', half: 'morning' } as const
    await booked({ on: friday })
    expect(await why(day.staff(id, { ...window, officers: ['hou'] }, people.desk))).toEqual([
      'NOT_IN_ROSTER_UNIT',
    ])
    expect(await why(day.staff(id, { ...window, appointments: 0 }, people.desk))).toEqual([
      'APPOINTMENTS_TAKEN',
    ])
    expect(await why(day.staff(id, { ...window, officers: [] }, people.water))).toContain('NOT_IN_CHARGE')
    const staffed = await day.staff(id, { ...window, unit: 'county-housing', officers: ['hou'] }, people.desk)
    expect(staffed.state.sessions[0]).toMatchObject({
      unit: 'county-housing',
      officers: ['hou'],
      appointments: 2,
    })
    // Whoever is on duty there works the window.
    clock.addDays(1)
    const { id: came } = await visit.walkIn({ centre, petitioners: [zhang] }, people.housing)
    expect((await visit.callNext({ centre, window: '1' }, people.housing))?.id).toBe(came)
  })

  it('is planned once, by whoever asks first, and not in the past', async () => {
    const { reception, centre } = await town()
    const all = await Promise.all(
      Array.from({ length: 8 }, () => reception.day.plan({ centre, on: friday }, people.desk)),
    )
    expect(new Set(all.map((one) => one.id)).size).toBe(1)
    expect(await why(reception.day.plan({ centre, on: '2024-07-31' }, people.desk))).toEqual(['DAY_PAST'])
    expect(await why(reception.day.plan({ centre, on: friday }, people.water))).toEqual(['NOT_IN_CHARGE'])
  })

  it('that is closed takes no appointments, and whoever comes all the same is received', async () => {
    const { reception, centre, booked, waiting } = await town()
    const { id } = await reception.day.plan({ centre, on: thursday }, people.desk)
    await reception.day.close(id, { because: '停电' }, people.desk)
    expect(await why(booked())).toEqual(['NOT_OPEN_THAT_DAY'])
    expect((await waiting()).state.status).toBe('waiting')
  })

  it('lies within what the rules of the place allow', async () => {
    const reception = { ...receptionPolicy, bookAheadDays: 7, leaderNoticeDays: 3 }
    const local = { ...cn2022, id: 'local', policy: { ...cn2022.policy, reception } }
    const { booked, ...made } = await town({ rules: [local] })
    await booked({ on: '2024-08-08' })
    expect(await why(booked({ on: '2024-08-09' }))).toEqual(['DAY_TOO_FAR'])
    const { day } = made.reception
    const { id } = await day.plan({ centre: made.centre, on: '2024-08-03' }, people.desk)
    const plan = { window: 'leader', half: 'morning', leader: 'vice', unit: 'county', post: 'p' } as const
    await day.planLeader(id, { ...plan, place: 'p', appointments: 1 }, people.desk)
    const { code, details } = await refusal(day.announceLeader(id, { window: 'leader' }, people.desk))
    expect([code, details]).toEqual(['LEADER_ANNOUNCED_LATE', { on: '2024-08-03', until: '2024-07-31' }])
  })
})

describe('the counts of a centre', () => {
  it('are by half a day, with percentiles of the wait, and name nobody', async () => {
    const { reception, centre, visit, waiting, minutes, clock } = await town()
    const came = [await waiting(), await waiting(), await waiting({ needsHelp: true })]
    minutes(10)
    await visit.callNext({ centre, window: '1' }, people.desk)
    minutes(20)
    await visit.callNext({ centre, window: '1' }, people.desk)
    await visit.leave(came[1]?.id ?? '', { why: 'ownWish' }, people.desk)
    clock.set(`${thursday}T15:00:00+08:00`)
    await waiting()
    const counts = await reception.counts({ centre, from: thursday, until: friday }, people.desk)
    expect(counts.halves.map(({ on, half, came: n, left, wait }) => [on, half, n, left, wait])).toEqual([
      [thursday, 'morning', 3, 1, { called: 2, p50: 10, p90: 30, most: 30 }],
      [thursday, 'afternoon', 1, 0, { called: 0, p50: null, p90: null, most: null }],
    ])
    expect(counts.total).toMatchObject({ came: 4, left: 1, wait: { called: 2 } })
    expect(counts.isComplete).toBe(true)
    for (const by of [anonymous, citizen, people.school])
      expect(await why(reception.counts({ centre, from: thursday, until: friday }, by))).toEqual([
        'READ_NOT_ALLOWED',
      ])
    expect(await why(reception.counts({ centre, from: thursday, until: '2026-01-01' }, people.desk))).toEqual(
      ['INPUT_INVALID'],
    )
  })

  it('take the nearest rank', () => {
    expect(waitsOf({})).toEqual({ called: 0, p50: null, p90: null, most: null })
    expect(waitsOf({ 5: 1 })).toEqual({ called: 1, p50: 5, p90: 5, most: 5 })
    expect(waitsOf({ 20: 1, 3: 8, 100: 1 })).toEqual({ called: 10, p50: 3, p90: 20, most: 100 })
  })
})

describe('a case in a leader’s charge', () => {
  const taken = { leader: 'vice', leaderUnit: 'county', until: '2024-09-30', goal: 'g' }

  it('is taken by a leader who has a post and is not kept out of the case', async () => {
    const { reception, complaint, accepted, registered } = await town()
    const { charge } = reception
    const { id } = await registered()
    expect(await why(charge.take({ case: id, ...taken, leader: 'nobody' }, people.desk))).toEqual([
      'LEADER_WITHOUT_POST',
    ])
    expect(await why(charge.take({ case: id, ...taken, until: thursday }, people.desk))).toEqual([
      'CHARGE_PERIOD_INVALID',
    ])
    expect(await why(charge.take({ case: id, ...taken }, people.school))).toEqual(['READ_NOT_ALLOWED'])
    expect(await why(charge.take({ case: 'nothing', ...taken }, people.desk))).toEqual(['CASE_NOT_FOUND'])
    const other = await accepted()
    await complaint.requestRecusal(other.id, { person: 'vice', reason: 'r' }, citizen)
    await complaint.decideRecusal(other.id, { person: 'vice', granted: true, reason: 'r' }, host)
    expect(await why(charge.take({ case: other.id, ...taken }, people.desk))).toEqual(['HANDLER_RECUSED'])
    const held = await charge.take({ case: other.id, ...taken, leader: 'county-head' }, people.desk)
    const next = { leader: 'vice', leaderUnit: 'county', reason: 'r' }
    expect(await why(charge.passOn(held.id, next, people.desk))).toEqual(['HANDLER_RECUSED'])
    // It moves no clock of the case, and nobody's duty.
    expect((await complaint.get(other.id, host)).state.unit).toBe('county-housing')
  })

  it('is told of to whoever may read the case, and to nobody else once that is sealed', async () => {
    const { reception, complaint, registered, platform } = await town()
    const { charge } = reception
    const { id } = await registered()
    const { id: held } = await charge.take({ case: id, ...taken }, people.desk)
    expect(await charge.caseOf(held, people.county)).toBe(id)
    const person = { persons: ['county-head'] }
    await complaint.classify(id, { class: 'accusation', accused: person }, people.desk)
    expect(await why(charge.caseOf(held, people.county))).toEqual(['CASE_NOT_FOUND'])
    expect(await why(charge.ofCase(id, people.county))).toEqual(['CASE_NOT_FOUND'])
    const seen = JSON.stringify([
      await charge.get(held, people.county),
      await charge.history(held, people.county),
      await platform.cases.find({ involving: 'county' }, people.county),
    ])
    expect(seen).not.toContain(id)
    expect(await charge.caseOf(held, host)).toBe(id)
  })
})

describe('the words', () => {
  it('exist in both languages for every status, reason and act', () => {
    const texts = [
      centreStatusText,
      dayStatusText,
      leaderStateText,
      halfText,
      helpText,
      chargeStatusText,
      chargeOutcomeText,
      visitStatusText,
      queueReasonText,
      visitWords.event,
      visitWords.clock,
    ].flatMap((table) => Object.values(table))
    for (const { en, zh } of texts) expect([en.length > 0, /\p{Script=Han}/u.test(zh)]).toEqual([true, true])
    expect(Object.keys(visitStatusText).sort()).toEqual(Object.keys(visitLifecycle).sort())
  })
})
