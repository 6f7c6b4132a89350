import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, why } from '../complaint/county.fixture.js'
import { accuser, anonymousCharge, charge, nobody, people, town } from './town.fixture.js'

const telling = (on: string) =>
  ({ on, manner: 'phone', proof: 'call 1', answer: '反映的问题属实。' }) as const

describe('an accusation with a name', () => {
  it('goes from the petition office to the result that its author is told', async () => {
    const { accusation, inquiry, filed, today } = await town()
    const { id, receipt, state } = await filed()
    expect(state).toMatchObject({ status: 'received', subject: 'misconduct', identity: 'named' })
    const { state: registered } = await accusation.register(id, {}, people.desk)
    expect(registered.number).toMatch(/^XF20240801-/)
    await accusation.route(id, { to: 'county-discipline', reasons: '属纪检监察机关受理' }, people.desk)
    await accusation.identify(id, { proof: 'IDV-1' }, people.discipline)
    await accusation.accept(id, {}, people.discipline)
    await accusation.investigate(id, { investigators: ['inv-1', 'inv-1'] }, people.disciplineHead)
    await accusation.tellPersonnel(
      id,
      { to: 'city-organization', report: '反映干部问题', major: true },
      people.desk,
    )
    await accusation.protect(id, { measure: '对身份信息严格保密' }, people.disciplineHead)
    await accusation.conclude(id, { outcome: 'found', findings: '收受好处属实' }, people.investigator)
    await accusation.propose(id, { to: 'city', proposal: '建议追究责任' }, people.disciplineHead)
    expect(await why(accusation.close(id, {}, people.discipline))).toEqual(['RESULT_NOT_TOLD'])
    await accusation.feedBack(id, telling(today()), people.investigator)
    expect(await why(accusation.feedBack(id, telling(today()), people.investigator))).toEqual(['RESULT_TOLD'])
    await accusation.close(id, {}, people.discipline)

    const { state: closed } = await accusation.get(id, host)
    expect(closed).toMatchObject({
      status: 'closed',
      identity: 'proved',
      unit: 'county-discipline',
      involved: ['county-petition', 'county-discipline', 'city-organization', 'city'],
      investigators: ['inv-1'],
      personnel: [{ to: 'city-organization', major: true }],
      protections: [today()],
      conclusion: { by: 'county-discipline', outcome: 'found' },
      proposals: [{ to: 'city' }],
      feedback: { reached: true, manner: 'phone' },
    })
    const matter = await inquiry.track(receipt.queryCode)
    expect(matter).toMatchObject({ title: charge.title, status: 'closed', number: registered.number })
    expect(matter.letters.map(({ fields }) => fields)).toEqual([{ answer: '反映的问题属实。' }])
    expect(matter.steps.map(({ text }) => text.en)).toEqual([
      'Received',
      'Registered',
      'Sent to the competent body',
      'Your identity was confirmed',
      'Accepted',
      'Measures taken to protect you',
      'You were told the result',
      'Closed',
    ])
    expect(JSON.stringify(matter)).not.toMatch(/收受好处属实|建议追究|干部|inv-1|IDV/)
    expect((await inquiry.follow(id, accuser)).letters).toEqual(matter.letters)
  })

  it('is told by a way that reaches its author, or the failure is recorded with the answer', async () => {
    const { accusation, inquiry, filed, concluded, today } = await town()
    const { id } = await concluded()
    const by = people.investigator
    expect(await why(accusation.feedBack(id, { ...telling(today()), manner: 'queryCode' }, by))).toEqual([
      'FEEDBACK_MANNER_UNFIT',
    ])
    expect(await why(accusation.feedBack(id, { ...telling(today()), manner: 'electronic' }, by))).toEqual([
      'DELIVERY_CONSENT_MISSING',
    ])
    expect(await why(accusation.feedBack(id, telling('2024-07-31'), by))).toEqual(['DATE_BEFORE_EVENT'])
    expect(await why(accusation.feedBack(id, telling('2024-08-02'), by))).toEqual(['RECEIVED_IN_FUTURE'])
    const failed = { on: today(), attempts: '三次电话未接', answer: '属实' }
    await accusation.failToReach(id, failed, by)
    await accusation.close(id, {}, people.discipline)
    // Reached after all.
    const { state } = await accusation.feedBack(id, telling(today()), by)
    expect(state).toMatchObject({ status: 'closed', feedback: { reached: true } })
    expect(await why(accusation.failToReach(id, failed, by))).toEqual(['RESULT_TOLD'])
    expect((await inquiry.follow(id, accuser)).letters.map(({ fields }) => fields.answer)).toEqual([
      '属实',
      '反映的问题属实。',
    ])
    expect((await filed()).state.feedback).toBeNull()
  })

  it('is filed by its author, or by staff for them, and by nobody for others', async () => {
    const { accusation, filed } = await town()
    expect(await why(filed({}, neighbour))).toEqual(['FILED_FOR_OTHERS'])
    expect(await why(filed({ accusers: [] }))).toEqual(['ACCUSER_MISSING'])
    expect(await why(filed({ receivedOn: '2024-07-01' }))).toEqual(['RECEIPT_BY_STAFF'])
    const letter = await filed({ channel: 'letter', receivedOn: '2024-07-01' }, people.desk)
    expect(letter.state).toMatchObject({ receivedOn: '2024-07-01', channel: 'letter' })
    expect(await why(filed({ receivedOn: '2024-09-01' }, people.desk))).toEqual(['RECEIVED_IN_FUTURE'])
    const plain = { ...people.desk, roles: [] }
    expect(await why(filed({}, plain))).toEqual(['ROLE_MISSING'])
    expect(await why(accusation.file(null as never, accuser))).toEqual(['INPUT_INVALID'])
  })
})

describe('an anonymous accusation', () => {
  it('keeps nothing of its author, and is told by its code', async () => {
    const { accusation, platform, inquiry, filed, store } = await town()
    const { accusers, ...rest } = charge
    expect(await why(filed({ anonymous: true }))).toEqual(['ACCUSER_NOT_ANONYMOUS'])
    const withoutName = { ...rest, anonymous: true }
    // The log would keep the account.
    expect(await why(accusation.file(withoutName, accuser))).toEqual(['ACCUSER_NOT_ANONYMOUS'])
    expect(await why(accusation.file({ ...withoutName, accusers: accusers ?? [] }, nobody))).toEqual([
      'ACCUSER_NOT_ANONYMOUS',
    ])
    const { id, receipt } = await accusation.file(withoutName, nobody)
    const [event] = await store.read(id)
    expect(event?.by).toEqual({ kind: 'anonymous' })
    expect(Object.keys(event?.sealed ?? {})).toEqual(['case'])
    expect((await platform.personal.read(id, { purpose: 'registration' }, people.desk)).persons).toEqual([])

    await accusation.supplementByCode(receipt.queryCode, { text: '另有录音', evidence: ['upload-3'] })
    await accusation.register(id, {}, people.desk)
    await accusation.route(id, { to: 'county-discipline' }, people.desk)
    const { state } = await accusation.accept(id, {}, people.discipline)
    expect(state.noticeOn).toBeNull()
    await accusation.investigate(id, { investigators: ['inv-1'] }, people.disciplineHead)
    await accusation.conclude(id, { outcome: 'notFound', findings: '未发现' }, people.investigator)
    expect(await why(accusation.close(id, {}, people.discipline))).toEqual(['RESULT_NOT_TOLD'])
    const told = { on: '2024-08-01', proof: 'p', answer: '未查实。' }
    for (const manner of ['phone', 'post', 'electronic'] as const)
      expect(
        await why(accusation.feedBack(id, { ...told, manner, consent: true }, people.investigator)),
      ).toEqual(['FEEDBACK_MANNER_UNFIT'])
    await accusation.feedBack(id, { ...told, manner: 'queryCode' }, people.investigator)
    await accusation.close(id, {}, people.discipline)
    const matter = await inquiry.track(receipt.queryCode)
    expect(matter.letters.at(-1)?.fields).toEqual({ answer: '未查实。' })
    const file = await platform.personal.read(
      id,
      { purpose: 'supervision' },
      { ...people.cityDiscipline, unit: 'city' },
    )
    expect(file.texts.map(({ fields }) => fields.evidence)).toContain('upload-3')
  })

  it('gets a name when its author gives one, and then its author must be told', async () => {
    const { accusation, platform, today } = await town()
    const { id } = await accusation.file(anonymousCharge, nobody)
    await accusation.register(id, {}, people.desk)
    expect(await why(accusation.identify(id, { proof: 'IDV-2' }, people.desk))).toEqual(['ACCUSER_MISSING'])
    const named = { accuser: { id: 'r1', name: '张某某', phone: '13800000000' }, proof: 'IDV-2' }
    await accusation.identify(id, named, people.desk)
    expect(await why(accusation.identify(id, named, people.desk))).toEqual(['ACCUSER_KNOWN'])
    const { state } = await accusation.get(id, host)
    expect(state).toMatchObject({ identity: 'proved', petitionerIds: ['r1'] })
    const own = await platform.personal.read(id, { purpose: 'ownMatter', reveal: ['name'] }, citizen)
    expect(own.persons[0]?.fields.name).toBe('张某某')
    await accusation.accept(id, {}, people.desk)
    await accusation.investigate(id, { investigators: ['x'] }, people.desk)
    await accusation.conclude(id, { outcome: 'notFound', findings: 'f' }, host)
    const waiting = { on: today(), manner: 'queryCode', proof: 'p', answer: 'a' } as const
    expect(await why(accusation.feedBack(id, waiting, host))).toEqual(['FEEDBACK_MANNER_UNFIT'])
  })

  it('is not supplemented by a wrong code, or by that of another matter', async () => {
    const made = await town({ mayTrack: (origin) => origin !== 'blocked' })
    const complaint = await made.registered()
    const other = await made.complaint.file(
      { channel: 'online', unit: 'county-petition', title: 't', text: 't', anonymous: true },
      nobody,
    )
    const add = (code: string, origin?: string) =>
      made.accusation.supplementByCode(code, { text: 'x' }, origin)
    expect(await why(add('7K3M-9QXD-2H4J-8P0T'))).toEqual(['QUERY_CODE_UNKNOWN'])
    expect(await why(add(other.receipt.queryCode))).toEqual(['QUERY_CODE_UNKNOWN'])
    expect(await why(add('7K3M', 'blocked'))).toEqual(['TOO_MANY_ATTEMPTS'])
    expect((await made.accusation.get(complaint.id, host)).version).toBe(2)
  })
})
