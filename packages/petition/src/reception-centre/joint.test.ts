import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, why } from '../complaint/county.fixture.js'
import { friday, host, people, said, thursday, town } from './town.fixture.js'

describe('a joint reception', () => {
  it('of three departments has the answer of each, and its promises with their days', async () => {
    const { visit, heard, platform, clock } = await town()
    const { id } = await heard()
    for (const unit of ['county-housing', 'county-water', 'county-school'])
      await visit.invite(id, { unit, question: '请当场答复' }, people.desk)
    expect(await why(visit.invite(id, { unit: 'county-water', question: 'q' }, people.desk))).toEqual([
      'ALREADY_INVITED',
    ])
    expect(await why(visit.close(id, { told: 't' }, people.desk))).toEqual(['JOINT_OPEN'])
    const answer = { unit: 'county-housing', text: '十五日内维修' }
    expect(await why(visit.answer(id, answer, people.housing))).toEqual(['NOT_PRESENT'])
    for (const unit of ['county-housing', 'county-water'])
      await visit.attend(id, { unit, present: true }, people.desk)
    await visit.attend(id, { unit: 'county-school', present: false }, people.desk)
    expect(await why(visit.close(id, { told: 't' }, people.desk))).toEqual(['JOINT_UNANSWERED'])

    expect(await why(visit.answer(id, answer, people.water))).toEqual(['ANSWER_OF_OTHERS'])
    const commitment = { text: '更换水管', by: '2024-08-15' }
    await visit.answer(id, { ...answer, commitment }, people.housing)
    await visit.answer(
      id,
      { unit: 'county-water', text: '停水一天', commitment: { ...commitment, by: friday } },
      people.desk,
    )
    const { state } = await visit.close(id, { told: '两个单位已当场答复' }, people.desk)
    expect(state.commitments).toEqual([
      { commitment: 1, unit: 'county-housing', on: thursday, by: '2024-08-15', keptOn: null },
      { commitment: 2, unit: 'county-water', on: thursday, by: friday, keptOn: null },
    ])

    // The promises are owed by the departments, and are late on their own days.
    clock.addDays(5)
    const due = await platform.deadlines.of(id, host)
    expect(due.map((one) => [one.clock, one.unit, one.overdue])).toEqual([
      ['commitment-1', 'county-housing', false],
      ['commitment-2', 'county-water', true],
    ])
    const late = await platform.cases.find(
      { kind: 'petition.visit', overdue: true, unit: 'county-petition' },
      people.desk,
    )
    expect(late.items).toMatchObject([{ id, open: true, due: { unit: 'county-water' } }])
    const kept = { on: friday, proof: '回单' }
    expect(await why(visit.keep(id, { commitment: 2, ...kept }, people.housing))).toEqual([
      'ANSWER_OF_OTHERS',
    ])
    await visit.keep(id, { commitment: 2, ...kept }, people.water)
    expect(await why(visit.keep(id, { commitment: 2, ...kept }, people.water))).toEqual([
      'COMMITMENT_UNKNOWN',
    ])
    await visit.keep(id, { commitment: 1, ...kept }, people.housing)
    expect(
      (
        await platform.cases.find(
          { kind: 'petition.visit', open: true, unit: 'county-petition' },
          people.desk,
        )
      ).items,
    ).toEqual([])
  })

  it('gives the departments that take part no say at the window', async () => {
    const { visit, heard } = await town()
    const { id } = await heard()
    await visit.invite(id, { unit: 'county-school', question: 'q' }, people.desk)
    const school: Actor = people.school
    expect(await why(visit.close(id, { told: 't' }, school))).toContain('NOT_AT_WINDOW')
    expect(await why(visit.handOver(id, { to: 'complaint', title: 't' }, school))).toEqual(['NOT_AT_WINDOW'])
    expect((await visit.actions(id, school)).filter((one) => one.allowed).map((one) => one.command)).toEqual([
      'answer',
      'keep',
    ])
  })
})

describe('a day on which a leader receives', () => {
  it('is announced beforehand, takes appointments, and its cases can be taken in charge', async () => {
    const { reception, visit, centre, booked, bookedByDesk, clock, registered } = await town()
    const day = await reception.day.plan({ centre, on: friday }, people.desk)
    const plan = {
      window: 'leader',
      half: 'morning',
      leader: 'vice',
      unit: 'county',
      post: '副县长',
      place: '二楼接待室',
      subject: '住房',
      appointments: 1,
    } as const
    expect(await why(reception.day.planLeader(day.id, { ...plan, leader: 'nobody' }, people.desk))).toEqual([
      'LEADER_WITHOUT_POST',
    ])
    expect(await why(reception.day.planLeader(day.id, { ...plan, window: '1' }, people.desk))).toEqual([
      'WINDOW_TAKEN',
    ])
    await reception.day.planLeader(day.id, plan, people.desk)
    expect(await why(booked({ on: friday, window: 'leader' }))).toEqual(['WINDOW_UNKNOWN'])
    expect((await reception.published(centre)).leaders).toEqual([])
    await reception.day.announceLeader(day.id, { window: 'leader' }, people.desk)
    expect((await reception.published(centre)).leaders).toMatchObject([
      { on: friday, from: '08:00', until: '12:00', post: '副县长', place: '二楼接待室', cancelled: false },
    ])
    const { id } = await booked({ on: friday, window: 'leader' })
    expect(await why(bookedByDesk({ on: friday, window: 'leader' }))).toEqual(['SLOT_FULL'])

    clock.set(`${friday}T08:30:00+08:00`)
    const late = await reception.day.plan({ centre, on: friday }, people.desk)
    await reception.day.planLeader(late.id, { ...plan, window: 'late', half: 'afternoon' }, people.desk)
    expect(await why(reception.day.announceLeader(late.id, { window: 'late' }, people.desk))).toEqual([
      'LEADER_ANNOUNCED_LATE',
    ])
    await visit.arrive(id, {}, people.desk)
    const leader: Actor = { kind: 'officer', id: 'vice', unit: 'county', roles: ['head'] }
    expect((await visit.callNext({ centre, window: 'leader' }, leader))?.id).toBe(id)
    await visit.receive(id, {}, leader)
    await visit.record(id, { text: said, readBack: { outcome: 'confirmed' } }, leader)
    const handed = await visit.handOver(id, { to: 'complaint', title: '漏水' }, leader)
    await visit.close(id, { told: '由副县长包案' }, leader)
    await reception.day.holdLeader(day.id, { window: 'leader' }, people.desk)

    const { charge } = reception
    const taken = {
      case: handed.case,
      leader: 'vice',
      leaderUnit: 'county',
      until: '2024-09-30',
      goal: '修好',
    }
    const { id: held } = await charge.take(taken, people.desk)
    await charge.meet(held, { on: friday, summary: '与信访人见面' }, leader)
    await charge.report(held, { report: '已更换水管' }, leader)
    expect((await charge.overdue(people.desk)).items).toEqual([])
    clock.addDays(60)
    expect((await charge.overdue(people.desk)).items).toMatchObject([{ id: held, overdue: true }])
    await charge.extend(held, { until: '2024-10-31', reason: '还需回访' }, leader)
    expect((await charge.overdue(people.desk)).items).toEqual([])
    expect((await charge.ofCase(handed.case, people.desk)).map((one) => one.state.case)).toEqual([''])
    expect(await charge.caseOf(held, people.desk)).toBe(handed.case)
    const { state } = await charge.conclude(held, { outcome: 'resolved', result: '漏水已修好' }, leader)
    expect(state).toMatchObject({ status: 'concluded', meetings: [{ on: friday }], extensions: 1 })
    expect((await registered()).state.status).toBe('registered')
  })

  it('that is cancelled says what comes instead, and those who come are received at the windows', async () => {
    const { reception, visit, centre, booked, bookedByDesk, clock } = await town()
    const { day } = reception
    const { id } = await day.plan({ centre, on: friday }, people.desk)
    const plan = {
      window: 'leader',
      half: 'morning',
      leader: 'vice',
      unit: 'county',
      post: '副县长',
    } as const
    await day.planLeader(id, { ...plan, place: '镇政府', appointments: 3 }, people.desk)
    await day.announceLeader(id, { window: 'leader' }, people.desk)
    const visitor = await booked({ on: friday, window: 'leader' })
    await day.cancelLeader(id, { window: 'leader', instead: '改至 8 月 9 日' }, people.desk)
    expect((await reception.published(centre)).leaders).toMatchObject([
      { cancelled: true, instead: '改至 8 月 9 日' },
    ])
    expect(await why(bookedByDesk({ on: friday, window: 'leader' }))).toEqual(['WINDOW_UNKNOWN'])
    clock.addDays(1)
    await visit.arrive(visitor.id, {}, people.desk)
    const moved = await visit.transfer(visitor.id, { window: '1', reason: '领导接访取消' }, people.desk)
    expect(await visit.ahead(moved.id, citizen)).toMatchObject({ ahead: 0, class: 'appointmentDue' })
  })
})
