import { describe, expect, it } from 'vitest'
import { citizen, why } from '../complaint/county.fixture.js'
import { host, people, said, thursday, town, zhang } from './town.fixture.js'

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

  it('is received by somebody else where an officer has an interest in it', async () => {
    const { visit, received, waiting, centre } = await town()
    const { id } = await received()
    const next = await waiting({ petitioners: [{ name: '张某某' }] })
    const { state } = await visit.recuse(id, { person: 'desk', reason: '近亲属' }, people.desk)
    expect(state).toMatchObject({ status: 'waiting', recused: ['desk'] })
    // Who stays out of it goes on with the others, and a colleague with this one.
    expect(await why(visit.call(id, {}, people.desk))).toEqual(['READ_NOT_ALLOWED'])
    expect((await visit.callNext({ centre, window: '1' }, people.desk))?.id).toBe(next.id)
    const colleague = { ...people.desk, id: 'desk-2' }
    expect((await visit.callNext({ centre, window: '1' }, colleague))?.id).toBe(id)
    await visit.receive(id, {}, colleague)
  })

  it('shows as possible what is possible, and no step of the centre itself', async () => {
    const { visit, received } = await town()
    const { id } = await received()
    const actions = await visit.actions(id, host)
    for (const { command } of actions) expect(visit).toHaveProperty([command])
    const allowed = actions.filter((one) => one.allowed).map((one) => one.command)
    expect(allowed).toEqual(expect.arrayContaining(['record', 'invite', 'refer', 'transfer']))
    expect(allowed).not.toContain('close')
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
