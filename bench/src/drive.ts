import { planCase } from './case-plan.js'
import { commandsPerCase, type LifeCycle, steps } from './life-cycle.js'

/** How many cases are planned ahead, outside the measured time. */
const block = 100
/** How many cases make a slice, long enough to hold its share of garbage collection. */
export const casesPerSlice = 1000

export interface Driven {
  /** Time spent in commands, in milliseconds. */
  readonly elapsed: number
  /** The same, slice by slice. */
  readonly slices: readonly number[]
  /** The time of every command, in milliseconds. */
  readonly samples: Float64Array
}

/** Takes cases `from` to `to` through the life cycle, one after the other, and writes down their ids. */
export async function drive(cycle: LifeCycle, from: number, to: number, ids: string[]): Promise<Driven> {
  const samples = new Float64Array((to - from) * commandsPerCase)
  const slices: number[] = []
  let elapsed = 0
  let at = 0
  let slice = 0
  for (let first = from; first < to; first += block) {
    const plans = Array.from({ length: Math.min(block, to - first) }, (_, n) => planCase(first + n))
    const start = performance.now()
    let last = start
    for (const [n, plan] of plans.entries()) {
      let id = ''
      for (const step of steps) {
        const result = step(cycle, plan, id)
        if (id === '') id = ((await result) as { readonly id: string }).id
        else await result
        const now = performance.now()
        samples[at++] = now - last
        last = now
      }
      ids[first + n] = id
    }
    elapsed += last - start
    slice += last - start
    if ((first + block - from) % casesPerSlice === 0) {
      slices.push(slice)
      slice = 0
    }
  }
  return { elapsed, slices, samples }
}

/** Takes cases `from` to `to` only as far as some steps, so that they stay open. */
export async function driveOpen(
  cycle: LifeCycle,
  from: number,
  to: number,
  change: (n: number) => { readonly receivedOn?: string; readonly steps: number },
): Promise<void> {
  for (let n = from; n < to; n++) {
    const { receivedOn, steps: count } = change(n)
    const planned = planCase(n)
    const plan = receivedOn === undefined ? planned : { ...planned, file: { ...planned.file, receivedOn } }
    // What was received earlier is recorded by the host: a resident files today.
    const by = receivedOn === undefined ? plan.resident : ({ kind: 'system', id: 'bench' } as const)
    const { id } = await cycle.file(plan.file, by)
    for (const step of steps.slice(1, count)) await step(cycle, plan, id)
  }
}
