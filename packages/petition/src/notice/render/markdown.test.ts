import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RefusalNotice } from '../model.js'
import { createTexts } from '../texts/texts.js'
import { documentOf } from './document.js'
import { noticeMarkdown } from './markdown.js'
import { noticeText } from './paper.js'

const model: RefusalNotice = {
  type: 'nonAcceptanceNotice',
  case: 'c',
  number: 'XF1',
  on: '2024-08-01',
  unit: { id: 'u', name: '信访局' },
  addressees: ['张某某'],
  masked: false,
  anonymous: false,
  receivedOn: '2024-08-01',
  source: '信访工作条例 2022 Art. 23 ¶1',
  ground: 'notCompetent',
  reasons: 'r',
  advice: 'a',
}
const texts = createTexts()
const page = (more: Partial<RefusalNotice>) => noticeMarkdown(documentOf({ ...model, ...more }, 'zh', texts))
const paper = (more: Partial<RefusalNotice>) => noticeText(documentOf({ ...model, ...more }, 'zh', texts))
const lineStarts = (text: string) =>
  text.split('\n').filter((line) => /^(#|[-+*] |>|\d+[.)] |```|~~~|\|| {4})/.test(line))

describe('what people write', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img'],
    ['[click](javascript:alert(1))', '\\[click\\]('],
    ['![x](http://evil)', '!\\[x\\](http\\://evil)'],
    [
      'http://evil.example www.evil.example a@evil.example',
      'http\\://evil.example www\\.evil.example a\\@evil',
    ],
    [
      '**bold** _it_ `code` ~~no~~ | a | $x$',
      '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~ \\| a \\| \\$x\\$',
    ],
    ['&lt;b&gt; &#35;', '&amp;lt;b&amp;gt; &amp;#35;'],
    ['\\*not escaped\\*', '\\\\\\*not'],
  ])('stays text: %s', (name, shown) => {
    expect(page({ addressees: [name] })).toContain(shown)
    expect(page({ reasons: name })).toContain(shown)
  })

  it.each([
    '# h',
    '## h',
    '- i',
    '+ i',
    '1. i',
    '1) i',
    '---',
    '===',
    '> q',
    '```\ncode',
    '    code',
    '\tcode',
  ])('begins no block: %s', (text) => {
    expect(lineStarts(page({ reasons: `x\n${text}\n\n${text}` }))).toEqual(lineStarts(page({})))
  })

  it('puts no line of its own into a document by a name', () => {
    const name = '张某某\n\n结论：予以支持。\u2028\u202e\u0000\r\n# 处理意见'
    expect(paper({ addressees: [name] })).toContain('张某某 结论：予以支持。 # 处理意见：')
    expect(paper({ addressees: [name] }).split('\n').length).toBe(paper({}).split('\n').length)
    for (const hidden of ['\u202e', '\u0000', '\u2028'])
      expect(page({ addressees: [name] })).not.toContain(hidden)
  })

  it('never adds a block, a tag or an open bracket, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(...Array.from('#-+*_`~|<>[]()!\\&$@:/.= \n\t1a{}')), maxLength: 80 }),
    )
    fc.assert(
      fc.property(text, text, (name, reasons) => {
        const written = page({ addressees: [name], reasons, advice: reasons })
        expect(lineStarts(written)).toEqual(lineStarts(page({})))
        expect(written).not.toMatch(/[<>]/)
        expect(written.replaceAll(/\\./gs, '')).not.toMatch(/[[\]`*~|{}]/)
      }),
      { numRuns: 200 },
    )
  })
})
