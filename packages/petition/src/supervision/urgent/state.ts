import { type Directory, nobodyAccused } from '@redress/core'
import type { SupervisionSubject } from '../subject.js'

export type UrgentStatus = 'new' | 'reported' | 'closed'

/** An urgent report. What it says stands in the vault. */
export interface UrgentReport extends SupervisionSubject {
  readonly status: UrgentStatus
  /** The unit that reports. */
  readonly unit: string
  readonly involved: readonly string[]
  /** Instants, ISO 8601, UTC. */
  readonly learnedAt: string
  readonly reportedAt: string
  readonly receipts: readonly UrgentReceipt[]
  /** The days on which measures were taken. */
  readonly measures: readonly string[]
  readonly closedOn: string | null
}

export interface UrgentReceipt {
  readonly unit: string
  /** ISO 8601, UTC; null while it is not received. */
  readonly receivedAt: string | null
}

const none: readonly never[] = Object.freeze([])

export const noUrgentReport: UrgentReport = Object.freeze({
  status: 'new',
  unit: '',
  involved: none,
  case: null,
  accused: nobodyAccused,
  confidential: false,
  learnedAt: '',
  reportedAt: '',
  receipts: none,
  measures: none,
  closedOn: null,
})

/** The receipt that a unit still owes, also as the heir of the one that the report was sent to. */
export const waitingReceipt = (
  { receipts }: UrgentReport,
  unit: string,
  directory: Pick<Directory, 'successors'>,
): UrgentReceipt | undefined =>
  receipts.find(
    (one) =>
      one.receivedAt === null &&
      (one.unit === unit || directory.successors(one.unit).some(({ id }) => id === unit)),
  )

/** How long a report took. No text says how long `at once` is, so nothing is judged. */
export interface UrgentTimes {
  /** Minutes from learning of it to the report. */
  readonly toReport: number
  /** Minutes from the report to its receipt, by unit; null while it is not received. */
  readonly toReceipt: Readonly<Record<string, number | null>>
}

/** The minutes that an urgent report took, rounded down. */
export function urgentTimes({ learnedAt, reportedAt, receipts }: UrgentReport): UrgentTimes {
  const minutes = (from: string, to: string) => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
  return {
    toReport: minutes(learnedAt, reportedAt),
    toReceipt: Object.fromEntries(
      receipts.map(({ unit, receivedAt }) => [
        unit,
        receivedAt === null ? null : minutes(reportedAt, receivedAt),
      ]),
    ),
  }
}
