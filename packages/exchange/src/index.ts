/**
 * Cases in and out: due dates as iCalendar, lists as CSV and JSON, old registers with a report of what was repaired.
 *
 * @module
 */

export type { CaseTableOptions } from './case-table.js'
export { caseTable } from './case-table.js'
export type { DueCalendarOptions } from './due-calendar.js'
export { dueCalendar, dueFeed } from './due-calendar.js'
export type { WithInbox } from './pages.js'
export type {
  ImportReport,
  RegisterColumns,
  RegisterField,
  RegisterOptions,
  RegisterReading,
  RegisterRow,
  Remark,
  RemarkCode,
} from './register/register.js'
export { importRegister, readRegister } from './register/register.js'
