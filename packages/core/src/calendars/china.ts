import type { Calendar } from '../clock/calendar.js'
import { chinaDays } from './china-days.js'

/**
 * Working days of mainland China, from the yearly notices of the General Office of the State Council.
 *
 * The days are those of the notices. The hours, 08:00 to 12:00 and 14:00 to 18:00, are the default of one vendor's system and no
 * rule of law: hours are set locally, so a host that counts in hours replaces them. A year whose notice is not out yet is not
 * covered; announce it with `platform.calendars.announce`. A notice may also move a day of the December before it.
 *
 * @example
 * ```ts
 * const calendar = { ...chinaCalendar, id: 'cn-huaian', workingHours: [['08:30', '12:00'], ['14:30', '18:00']] }
 * ```
 */
export const chinaCalendar: Calendar = {
  id: 'cn',
  timeZone: 'Asia/Shanghai',
  weekend: [0, 6],
  workingHours: [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ],
  years: chinaDays,
  source: 'Notices of the General Office of the State Council on the arrangement of public holidays',
}
