import { describe, expect, it } from 'vitest'
import { dateText, dayNumber, instantMs } from './local-date.js'
import { zoneOf } from './zone.js'

const zone = (name: string) => zoneOf(name, dayNumber('2010-01-01'), dayNumber('2025-12-31'))
const at = (name: string, date: string, minutes: number) =>
  new Date(zone(name).instantOf(dayNumber(date), minutes)).toISOString()

describe('a zone', () => {
  it('tells the local day of an instant', () => {
    const newYork = zone('America/New_York')
    expect(dateText(newYork.dayOf(instantMs('2024-03-10T04:59:59Z')))).toBe('2024-03-09')
    expect(dateText(newYork.dayOf(instantMs('2024-03-10T05:00:00Z')))).toBe('2024-03-10')
    expect(dateText(newYork.dayOf(instantMs('2024-03-11T03:59:59Z')))).toBe('2024-03-10')
    expect(dateText(newYork.dayOf(instantMs('2024-03-11T04:00:00Z')))).toBe('2024-03-11')
  })

  it('gives the moment of the change for a time that is skipped', () => {
    expect(at('America/New_York', '2024-03-10', 119)).toBe('2024-03-10T06:59:00.000Z')
    expect(at('America/New_York', '2024-03-10', 150)).toBe('2024-03-10T07:00:00.000Z')
    expect(at('America/New_York', '2024-03-10', 180)).toBe('2024-03-10T07:00:00.000Z')
    expect(at('America/New_York', '2024-03-10', 1440)).toBe('2024-03-11T04:00:00.000Z')
  })

  it('gives the first moment of a time that comes twice', () => {
    expect(at('America/New_York', '2024-11-03', 90)).toBe('2024-11-03T05:30:00.000Z')
    expect(at('America/New_York', '2024-11-03', 120)).toBe('2024-11-03T07:00:00.000Z')
  })

  it('ends a day where midnight is skipped, and where a whole day is', () => {
    expect(at('Africa/Cairo', '2024-04-25', 1440)).toBe('2024-04-25T22:00:00.000Z')
    expect(at('America/Havana', '2024-03-09', 1440)).toBe('2024-03-10T05:00:00.000Z')
    expect(at('Pacific/Apia', '2011-12-29', 1440)).toBe('2011-12-30T10:00:00.000Z')
    expect(at('Pacific/Apia', '2011-12-30', 1440)).toBe('2011-12-30T10:00:00.000Z')
  })

  it('knows offsets that are not whole hours', () => {
    expect(at('Asia/Kathmandu', '2024-01-01', 0)).toBe('2023-12-31T18:15:00.000Z')
    expect(at('Australia/Lord_Howe', '2024-10-06', 180)).toBe('2024-10-05T16:00:00.000Z')
  })

  it('never makes a later local time an earlier instant, and finds the day of each again', () => {
    for (const name of [
      'Asia/Shanghai',
      'America/New_York',
      'Europe/London',
      'America/St_Johns',
      'Africa/Casablanca',
    ]) {
      const one = zone(name)
      let before = Number.NEGATIVE_INFINITY
      for (let day = dayNumber('2023-01-01'); day < dayNumber('2025-01-01'); day++) {
        for (let minutes = 0; minutes < 1440; minutes += 15) {
          const instant = one.instantOf(day, minutes)
          if (instant < before || one.dayOf(instant) !== day)
            expect.fail(`${name} ${dateText(day)} ${minutes}`)
          before = instant
        }
      }
    }
  })

  it('answers the same outside the days that it remembers', () => {
    const narrow = zoneOf('America/New_York', dayNumber('2024-06-01'), dayNumber('2024-06-02'))
    const wide = zone('America/New_York')
    for (let day = dayNumber('2024-01-01'); day < dayNumber('2025-01-01'); day++) {
      expect(narrow.instantOf(day, 540)).toBe(wide.instantOf(day, 540))
    }
  })

  it.each(['', 'Mars/Olympus', 'Asia/Shanghai ', '+08:00', 'toString', undefined, null, 8])(
    'refuses %j',
    (name) => {
      expect(() => zoneOf(name as string, 0, 1)).toThrow(
        expect.objectContaining({ code: 'TIME_ZONE_INVALID' }),
      )
    },
  )
})
