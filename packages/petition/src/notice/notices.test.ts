import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, sections, staff, why } from '../complaint/county.fixture.js'
import { cn2022 } from '../rules/cn-2022.js'
import { noticeTypes } from './build/documents.js'
import { checkNotice } from './check.js'
import { papers } from './papers.fixture.js'
import { createTexts } from './texts/texts.js'

const fieldsOf = (gaps: ReturnType<typeof checkNotice>) => gaps.map((one) => one.field)

describe('the model of a document', () => {
  it('is made for the acting officer, who reads names for delivery and of the texts only what stands in it', async () => {
    const { notices, platform, extended } = await papers()
    const id = await extended()
    const before = (await platform.personal.accesses(id, host)).length
    const model = await notices.model(id, 'extensionNotice', staff.housing)
    expect(model).toMatchObject({ addressees: ['张某某'], days: 20, reason: '需要对公共管道进行检测。' })
    const accesses = (await platform.personal.accesses(id, host)).slice(before)
    expect(accesses.map(({ by, purpose, revealed, texts }) => [by.id, purpose, revealed, texts])).toEqual([
      ['hou', 'delivery', ['name'], false],
      ['hou', 'handling', [], true],
    ])
    expect(JSON.stringify(model)).not.toContain('13800000000')
  })

  it('of a letter between bodies reads nothing that is personal, and says nothing of it', async () => {
    const { notices, platform, assigned } = await papers()
    const id = await assigned()
    const model = await notices.model(id, 'assignmentOrder', staff.desk)
    expect(model).toMatchObject({ to: { name: '清河区住房和城乡建设局' }, addressees: [] })
    expect(await platform.personal.accesses(id, host)).toEqual([])
    expect(JSON.stringify(model)).not.toMatch(/张|漏水/)
  })

  it('is there only once the act that it tells of has taken place', async () => {
    const { notices, registered } = await papers()
    const { id } = await registered()
    expect(await notices.types(id, staff.desk)).toEqual(['receiptNotice'])
    for (const type of noticeTypes.filter((one) => one !== 'receiptNotice'))
      expect(await why(notices.model(id, type, staff.desk)), type).toEqual(['NOTICE_NOT_DUE'])
    for (const type of ['toString', '__proto__', '', 7, undefined, { type: 'receiptNotice' }])
      expect(await why(notices.model(id, type as never, staff.desk))).toEqual(['NOTICE_TYPE_UNKNOWN'])
  })

  it('is for nobody without a part in the case, and does not exist for whom it accuses', async () => {
    const { notices, registered, complaint } = await papers()
    const { id } = await registered()
    expect(await why(notices.model(id, 'receiptNotice', neighbour))).toEqual(['READ_NOT_ALLOWED'])
    expect(await why(notices.model(id, 'receiptNotice', staff.water))).toEqual(['READ_NOT_ALLOWED'])
    const accusing = await complaint.file(
      {
        channel: 'letter',
        unit: 'city-petition',
        title: 't',
        text: 't',
        petitioners: [{ name: '张某某' }],
        accused: { units: ['county-housing'] },
      },
      staff.cityDesk,
    )
    expect(await why(notices.model(accusing.id, 'receiptNotice', staff.housingHead))).toEqual([
      'CASE_NOT_FOUND',
    ])
    expect(await why(notices.types(accusing.id, staff.housingHead))).toEqual(['CASE_NOT_FOUND'])
  })

  it('keeps names masked from a body that is not in charge, and says that such a copy is not for delivery', async () => {
    const { notices, lookedAgain } = await papers()
    const id = await lookedAgain()
    const model = await notices.model(id, 'secondLookAnswer', staff.desk)
    expect(model).toMatchObject({ addressees: ['张**'], masked: true })
    expect(fieldsOf(checkNotice(model))).toEqual(['addressees'])
    expect((await notices.model(id, 'secondLookAnswer', citizen)).masked).toBe(false)
  })

  it('prints the query code for the desk that hands over the receipt', async () => {
    const { notices, registered, codeOf } = await papers()
    const { id } = await registered()
    const code = await codeOf(id)
    expect(await notices.model(id, 'receiptNotice', staff.desk)).toMatchObject({ queryCode: code })
  })

  it('uses the name that a body had on the day of the document', async () => {
    const { notices, answered, platform, clock } = await papers()
    const { id } = await answered()
    clock.addDays(40)
    const renamed = { unit: 'county-housing', name: '清河区住建局', on: '2024-09-01' }
    await platform.organizations.rename(renamed, host)
    const model = await notices.model(id, 'handlingOpinion', staff.housing)
    expect(model.unit.name).toBe('清河区住房和城乡建设局')
  })

  it('of somebody anonymous names nobody, and nothing is missing by that', async () => {
    const { notices, complaint } = await papers()
    const nameless = { channel: 'online', unit: 'county-petition', title: 't', text: 't' } as const
    const { id } = await complaint.file({ ...nameless, anonymous: true }, { kind: 'anonymous' })
    await complaint.register(id, {}, staff.desk)
    const model = await notices.model(id, 'receiptNotice', staff.desk)
    expect(notices.document(model, 'zh').addressee).toBe('信访人：')
    expect(checkNotice(model)).toEqual([])
  })

  it('shows blanks where the personal data is erased, and says that they are blanks', async () => {
    const { notices, delivered, complaint, platform, clock } = await papers({
      rules: [
        {
          ...cn2022,
          retention: { short: { title: 's', eraseAfter: 1, source: 'made for tests', verified: false } },
        },
      ],
    })
    const { id } = await delivered()
    await complaint.close(id, { summary: 's' }, staff.housing)
    await platform.retention.assign(id, { class: 'short', from: '2024-08-01' }, host)
    clock.addDays(800)
    await platform.retention.sweep(host)
    const model = await notices.model(id, 'handlingOpinion', staff.housing)
    expect(fieldsOf(checkNotice(model))).toEqual(['addressees', 'request', 'facts', 'opinion'])
    expect(await notices.render(model, 'zh')).toContain('（空缺）')
  })
})

describe('what the law wants in an opinion', () => {
  const opinionWith = async (remedy: { body: string; days: number } | undefined) => {
    const made = await papers()
    const { id } = await made.accepted()
    await made.heard(id)
    await made.complaint.answer(id, { ...sections, outcome: 'notSupported', remedy }, staff.housing)
    const model = await made.notices.model(id, 'handlingOpinion', staff.housing)
    return { gaps: checkNotice(model), page: await made.notices.render(model, 'zh') }
  }

  it.each([
    ['no remedy at all', undefined, ['remedy']],
    ['less time than the rules give', { body: 'county', days: 15 }, ['remedy.days']],
    ['a body that is not the next-higher one', { body: 'county-water', days: 30 }, ['remedy.body']],
    ['all of it', { body: 'county', days: 30 }, []],
  ])('is found to be there or not: %s', async (_, remedy, gaps) => {
    expect(fieldsOf((await opinionWith(remedy)).gaps)).toEqual(gaps)
  })

  it('is told by the paper where the officer left it out or gave too little: nobody loses a right by the form', async () => {
    const left = await opinionWith(undefined)
    expect(left.page).toContain('30日内，向原办理机关、单位的上一级机关、单位请求复查')
    expect((await opinionWith({ body: 'county', days: 15 })).page).toContain(
      '30日内，向清河区人民政府请求复查',
    )
  })

  it('is each of its sections', async () => {
    const { notices, answered } = await papers()
    const model = await notices.model((await answered()).id, 'handlingOpinion', staff.housing)
    if (model.type !== 'handlingOpinion') throw new Error('another document')
    for (const field of ['request', 'facts', 'opinion'] as const)
      expect(fieldsOf(checkNotice({ ...model, [field]: ' \n' }))).toEqual([field])
    expect(checkNotice({ ...model, legalBasis: [] })).toMatchObject([
      { field: 'legalBasis', source: '信访工作条例 2022 Art. 32' },
    ])
    expect(fieldsOf(checkNotice({ ...model, number: null, addressees: [] }))).toEqual([
      'number',
      'addressees',
    ])
  })

  it('is nothing more after a remand, which opens the ladder anew', async () => {
    const { notices, complaint, delivered } = await papers()
    const { id } = await delivered()
    await complaint.requestReview(id, { reasons: 'r' }, citizen)
    await complaint.answerReview(id, { ...sections, outcome: 'quashedRemanded' }, staff.county)
    const model = await notices.model(id, 'reviewOpinion', staff.county)
    expect(checkNotice(model)).toEqual([])
    expect(await notices.render(model, 'zh')).toContain('重新办理')
  })
})

describe('rendering', () => {
  it('is the renderer of the host, in a language of the host', async () => {
    const texts = createTexts({ ug: { 'receiptNotice.title': 'UG', 'list.separator': ' / ' } })
    const { notices, registered } = await papers({
      notices: { texts, renderer: ({ title, language }, { type }) => `${language} ${type} ${title}` },
    })
    const { id } = await registered()
    const model = await notices.model(id, 'receiptNotice', staff.desk)
    expect(await notices.render(model, 'ug')).toBe('ug receiptNotice UG')
    expect(notices.texts).toBe(texts)
  })

  it('refuses what is no model', async () => {
    const { notices } = await papers()
    for (const one of [null, undefined, 7, 'x', {}, [], { type: 'constructor' }, { type: 'receiptNotice' }])
      expect(await why(notices.render(one as never, 'zh'))).toEqual(['NOTICE_MODEL_INVALID'])
  })

  it('refuses options that are none', async () => {
    for (const one of [null, 7, { renderer: 7 }, { texts: {} }])
      expect(await why(papers({ notices: one as never }))).toEqual(['OPTIONS_INVALID'])
  })
})
