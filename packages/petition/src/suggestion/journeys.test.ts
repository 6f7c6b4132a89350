import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, refusal, staff, why } from '../complaint/county.fixture.js'
import { idea, town } from './town.fixture.js'

describe('a suggestion', () => {
  it('goes from filing to its realisation, and its author can follow it by the query code', async () => {
    const { suggestion, inquiry, planned, today, codeOf } = await town()
    const { id } = await planned()
    expect(await why(suggestion.close(id, {}, staff.housingHead))).toEqual(['REALISATION_OPEN'])
    await suggestion.reportProgress(id, { text: '已完成招标' }, staff.housing)
    await suggestion.realise(id, { proof: '验收单 3' }, staff.housing)
    await suggestion.honour(id, { kind: 'certificate', award: '优秀建议', consent: true }, staff.desk)
    const { state } = await suggestion.close(id, { summary: '已落实' }, staff.housingHead)
    expect(state).toMatchObject({
      status: 'closed',
      decision: { outcome: 'adoptFully', by: 'county-housing', on: today() },
      reply: { channel: 'phone' },
      realisation: { unit: 'county-housing', state: 'realised', reports: 1, changed: 0 },
      honours: [{ kind: 'certificate' }],
      involved: ['county-petition', 'county-housing'],
    })
    const matter = await inquiry.track(await codeOf(id))
    expect(matter).toMatchObject({ id, title: idea.title, status: 'closed', statusText: { zh: '已办结' } })
    expect(matter.steps.map(({ text }) => text.en)).toEqual([
      'Received',
      'Registered',
      'Found to be a suggestion',
      'Sent to another body',
      'Taken into study',
      'Decided',
      'Reply delivered',
      'Planned how it is carried out',
      'Progress reported',
      'Carried out',
      'Honoured',
      'Closed',
    ])
  })

  it('is not closed without a reply where the author can be reached', async () => {
    const { suggestion, decided } = await town()
    const { id } = await decided()
    expect(await why(suggestion.close(id, {}, staff.housingHead))).toEqual(['NOT_REPLIED'])
    await suggestion.failReply(id, { channel: 'phone', reason: 'unreachable' }, staff.housing)
    const { state } = await suggestion.close(id, {}, staff.housingHead)
    expect(state).toMatchObject({ reply: null, notReached: { attempts: 1 } })
  })

  it('without a known author is closed without one, and answered under the code', async () => {
    const { suggestion, decided, inquiry } = await town()
    const anonymous = { petitioners: undefined, anonymous: true }
    const { id } = await decided('notAdopt', anonymous)
    expect(
      await why(suggestion.honour(id, { kind: 'reward', award: 'a', consent: true }, staff.desk)),
    ).toEqual(['NO_AUTHOR'])
    expect((await suggestion.close(id, {}, staff.housingHead)).state.status).toBe('closed')
    const filed = await suggestion.file({ ...idea, ...anonymous }, { kind: 'anonymous' })
    expect(filed.state).toMatchObject({ petitioners: [], petitionerIds: [], anonymous: true })
    expect((await inquiry.track(filed.receipt.queryCode)).id).toBe(filed.id)
  })

  it('that is adopted in part says which part, and one that is given up says why', async () => {
    const { suggestion, inStudy, planned, clock } = await town()
    const { id } = await inStudy()
    const partly = { outcome: 'adoptPartly', reasons: 'r' } as const
    expect(await why(suggestion.decide(id, partly, staff.housing))).toEqual(['ADOPTED_PART_MISSING'])
    const other = await planned()
    clock.addDays(200)
    const later = { by: '2025-06-30', measures: '调整方案' }
    expect(await why(suggestion.plan(other.id, later, staff.housing))).toEqual(['PLAN_REASON_MISSING'])
    await suggestion.plan(other.id, { ...later, reason: '资金未到位' }, staff.housing)
    const { state } = await suggestion.giveUp(other.id, { reasons: '用地规划调整' }, staff.housing)
    expect(state.realisation).toMatchObject({ changed: 1, by: '2025-06-30', state: 'givenUp' })
    expect(await why(suggestion.realise(other.id, { proof: 'p' }, staff.housing))).toEqual([
      'REALISATION_ENDED',
    ])
  })

  it('that is not adopted has nothing to plan', async () => {
    const { suggestion, replied } = await town()
    const { id } = await replied('notAdopt')
    expect(await why(suggestion.plan(id, { by: '2025-01-01', measures: 'm' }, staff.housing))).toEqual([
      'NOT_ADOPTED',
    ])
    expect(await why(suggestion.realise(id, { proof: 'p' }, staff.housing))).toEqual(['NO_PLAN'])
  })

  it('goes with its plan to the unit that carries it out', async () => {
    const { suggestion, replied } = await town()
    const { id } = await replied('adoptFully')
    await suggestion.plan(id, { unit: 'county-water', by: '2025-01-01', measures: 'm' }, staff.housing)
    expect(await why(suggestion.realise(id, { proof: 'p' }, staff.housing))).toEqual(['NOT_IN_CHARGE'])
    expect((await suggestion.realise(id, { proof: 'p' }, staff.water)).state.unit).toBe('county-water')
  })

  it('is recorded by staff as it was said, on the day on which it came', async () => {
    const { suggestion, clock } = await town()
    clock.set('2024-08-10T10:00:00+08:00')
    const letter = {
      ...idea,
      channel: 'letter',
      receivedOn: '2024-08-05',
      petitioners: [{ name: '李某' }],
    } as const
    const { state } = await suggestion.file(letter, staff.desk)
    expect(state).toMatchObject({
      receivedOn: '2024-08-05',
      petitioners: [{ person: 'p1', reachable: false }],
    })
    expect(await why(suggestion.file({ ...idea, receivedOn: '2024-08-05' }, citizen))).toEqual([
      'RECEIPT_BY_STAFF',
    ])
    expect(await why(suggestion.file({ ...letter, receivedOn: '2024-08-11' }, staff.desk))).toEqual([
      'RECEIVED_IN_FUTURE',
    ])
  })

  it('is studied by a named officer with no interest in it, who hears views in confidence', async () => {
    const { suggestion, inStudy, platform } = await town()
    const { id } = await inStudy()
    await suggestion.hearView(id, { from: 'expert', name: '王教授', view: '技术上可行' }, staff.housing)
    await suggestion.hearView(id, { from: 'department', view: '用地可行' }, staff.housing)
    await suggestion.recuse(id, { person: 'hou', reason: '其亲属承建' }, staff.housingHead)
    const decide = { outcome: 'adoptFully', reasons: 'r' } as const
    expect(await why(suggestion.decide(id, decide, staff.housing))).toEqual(['RECUSED'])
    expect(await why(suggestion.decide(id, decide, staff.housingHead))).toEqual(['NO_OFFICER'])
    expect(await why(suggestion.assign(id, { officer: 'hou' }, staff.housingHead))).toEqual([
      'HANDLER_RECUSED',
    ])
    await suggestion.assign(id, { officer: 'housing-head' }, staff.housingHead)
    const { state } = await suggestion.decide(id, decide, staff.housingHead)
    expect(state.study).toMatchObject({ unit: 'county-housing', views: 2 })
    const heard = (await suggestion.history(id, citizen)).map(({ type }) => type)
    expect(heard).not.toContain('petition.suggestion-view-heard')
    const own = await platform.personal.read(id, { purpose: 'ownMatter' }, citizen)
    expect(JSON.stringify(own)).not.toContain('技术上可行')
  })

  it('keeps one case and one history while it is sent on and back', async () => {
    const { suggestion, referred, due } = await town()
    const { id } = await referred()
    expect(await due(id, 'forwardedNotice')).toMatchObject({ dueOn: '2024-08-16', unit: 'county-housing' })
    await suggestion.askReturn(id, { reasons: '属水务部门职责' }, staff.housingHead)
    expect(await why(suggestion.study(id, { officer: 'hou' }, staff.housingHead))).toEqual(['RETURN_OPEN'])
    const consent = { consent: true, reasons: '同意' }
    expect(await why(suggestion.answerReturn(id, consent, staff.housingHead))).toEqual([
      'OBJECTION_NOT_ANSWERABLE',
    ])
    const { state } = await suggestion.answerReturn(id, consent, staff.desk)
    expect(state).toMatchObject({ status: 'screened', unit: 'county-petition', referral: null })
    expect(await due(id, 'sortAndForward')).toMatchObject({ dueOn: '2024-08-16', state: 'running' })
    await suggestion.transfer(id, { to: 'county-water' }, staff.desk)
    await suggestion.study(id, { officer: 'wat' }, staff.water)
    expect(await due(id, 'forwardedNotice')).toMatchObject({ state: 'stopped', late: false })
    const history = await suggestion.history(id, staff.desk)
    expect(history.filter(({ type }) => type === 'petition.suggestion-transferred')).toHaveLength(2)
  })

  it('is sent back within five working days, and not later', async () => {
    const { suggestion, referred, clock } = await town()
    const { id } = await referred()
    clock.set('2024-08-09T00:00:00+08:00')
    const error = await refusal(suggestion.askReturn(id, { reasons: 'r' }, staff.housingHead))
    expect(error).toMatchObject({ code: 'OBJECTION_LATE', details: { until: '2024-08-08' } })
  })

  it('is withdrawn by its author alone, before it is decided', async () => {
    const { suggestion, inStudy, decided } = await town()
    const { id } = await inStudy()
    expect(await why(suggestion.withdraw(id, {}, staff.housing))).toEqual(['NOT_PETITIONER'])
    expect(await why(suggestion.withdraw(id, {}, neighbour))).toEqual(['NOT_PETITIONER'])
    expect((await suggestion.withdraw(id, { reason: '已不需要' }, citizen)).state.status).toBe('withdrawn')
    expect(await why(suggestion.withdraw((await decided()).id, {}, citizen))).toEqual(['STATUS'])
  })

  it('taken up again keeps the earlier decision on record', async () => {
    const { suggestion, closed } = await town()
    const { id, state } = await closed()
    const again = await suggestion.reopen(id, { reasons: '情况变化' }, staff.desk)
    expect(again.state).toMatchObject({ status: 'screened', decision: null, reply: null, reopened: 1 })
    expect(again.state.earlier).toEqual([state.decision])
  })

  it('is declined with reasons, advice and notice', async () => {
    const { suggestion, registered, due } = await town()
    const { id } = await registered()
    const { state } = await suggestion.decline(
      id,
      { reasons: '内容不明', advice: '请补充后再次提出' },
      staff.desk,
    )
    expect(state).toMatchObject({ status: 'declined', declined: { on: '2024-08-01' } })
    expect(await due(id, 'sortAndForward')).toMatchObject({ state: 'stopped' })
    // Once it is found to be a suggestion, nothing declines it: it is studied.
    const other = await suggestion.screen((await registered()).id, {}, staff.desk)
    expect(await why(suggestion.decline(other.id, { reasons: 'r', advice: 'a' }, staff.desk))).toEqual([
      'STATUS',
    ])
  })
})

describe('a suggestion that is a matter of another class', () => {
  it('is handed over to the other case with the consent of its author', async () => {
    const { suggestion, registered, complaint } = await town()
    const { id } = await registered()
    const appeal = await complaint.file({ ...idea, title: '请求维修', text: '楼道漏水' }, citizen)
    const over = { to: appeal.id, class: 'appeal' } as const
    expect(await why(suggestion.handOver(id, over, staff.desk))).toEqual(['HAND_OVER_WITHOUT_CONSENT'])
    const unknown = { ...over, to: 'nowhere', consent: true }
    expect(await why(suggestion.handOver(id, unknown, staff.desk))).toEqual(['HAND_OVER_CASE_UNKNOWN'])
    expect(await why(suggestion.handOver(id, { ...over, to: id, consent: true }, staff.desk))).toEqual([
      'HAND_OVER_CASE_UNKNOWN',
    ])
    const { state } = await suggestion.handOver(id, { ...over, consent: true }, staff.desk)
    expect(state).toMatchObject({ status: 'handedOver', handedOver: { to: null } })
    for (const by of [staff.desk, citizen, host])
      expect(await suggestion.handedOverTo(id, by)).toBe(appeal.id)
    expect(await why(suggestion.handedOverTo(id, neighbour))).toEqual(['READ_NOT_ALLOWED'])
    // Found to be an accusation later, the other case is not given away by this one.
    await complaint.register(appeal.id, {}, staff.desk)
    const accused = { persons: ['desk'] }
    await complaint.classify(appeal.id, { class: 'accusation', accused }, host)
    expect(await suggestion.handedOverTo(id, staff.desk)).toBeUndefined()
    expect(JSON.stringify(await suggestion.history(id, staff.desk))).not.toContain(appeal.id)
  })

  it('as an accusation is hidden from the accused, and points at no other case', async () => {
    const { suggestion, inStudy, complaint, platform } = await town()
    const { id } = await inStudy()
    const accused = { units: ['county-housing'] }
    const accusation = await complaint.file(
      { ...idea, unit: 'county-petition', title: '举报', accused },
      citizen,
    )
    const over = { to: accusation.id, class: 'accusation', consent: true, reasons: '反映收受好处' } as const
    // The accused unit, which has it now, learns nothing of the accusation by trying.
    expect(await why(suggestion.handOver(id, { ...over, accused }, staff.housingHead))).toEqual([
      'HAND_OVER_CASE_UNKNOWN',
    ])
    expect(await why(suggestion.handOver(id, over, staff.desk))).toEqual(['ACCUSED_MISSING'])
    await suggestion.handOver(id, { ...over, accused }, staff.desk)
    for (const by of [staff.housing, staff.housingHead, staff.housingDesk]) {
      expect(await why(suggestion.get(id, by))).toEqual(['CASE_NOT_FOUND'])
      expect(await why(suggestion.history(id, by))).toEqual(['CASE_NOT_FOUND'])
      expect(await platform.cases.mayRead(id, by)).toBe(false)
    }
    const seen = await suggestion.get(id, staff.desk)
    expect(seen.state).toMatchObject({ handedOver: { to: null }, confidential: true })
    const events = JSON.stringify(await suggestion.history(id, staff.desk))
    expect(events).not.toContain(accusation.id)
    expect(await suggestion.handedOverTo(id, staff.desk)).toBe(accusation.id)
  })

  it('is handed over also where nobody can be asked', async () => {
    const { suggestion, registered, complaint } = await town()
    const { id } = await registered({ petitioners: undefined, anonymous: true })
    const appeal = await complaint.file({ ...idea, anonymous: true, petitioners: [] }, staff.desk)
    const { state } = await suggestion.handOver(id, { to: appeal.id, class: 'appeal' }, staff.desk)
    expect(state.status).toBe('handedOver')
  })
})
