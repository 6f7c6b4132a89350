import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { china } from './clock.fixture.js'
import { dateText, dayIn, dayNumber, instantIn, instantMs, LAST_DAY, yearOf } from './local-date.js'
import { minutesOf } from './read-date.js'

const dateInvalid = expect.objectContaining({ code: 'DATE_INVALID' })

describe('dayNumber and dateText', () => {
  it('agree with the platform, and undo each other, on every day of four-digit years', () => {
    const first = dayNumber('0000-01-01')
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('9999-12-31')).toBe(LAST_DAY)
    for (let day = first; day <= LAST_DAY; day += day > -200 && day < 40_000 ? 1 : 61) {
      const text = dateText(day)
      if (dayNumber(text) !== day || text !== new Date(day * 86_400_000).toISOString().slice(0, 10)) {
        expect.fail(`${day} is ${text}`)
      }
    }
  })

  it('know the leap years of centuries', () => {
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2)
    expect(dayNumber('1900-03-01') - dayNumber('1900-02-28')).toBe(1)
    expect(() => dayNumber('2100-02-29')).toThrow(dateInvalid)
    expect(yearOf(dayNumber('2024-12-31'))).toBe(2024)
  })

  it.each([
    '2023-02-30',
    '2023-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023/01/01',
    '2023-01-1',
    '2023-01-01 ',
    ' 2023-01-01',
    '２０２３-01-01',
    '+023-01-01',
    '2023-1a-01',
    '2023-01-01T00:00:00Z',
    '',
    20230101,
    null,
    undefined,
    {},
    ['2023-01-01'],
    Symbol('date'),
  ])('refuse %s', (text) => {
    expect(() => dayNumber(text as string)).toThrow(dateInvalid)
  })

  it.each([LAST_DAY + 1, -719_529, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15])(
    'write no date for day %s',
    (day) => {
      expect(() => dateText(day)).toThrow(dateInvalid)
    },
  )
})

describe('instantMs', () => {
  it('reads what the platform writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(instantMs(date.toISOString())).toBe(date.getTime())
        },
      ),
    )
  })

  it.each([
    ['2024-03-08T16:00+08:00', '2024-03-08T08:00:00.000Z'],
    ['2024-03-08T16:00Z', '2024-03-08T16:00:00.000Z'],
    ['2024-03-08T16:00:05.5Z', '2024-03-08T16:00:05.500Z'],
    ['2024-03-08T16:00:05.123456789-03:30', '2024-03-08T19:30:05.123Z'],
    ['2024-02-29T23:59:59+00:00', '2024-02-29T23:59:59.000Z'],
  ])('reads %s', (text, same) => {
    expect(new Date(instantMs(text)).toISOString()).toBe(same)
  })

  it.each([
    '2024-03-08',
    '2024-03-08T16:00:00',
    '2024-03-08 16:00:00Z',
    '2024-03-08t16:00:00z',
    '2024-03-08T24:00:00Z',
    '2024-03-08T16:60:00Z',
    '2024-03-08T16:00:60Z',
    '2024-03-08T16:00:00.Z',
    '2024-03-08T16:00:00.1234567890Z',
    '2024-03-08T16:00:00+0800',
    '2024-03-08T16:00:00+24:00',
    '2024-03-08T16:00:00+08:00 ',
    '2024-03-08T16:00:00ZZ',
    '2024-03-08T16Z',
    '2023-02-30T16:00:00Z',
    'Fri, 08 Mar 2024 16:00:00 GMT',
    1_709_913_600_000,
    null,
  ])('refuses %s', (text) => {
    expect(() => instantMs(text as string)).toThrow(dateInvalid)
  })

  it('does not repeat more than the beginning of what it refuses', () => {
    expect(() => instantMs('x'.repeat(10_000))).toThrow(
      expect.objectContaining({ details: { value: 'x'.repeat(64) } }),
    )
  })
})

describe('a fact', () => {
  it('is on its own day if it is a date, and on its local day if it is an instant', () => {
    expect(dateText(dayIn('2024-03-08', china))).toBe('2024-03-08')
    expect(dateText(dayIn('2024-03-08T15:59:59Z', china))).toBe('2024-03-08')
    expect(dateText(dayIn('2024-03-08T16:00:00Z', china))).toBe('2024-03-09')
    expect(() => dayIn('2024-03-32', china)).toThrow(dateInvalid)
  })

  it('is at its first moment if it is a date', () => {
    expect(instantIn('2024-03-08', china)).toBe(instantMs('2024-03-08T00:00:00+08:00'))
    expect(instantIn('2024-03-08T01:00:00Z', china)).toBe(instantMs('2024-03-08T01:00:00Z'))
  })
})

describe('minutesOf', () => {
  it('reads the times of a day up to its end', () => {
    expect(['00:00', '08:30', '24:00'].map(minutesOf)).toEqual([0, 510, 1440])
  })

  it.each(['24:01', '12:60', '8:30', '08.30', '0830', '', 830])('refuses %s', (text) => {
    expect(minutesOf(text as string)).toBeNaN()
  })
})
