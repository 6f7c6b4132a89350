import { replay } from '../case/load.js'
import { emptyRecord } from '../case/record.js'
import type { ClockRun } from '../clock/run.js'
import { runDue } from '../deadline/run-due.js'
import { isPlatformError } from '../errors.js'
import { checkCounts } from './check.js'
import type { RunningTally } from './running.js'
import type { Count } from './tally.js'

/** What a case counts now, why that cannot be told, or nothing where there is no such case (any more). */
export type CaseCount = { readonly counts: readonly Count[] } | { readonly error: unknown } | undefined

/** Reads the case without keeping it at hand: a whole history must not push out the cases that are worked on. */
export async function countCase({ engine, kind, tally }: RunningTally, id: string): Promise<CaseCount> {
  const known = engine.workingSet.get(id)
  if (known !== undefined && known.kind !== kind.kind) return undefined
  // A store that fails stops the counting. What the kind makes of the events is the fault of this one case.
  const events = await engine.store.read(id, known?.version ?? 0)
  try {
    const record = replay(kind, known ?? emptyRecord(kind, id), events)
    if (record.custody.pruned) return undefined
    const rules = kind.profile(record.rules)
    const calendar = engine.calendarOf(rules)
    const due = (run: ClockRun) => runDue(run, rules, calendar).due
    return { counts: checkCounts(kind.kind, tally.counts(record, { rules, calendar, due })) }
  } catch (error) {
    if (isPlatformError(error) && error.code === 'CASE_NOT_FOUND') return undefined
    return { error }
  }
}
