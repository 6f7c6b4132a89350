import { memoryStore } from '@redress/core'
import { redress } from '../../contenders/redress.js'
import { type Capturing, capturing } from './capture.js'
import type { BenchPlatform } from './city.js'
import { type Act, actsInYear, closing, day, hour, opening } from './plan.js'

export interface Made extends Capturing {
  /** Its clock stands at the close of the year. */
  readonly platform: BenchPlatform
}

/**
 * Takes some of the complaints of a year through their commands, one by one, on a platform in memory whose clock goes through the
 * year; each day what has come due is recorded.
 */
export async function makeCases(from: number, to: number, size: number): Promise<Made> {
  let at = opening
  const captured = capturing(memoryStore())
  const { platform } = await redress(captured.store, () => at)
  const { complaint } = platform.petition
  const ids = new Map<number, string>()
  const agenda: (Act & { readonly n: number })[] = []
  for (let n = from; n < to; n++) for (const act of actsInYear(n, size)) agenda.push({ ...act, n })
  agenda.sort((a, b) => a.at - b.at)

  let done = 0
  let midnight = Math.floor((agenda[0]?.at ?? closing) / day) * day + 16 * hour
  for (const { n, at: time, run } of agenda) {
    for (; midnight <= time; midnight += day) await tick(midnight)
    at = time
    const { id } = await run(complaint, ids.get(n) ?? '')
    ids.set(n, id)
    // Whatever else this process does has its turn.
    if (++done % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  for (; midnight <= closing; midnight += day) await tick(midnight)
  at = closing
  // A copy: whoever reads personal data writes that down.
  return { ...captured, cases: new Map(captured.cases), platform }

  async function tick(time: number): Promise<void> {
    at = time
    const { failed } = await platform.deadlines.tick()
    if (failed.length > 0) throw new Error('a deadline cannot be recorded', { cause: failed[0]?.error })
  }
}
