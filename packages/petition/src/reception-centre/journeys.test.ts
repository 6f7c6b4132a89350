import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, neighbour, why } from '../complaint/county.fixture.js'
import { friday, host, people, said, thursday, town, zhang } from './town.fixture.js'

describe('a visit without an appointment', () => {
  it('leads from the door to a complaint in the words of the person', async () => {
    const { visit, reception, centre, complaint, platform, inquiry } = await town()
    const came = await visit.walkIn({ centre, petitioners: [zhang], title: '漏水' }, people.desk)
    expect(came.state).toMatchObject({
      status: 'waiting',
      window: '1',
      ticket: { number: 1, half: 'morning' },
    })
    expect(came.receipt.queryCode).toMatch(/^[0-9A-Z-]{19}$/)

    const called = await visit.callNext({ centre, window: '1' }, people.desk)
    expect(called?.id).toBe(came.id)
    expect(await visit.callNext({ centre, window: '1' }, people.desk)).toBeUndefined()
    expect((await reception.display(centre)).lines[0]).toEqual({
      window: '1',
      name: '综合窗口',
      called: [1],
      waiting: 0,
    })

    await visit.receive(came.id, {}, people.desk)
    expect(await why(visit.handOver(came.id, { to: 'complaint', title: '漏水' }, people.desk))).toEqual([
      'NOT_HEARD',
    ])
    expect(await why(visit.close(came.id, { told: 't' }, people.desk))).toEqual(['NOT_HEARD'])
    await visit.record(came.id, { text: said, readBack: { outcome: 'confirmed' } }, people.desk)
    const more = { text: '我还交了维修基金。', readBack: { outcome: 'refused', note: '日期记错了' } } as const
    await visit.record(came.id, more, people.desk)

    const handed = await visit.handOver(
      came.id,
      { to: 'complaint', title: '漏水', matter: 'housing' },
      people.desk,
    )
    expect(handed.visit.state.handOvers).toMatchObject([{ to: 'complaint', state: 'done', case: null }])
    const { state } = await complaint.get(handed.case, people.desk)
    expect(state).toMatchObject({
      channel: 'visit',
      receivedOn: thursday,
      matter: 'housing',
      unit: 'county-petition',
    })
    const file = await platform.personal.read(
      handed.case,
      { purpose: 'ownMatter', reveal: ['name', 'phone'] },
      citizen,
    )
    expect(file.texts[0]?.fields.text).toBe(`${said}\n\n我还交了维修基金。`)
    expect(file.persons[0]?.fields).toMatchObject({ name: '张某某', phone: '13800000000' })
    expect((await inquiry.track(handed.receipt.queryCode)).id).toBe(handed.case)

    await visit.close(came.id, { told: '已登记为信访事项，可以凭查询码查询' }, people.desk)
    const told = await inquiry.track(came.receipt.queryCode)
    expect(told).toMatchObject({ kind: 'petition.visit', title: '漏水', statusText: { zh: '接谈结束' } })
    expect(told.letters.map(({ fields }) => fields)).toEqual([
      { text: said },
      { text: '我还交了维修基金。' },
      { told: '已登记为信访事项，可以凭查询码查询' },
    ])
  })

  it('that was made into a matter shows which one to the person, and to nobody of the staff', async () => {
    const { visit, heard } = await town()
    const { id } = await heard()
    const handed = await visit.handOver(
      id,
      { to: 'suggestion', title: '加装电梯', text: '建议加装电梯' },
      people.desk,
    )
    expect((await visit.get(id, citizen)).state.handOvers[0]?.case).toBe(handed.case)
    const seen = JSON.stringify([
      await visit.get(id, people.desk),
      await visit.history(id, people.desk),
      handed.visit,
    ])
    expect(seen).not.toContain(handed.case)
  })

  it('asks at the window how a matter stands, and no record says which', async () => {
    const { visit, received, complaint, registered, codeOf } = await town()
    const other = await registered()
    const { id } = await received()
    const told = await visit.inquire(id, { queryCode: (await codeOf(other.id)).toLowerCase() }, people.desk)
    expect(told).toMatchObject({ id: other.id, status: 'registered' })
    expect(await why(visit.inquire(id, { queryCode: 'x' }, people.desk))).toEqual(['QUERY_CODE_UNKNOWN'])
    expect(await why(visit.inquire(id, { queryCode: 'x' }, people.housing))).toEqual(['READ_NOT_ALLOWED'])
    expect((await visit.get(id, people.desk)).state.inquiries).toBe(1)
    expect(JSON.stringify(await visit.history(id, host))).not.toContain(other.id)
    await visit.close(id, { told: '已告知进展' }, people.desk)
    expect(await complaint.get(other.id, people.desk)).toBeDefined()
  })

  it('at the wrong level is listened to first, then told where to go in writing', async () => {
    const { visit, received } = await town()
    const { id } = await received()
    const advice = { to: 'city-housing', note: '该事项由市住房局办理，地址……' }
    expect(await why(visit.advise(id, advice, people.desk))).toEqual(['NOT_HEARD'])
    await visit.record(id, { text: said, readBack: { outcome: 'confirmed' } }, people.desk)
    expect(await why(visit.advise(id, { ...advice, to: 'county-petition' }, people.desk))).toEqual([
      'ALREADY_THERE',
    ])
    const { state } = await visit.advise(id, advice, people.desk)
    expect(state.advice).toEqual([{ on: thursday, to: 'city-housing' }])
    // And is not sent away: everything else is still possible.
    await visit.handOver(id, { to: 'complaint', title: '漏水' }, people.desk)
  })

  it('is referred to help only if the person agrees', async () => {
    const { visit, received } = await town()
    const { id } = await received()
    const referral = { kind: 'psychological', to: '心理服务站' } as const
    expect(await why(visit.refer(id, { ...referral, consents: false }, people.desk))).toEqual([
      'REFERRAL_WITHOUT_CONSENT',
    ])
    for (const kind of ['mediation', 'legalAid', 'hardship', 'psychological'] as const)
      await visit.refer(id, { kind, to: '某机构', consents: true }, people.desk)
    expect((await visit.get(id, people.desk)).state.referrals.map((one) => one.kind)).toEqual([
      'mediation',
      'legalAid',
      'hardship',
      'psychological',
    ])
  })

  it('by many people needs representatives, five at most, and says so before anything is stored', async () => {
    const { waiting, store } = await town()
    const petitioners = Array.from({ length: 7 }, (_, n) => ({ name: `张某某${n}` }))
    const head = await store.head()
    expect(await why(waiting({ petitioners }))).toEqual(['REPRESENTATIVES_MISSING'])
    const six = petitioners.slice(0, 6).map((one) => one.name)
    expect(await why(waiting({ petitioners, representatives: six }))).toEqual(['REPRESENTATIVES_TOO_MANY'])
    expect(await store.head()).toBe(head)
    const { state } = await waiting({ petitioners, people: 30, representatives: six.slice(1) })
    expect(state).toMatchObject({ people: 30, representatives: ['p2', 'p3', 'p4', 'p5', 'p6'] })
  })

  it('can be one by people who do not say who they are', async () => {
    const { waiting, visit, complaint } = await town()
    const { id } = await waiting({ petitioners: undefined, anonymous: true })
    await visit.callNext({ centre: (await visit.get(id, host)).state.centre, window: '1' }, people.desk)
    await visit.receive(id, {}, people.desk)
    await visit.record(id, { text: said, readBack: { outcome: 'confirmed' } }, people.desk)
    const handed = await visit.handOver(id, { to: 'complaint', title: '漏水' }, people.desk)
    expect((await complaint.get(handed.case, host)).state).toMatchObject({ anonymous: true, petitioners: [] })
  })

  it('goes on at another window with the same ticket', async () => {
    const { visit, waiting, reception, centre } = await town()
    const first = await waiting()
    await waiting({ window: 'housing', petitioners: [{ name: '张某某' }] })
    const { state } = await visit.transfer(
      first.id,
      { window: 'housing', reason: '属于住房事项' },
      people.desk,
    )
    expect(state).toMatchObject({ status: 'waiting', windowUnit: 'county-housing', ticket: { number: 1 } })
    const { lines } = await reception.queue(centre, people.housing)
    expect(lines.find((one) => one.window === 'housing')?.waiting.map((one) => one.ticket)).toEqual([1, 2])
    expect((await visit.callNext({ centre, window: 'housing' }, people.housing))?.id).toBe(first.id)
    // The desk at which it was cannot be skipped by a department that has nothing to do with it.
    expect(await why(visit.receive(first.id, {}, people.water))).toEqual(['NOT_INVOLVED'])
  })

  it('is called again after a no-show, or draws a new ticket', async () => {
    const { visit, called, waiting } = await town()
    const { id } = await called()
    const next = await waiting({ petitioners: [{ name: '张某某' }] })
    await visit.noShow(id, {}, people.desk)
    expect((await visit.recall(id, {}, people.desk)).state.status).toBe('called')
    await visit.noShow(id, {}, people.desk)
    expect((await visit.requeue(id, {}, people.desk)).state).toMatchObject({
      status: 'waiting',
      ticket: { number: 3 },
    })
    expect(await visit.ahead(id, citizen)).toMatchObject({ ahead: 1, reason: 'inTurn' })
    expect(await visit.ahead(next.id, host)).toMatchObject({ ahead: 0 })
    await visit.leave(id, { why: 'ownWish', told: '可以预约明天' }, citizen)
    expect(await visit.ahead(id, citizen)).toBeUndefined()
  })

  it('is called out of turn only with a reason', async () => {
    const { visit, waiting } = await town()
    await waiting()
    const { id } = await waiting()
    expect(await why(visit.call(id, {}, people.desk))).toEqual(['NOT_NEXT'])
    const { state } = await visit.call(id, { outOfTurn: '身体不适' }, people.desk)
    expect(state.call).toMatchObject({ outOfTurn: true, ticket: 2 })
  })
})

describe('an appointment', () => {
  it('is found by its code at the door, and goes before those without while its half of the day lasts', async () => {
    const { visit, booked, waiting, minutes } = await town()
    const { id, receipt } = await booked()
    const other = await waiting({ petitioners: [{ name: '张某某' }] })
    minutes(10)
    expect((await visit.byCode(receipt.queryCode, people.desk)).id).toBe(id)
    expect(await why(visit.byCode(receipt.queryCode, people.school))).toEqual(['READ_NOT_ALLOWED'])
    const { state } = await visit.arrive(id, {}, people.desk)
    expect(state).toMatchObject({ status: 'waiting', ticket: { number: 2 } })
    expect(await visit.ahead(id, citizen)).toMatchObject({ ahead: 0, reason: 'appointmentDue' })
    expect(await visit.ahead(other.id, host)).toMatchObject({ ahead: 1, reason: 'overtaken' })
  })

  it('of the afternoon is none yet in the morning, and none any more after its time', async () => {
    const { visit, booked, waiting, minutes } = await town()
    const early = await booked({ half: 'afternoon' })
    const late = await booked({ half: 'morning', petitioners: [{ name: '张某某' }] }, people.desk)
    const other = await waiting()
    await visit.arrive(early.id, {}, people.desk)
    expect(await visit.ahead(early.id, citizen)).toMatchObject({ ahead: 1, reason: 'inTurn' })
    minutes(5 * 60 + 1)
    expect(await visit.ahead(early.id, citizen)).toMatchObject({ ahead: 0, reason: 'appointmentDue' })
    await visit.arrive(late.id, {}, people.desk)
    expect(await visit.ahead(late.id, host)).toMatchObject({ ahead: 2, class: 'others' })
    expect(await visit.ahead(other.id, host)).toMatchObject({ ahead: 1 })
  })

  it('that nobody comes to is recorded after its time, and not before', async () => {
    const { visit, booked, minutes, reception, centre } = await town()
    const { id } = await booked()
    expect(await why(visit.miss(id, {}, people.desk))).toEqual(['APPOINTMENT_NOT_OVER'])
    minutes(3 * 60)
    const { state } = await visit.miss(id, {}, people.desk)
    expect(state.status).toBe('missed')
    expect(await why(visit.arrive(id, {}, people.desk))).toEqual(['STATUS'])
    // Who comes later all the same is received.
    expect((await visit.walkIn({ centre, petitioners: [zhang] }, people.desk)).state.status).toBe('waiting')
    const counted = await reception.counts({ centre, from: thursday, until: thursday }, people.desk)
    expect(counted.total).toMatchObject({ appointments: 1, missed: 1, came: 1, served: 0 })
  })

  it('that is given up is free for others', async () => {
    const { visit, booked } = await town()
    const first = await booked()
    await booked()
    expect(await why(booked())).toEqual(['SLOT_FULL'])
    await visit.cancel(first.id, {}, citizen)
    await visit.cancel(first.id, {}, citizen)
    await booked()
    expect(await why(booked())).toEqual(['SLOT_FULL'])
    expect(await why(visit.cancel(first.id, {}, neighbour))).toEqual(['NOT_INVOLVED'])
  })

  it('is made for days on which the centre is open, within what the rules allow', async () => {
    const { booked, reception, centre, store, clock } = await town()
    const head = await store.head()
    expect(await why(booked({ on: '2024-07-31' }))).toEqual(['DAY_PAST'])
    expect(await why(booked({ on: '2024-08-03' }))).toEqual(['NOT_OPEN_THAT_DAY'])
    expect(await why(booked({ on: '2024-10-01' }))).toEqual(['NOT_OPEN_THAT_DAY'])
    expect(await why(booked({ on: '9999-12-31' }))).toEqual(['NOT_OPEN_THAT_DAY'])
    expect(await why(booked({ window: 'water' }))).toEqual(['SLOT_FULL'])
    expect(await why(booked({ window: 'nobody' }))).toEqual(['WINDOW_UNKNOWN'])
    expect(await why(booked({}, { kind: 'anonymous' }))).toEqual(['NOT_IDENTIFIED'])
    expect(await why(booked({}, neighbour))).toEqual(['FILED_FOR_OTHERS'])
    expect(await store.head()).toBe(head)
    // A Saturday that is worked, and one that the office plans.
    await booked({ on: '2024-09-14' })
    await reception.day.plan({ centre, on: '2024-08-03' }, people.desk)
    const { state } = await booked({ on: '2024-08-03' })
    expect(state.appointment).toMatchObject({ on: '2024-08-03', from: '08:00', until: '12:00' })
    clock.set(`${thursday}T12:00:00+08:00`)
    expect(await why(booked())).toEqual(['HALF_DAY_OVER'])
  })

  it('cannot be a ticket from home', async () => {
    const { visit, centre } = await town()
    expect(await why(visit.walkIn({ centre, petitioners: [zhang] }, citizen))).toEqual(['TICKET_AT_CENTRE'])
    expect(await why(visit.walkIn({ centre, petitioners: [zhang] }, people.school))).toEqual([
      'NOT_STAFF_OF_CENTRE',
    ])
  })

  it('can be for another day than the one on which the person comes', async () => {
    const { visit, booked } = await town()
    const { id } = await booked({ on: friday })
    expect(await why(visit.arrive(id, {}, people.desk))).toEqual(['APPOINTMENT_OTHER_DAY'])
  })
})

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
    const { reception, visit, centre, booked, clock, registered } = await town()
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
    expect(await why(booked({ on: friday, window: 'leader' }))).toEqual(['SLOT_FULL'])

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
    const { reception, visit, centre, booked, clock } = await town()
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
    expect(await why(booked({ on: friday, window: 'leader' }))).toEqual(['WINDOW_UNKNOWN'])
    clock.addDays(1)
    await visit.arrive(visitor.id, {}, people.desk)
    const moved = await visit.transfer(visitor.id, { window: '1', reason: '领导接访取消' }, people.desk)
    expect(await visit.ahead(moved.id, citizen)).toMatchObject({ ahead: 0, class: 'appointmentDue' })
  })
})
