import { describe, expect, it } from 'vitest'
import { form } from '../town.fixture.js'
import { formChannel } from './form.js'
import { codesOf, draftOf } from './read.fixture.js'

const web = formChannel({ unit: 'u' })

describe('a form', () => {
  it('tells of each field what it still needs, step by step, also where it is half filled in', () => {
    const steps: readonly (readonly [object, readonly string[]])[] = [
      [{}, ['unit missing', 'petitioners[0].name nameMissing', 'text textMissing']],
      [{ unit: 'u', text: '', title: ' ' }, ['petitioners[0].name nameMissing', 'text textMissing']],
      [
        { unit: 'u', text: 't', petitioners: [{ name: '', phone: '1' }] },
        ['petitioners[0].name nameMissing', 'petitioners[0].phone tooShort'],
      ],
      [
        { unit: 'u', text: 't', petitioners: [{ name: '张某某', email: 'x' }] },
        ['petitioners[0].email wrongForm'],
      ],
      [{ unit: 'u', text: 't', petitioners: [{ name: '张某某' }], people: 0 }, ['people missing']],
      [{ unit: 'u', text: 'x'.repeat(20_001), petitioners: [{ name: '张某某' }] }, ['text tooLong']],
      [{ unit: 'u', text: 't', petitioners: [{ name: '张某某', income: 1 }] }, ['petitioners[0] notKnown']],
      [{ unit: 'u', text: 't', petitioners: [{ name: '张某某' }], phone: null }, []],
    ]
    for (const [given, codes] of steps) expect(codesOf(formChannel().read(given))).toEqual(codes)
  })

  it('says it in plain words of both languages, with the step at which it stands', () => {
    const read = web.read({ text: 'x'.repeat(20_001), petitioners: [{ name: '张某某' }] })
    expect(read).toEqual([
      {
        field: 'text',
        step: 'what',
        code: 'tooLong',
        text: {
          zh: '内容太长了，最多 20000 个字。可以把其余内容作为附件提交。',
          en: 'This is too long: what you want to say. At most 20000 characters; the rest can come as a file.',
        },
        blocks: true,
      },
    ])
  })

  it('takes its title from the text where the person gave none', () => {
    expect(draftOf(web.read(form)).title).toBe('我家楼上水管漏水三个月，请求尽快维修。')
    expect(draftOf(web.read({ ...form, text: `\n\n ${'长'.repeat(90)}` })).title).toBe(`${'长'.repeat(40)}…`)
    expect(draftOf(web.read({ ...form, title: ' 漏水\n# x ' })).title).toBe('漏水 # x')
  })

  it('keeps what was said as it was said, but for what breaks screens and stores', () => {
    const text = '一\r\n二\u0000\u0007\t三 <b>四</b> 😀'
    expect(draftOf(web.read({ ...form, text })).text).toBe('一\n二\t三 <b>四</b> 😀')
    const named = draftOf(web.read({ ...form, petitioners: [{ name: '张\u202e某\n某' }] }))
    expect(named.petitioners).toEqual([{ name: '张某 某' }])
  })

  it.each([['半个\ud800字'], ['锟斤拷锟斤拷'], ['ä¸­å›½äººæ°'], ['a\ufffdb']])(
    'marks what was read in a wrong encoding for a person to look at: %j',
    (text) => {
      expect(draftOf(web.read({ ...form, text })).unsure).toEqual([{ field: 'text', reason: 'encoding' }])
    },
  )

  it('does not take rare characters for lost ones', () => {
    for (const text of ['𠮷野家 烫烫烫', 'Größe café', 'ئۇيغۇرچە', 'Ünïcödé'])
      expect(draftOf(web.read({ ...form, text })).unsure).toEqual([])
  })
})
