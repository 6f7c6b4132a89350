import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import type { ReplayReport } from './api.js'
import type { DeadLetters } from './dead-letters.js'
import { deliver, type Trial } from './deliver.js'

/** Delivers dead letters again, in order. A case whose letter fails again keeps the rest of its letters. */
export async function replay(
  engine: Engine,
  letters: DeadLetters,
  trial: Trial,
  stream: string | undefined,
): Promise<ReplayReport> {
  const stuck = new Set<string>()
  let [delivered, failed] = [0, 0]
  let after: number | undefined
  for (;;) {
    const page = await letters.list(stream, after)
    if (page.length === 0) return { delivered, failed }
    for (const letter of page) {
      after = letter.position
      if (trial.pauses.ended()) return { delivered, failed }
      if (stuck.has(letter.stream)) continue
      // Another replay may have been here.
      const [first] = await letters.list(letter.stream)
      if (first?.position !== letter.position) continue
      const [event] = await engine.store.readAll(letter.position - 1, 1)
      if (event?.position !== letter.position) continue
      const outcome = await deliver(engine, event, trial)
      if (outcome === 'stopped') return { delivered, failed }
      if (outcome === undefined) {
        await letters.remove(letter.position)
        delivered++
      } else {
        await letters.put([[event, outcome]], instantText(engine.now()))
        stuck.add(letter.stream)
        failed++
      }
    }
  }
}
