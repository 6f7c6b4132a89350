import { describe, expect, it } from 'vitest'
import { citizen, county, host, neighbour, staff, why } from '../complaint/county.fixture.js'
import { personalDataIn } from './de-identified.js'
import { idea, publicText, resident, town } from './town.fixture.js'

describe('what is published', () => {
  it('is what the office wrote, and nothing of what was filed', async () => {
    const { suggestion, published, referred } = await town()
    const hidden = await referred()
    const { id } = await published({ area: 'county' })
    await suggestion.support(id, neighbour)
    const { items, next } = await suggestion.published()
    expect(next).toBeUndefined()
    expect(items).toEqual([
      {
        id,
        number: expect.any(String),
        ...publicText,
        answer: undefined,
        authors: [],
        status: 'screened',
        statusText: { en: expect.any(String), zh: '已列为建议意见，待研究' },
        unit: { id: 'county-petition', name: 'county-petition' },
        area: 'county',
        matter: 'transport',
        call: null,
        receivedOn: '2024-08-01',
        publishedAt: '2024-08-01T01:00:00.000Z',
        outcome: null,
        realisation: null,
        isOpen: true,
        supports: 1,
        setAside: 0,
      },
    ])
    const all = JSON.stringify(items)
    for (const secret of ['张某某', '13800000000', 'r1', 'r2', '三号楼', hidden.id])
      expect(all).not.toContain(secret)
    expect(await suggestion.readPublished(id)).toEqual(items[0])
    expect(await why(suggestion.readPublished(hidden.id))).toEqual(['CASE_NOT_FOUND'])
  })

  it('is taken back at once, also from who has read it before', async () => {
    const { suggestion, published } = await town()
    const { id } = await published()
    expect((await suggestion.published()).items).toHaveLength(1)
    await suggestion.publish(id, { ...publicText, title: '修改后的标题' }, staff.desk)
    expect((await suggestion.published()).items[0]?.title).toBe('修改后的标题')
    await suggestion.unpublish(id, { reason: '内容有误' }, staff.desk)
    expect((await suggestion.published()).items).toEqual([])
    expect(await why(suggestion.readPublished(id))).toEqual(['CASE_NOT_FOUND'])
    expect(await why(suggestion.unpublish(id, { reason: 'r' }, staff.desk))).toEqual(['NOT_PUBLISHED'])
  })

  it('ends with the withdrawal of the suggestion, with a restriction and with an erasure', async () => {
    const { suggestion, published, closed, platform } = await town()
    const one = await published()
    const [two, three] = [await closed(), await closed()]
    for (const { id } of [two, three]) await suggestion.publish(id, publicText, staff.desk)
    expect((await suggestion.published()).items).toHaveLength(3)
    await suggestion.withdraw(one.id, {}, citizen)
    await platform.retention.restrict(two.id, { ground: 'legalOrder' }, host)
    await platform.retention.erase(three.id, { ground: 'legalOrder' }, host)
    expect((await suggestion.published()).items).toEqual([])
  })

  it('names an author who agrees, and no longer when they do not', async () => {
    const { suggestion, replied, platform } = await town()
    const two = [
      { id: 'r1', name: '张某某', phone: '13800000000' },
      { name: '李某某', phone: '13900000000' },
    ]
    const { id } = await replied('notAdopt', { petitioners: two })
    const named = { ...publicText, names: true }
    expect(await why(suggestion.publish(id, named, staff.desk))).toEqual(['NAME_CONSENT_MISSING'])
    expect(await why(suggestion.consentToName(id, { given: true, person: 'p2' }, citizen))).toEqual([
      'AUTHOR_UNKNOWN',
    ])
    expect(await why(suggestion.consentToName(id, { given: true }, staff.desk))).toEqual(['AUTHOR_UNKNOWN'])
    expect(await why(suggestion.consentToName(id, { given: true }, neighbour))).not.toEqual([])
    await suggestion.consentToName(id, { given: true }, citizen)
    await suggestion.publish(id, named, staff.desk)
    expect((await suggestion.readPublished(id)).authors).toEqual(['张某某'])
    await suggestion.consentToName(id, { given: true, person: 'p2' }, staff.desk)
    expect((await suggestion.readPublished(id)).authors).toEqual(['张某某', '李某某'])
    await suggestion.consentToName(id, { given: false }, citizen)
    expect((await suggestion.readPublished(id)).authors).toEqual(['李某某'])
    await suggestion.close(id, {}, staff.housingHead)
    await platform.retention.erase(id, { ground: 'legalOrder', person: 'p2' }, host)
    expect((await suggestion.readPublished(id)).authors).toEqual([])
  })

  it('names at filing only who files it', async () => {
    const { suggestion } = await town()
    const both = [
      { id: 'r1', name: '张某某' },
      { id: 'r2', name: '李某某' },
    ]
    const filing = { ...idea, petitioners: both, nameConsent: true }
    expect((await suggestion.file(filing, citizen)).state.nameConsents).toEqual(['p1'])
    expect((await suggestion.file(filing, staff.desk)).state.nameConsents).toEqual(['p1', 'p2'])
  })

  it('is refused while it tells who the author is, and tells nobody else what was known', async () => {
    const { suggestion, screened, platform } = await town()
    const { id, version } = await screened()
    const refused = [
      '张 某 某建议',
      '电话138-0000-0000',
      '幸福小区三号楼201室',
      'a@b.cn',
      '320802199001011234',
    ]
    for (const text of refused)
      expect(await why(suggestion.publish(id, { ...publicText, text }, staff.desk)), text).toEqual([
        'PERSONAL_DATA_PUBLISHED',
      ])
    expect(await why(suggestion.publish(id, { ...publicText, title: '张某某' }, staff.water))).toEqual([
      'NOT_INVOLVED',
    ])
    expect((await suggestion.get(id, staff.desk)).version).toBe(version)
    const reads = await platform.personal.accesses(id, staff.desk)
    expect(reads.map(({ purpose }) => purpose)).toContain('deIdentification')
  })

  it('is nothing that the author wants kept in confidence, or that was handed over', async () => {
    const { suggestion, screened, published, complaint } = await town()
    const secret = await screened({ confidential: true })
    expect(await why(suggestion.publish(secret.id, publicText, staff.desk))).toEqual(['CONFIDENTIAL'])
    const { id } = await published()
    const appeal = await complaint.file({ ...idea, title: 't' }, citizen)
    const over = { to: appeal.id, class: 'appeal', consent: true } as const
    expect(await why(suggestion.handOver(id, over, staff.desk))).toEqual(['PUBLISHED'])
  })

  it('tells the answer to the public after the author', async () => {
    const { suggestion, published, clock } = await town()
    const { id } = await published()
    const answer = { ...publicText, answer: '已采纳，年内建成。' }
    expect(await why(suggestion.publish(id, answer, staff.desk))).toEqual(['ANSWER_BEFORE_DECISION'])
    await suggestion.study(id, { officer: 'desk' }, staff.desk)
    await suggestion.decide(id, { outcome: 'adoptFully', reasons: 'r' }, host)
    expect(await why(suggestion.publish(id, answer, staff.desk))).toEqual(['AUTHOR_NOT_TOLD'])
    expect((await suggestion.readPublished(id)).outcome).toBeNull()
    await suggestion.reply(id, { channel: 'online' }, staff.desk)
    clock.addDays(1)
    await suggestion.publish(id, answer, staff.desk)
    await suggestion.plan(id, { by: '2024-12-31', measures: 'm' }, host)
    expect(await suggestion.readPublished(id)).toMatchObject({
      outcome: 'adoptFully',
      answer: '已采纳，年内建成。',
      publishedAt: '2024-08-01T01:00:00.000Z',
      realisation: { unit: 'county-petition', by: '2024-12-31', state: 'planned', endedOn: null },
      isOpen: false,
    })
  })

  it('is read page by page, newest first, by what narrows it', async () => {
    const { suggestion, published, clock } = await town()
    const ids: string[] = []
    for (let n = 0; n < 7; n++) {
      ids.unshift((await published({ area: n % 2 === 0 ? 'county' : 'town' })).id)
      clock.addDays(1)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await suggestion.published({ limit: 3, cursor })
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== undefined)
    expect(seen).toEqual(ids)
    expect((await suggestion.published({ area: 'town' })).items).toHaveLength(3)
    expect((await suggestion.published({ open: false })).items).toEqual([])
    expect((await suggestion.published({ unit: 'county-petition', matter: 'transport' })).items).toHaveLength(
      7,
    )
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap')
        },
        ownKeys: () => {
          throw new Error('trap')
        },
      },
    )
    for (const query of [{ limit: 0 }, { limit: 101 }, { other: 1 }, null, 7, trap])
      expect(await why(suggestion.published(query as never))).toEqual(['INPUT_INVALID'])
    for (const bad of ['?', btoa('[1]'), btoa('{}'), 'x'.repeat(200)])
      expect(await why(suggestion.published({ cursor: bad }))).toEqual(['CURSOR_INVALID'])
  })

  it('is read from the vault once for each change, and each reading there is recorded', async () => {
    const { suggestion, published, platform } = await town()
    const { id } = await published()
    for (let n = 0; n < 5; n++) await suggestion.published()
    await suggestion.support(id, resident(1))
    await suggestion.published()
    const reads = await platform.personal.accesses(id, host)
    expect(reads.filter(({ purpose }) => purpose === 'publication')).toHaveLength(1)
    expect(reads.at(-1)).toMatchObject({
      by: { kind: 'system', id: 'publication' },
      persons: ['p1'],
      fields: ['name'],
    })
  })

  it('stands in no event and no row', async () => {
    const { published, store } = await town()
    await published()
    const log = JSON.stringify(await store.readAll(0, 1000))
    for (const secret of [idea.title, idea.text, publicText.title, publicText.text, '张某某', '13800000000'])
      expect(log).not.toContain(secret)
    const rows = JSON.stringify(await store.find('petition.published-suggestions', { limit: 10 }))
    expect(rows).not.toContain(publicText.title)
    expect((await county()).platform.petition.suggestion).toBeDefined()
  })
})

describe('personal data in a text', () => {
  it.each([
    ['致电 138 0000 0000', ['phone']],
    ['+86-138-0000-0000', ['phone']],
    ['１３８００００００００', ['phone']],
    ['于 2024 13800000000', ['phone']],
    ['身份证32080219900101123X', ['idNumber']],
    ['邮箱 someone@example.cn', ['email']],
    ['预算13,000,000,000元，共300户，见2024年第15号文件', []],
    ['咨询电话0517-83600000', []],
    ['工期2024-08-01至2025-12-31', []],
    ['早高峰拥堵', []],
  ])('%s', (text, found) => {
    expect(personalDataIn([text], [{ name: '高峰' }])).toEqual(found)
  })

  it('is what is known of the author, however it is written', () => {
    const author = { name: '张某某', address: '幸福小区 3-201', phone: '0517-83600000' }
    expect(personalDataIn(['张某某', '幸福小区3201', '(0517)8360 0000'], [author])).toEqual([
      'name',
      'address',
      'phone',
    ])
  })
})
