import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, refusal, staff, why } from '../../complaint/county.fixture.js'
import { officer, secondDesk, supervised } from '../supervision.fixture.js'

const text = '请在期限内书面说明'
const meeting = officer('mee', 'county-meeting', 'petitionOfficer')
const grounds = ['late'] as const

describe('a matter of supervision', () => {
  it('keeps which case it is about, and nothing of what the case says', async () => {
    const { supervision, accepted, platform, store } = await supervised()
    const { id: of, state: complaint } = await accepted()
    const opened = await supervision.matters.open({ case: of, grounds, text }, staff.desk)
    expect(opened.state).toMatchObject({
      status: 'open',
      unit: 'county-housing',
      supervisor: 'county-petition',
      case: { id: of, kind: 'petition.complaint', number: complaint.number, unit: 'county-housing' },
      grounds: ['late'],
    })
    const kept = JSON.stringify([opened.state, await store.read(opened.id)])
    for (const word of ['漏水', '张某某', '13800000000', 'r1', text]) expect(kept).not.toContain(word)
    const { texts } = await platform.personal.read(opened.id, { purpose: 'supervision' }, staff.housing)
    expect(texts[0]?.fields).toEqual({ text })
  })

  it('is opened only on a case that the supervisor may read', async () => {
    const { supervision, accepted } = await supervised()
    const { id: of } = await accepted()
    const open = (by: typeof staff.desk) => supervision.matters.open({ case: of, grounds, text }, by)
    expect(await why(open(officer('o', 'county-water', 'head')))).toEqual(['READ_NOT_ALLOWED'])
    expect(await why(supervision.matters.open({ case: 'nowhere', grounds, text }, staff.desk))).toEqual([
      'CASE_NOT_FOUND',
    ])
    // The unit that has the case is not its own supervisor.
    expect(await why(open(staff.housingHead))).toEqual(['NOT_A_SUPERVISOR'])
    expect(await why(open(citizen as never))).toEqual(['NOT_OFFICER'])
    expect(await why(open(staff.housing))).toEqual(['ROLE_MISSING'])
    expect((await open(staff.county)).state.supervisor).toBe('county')
  })

  it('needs a case or a unit, and a unit with a part in the case', async () => {
    const { supervision, accepted } = await supervised()
    const { id: of } = await accepted()
    const open = (input: object) => supervision.matters.open({ grounds, text, ...input }, staff.desk)
    expect(await why(open({}))).toEqual(['SUPERVISED_UNIT_MISSING'])
    expect(await why(open({ case: of, unit: 'county-water' }))).toEqual(['SUPERVISED_UNIT_NOT_INVOLVED'])
    expect(await why(open({ unit: 'nowhere' }))).toEqual(['UNIT_UNKNOWN'])
    expect(await why(open({ unit: 'city-housing' }))).toEqual(['NOT_A_SUPERVISOR'])
    expect(await why(open({ unit: 'county' }))).toEqual(['NOT_A_SUPERVISOR'])
    expect(await why(open({ unit: 'county-petition' }))).toEqual(['NOT_A_SUPERVISOR'])
    expect(await why(open({ unit: 'county-water', grounds: [] }))).toEqual(['INPUT_INVALID'])
    expect((await open({ unit: 'county-water' })).state).toMatchObject({ case: null, unit: 'county-water' })
  })

  it('of the host names the unit that it speaks for', async () => {
    const { supervision } = await supervised()
    const open = (input: object) => supervision.matters.open({ unit: 'town', grounds, text, ...input }, host)
    expect(await why(open({}))).toEqual(['ON_BEHALF_MISSING'])
    expect((await open({ onBehalfOf: 'county-petition' })).state.supervisor).toBe('county-petition')
    expect(await why(open({ onBehalfOf: 'city-housing' }))).toEqual(['NOT_A_SUPERVISOR'])
  })
})

describe('an urging', () => {
  it('is answered in writing, and urging again moves no day', async () => {
    const { supervision, opened, clock, due, platform } = await supervised()
    const { id } = await opened()
    await supervision.matters.urge(id, { text, answerBy: '2024-08-06' }, secondDesk)
    expect(await due(id, 'answerUrging')).toMatchObject({ unit: 'county-housing', dueOn: '2024-08-06' })
    clock.addDays(4)
    await supervision.matters.urge(id, { text, answerBy: '2024-08-30' }, staff.desk)
    expect(await due(id, 'answerUrging')).toMatchObject({ state: 'running', dueOn: '2024-08-06' })
    clock.addDays(3)
    const { items } = await platform.cases.find({ overdue: true }, staff.housing)
    expect(items.map((item) => item.id)).toEqual([id])
    const { state } = await supervision.matters.answerUrging(id, { text: '已安排维修' }, staff.housing)
    expect(state.urgings.map(({ answeredOn }) => answeredOn)).toEqual(['2024-08-08', '2024-08-08'])
    expect(await due(id, 'answerUrging')).toMatchObject({ state: 'stopped', late: true })
    expect(await why(supervision.matters.answerUrging(id, { text }, staff.housing))).toEqual(['NOT_URGED'])
  })

  it('is for any unit with a part in the case, and measures only for who stands above', async () => {
    const { supervision, complaint, registered } = await supervised()
    const { id: of } = await registered()
    // Sent up: the county's office has had a part, and does not stand above the city's department.
    await complaint.refer(of, { to: 'city-housing', manner: 'transfer' }, staff.desk)
    const { id } = await supervision.matters.open({ case: of, grounds, text }, staff.desk)
    await supervision.matters.urge(id, { text, answerBy: '2024-08-10' }, staff.desk)
    const list = { leader: 'city-head', dueOn: '2024-08-20', text }
    expect(await why(supervision.matters.list(id, list, staff.desk))).toEqual(['NOT_SUPERVISOR'])
    expect((await supervision.matters.list(id, list, staff.city)).state.listings).toHaveLength(1)
  })

  it('lies ahead, and is given by nobody outside', async () => {
    const { supervision, opened } = await supervised()
    const { id } = await opened()
    const urge = (by: Parameters<typeof supervision.matters.urge>[2], answerBy = '2024-08-06') =>
      supervision.matters.urge(id, { text, answerBy }, by)
    expect(await why(urge(staff.desk, '2024-07-31'))).toEqual(['DATE_BEFORE_EVENT'])
    expect(await why(urge(staff.housingHead))).toEqual(['OWN_WORK'])
    expect(await why(urge(neighbour))).not.toEqual([])
    expect(await why(urge(staff.water))).not.toEqual([])
  })
})

describe('the measures', () => {
  it('list it under a leader until a day, and take it off the list', async () => {
    const { supervision, opened, due, clock } = await supervised()
    const { matters } = supervision
    const { id } = await opened()
    const list = { leader: 'county-head', dueOn: '2024-08-20', text }
    await matters.list(id, { ...list, decidedBy: 'county-meeting' }, staff.desk)
    expect(await due(id, 'listedSupervision')).toMatchObject({ dueOn: '2024-08-20' })
    expect((await matters.get(id, meeting)).state.listings).toMatchObject([
      { leader: 'county-head', decidedBy: 'county-meeting', delistedOn: null },
    ])
    expect(await why(matters.list(id, list, staff.desk))).toEqual(['LISTED'])
    expect(await why(matters.close(id, { result: 'remedied', text }, staff.desk))).toEqual([
      'SUPERVISION_UNFINISHED',
    ])
    clock.addDays(3)
    await matters.delist(id, { finding: '已办结' }, meeting)
    expect(await due(id, 'listedSupervision')).toMatchObject({ state: 'stopped', late: false })
    expect(await why(matters.delist(id, { finding: text }, staff.desk))).toEqual(['NOT_LISTED'])
    expect((await matters.close(id, { result: 'remedied', text }, staff.desk)).state).toMatchObject({
      status: 'closed',
      result: 'remedied',
      closedOn: '2024-08-04',
    })
  })

  it('interview and circulate, on a day that has come', async () => {
    const { supervision, opened, today } = await supervised()
    const { matters } = supervision
    const { id } = await opened()
    expect(await why(matters.interview(id, { on: '2024-08-09', record: text }, staff.desk))).toEqual([
      'RECEIVED_IN_FUTURE',
    ])
    await matters.interview(id, { on: today(), record: text }, staff.desk)
    const { state } = await matters.circulate(id, { text, decidedBy: 'county' }, staff.desk)
    expect(state).toMatchObject({
      interviews: [{ on: '2024-08-01', decidedBy: 'county-petition' }],
      circulars: [{ on: '2024-08-01', decidedBy: 'county' }],
    })
  })

  it('order a rectification that somebody else accepts, and every attempt stays on record', async () => {
    const { supervision, opened, due, clock } = await supervised()
    const { matters } = supervision
    const { id } = await opened()
    const check = (passed: boolean, by: typeof staff.desk) =>
      matters.checkRectification(id, { passed, finding: text }, by)
    await matters.orderRectification(id, { dueOn: '2024-08-10', text }, staff.desk)
    expect(await why(check(true, secondDesk))).toEqual(['RECTIFICATION_UNREPORTED'])
    await matters.reportRectification(id, { report: text, proof: 'photo' }, staff.housing)
    expect(await why(matters.reportRectification(id, { report: text, proof: 'p' }, staff.housing))).toEqual([
      'RECTIFICATION_REPORTED',
    ])
    expect(await why(check(true, staff.desk))).toEqual(['CHECKED_BY_ANOTHER'])
    expect(await why(check(true, staff.housing))).not.toEqual([])
    // The one who reported, in another post.
    expect(await why(check(true, officer('hou', 'county-petition', 'petitionOfficer')))).toEqual([
      'CHECKED_BY_ANOTHER',
    ])
    await check(false, secondDesk)
    expect(await due(id, 'rectification')).toMatchObject({ state: 'running', dueOn: '2024-08-10' })
    clock.addDays(5)
    await matters.reportRectification(id, { report: text, proof: 'photo' }, staff.housing)
    clock.addDays(10)
    const { state } = await check(true, secondDesk)
    // Reported on the sixth, checked on the sixteenth: the wait is not the unit's.
    expect(await due(id, 'rectification')).toMatchObject({
      state: 'stopped',
      stoppedAt: '2024-08-06',
      late: false,
    })
    expect(state.rectifications).toMatchObject([
      { orderedBy: 'desk', checks: [{ passed: false }, { passed: true }], acceptedOn: '2024-08-16' },
    ])
    await matters.orderRectification(id, { dueOn: '2024-09-10', text }, staff.desk)
    expect((await matters.get(id, host)).state.rectifications).toHaveLength(2)
  })

  it('never have an accused leader, nor an accused unit that decides', async () => {
    const { supervision, complaint } = await supervised()
    const filing = { channel: 'visit' as const, unit: 'city-discipline', title: '举报', text: '收受好处' }
    const accused = { persons: ['bao'], units: ['county-water'] }
    const { id: of } = await complaint.file({ ...filing, accused, petitioners: [{ name: '张某某' }] }, host)
    const { id } = await supervision.matters.open({ case: of, grounds, text }, staff.city)
    const list = { leader: 'bao', dueOn: '2024-08-20', text }
    expect(await why(supervision.matters.list(id, list, staff.city))).toEqual(['ACCUSED_HANDLER'])
    const circular = { text, decidedBy: 'county-water' }
    expect(await why(supervision.matters.circulate(id, circular, staff.city))).toEqual(['ACCUSED_RECIPIENT'])
  })
})

it('a closed matter takes nothing more, and its clocks stand still', async () => {
  const { supervision, opened, due } = await supervised()
  const { id } = await opened()
  await supervision.matters.urge(id, { text, answerBy: '2024-08-06' }, staff.desk)
  const error = await refusal(supervision.matters.close(id, { result: 'remedied', text }, staff.desk))
  expect(error.details).toEqual({ open: ['urging'] })
  await supervision.matters.close(id, { result: 'unfounded', text }, staff.desk)
  expect(await due(id, 'answerUrging')).toMatchObject({ state: 'stopped' })
  expect(await why(supervision.matters.answerUrging(id, { text }, staff.housing))).toContain('STATUS')
})

it('two urgings at once are both kept', async () => {
  const { supervision, opened } = await supervised()
  const { id } = await opened()
  const urge = () => supervision.matters.urge(id, { text, answerBy: '2024-08-06' }, staff.desk)
  await Promise.all([urge(), urge(), urge()])
  expect((await supervision.matters.get(id, host)).state.urgings).toHaveLength(3)
})

it('a matter follows the unit that took over the work', async () => {
  const { supervision, opened, platform, clock } = await supervised()
  const { id } = await opened()
  clock.addDays(1)
  const on = '2024-08-02'
  await platform.organizations.merge({ from: ['county-housing'], into: 'county-water', on }, host)
  await supervision.matters.urge(id, { text, answerBy: '2024-08-06' }, staff.desk)
  expect((await supervision.matters.answerUrging(id, { text }, staff.water)).state.urgings).toMatchObject([
    { answeredOn: '2024-08-02' },
  ])
  expect(await why(supervision.matters.urge(id, { text, answerBy: '2024-08-06' }, staff.water))).toEqual([
    'OWN_WORK',
  ])
})
