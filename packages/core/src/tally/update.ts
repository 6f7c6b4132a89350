import type { Engine } from '../case/engine.js'
import type { FailedCase } from '../deadline/deadlines.js'
import { failingCases } from './failing.js'
import { runningTally } from './running.js'
import { countAgain, takeStep } from './step.js'
import type { TallyProgress, TallyReport } from './tallies.js'

/** Counts everything there is. */
export async function updateTallies(
  engine: Engine,
  onProgress: (progress: TallyProgress) => void,
): Promise<TallyReport> {
  await engine.ready()
  const head = await engine.store.head()
  const failed: FailedCase[] = []
  let cases = 0
  for (const { kind, tally } of engine.kinds.values()) {
    if (tally === undefined) continue
    const running = runningTally(engine, kind)
    for (;;) {
      await engine.ready()
      const step = await takeStep(running, head)
      cases += step.cases
      onProgress({ kind, position: step.checkpoint.position, head })
      if (step.checkpoint.position >= head) break
    }
    const again = await countAgain(running, await failingCases(running))
    cases += again.cases
    failed.push(...again.failed)
  }
  return { cases, position: head, failed }
}
