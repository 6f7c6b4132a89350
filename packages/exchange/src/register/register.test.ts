import { isPlatformError } from '@redress/core'
import { testPlatform } from '@redress/core/testing'
import { petition } from '@redress/petition'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importRegister, type RegisterOptions, type RegisterRow, readRegister } from './register.js'

const host = { kind: 'system', id: 'import' } as const
const columns = {
  number: '编号',
  receivedOn: '收到日期',
  closedOn: '办结日期',
  dueOn: '应办结日期',
  title: '标题',
  text: '内容',
  unit: '承办单位',
  matter: '类别',
  name: '姓名',
  phone: '电话',
  longitude: '经度',
  latitude: '纬度',
} as const
const heading = Object.values(columns).join(',')
const units: Readonly<Record<string, string>> = { 住建局: 'housing', 水利局: 'water' }
const options: RegisterOptions = {
  columns,
  today: '2024-06-30',
  unit: (name) => (name === undefined ? undefined : units[name]),
}
const good: Readonly<Record<keyof typeof columns, string>> = {
  number: 'A-1',
  receivedOn: '2023-05-06',
  closedOn: '',
  dueOn: '',
  title: '漏水',
  text: '楼上漏水',
  unit: '住建局',
  matter: 'housing',
  name: '张某某',
  phone: '13800000000',
  longitude: '',
  latitude: '',
}
const line = (more: Partial<typeof good>) => Object.values({ ...good, ...more }).join(',')
const read = (...lines: readonly Partial<typeof good>[]) =>
  readRegister([heading, ...lines.map(line)].join('\n'), options)
const codes = (more: Partial<typeof good>) => read(more).remarks.map(({ code }) => code)

describe('reading an old register', () => {
  it('takes a clean line as it is', () => {
    const { rows, remarks, report } = read({})
    expect(remarks).toEqual([])
    expect(report).toEqual({ lines: 1, repaired: 0, refused: 0, remarks: {} })
    expect(rows[0]).toEqual({
      line: 2,
      unit: 'housing',
      channel: 'letter',
      title: '漏水',
      text: '楼上漏水',
      receivedOn: '2023-05-06',
      number: 'A-1',
      closed: false,
      closedOn: undefined,
      area: undefined,
      matter: 'housing',
      person: { name: '张某某', phone: '13800000000' },
      position: undefined,
    })
  })

  it.each([
    ['2023/5/6', '2023-05-06', 'DATE_READ'],
    ['2023年5月6日', '2023-05-06', 'DATE_READ'],
    ['20230506', '2023-05-06', 'DATE_READ'],
    ['2023.05.06 09:30', '2023-05-06', undefined],
    ['2023-05-06 00:00:00', '2023-05-06', 'MIDNIGHT_STAMP'],
  ])('reads the date %s', (receivedOn, date, code) => {
    const { rows, remarks } = read({ receivedOn })
    expect(rows[0]?.receivedOn).toBe(date)
    expect(remarks.map((one) => one.code)).toEqual(code === undefined ? [] : [code])
  })

  it.each([
    [
      'closed before it was received',
      { closedOn: '2023-05-01' },
      ['CLOSED_BEFORE_RECEIVED'],
      true,
      undefined,
    ],
    ['closed on a placeholder', { closedOn: '1900-01-01' }, ['DATE_PLACEHOLDER'], true, undefined],
    ['closed on a day that does not exist', { closedOn: '2023-02-30' }, ['DATE_IMPOSSIBLE'], true, undefined],
    ['closed in the future', { closedOn: '2031-01-01' }, ['DATE_IN_FUTURE'], true, undefined],
    [
      'closed in the second of its receipt',
      { receivedOn: '2023-05-06 10:00:01', closedOn: '2023-05-06 10:00:01' },
      ['CLOSED_AT_ONCE'],
      true,
      '2023-05-06',
    ],
    ['with a due date of its own', { dueOn: '2023-07-05' }, ['DUE_DATE_IGNORED'], false, undefined],
    [
      'with words for nothing',
      { matter: 'N/A', closedOn: '无' },
      ['BLANK_WORD', 'BLANK_WORD'],
      false,
      undefined,
    ],
  ])('keeps a line %s and says so', (_, more, remarks, closed, closedOn) => {
    const { rows } = read(more)
    expect(rows[0]).toMatchObject({ closed, closedOn })
    expect(codes(more)).toEqual(remarks)
  })

  it('knows what a position looks like', () => {
    const east = { longitude: '119.02150000000001', latitude: '33.59999999999999' }
    expect(read(east).rows[0]?.position).toEqual([119.0215, 33.6])
    expect(codes(east)).toEqual(['POSITION_CUT'])
    expect(codes({ longitude: '33.6', latitude: '119.02' })).toEqual(['POSITION_UNREADABLE'])
  })

  it.each([
    [{ receivedOn: '' }, 'RECEIVED_ON_MISSING'],
    [{ receivedOn: '06/05/2023' }, 'RECEIVED_ON_MISSING'],
    [{ receivedOn: '2025-01-01' }, 'RECEIVED_ON_MISSING'],
    [{ text: 'N/A', title: '无' }, 'TEXT_MISSING'],
    [{ text: 'x'.repeat(20_001) }, 'TEXT_TOO_LONG'],
    [{ unit: '不存在的单位' }, 'UNIT_UNKNOWN'],
  ])('refuses the line %o', (more, code) => {
    const { rows, report } = read(more)
    expect(rows).toEqual([])
    expect(report.refused).toBe(1)
    expect(codes(more)).toContain(code)
  })

  it('keeps both lines of a number that comes twice', () => {
    const { rows, remarks } = read({}, { text: '另一件事' })
    expect(rows.map(({ number }) => number)).toEqual(['A-1', undefined])
    expect(remarks).toEqual([{ line: 3, code: 'NUMBER_TWICE', field: 'number', was: 'A-1' }])
  })

  it('names lines that are cut off, and quotes and line breaks inside of cells are part of them', () => {
    const text = `\uFEFF${heading}\r\n${line({ text: '"第一行\n第二行，""引号"""' })}\r\nA-2,2023-05-06\r\n`
    const { rows, report } = readRegister(text, options)
    expect(rows[0]?.text).toBe('第一行\n第二行，"引号"')
    expect(report).toMatchObject({
      lines: 2,
      refused: 1,
      remarks: { LINE_SHORT_OR_LONG: 1, TEXT_MISSING: 1 },
    })
  })

  it.each([
    ['a missing heading', 'x,y\n1,2'],
    ['a heading twice', `${heading},编号\n`],
    ['an open quote', `${heading}\n"abc`],
  ])('refuses a file with %s as a whole', (_, text) => {
    expect(() => readRegister(text, options)).toThrowError(
      expect.objectContaining({ code: 'OPTIONS_INVALID' }),
    )
  })

  it('never breaks and never drops a line, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '1900-01-01', '2023-05-06', 'N/A', '=1+1', '住建局'),
    )
    const lineOf = fc.array(cell, { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(fc.array(lineOf, { maxLength: 20 }), (lines) => {
        const quoted = lines.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        const { rows, report, remarks } = readRegister([heading, ...quoted].join('\n'), options)
        expect(rows.length + report.refused).toBe(report.lines)
        for (const row of rows) {
          expect(row.receivedOn <= options.today).toBe(true)
          expect(row.closedOn === undefined || row.closedOn >= row.receivedOn).toBe(true)
        }
        // Remarks tell nothing of persons.
        for (const one of remarks)
          expect(['name', 'phone', 'address', 'text', 'title']).not.toContain(one.was && one.field)
      }),
    )
  })
})

describe('an import', () => {
  const town = async () => {
    const { platform } = testPlatform({ plugins: [petition()], at: '2024-06-30T09:00:00+08:00' })
    const unit = (id: string) => ({ id, name: id, level: 'county', type: 'department' })
    await platform.organizations.open([unit('housing'), unit('water')], host)
    const { complaint } = platform.petition
    const file = (row: RegisterRow, idempotencyKey: string) =>
      complaint.file(
        {
          channel: 'letter',
          unit: row.unit,
          receivedOn: row.receivedOn,
          title: row.title,
          text: row.text,
          matter: row.matter,
          ...(row.person === undefined ? { anonymous: true } : { petitioners: [row.person] }),
          legacy: { number: row.number, closed: row.closed, closedOn: row.closedOn },
        },
        host,
        { idempotencyKey },
      )
    return { platform, complaint, file }
  }
  const text = [
    heading,
    line({}),
    line({ number: 'A-2', closedOn: '2023-06-01' }),
    line({ number: 'A-3', unit: '不存在的单位' }),
    line({ number: 'A-4', closedOn: '2023-01-01' }),
  ].join('\n')

  it('makes a case of each line, once however often it is repeated, and closed ones have no running clock', async () => {
    const { platform, file } = await town()
    const named = { ...options, name: '2023' }
    const first = await importRegister(text, named, file)
    expect(first.report).toEqual({
      lines: 4,
      imported: 3,
      repaired: 1,
      refused: 1,
      remarks: { UNIT_UNKNOWN: 1, CLOSED_BEFORE_RECEIVED: 1 },
    })
    expect(await importRegister(text, named, file)).toEqual(first)
    const { items } = await platform.cases.find({ limit: 200 }, host)
    const seen = items.map(({ number, status, due }) => [number, status, due?.clock])
    expect(seen.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      ['A-1', 'received', 'directNotice'],
      ['A-2', 'completed', undefined],
      ['A-4', 'completed', undefined],
    ])
    expect((await platform.cases.find({ number: 'A-2' }, host)).items).toHaveLength(1)
  })

  it('goes on after a line that the platform refuses', async () => {
    const { file, complaint } = await town()
    const picky = (row: RegisterRow, key: string) =>
      row.number === 'A-2' ? complaint.file({ channel: 'letter' } as never, host) : file(row, key)
    const { report, remarks } = await importRegister(text, { ...options, name: 'x' }, picky)
    expect(report).toMatchObject({ imported: 2, refused: 2 })
    expect(remarks).toContainEqual({ line: 3, code: 'REFUSED', field: 'line', was: 'INPUT_INVALID' })
  })

  it('is for the host alone', async () => {
    const { complaint } = await town()
    const filing = complaint.file(
      {
        channel: 'online',
        unit: 'housing',
        title: 't',
        text: 't',
        petitioners: [{ id: 'r', name: 'n' }],
        legacy: { closed: true },
      },
      { kind: 'resident', id: 'r' },
    )
    const error: unknown = await filing.catch((one: unknown) => one)
    expect(isPlatformError(error) && error.code).toBe('LEGACY_BY_HOST')
  })
})
