import { describe, expect, it } from 'vitest'
import { county, host, staff, why } from '../../complaint/county.fixture.js'
import { officer, supervised } from '../supervision.fixture.js'

const words = { title: '完善老旧小区管道维修办法', text: '建议明确维修责任和期限。' }
const improve = { type: 'improveWork', to: 'county-housing', ...words } as const

describe('a proposal', () => {
  it('is answered in thirty days under the Regulations of 2005, and without a day under that of 2022', async () => {
    const old = await county({}, '2010-03-01T09:00:00+08:00')
    const { proposals } = old.platform.petition.supervision
    const { id, rules } = await proposals.propose(improve, staff.desk)
    expect(rules).toBe('cn-2005-decree431')
    expect(await old.due(id, 'answerProposal')).toMatchObject({
      dueOn: '2010-03-31',
      unit: 'county-housing',
      limit: { source: '信访条例 2005 Art. 36 ¶2' },
    })
    old.clock.addDays(40)
    const { items } = await old.platform.cases.find({ overdue: true }, staff.housing)
    expect(items.map((item) => item.kind)).toEqual(['petition.proposal'])
    // Art. 36 ¶2 speaks of proposals to improve the work only.
    const policy = await proposals.propose({ ...improve, type: 'improvePolicy', to: 'county' }, staff.desk)
    expect(await old.due(policy.id, 'answerProposal')).toBeUndefined()

    const now = await supervised()
    const made = await now.supervision.proposals.propose(improve, staff.desk)
    expect(made.rules).toBe('cn-2022-regulation')
    expect(await now.platform.deadlines.of(made.id, host)).toEqual([])
  })

  it('is reminded of, answered, and followed to its realisation', async () => {
    const { supervision, clock, today } = await supervised()
    const { proposals } = supervision
    const { id } = await proposals.propose(improve, staff.desk)
    clock.addDays(40)
    await proposals.remind(id, { text: '请尽快反馈' }, staff.desk)
    expect(await why(proposals.answer(id, { uptake: 'partly', text: '部分采纳' }, staff.housing))).toEqual([
      'UPTAKE_REASONS_MISSING',
    ])
    await proposals.answer(id, { uptake: 'partly', text: '部分采纳', reasons: '经费所限' }, staff.housing)
    await proposals.reportProgress(id, { on: today(), text: '已印发办法' }, staff.housing)
    expect(
      await why(proposals.confirmRealisation(id, { on: today(), finding: 'f' }, staff.housingHead)),
    ).toEqual(['OWN_WORK'])
    const { state } = await proposals.confirmRealisation(id, { on: today(), finding: '已落实' }, staff.desk)
    expect(state).toMatchObject({
      status: 'realised',
      reminders: ['2024-09-10'],
      answers: [{ uptake: 'partly' }],
      progress: ['2024-09-10'],
      realisedOn: '2024-09-10',
    })
  })

  it('that is not adopted cannot be realised, and can be thought over', async () => {
    const { supervision, today } = await supervised()
    const { proposals } = supervision
    const { id } = await proposals.propose(improve, staff.desk)
    await proposals.answer(id, { uptake: 'notAdopted', text: '不采纳', reasons: '无依据' }, staff.housing)
    const realise = () => proposals.confirmRealisation(id, { on: today(), finding: 'f' }, staff.desk)
    expect(await why(realise())).toEqual(['NOT_ADOPTED'])
    await proposals.remind(id, { text: '请再研究' }, staff.desk)
    await proposals.answer(id, { uptake: 'adopted', text: '采纳' }, staff.housing)
    expect((await realise()).state.answers).toHaveLength(2)
  })

  it('to improve the work goes to who is supervised, one for a policy also to the own government', async () => {
    const { supervision } = await supervised()
    const { proposals } = supervision
    expect(await why(proposals.propose({ ...improve, to: 'city-housing' }, staff.desk))).toEqual([
      'NOT_A_SUPERVISOR',
    ])
    expect(await why(proposals.propose({ ...improve, to: 'county-petition' }, staff.desk))).toEqual([
      'PROPOSAL_TO_ITSELF',
    ])
    const policy = { ...improve, type: 'improvePolicy', to: 'county' } as const
    expect((await proposals.propose(policy, staff.desk)).state.status).toBe('sent')
  })

  it('is published only where it names nobody', async () => {
    const { supervision } = await supervised()
    const { proposals } = supervision
    const { id } = await proposals.propose(improve, staff.desk)
    await proposals.answer(id, { uptake: 'adopted', text: '采纳' }, staff.housing)
    const publish = (text: string) =>
      proposals.publish(id, { title: '建议', text, deidentified: true }, staff.desk)
    for (const text of ['联系张某某 138 0000 0000', '身份证 32080119900101000X', 'a@b.cn'])
      expect(await why(publish(text))).toEqual(['NOT_DEIDENTIFIED'])
    expect((await publish('老旧小区管道维修 20240801 号')).state.publishedOn).toBe('2024-08-01')
  })
})

describe('a proposal to pursue responsibility', () => {
  const pursue = {
    type: 'pursueResponsibility',
    to: 'county',
    about: { units: ['county-housing'] },
    ...words,
  } as const

  it('says whose, goes to none of them, and is there for none of them', async () => {
    const { supervision, platform } = await supervised()
    const { proposals } = supervision
    const { about: _, ...nobody } = pursue
    expect(await why(proposals.propose(nobody, staff.desk))).toEqual(['PROPOSAL_ABOUT_MISSING'])
    const wrong = { ...improve, about: { persons: ['hou'] } }
    expect(await why(proposals.propose(wrong, staff.desk))).toEqual(['PROPOSAL_ABOUT_NOBODY'])
    expect(await why(proposals.propose({ ...pursue, to: 'county-housing' }, staff.desk))).toEqual([
      'ACCUSED_RECIPIENT',
    ])
    const { id } = await proposals.propose(pursue, staff.desk)
    for (const by of [staff.housing, staff.housingHead, staff.water, officer('x', 'town', 'head')])
      expect(await why(proposals.get(id, by))).toEqual(['CASE_NOT_FOUND'])
    const { items } = await platform.cases.find({ kind: 'petition.proposal' }, staff.housingHead)
    expect(items).toEqual([])
    expect((await proposals.get(id, staff.county)).state.type).toBe('pursueResponsibility')
    await proposals.answer(id, { uptake: 'adopted', text: '已启动调查' }, staff.county)
    const publish = { title: 't', text: 't', deidentified: true } as const
    expect(await why(proposals.publish(id, publish, staff.desk))).toEqual(['PURSUES_RESPONSIBILITY'])
  })

  it('is kept from a person also in another post', async () => {
    const { supervision, platform } = await supervised()
    const { id } = await supervision.proposals.propose(
      { ...pursue, about: { persons: ['wang'] } },
      staff.desk,
    )
    expect(await why(supervision.proposals.get(id, officer('wang', 'county', 'head')))).toEqual([
      'CASE_NOT_FOUND',
    ])
    await platform.organizations.appoint(
      { unit: 'county-housing', person: 'second', roles: ['handler'] },
      host,
    )
    const about = { ...pursue, about: { units: ['county-housing'] } }
    const { id: of } = await supervision.proposals.propose(about, staff.desk)
    // The same person, acting for a unit that may read.
    expect(await why(supervision.proposals.get(of, officer('second', 'county', 'head')))).toEqual([
      'CASE_NOT_FOUND',
    ])
  })
})
