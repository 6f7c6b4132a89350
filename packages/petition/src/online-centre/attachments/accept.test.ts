import { describe, expect, it } from 'vitest'
import type { IncomingAttachment } from '../draft.js'
import { onlineCentre2022 } from '../policy.js'
import { file } from '../town.fixture.js'
import { acceptAttachments, leftOut } from './accept.js'

const policy = onlineCentre2022.attachments
const bytes = (hex: string, more = 0) =>
  Uint8Array.from([
    ...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)),
    ...Array.from({ length: more }, () => 0),
  ])

function accept(files: readonly IncomingAttachment[], more: Partial<typeof policy> = {}, anonymous = false) {
  const out = leftOut()
  const accepted = acceptAttachments(files, { ...policy, ...more }, anonymous, out)
  return {
    taken: accepted.map(({ name, type }) => `${name} ${type}`),
    out: out.list().map(({ reason, count }) => `${reason} ${count}`),
  }
}

describe('a file', () => {
  it.each([
    ['a.pdf', '255044462d312e', undefined, 'a.pdf application/pdf'],
    ['photo.JPG', 'ffd8ffe0', undefined, 'photo.JPG image/jpeg'],
    ['a.png', '89504e470d0a1a0a', 'image/jpeg', 'a.png image/png'],
    ['a.webp', '524946460000000057454250', undefined, 'a.webp image/webp'],
    ['a.wav', '524946460000000057415645', undefined, 'a.wav audio/wav'],
    ['a.heic', '000000186674797068656963', undefined, 'a.heic image/heic'],
    ['a.mp4', '0000001866747970697 36f6d'.replace(' ', ''), undefined, 'a.mp4 video/mp4'],
    ['a.m4a', '00000018667479704d344120', undefined, 'a.m4a audio/mp4'],
    [
      'a.docx',
      '504b0304',
      undefined,
      'a.docx application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a.xlsx',
      '504b0304',
      undefined,
      'a.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['a', 'd0cf11e0a1b11ae1', 'application/msword', 'a.doc application/msword'],
    ['说明.txt', '616263', undefined, '说明.txt text/plain'],
    ['说明', '616263', 'text/plain; charset=utf-8', '说明.txt text/plain'],
  ])('is what its content begins with: %s', (name, hex, type, taken) => {
    expect(accept([file(name, bytes(hex, 4).subarray(0, hex === '616263' ? 3 : undefined), type)])).toEqual({
      taken: [taken],
      out: [],
    })
  })

  it.each([
    ['a program that calls itself a picture', file('a.jpg', bytes('4d5a9000'), 'image/jpeg')],
    ['a page that calls itself a page', file('a.html', new TextEncoder().encode('<html>'), 'text/html')],
    ['a zip that is no office document', file('a.zip', bytes('504b0304'), 'application/zip')],
    ['a document with macros', file('a.docm', bytes('504b0304'))],
    ['text with bytes that no text has', file('a.txt', bytes('61006200'))],
    ['a picture in XML, which can run', file('a.svg', new TextEncoder().encode('<svg/>'), 'image/svg+xml')],
  ])('of a kind that is not taken is left out: %s', (_, one) => {
    expect(accept([one])).toEqual({ taken: [], out: ['typeNotTaken 1'] })
  })

  it('never comes out under the extension of another kind', () => {
    expect(accept([file('report.exe', bytes('255044462d'))]).taken).toEqual([
      'report.exe.pdf application/pdf',
    ])
  })

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\x\\照片.pdf', '照片.pdf'],
    ['a\u0000b\u202egpj.pdf', 'abgpj.pdf'],
    ['<img src=x>|:"*?.pdf', '_img src=x______.pdf'],
    ['  ..hidden.pdf ', 'hidden.pdf'],
    ['', '附件1.pdf'],
    ['名'.repeat(5000), `${'名'.repeat(99)}.pdf`],
  ])('has a name that is safe to show and to store: %j', (name, shown) => {
    expect(accept([file(name, bytes('255044462d'))]).taken).toEqual([`${shown} application/pdf`])
  })

  it('that is empty, too big, or one too many in all is left out, and the others come in', () => {
    const files = [
      file('empty.pdf', new Uint8Array()),
      file('big.pdf', bytes('255044462d', 100)),
      file('1.pdf', bytes('255044462d', 10)),
      file('2.pdf', bytes('255044462d', 10)),
      file('3.pdf', bytes('255044462d', 10)),
    ]
    expect(accept(files, { mostBytes: 50, mostBytesInAll: 40 })).toEqual({
      taken: ['1.pdf application/pdf', '2.pdf application/pdf'],
      out: ['empty 1', 'tooBig 2'],
    })
  })

  it('among ten thousand: the first come in, and the rest is told in one line', () => {
    const files = Array.from({ length: 10_000 }, (_, n) => file(`${n}.pdf`, bytes('255044462d')))
    const { taken, out } = accept(files, { most: 3 })
    expect([taken.length, out]).toEqual([3, ['tooMany 9997']])
  })

  it('that is no file is left out', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('sprung')
        },
      },
    )
    const none = [null, 7, {}, { name: 'x', bytes: 'text' }, { name: {}, bytes: [1] }, trap]
    expect(accept(none as never).out).toEqual(['unreadable 6'])
  })

  it('of somebody anonymous loses its name, which could tell of them', () => {
    expect(accept([file('张某某的诊断书.pdf', bytes('255044462d'))], {}, true).taken).toEqual([
      '附件1.pdf application/pdf',
    ])
  })
})
