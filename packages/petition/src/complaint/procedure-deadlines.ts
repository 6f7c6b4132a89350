import { tz } from '@date-fns/tz/tz'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import type { Route } from './state.js'

/** A time limit of another procedure that a person may lose while petitioning. */
export interface ProcedureDeadline {
  readonly procedure:
    | 'administrativeReconsideration'
    | 'administrativeLitigation'
    | 'litigationAgainstInaction'
  readonly en: string
  readonly zh: string
  /** The last day to turn to it, or for inaction the first; a local date, without roll-forward: the procedure's own body counts. */
  readonly on: string
  readonly source: string
}

/**
 * What the router tells, so that nobody loses a right by petitioning: the nominal limits of the procedures behind a route, from
 * the day on which the person learned of the act (or asked for the duty to be performed).
 *
 * Routes whose limits nobody has checked (courts, arbitration, Party appeals) have no rows: the body itself must be asked.
 *
 * @param knownOn a local date
 * @example
 * ```ts
 * procedureDeadlines('administrativeProcedure', '2024-08-31').map((one) => one.on) // ['2024-10-30', '2025-02-28']
 * ```
 */
export function procedureDeadlines(route: Route, knownOn: string): readonly ProcedureDeadline[] {
  switch (route) {
    case 'administrativeProcedure':
      return [
        {
          procedure: 'administrativeReconsideration',
          en: 'Apply for administrative reconsideration',
          zh: '申请行政复议',
          on: shifted(knownOn, (date) => addDays(date, 60, utc)),
          source: '行政复议法 2023 Art. 20',
        },
        {
          procedure: 'administrativeLitigation',
          en: 'Bring an administrative suit',
          zh: '提起行政诉讼',
          on: shifted(knownOn, (date) => addMonths(date, 6, utc)),
          source: '行政诉讼法 2017 Art. 46',
        },
      ]
    case 'statutoryDuty':
      return [
        {
          procedure: 'litigationAgainstInaction',
          en: 'If the duty is not performed by then: reconsideration, then a suit against the inaction',
          zh: '届时仍不履行职责的，可先申请行政复议，再提起行政诉讼',
          on: shifted(knownOn, (date) => addMonths(date, 2, utc)),
          source: '行政诉讼法 2017 Art. 47; 行政复议法 2023 Art. 23',
        },
      ]
    case 'judicial':
    case 'arbitration':
    case 'partyAppeal':
    case 'petition':
    case 'accusation':
      return []
  }
}

/** Local dates have no zone: counted in UTC, whatever the zone of the machine. */
function shifted(date: string, change: (date: Date) => Date): string {
  return change(new Date(`${date}T00:00:00Z`))
    .toISOString()
    .slice(0, 10)
}

const utc = { in: tz('UTC') }
