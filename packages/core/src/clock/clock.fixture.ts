import { chinaCalendar } from '../calendars/china.js'
import type { RuleProfile } from '../rules/profile.js'
import { type Calendar, compileCalendar } from './calendar.js'
import type { Limit } from './limit.js'
import type { ClockRun } from './run.js'

export const china = compileCalendar(chinaCalendar)

/** A zone whose clocks change, with working hours and one holiday around the changes of 2024 and 2025. */
export const newYorkCalendar: Calendar = {
  id: 'us-ny',
  timeZone: 'America/New_York',
  weekend: [0, 6],
  workingHours: [['09:00', '17:00']],
  years: {
    2023: { holidays: '0704 1123 1225', workdays: '' },
    2024: { holidays: '0101 0704 1128 1225', workdays: '' },
    2025: { holidays: '0101 0704 1127 1225', workdays: '' },
  },
  source: 'test',
}
export const newYork = compileCalendar(newYorkCalendar)

const limit = (unit: Limit['unit'], amount: number, more: Partial<Limit> = {}): Limit => ({
  unit,
  amount,
  nature: 'duty',
  source: 'Art. 1',
  ...more,
})

export const rules: RuleProfile = {
  id: 'test-2022',
  title: 'Test rules',
  source: 'Test regulation 2022',
  effectiveFrom: '2022-05-01',
  verified: true,
  calendar: chinaCalendar,
  counting: {
    id: 'civilLawAnalogy',
    endOfDay: '24:00',
    rollForward: true,
    source: 'Civil Code Art. 201, 203',
  },
  limits: {
    sort: limit('naturalDay', 15),
    handle: limit('naturalDay', 60, {
      warnings: [
        { band: 'near', before: 10 },
        { band: 'urgent', before: 3 },
      ],
      extension: { most: 30, times: 1, source: 'Art. 34' },
    }),
    review: limit('naturalDay', 30, { pausedBy: ['hearing', 'appraisal'] }),
    requestReview: limit('naturalDay', 30, { nature: 'right', warnings: [{ band: 'near', before: 3 }] }),
    object: limit('workDay', 5, {
      pausedBy: ['hearing'],
      warnings: [{ band: 'near', before: 2 }],
    }),
    clean: limit('workHour', 5, { pausedBy: ['rain'], warnings: [{ band: 'near', before: 3 }] }),
    rescue: limit('urgentHour', 2, { pausedBy: ['rain'], warnings: [{ band: 'near', before: 1 }] }),
  },
  policy: {},
}

/** A run of a clock, with the facts that a test is about. */
export function runOf(clock: string, from: string, more: Partial<ClockRun> = {}): ClockRun {
  return { clock, unit: 'qinghe', from, pauses: [], extensions: [], signals: [], ...more }
}

export const extension = (amount: number) => ({ amount, reason: 'complex', approvedBy: 'head' })
