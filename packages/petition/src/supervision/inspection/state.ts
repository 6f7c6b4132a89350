import type { CheckResult, DrawnCase, InspectionStep } from './commands.js'

export type InspectionStatus = 'new' | 'open' | 'concluded'

/** An inspection (督查) of a random sample of the closed cases of a unit. What people wrote stands in the vault. */
export interface Inspection {
  readonly status: InspectionStatus
  readonly openedOn: string
  /** The unit that is inspected. */
  readonly unit: string
  readonly inspector: string
  readonly involved: readonly string[]
  readonly period: { readonly from: string; readonly to: string }
  readonly seed: string
  readonly population: number
  readonly populationDigest: string
  readonly drawn: readonly DrawnCase[]
  readonly checked: readonly CheckedCase[]
  readonly setAside: readonly string[]
  readonly steps: readonly { readonly step: InspectionStep; readonly on: string }[]
  /** Whether a written explanation is owed. */
  readonly explanationOwed: boolean
  readonly concludedOn: string | null
}

export interface CheckedCase {
  readonly case: string
  readonly on: string
  readonly checks: Readonly<Record<string, CheckResult>>
}

const none: readonly never[] = Object.freeze([])

export const noInspection: Inspection = Object.freeze({
  status: 'new',
  openedOn: '',
  unit: '',
  inspector: '',
  involved: none,
  period: Object.freeze({ from: '', to: '' }),
  seed: '',
  population: 0,
  populationDigest: '',
  drawn: none,
  checked: none,
  setAside: none,
  steps: none,
  explanationOwed: false,
  concludedOn: null,
})

/** The drawn cases that are neither checked nor set aside. */
export function unchecked({ drawn, checked, setAside }: Inspection): readonly DrawnCase[] {
  const done = new Set([...checked.map((one) => one.case), ...setAside])
  return drawn.filter(({ id }) => !done.has(id))
}

/** How often each item was failed. */
export function failures({ checked }: Inspection): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { checks } of checked)
    for (const [item, result] of Object.entries(checks))
      if (result === 'failed') counts[item] = (counts[item] ?? 0) + 1
  return counts
}
