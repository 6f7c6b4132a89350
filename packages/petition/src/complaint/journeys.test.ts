import { describe, expect, it } from 'vitest'
import {
  citizen,
  county,
  host,
  letter,
  neighbour,
  refusal,
  remedy,
  sections,
  staff,
  why,
} from './county.fixture.js'

describe('a complaint', () => {
  it('does not begin in the account of somebody else, filed by somebody whom nobody knows', async () => {
    const { complaint } = await county()
    const filing = complaint.file(letter, { kind: 'anonymous' })
    expect((await refusal(filing)).code).toBe('FILED_FOR_OTHERS')
  })

  it('goes from filing to completion, and its petitioner can follow it', async () => {
    const { complaint, inquiry, delivered, codeOf } = await county()
    const { id, state } = await delivered()
    expect(state.status).toBe('delivered')
    await complaint.evaluate(id, { petitionOffice: 'satisfied', handlingBody: 'basicallySatisfied' }, citizen)
    const closed = await complaint.close(id, { summary: '已答复' }, staff.housing)
    expect(closed.state).toMatchObject({
      status: 'completed',
      evaluation: { handlingBody: 'basicallySatisfied' },
    })
    const matter = await inquiry.track(await codeOf(id))
    expect(matter).toMatchObject({ id, status: 'completed', unit: { id: 'county-housing' } })
    expect(matter.next.map((one) => one.clock)).toEqual(['requestReview'])
    expect(matter.actions).toContain('requestReview')
  })

  it('keeps one history while it is sent up and down', async () => {
    const { complaint, registered } = await county()
    const { id } = await registered({ unit: 'county-petition' })
    await complaint.refer(id, { to: 'city-petition', manner: 'transfer' }, staff.desk)
    await complaint.refer(id, { to: 'county-water', manner: 'transfer' }, staff.cityDesk)
    const { state } = await complaint.accept(id, {}, staff.water)
    expect(state.involved).toEqual(['county-petition', 'city-petition', 'county-water'])
    const types = (await complaint.history(id, staff.desk)).map((event) => event.type)
    expect(types.filter((type) => type === 'petition.complaint-referred')).toHaveLength(2)
  })

  it('cannot be answered before the petitioner was heard', async () => {
    const { complaint, accepted } = await county()
    const { id } = await accepted()
    const answer = { ...sections, outcome: 'explained', remedy } as const
    expect(await why(complaint.answer(id, answer, staff.housing))).toEqual(['NOT_HEARD'])
  })

  it('cannot be closed while a supported request waits to be carried out', async () => {
    const { complaint, delivered, today } = await county()
    const { id } = await delivered('supported')
    expect(await why(complaint.close(id, { summary: 's' }, staff.housing))).toEqual(['EXECUTION_PENDING'])
    await complaint.recordExecution(id, { on: today(), proof: 'photo 3' }, staff.housing)
    expect((await complaint.close(id, { summary: 's' }, staff.housing)).state.status).toBe('completed')
  })

  it('under an assignment is reported back by the day of the order', async () => {
    const { complaint, registered, due } = await county()
    const { id } = await registered()
    const order = { to: 'county-housing', manner: 'assignment' } as const
    expect(await why(complaint.refer(id, order, staff.desk))).toEqual(['REPORT_DATE_MISSING'])
    expect(await why(complaint.refer(id, { ...order, reportBy: '2024-07-01' }, staff.desk))).toEqual([
      'DATE_BEFORE_EVENT',
    ])
    // A Sunday stays: the order fixed the day.
    await complaint.refer(id, { ...order, reportBy: '2024-09-01' }, staff.desk)
    expect(await due(id, 'assignedReport')).toMatchObject({
      unit: 'county-housing',
      dueOn: '2024-09-01',
      state: 'running',
    })
    await complaint.accept(id, {}, staff.housingDesk)
    await complaint.reportBack(id, { report: '已受理' }, staff.housingDesk)
    expect(await due(id, 'assignedReport')).toMatchObject({ state: 'stopped' })
  })
})

describe('a body that was sent a case', () => {
  it('objects to it and does not simply refuse it', async () => {
    const { complaint, referred } = await county()
    const { id } = await referred()
    const refusal = { ground: 'notCompetent', reasons: 'r', advice: 'a', noticeOn: '2024-08-01' } as const
    expect(await why(complaint.notAccept(id, refusal, staff.housingDesk))).toEqual(['GROUND_NOT_FULFILLED'])
  })

  it('refuses a matter as ended only with the case that ended by a re-review', async () => {
    const { complaint, registered, inquiry } = await county()
    const { id } = await registered()
    const other = await registered()
    const refusal = {
      ground: 'alreadyEnded',
      reasons: '同一事实',
      advice: '可以申请法律援助',
      noticeOn: '2024-08-01',
    } as const
    for (const endedCase of ['nowhere', other.id]) {
      expect(await why(complaint.notAccept(id, { ...refusal, endedCase }, staff.desk))).not.toEqual([])
    }
    const plain = { ...refusal, ground: 'notAPetition' } as const
    await complaint.notAccept(id, plain, staff.desk)
    expect((await inquiry.follow(id, citizen)).refusal).toMatchObject({
      ground: 'notAPetition',
      reasons: '同一事实',
      advice: '可以申请法律援助',
    })
  })

  it('keeps the sixty days that ran when a matter becomes an appeal later', async () => {
    const { complaint, accepted, due, clock } = await county()
    const { id } = await accepted()
    clock.addDays(20)
    await complaint.classify(id, { class: 'appeal', route: 'statutoryDuty' }, staff.housingDesk)
    expect(await due(id, 'handle')).toMatchObject({ state: 'stopped', late: false })
    await complaint.classify(id, { class: 'appeal', route: 'petition' }, staff.housingDesk)
    expect(await due(id, 'handle')).toMatchObject({ state: 'running', dueOn: '2024-09-30' })
  })
})

describe('an objection to jurisdiction', () => {
  it('goes back with the consent of the body that sent it, whose fifteen days go on', async () => {
    const { complaint, referred, due, clock } = await county()
    const { id } = await referred()
    expect(await due(id, 'jurisdictionObjection')).toMatchObject({ dueOn: '2024-08-08' })
    clock.addDays(5)
    await complaint.object(id, { reasons: '应由水务部门办理' }, staff.housingDesk)
    expect(await why(complaint.accept(id, {}, staff.housingDesk))).toEqual(['OBJECTION_OPEN'])
    const other = complaint.answerObjection(id, { consent: true, reasons: 'r' }, staff.housingDesk)
    expect(await why(other)).toEqual(['OBJECTION_NOT_ANSWERABLE'])
    const { state } = await complaint.answerObjection(id, { consent: true, reasons: '同意' }, staff.desk)
    expect(state).toMatchObject({ status: 'registered', unit: 'county-petition', objection: null })
    expect(await due(id, 'sortAndForward')).toMatchObject({ dueOn: '2024-08-16', state: 'running' })
  })

  it('comes too late after five working days', async () => {
    const { complaint, referred, clock } = await county()
    const { id } = await referred()
    clock.set('2024-08-08T23:59:59+08:00')
    await complaint.note(id, { text: 'still in time' }, staff.housingDesk)
    clock.set('2024-08-09T00:00:00+08:00')
    const error = await refusal(complaint.object(id, { reasons: 'r' }, staff.housingDesk))
    expect(error).toMatchObject({ code: 'OBJECTION_LATE', details: { until: '2024-08-08' } })
  })

  it('that is refused is a dispute, which the common superior settles', async () => {
    const { complaint, referred } = await county()
    const { id } = await referred()
    await complaint.object(id, { reasons: 'r' }, staff.housingDesk)
    await complaint.answerObjection(id, { consent: false, reasons: '属于你局职责' }, staff.desk)
    const settle = { to: 'county-water', reasons: '由水务局办理' }
    expect(await why(complaint.settleDispute(id, settle, staff.cityDesk))).toEqual(['DISPUTE_NOT_SETTLEABLE'])
    const { state } = await complaint.settleDispute(id, settle, staff.county)
    expect(state).toMatchObject({ status: 'referred', unit: 'county-water', objection: null })
    expect((await complaint.accept(id, {}, staff.water)).state.status).toBe('accepted')
  })

  it('does not exist under the rules of 2005', async () => {
    const { complaint, registered } = await county({}, '2020-03-02T09:00:00+08:00')
    const { id, rules } = await registered()
    expect(rules).toBe('cn-2005-decree431')
    await complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.desk)
    expect(await why(complaint.object(id, { reasons: 'r' }, staff.housingDesk))).toEqual([
      'OBJECTION_NOT_PROVIDED',
    ])
  })
})

describe('the ladder of review', () => {
  it('goes up two rungs, each by somebody who had no part before, and ends there', async () => {
    const { complaint, delivered, clock, today, due } = await county()
    const { id } = await delivered()
    clock.addDays(10)
    await complaint.requestReview(id, { reasons: '不服' }, citizen)
    expect(await due(id, 'decideReview')).toMatchObject({ unit: 'county', state: 'running' })
    expect(await due(id, 'requestReview')).toMatchObject({ state: 'stopped' })
    const upheld = { ...sections, outcome: 'upheld', remedy: { body: 'city', days: 30 } } as const
    expect(await why(complaint.answerReview(id, upheld, staff.housing))).toContain('NOT_IN_CHARGE')
    await complaint.answerReview(id, upheld, staff.county)
    await complaint.deliver(id, { on: today(), manner: 'post', proof: 'EMS 1' }, staff.county)
    clock.addDays(5)
    await complaint.requestReReview(id, { reasons: '仍不服' }, citizen)
    await complaint.answerReReview(id, { ...sections, outcome: 'upheld' }, staff.city)
    await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'receipt 2' }, staff.city)
    expect(await why(complaint.end(id, { ground: 'reviewWindowLapsed', finding: 'f' }, staff.city))).toEqual([
      'GROUND_NOT_FULFILLED',
    ])
    const { state } = await complaint.end(
      id,
      { ground: 'reReviewDelivered', finding: '三级终结' },
      staff.city,
    )
    expect(state).toMatchObject({ status: 'ended', ending: { ground: 'reReviewDelivered' } })
    expect(state.delivered.map((one) => one.stage)).toEqual(['handling', 'review', 'reReview'])
    // Help in hardship is owed also after the end.
    expect(
      (await complaint.assist(id, { kind: 'hardship', to: '民政局' }, staff.city)).state.assistance,
    ).toHaveLength(1)
  })

  it('sends a quashed opinion back to be handled anew', async () => {
    const { complaint, delivered, today, due, clock, heard } = await county()
    const { id } = await delivered()
    await complaint.requestReview(id, { reasons: '不服' }, citizen)
    clock.addDays(7)
    await complaint.answerReview(id, { ...sections, outcome: 'quashedRemanded', remedy }, staff.county)
    const back = await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'r' }, staff.county)
    expect(back.state).toMatchObject({ status: 'accepted', unit: 'county-housing' })
    expect(await due(id, 'handle')).toMatchObject({
      unit: 'county-housing',
      dueOn: '2024-10-08',
      state: 'running',
    })
    await heard(id)
    await complaint.answer(id, { ...sections, outcome: 'supported', remedy }, staff.housing)
    const again = await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'r' }, staff.housing)
    expect(again.state.status).toBe('delivered')
  })

  it('is asked for in time, or with good cause', async () => {
    const { complaint, delivered, clock } = await county()
    const { id } = await delivered()
    clock.set('2024-09-03T09:00:00+08:00')
    const late = await refusal(complaint.requestReview(id, { reasons: 'r' }, citizen))
    // Thirty days from 1 August end on Saturday 31 August, so on Monday 2 September.
    expect(late).toMatchObject({ code: 'REVIEW_LATE', details: { until: '2024-09-02' } })
    const excused = await complaint.requestReview(id, { reasons: 'r', lateBecause: '住院' }, citizen)
    expect(excused.state.status).toBe('reviewRequested')
  })

  it('never closes on a person who was not told of it', async () => {
    const { complaint, accepted, heard, today, clock, due } = await county()
    const { id } = await accepted()
    await heard(id)
    const { state } = await complaint.answer(id, { ...sections, outcome: 'notSupported' }, staff.housing)
    expect(state.opinion?.defectiveNotice).toBe(true)
    await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'r' }, staff.housing)
    expect(await due(id, 'requestReview')).toBeUndefined()
    clock.addDays(400)
    const end = { ground: 'reviewWindowLapsed', finding: 'f' } as const
    expect(await why(complaint.end(id, end, staff.housingDesk))).toEqual(['GROUND_NOT_FULFILLED'])
    expect((await complaint.requestReview(id, { reasons: 'r' }, citizen)).state.status).toBe(
      'reviewRequested',
    )
  })

  it('is asked for in time by what was posted in time, also where the higher body records it', async () => {
    const { complaint, delivered, clock } = await county()
    const { id } = await delivered()
    clock.set('2024-09-05T09:00:00+08:00')
    const posted = { reasons: 'r', sentOn: '2024-09-02' }
    expect((await complaint.requestReview(id, posted, staff.county)).state.status).toBe('reviewRequested')
  })

  it('is still open to good cause after the matter ended by a missed window', async () => {
    const { complaint, delivered, clock } = await county()
    const { id } = await delivered()
    clock.addDays(60)
    await complaint.end(id, { ground: 'reviewWindowLapsed', finding: 'f' }, staff.housingDesk)
    expect(await why(complaint.requestReview(id, { reasons: 'r' }, citizen))).toEqual(['REVIEW_LATE'])
    const { state } = await complaint.requestReview(id, { reasons: 'r', lateBecause: '住院' }, citizen)
    expect(state).toMatchObject({ status: 'reviewRequested', ending: null })
  })

  it('is not cut short by a notice that names another body or fewer days', async () => {
    const { complaint, accepted, heard } = await county()
    for (const wrong of [
      { body: 'town', days: 30 },
      { body: 'county', days: 15 },
    ]) {
      const { id } = await accepted()
      await heard(id)
      const { state } = await complaint.answer(
        id,
        { ...sections, outcome: 'explained', remedy: wrong },
        staff.housing,
      )
      expect(state.opinion?.defectiveNotice).toBe(true)
    }
  })

  it('ends when the window has lapsed after a valid notice, and not a moment before', async () => {
    const { complaint, delivered, clock } = await county()
    const { id } = await delivered()
    const end = { ground: 'reviewWindowLapsed', finding: '逾期未申请复查' } as const
    clock.set('2024-09-02T23:59:59+08:00')
    expect(await why(complaint.end(id, end, staff.housingDesk))).toEqual(['GROUND_NOT_FULFILLED'])
    clock.set('2024-09-03T00:00:00+08:00')
    expect((await complaint.end(id, end, staff.housingDesk)).state.status).toBe('ended')
  })
})

describe('a hearing', () => {
  it('is not chaired by who handles the case, and holds up the answer while it is open', async () => {
    const { complaint, accepted, heard, today } = await county()
    const { id } = await accepted()
    await heard(id)
    const hearing = { on: today(), chair: 'hou', public: true }
    expect(await why(complaint.openHearing(id, hearing, staff.housing))).toEqual(['CHAIR_IS_HANDLER'])
    await complaint.openHearing(id, { ...hearing, chair: 'chair' }, staff.housing)
    const answer = { ...sections, outcome: 'explained', remedy } as const
    expect(await why(complaint.answer(id, answer, staff.housing))).toEqual(['HEARING_OPEN'])
    await complaint.concludeHearing(id, { on: today(), conclusion: 'c' }, staff.housing)
    expect((await complaint.answer(id, answer, staff.housing)).state.status).toBe('answered')
  })

  it('moves the limit of re-review and not that of handling', async () => {
    const { complaint, accepted, delivered, today, clock, due } = await county()
    const handled = await accepted()
    const before = (await due(handled.id, 'handle'))?.dueOn
    await complaint.openHearing(handled.id, { on: today(), chair: 'chair', public: true }, staff.housing)
    expect((await due(handled.id, 'handle'))?.dueOn).toBe(before)

    const { id } = await delivered()
    await complaint.requestReview(id, { reasons: 'r' }, citizen)
    await complaint.answerReview(
      id,
      { ...sections, outcome: 'upheld', remedy: { body: 'city', days: 30 } },
      staff.county,
    )
    await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'r' }, staff.county)
    await complaint.requestReReview(id, { reasons: 'r' }, citizen)
    expect(await due(id, 'decideReReview')).toMatchObject({ dueOn: '2024-09-02' })
    clock.addDays(1)
    await complaint.openHearing(id, { on: today(), chair: 'chair', public: true }, staff.city)
    expect(await due(id, 'decideReReview')).toMatchObject({ state: 'paused', overdue: false })
    clock.addDays(7)
    await complaint.concludeHearing(id, { on: today(), conclusion: 'c' }, staff.city)
    // Thirty-seven days from 1 August: Saturday 7 September, so Monday 9 September.
    expect(await due(id, 'decideReReview')).toMatchObject({ dueOn: '2024-09-09', state: 'running' })
  })
})

describe('an agreement', () => {
  it('needs both sides, is performed, and then ends the matter', async () => {
    const { complaint, accepted, today } = await county()
    const { id } = await accepted()
    const mediation = { mediator: '调解委员会', petitionerConsents: true, bodyConsents: true }
    expect(
      await why(complaint.openMediation(id, { ...mediation, petitionerConsents: false }, staff.housing)),
    ).toEqual(['CONSENT_MISSING'])
    await complaint.openMediation(id, mediation, staff.housing)
    const agreement = {
      by: 'mediation',
      agreement: '十日内维修',
      petitionerConsents: true,
      bodyConsents: true,
    } as const
    await complaint.settle(id, agreement, staff.housing)
    expect(await why(complaint.close(id, { summary: 's' }, staff.housing))).toEqual(['NOT_PERFORMED'])
    await complaint.recordPerformance(id, { on: today(), proof: 'photo' }, staff.housing)
    await complaint.close(id, { summary: 's' }, staff.housing)
    const ended = await complaint.end(id, { ground: 'agreementPerformed', finding: 'f' }, staff.housingDesk)
    expect(ended.state.status).toBe('ended')
  })

  it('that fails leaves the case where it was', async () => {
    const { complaint, accepted } = await county()
    const { id } = await accepted()
    const mediation = { mediator: 'm', petitionerConsents: true, bodyConsents: true }
    await complaint.openMediation(id, mediation, staff.housing)
    await complaint.failMediation(id, { reason: '分歧较大' }, staff.housing)
    expect((await complaint.openMediation(id, mediation, staff.housing)).state.status).toBe('accepted')
  })
})

describe('withdrawing', () => {
  it('is for the petitioner alone, and freely', async () => {
    const { complaint, accepted } = await county()
    const { id } = await accepted()
    const input = { reason: '已解决', freely: true } as const
    for (const by of [staff.housing, staff.housingHead, staff.county, neighbour, host]) {
      expect(await why(complaint.withdraw(id, input, by))).toContain('NOT_PETITIONER')
    }
    expect(await why(complaint.withdraw(id, { reason: 'r', freely: false as never }, citizen))).toEqual([
      'INPUT_INVALID',
    ])
    const { state } = await complaint.withdraw(id, input, citizen)
    expect(state.status).toBe('withdrawn')
  })
})

describe('reopening', () => {
  it('takes up new facts and keeps the earlier answers', async () => {
    const { complaint, delivered, due, clock } = await county()
    const { id } = await delivered()
    await complaint.close(id, { summary: 's' }, staff.housing)
    clock.addDays(30)
    // Not by the body itself while its answer can still be taken to the next-higher one.
    const reopen = complaint.reopen(id, { ground: 'newFacts', facts: 'f' }, staff.county)
    expect(await why(reopen)).toEqual(['WINDOW_OPEN'])
    clock.addDays(4)
    const { state } = await complaint.reopen(id, { ground: 'newFacts', facts: '再次漏水' }, staff.county)
    expect(state).toMatchObject({ status: 'accepted', reopened: 1, unit: 'county-housing' })
    expect(state.delivered).toHaveLength(1)
    expect(await due(id, 'handle')).toMatchObject({ state: 'running', dueOn: '2024-11-04' })
  })

  it('opens a window of its own after the new answer, although an old one had lapsed', async () => {
    const { complaint, delivered, clock, due, heard, today } = await county()
    const { id } = await delivered()
    await complaint.close(id, { summary: 's' }, staff.housing)
    clock.addDays(90)
    expect(await due(id, 'requestReview')).toMatchObject({ state: 'lapsed', overdue: false, late: false })
    await complaint.reopen(id, { ground: 'newFacts', facts: '再次漏水' }, staff.county)
    await heard(id)
    await complaint.answer(id, { ...sections, outcome: 'explained', remedy }, staff.housing)
    await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'r' }, staff.housing)
    expect(await due(id, 'requestReview')).toMatchObject({ state: 'running' })
    const end = { ground: 'reviewWindowLapsed', finding: 'f' } as const
    expect(await why(complaint.end(id, end, staff.housingDesk))).toEqual(['GROUND_NOT_FULFILLED'])
    expect((await complaint.requestReview(id, { reasons: 'r' }, citizen)).state.status).toBe(
      'reviewRequested',
    )
  })
})

describe('a body that has ended', () => {
  const merged = { from: ['county-housing'], into: 'county-water', on: '2024-08-01' }

  it('is followed by review, and by the names that the petitioner sees', async () => {
    const { complaint, platform, inquiry, delivered } = await county()
    const { id } = await delivered()
    await platform.organizations.merge(merged, host)
    const { state } = await complaint.requestReview(id, { reasons: 'r' }, citizen)
    expect(state.unit).toBe('county')
    const { steps } = await inquiry.follow(id, citizen)
    expect(steps.find((step) => step.type === 'petition.complaint-accepted')?.unit).toBe('county-housing')
    expect(steps.at(-2)?.text.zh).toBe('处理意见送达')
  })

  it('leaves its cases, its approvals and its disputes to its successor', async () => {
    const { complaint, platform, inquiry, accepted, referred } = await county()
    const handled = await accepted()
    const disputed = await referred()
    await complaint.object(disputed.id, { reasons: 'r' }, staff.housingDesk)
    await complaint.answerObjection(disputed.id, { consent: false, reasons: 'r' }, staff.desk)
    await platform.organizations.merge(merged, host)
    await platform.organizations.appoint(
      { unit: 'county-water', person: 'water-head', roles: ['head'] },
      host,
    )
    const extension = { days: 5, reason: 'r', noticeOn: '2024-08-01' }
    const by = { ...staff.water, roles: ['handler'] }
    expect(await why(complaint.extend(handled.id, { ...extension, approvedBy: 'housing-head' }, by))).toEqual(
      ['APPROVER_NOT_HEAD'],
    )
    await complaint.extend(handled.id, { ...extension, approvedBy: 'water-head' }, by)
    const settled = await complaint.settleDispute(
      disputed.id,
      { to: 'county-water', reasons: 'r' },
      staff.county,
    )
    expect(settled.state.unit).toBe('county-water')
    expect((await inquiry.follow(handled.id, citizen)).unit).toMatchObject({ id: 'county-water' })
  })
})

describe('one letter with several requests', () => {
  it('becomes several complaints with numbers, codes and clocks of their own', async () => {
    const { complaint, registered, platform, clock, due, codeOf } = await county()
    clock.set('2024-08-05T09:00:00+08:00')
    const { id } = await registered({ channel: 'letter', receivedOn: '2024-08-01' }, staff.desk)
    const requests = [
      { title: '建议增设路灯', text: '建议在小区门口增设路灯。' },
      { title: '举报', text: '举报工作人员收受财物。' },
    ]
    await complaint.separate(id, { requests }, staff.desk)
    const letterId = (await complaint.get(id, staff.desk)).state.letter ?? ''
    expect(letterId).not.toBe(id)
    const { items } = await platform.cases.find({ facets: { letter: letterId } }, staff.desk)
    expect(items).toHaveLength(3)
    expect(new Set(items.map((item) => item.number)).size).toBe(3)
    for (const item of items) {
      expect(await due(item.id, 'sortAndForward')).toMatchObject({ dueOn: '2024-08-16', state: 'running' })
    }
    const ids = items.map((item) => item.id)
    const files = await platform.personal.readMany(ids, { purpose: 'handling' }, staff.desk)
    const suggestion = files.find(({ texts }) => texts[0]?.fields.title === '建议增设路灯')
    // Who asked is sealed anew in each part.
    expect(files.map(({ persons }) => persons[0]?.fields.name)).toEqual(['张**', '张**', '张**'])
    const { state } = await complaint.classify(suggestion?.case ?? '', { class: 'suggestion' }, staff.desk)
    expect(state.class).toBe('suggestion')
    const codes = await Promise.all(ids.map((one) => codeOf(one)))
    expect(new Set(codes).size).toBe(3)
  })
})

describe('the same matter, pending elsewhere', () => {
  it('is found and linked, and nothing is dropped', async () => {
    const { complaint, registered, inquiry, today, accepted, own, codeOf } = await county()
    const below = await accepted()
    const above = await registered({ unit: 'city-petition', channel: 'visit' }, citizen).catch(
      () => undefined,
    )
    expect(above).toBeUndefined()
    const filed = await complaint.file({ ...letter, unit: 'city-petition', channel: 'visit' }, citizen)
    await complaint.register(filed.id, {}, staff.cityDesk)
    const { suggestions } = await complaint.duplicates(filed.id, staff.cityDesk)
    expect(suggestions.map((one) => one.id)).toContain(below.id)
    const merge = { into: below.id, finding: '同一事项，同一诉求', noticeOn: today() }
    expect(await why(complaint.merge(filed.id, { ...merge, into: 'nowhere' }, staff.cityDesk))).toEqual([
      'CASE_NOT_FOUND',
    ])
    expect(await why(complaint.merge(filed.id, { ...merge, into: filed.id }, staff.cityDesk))).toEqual([
      'LINK_TO_ITSELF',
    ])
    await complaint.merge(filed.id, merge, staff.cityDesk)
    const { state } = await complaint.get(filed.id, citizen)
    expect(state).toMatchObject({ status: 'merged', mergedInto: below.id })
    expect((await own(filed.id)).texts[0]?.fields.text).toBe(letter.text)
    expect((await inquiry.track(await codeOf(filed.id))).continuesIn).toBe(below.id)
  })
})
