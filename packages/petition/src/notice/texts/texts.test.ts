import { coreErrors } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { petitionErrors } from '../../errors.js'
import { noticeTypes } from '../build/documents.js'
import { chineseNumber, citation } from './citation.js'
import { baseTexts, createTexts } from './texts.js'

const { zh = {}, en = {} } = baseTexts
const placeholders = (text: string) => new Set(text.match(/\{\w+\}/g))

describe('the texts', () => {
  it('are there in both languages, with the same placeholders', () => {
    const differs = (key: string) =>
      !key.startsWith('month.') && !key.startsWith('error.') && key !== 'date' && key !== 'law.dated'
    expect(Object.keys(zh).filter(differs).sort()).toEqual(Object.keys(en).filter(differs).sort())
    for (const key of Object.keys(zh).filter(differs))
      expect(placeholders(zh[key] ?? ''), key).toEqual(placeholders(en[key] ?? ''))
  })

  it('name every document and every status', () => {
    for (const type of noticeTypes) expect(zh).toHaveProperty([`${type}.title`])
    expect(createTexts().text('status.complaint.accepted', 'zh')).toBe('正在办理')
  })

  it('take a further language, and fall back where it has no text', () => {
    const texts = createTexts({
      ug: { 'status.complaint.accepted': 'ug' },
      en: { 'status.complaint.accepted': 'In hand' },
    })
    expect(texts.languages).toEqual(['zh', 'en', 'ug'])
    expect(texts.text('status.complaint.accepted', 'ug-CN')).toBe('ug')
    expect(texts.text('status.complaint.received', 'ug')).toBe(zh['status.complaint.received'])
    expect(texts.text('status.complaint.accepted', 'en-GB')).toBe('In hand')
    expect(createTexts({}, ['en']).text('status.complaint.received', 'ug')).toBe(
      en['status.complaint.received'],
    )
    expect(texts.text('no.such.key', 'zh')).toBe('no.such.key')
    expect(texts.text('__proto__', 'constructor')).toBe('__proto__')
  })

  it('never take what stands in a value for a placeholder', () => {
    const texts = createTexts()
    const page = texts.text('notice.step', 'en', { what: '{by} {source}', by: 'today', source: '$&' })
    expect(page).toBe('{by} {source}, by today at the latest ($&).')
    expect(texts.text('notice.number', 'en', { toString: 1 })).toBe('No. {number}')
  })

  it('say dates as people write them', () => {
    const texts = createTexts()
    expect(texts.date('2024-08-01', 'zh')).toBe('2024年8月1日')
    expect(texts.date('2024-12-31', 'en')).toBe('31 December 2024')
  })

  it('tell an error to a person in their language, with its facts', () => {
    const texts = createTexts()
    const error = petitionErrors.REPRESENTATIVES_MISSING({ people: 9, most: 5, source: 's' })
    expect(texts.error(error, 'zh')).toBe('9人共同走访的，应当推选代表，代表不超过5人。')
    expect(texts.error(error, 'en')).toBe(error.message)
    expect(texts.error(coreErrors.LIMIT_UNKNOWN({ clock: 'c', rules: 'r' }), 'zh')).toContain('Rule profile')
    expect(texts.error(error, 'zh-CN')).toBe(texts.error(error, 'zh'))
    // What else goes wrong is not for the person to read.
    expect(texts.error(new Error('at db.internal:5432'), 'zh')).toBe('系统出现问题，请稍后再试。')
  })
})

describe('a source', () => {
  it.each([
    [
      '信访工作条例 2022 Art. 34',
      '《信访工作条例》第三十四条',
      'Regulation on Petition Work (2022), Article 34',
    ],
    [
      '信访工作条例 2022 Art. 36 ¶3',
      '《信访工作条例》第三十六条第三款',
      'Regulation on Petition Work (2022), Article 36, paragraph 3',
    ],
    [
      '信访条例 2005 Art. 21 ¶1 (4)',
      '《信访条例》第二十一条第一款第（四）项',
      'Regulations on Letters and Visits (2005), Article 21, paragraph 1 (4)',
    ],
    [
      '信访工作条例 2022 Art. 31 (6)',
      '《信访工作条例》第三十一条第（六）项',
      'Regulation on Petition Work (2022), Article 31 (6)',
    ],
    [
      '信访条例 2005 Art. 35 ¶1–2',
      '《信访条例》第三十五条第一款至第二款',
      'Regulations on Letters and Visits (2005), Article 35, paragraphs 1 to 2',
    ],
    [
      '信访条例 2005 Art. 21–22',
      '《信访条例》第二十一条至第二十二条',
      'Regulations on Letters and Visits (2005), Articles 21 to 22',
    ],
    ['物业管理条例 Art. 55', '《物业管理条例》第五十五条', '物业管理条例, Article 55'],
    ['a local rule', 'a local rule', 'a local rule'],
  ])('%s is cited as lawyers do', (source, chinese, english) => {
    const texts = createTexts()
    expect([citation(source, 'zh', texts), citation(source, 'en', texts)]).toEqual([chinese, english])
  })

  it('counts articles in Chinese', () => {
    expect([1, 10, 11, 20, 23, 100, 101, 110, 119, 205].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '二十三',
      '一百',
      '一百零一',
      '一百一十',
      '一百一十九',
      '二百零五',
    ])
  })
})
