import { describe, expect, it } from 'vitest'
import { citizen } from '../complaint/county.fixture.js'
import { file, form, town } from './town.fixture.js'

const steady = (text: string) => text.replace(/(\w{4}-){3}\w{4}/g, '7K3M-9QXD-2H4J-8P0T')

describe('a receipt', () => {
  const publications = () => ({
    howToQuery: [{ zh: '网站“查询”栏目', en: 'The page "Follow"', url: 'https://example.org/q' }],
  })
  const receipt = async (more: object = {}) => {
    const { centre } = await town({ publications })
    return { centre, receipt: await centre.submit('web', { ...form, ...more }, citizen) }
  }

  it('reads in short sentences, one fact on each line', async () => {
    const made = await receipt({ attachments: [file('合同.pdf'), file('a.exe', new Uint8Array([1]))] })
    expect(steady(made.centre.receiptText(made.receipt, 'zh'))).toBe(
      [
        '信访回执',
        '',
        '我们已经收到您的信访事项。',
        '查询码：7K3M-9QXD-2H4J-8P0T',
        '请保管好查询码，不要告诉别人。',
        '收到时间：2024年8月1日',
        '接收单位：county-petition',
        '下一步：信访部门登记、转送、交办，最迟 2024年8月16日。',
        '依据：《信访工作条例》第二十二条',
        '凭查询码可以随时查询进展和结果，并作出评价。',
        '网站“查询”栏目 https://example.org/q',
        '已收到文件 1 个。',
        '没有收到的文件（不接收这种文件）：a.exe。可以之后补交。',
        '',
      ].join('\n'),
    )
    expect(steady(made.centre.receiptText(made.receipt, 'en'))).toBe(
      [
        'Receipt',
        '',
        'We have received your matter.',
        'Query code: 7K3M-9QXD-2H4J-8P0T',
        'Keep this code safe. Tell it to nobody.',
        'Received: 1 August 2024',
        'Received by: county-petition',
        'What comes next: The petition office sorts it and sends it on, by 16 August 2024.',
        'Under the Regulation on Petition Work (2022), Article 22',
        'With the query code you can see progress and result at any time, and say how satisfied you are.',
        'The page "Follow" https://example.org/q',
        'Files received: 1.',
        'Files not received (files of this kind are not taken): a.exe. You can hand them in later.',
        '',
      ].join('\n'),
    )
  })

  it('in large print has each fact in a line of its own, and nothing in it is markup', async () => {
    const made = await receipt({ attachments: [file('**x** [y](z).exe', new Uint8Array([1]))] })
    const page = made.centre.receiptText(made.receipt, 'zh', 'largePrint')
    expect(page.split('\n').filter((line) => line !== '')).toSatisfy((lines: string[]) =>
      lines.every((line) => /^##? /.test(line)),
    )
    expect(page).not.toMatch(/[^\\][[\]]/)
  })

  it('as a text message has the code and nothing of the matter', async () => {
    const made = await receipt()
    const sms = made.centre.receiptText(made.receipt, 'zh', 'sms')
    expect(steady(sms)).toBe(
      '【county-petition】已收到您的信访事项，查询码 7K3M-9QXD-2H4J-8P0T，请勿告诉他人。',
    )
    expect(Array.from(sms).length).toBeLessThanOrEqual(70)
  })
})
