import { planCase } from './case-plan.js'
import { redress } from './contenders/redress.js'
import { drive } from './drive.js'
import type { BurstResult } from './job.js'
import { commandsPerCase, type LifeCycle, type Step, steps } from './life-cycle.js'
import { median, type Spread, seededRandom, spread } from './measure.js'

const stored = 10_000
/** Commands per second in calm times: eight million a day. */
const calmRate = 100
const calmSeconds = 4
const burstSeconds = 1
/** For comparison, not required: a load at which the garbage collector has always something to do. */
const heavyShare = 0.2
const heavySeconds = 2
/** Cases under way at once: every command concerns another case than the one before it. */
const inFlight = 250

/**
 * Commands that arrive at random moments at a fixed rate, whether or not those before them are done. The time of a command
 * counts from its arrival, so waiting behind others and behind the garbage collector is in it.
 */
export async function runBurst(rounds: number): Promise<BurstResult> {
  const { contender } = await redress()
  const { elapsed, samples } = await drive(contender.lifeCycle, 0, stored, [])
  const heavyRate = Math.round((heavyShare * samples.length * 1000) / elapsed)
  const work = new Work(contender.lifeCycle)
  const calm: Spread[] = []
  const burst: Spread[] = []
  for (let round = 0; round < rounds; round++) {
    calm.push(await arrive(work, calmRate, calmSeconds, round))
    burst.push(await arrive(work, 10 * calmRate, burstSeconds, round))
  }
  const heavy = await arrive(work, heavyRate, heavySeconds, rounds)
  return {
    calm: { rate: calmRate, ...middle(calm) },
    burst: { rate: 10 * calmRate, ...middle(burst) },
    heavy: { rate: heavyRate, ...heavy },
  }
}

/** The middle of the rounds, figure by figure: one round in which the machine was busy does not count. */
function middle(rounds: readonly Spread[]): Spread {
  const of = (figure: keyof Spread) => median(rounds.map((round) => round[figure]))
  return { p50: of('p50'), p99: of('p99'), p999: of('p999'), max: of('max') }
}

async function arrive(work: Work, rate: number, seconds: number, seed: number): Promise<Spread> {
  const random = seededRandom(seed + 1)
  const count = Math.round(rate * seconds)
  const times = new Float64Array(count)
  work.plan(count)
  // Timers, if any are due, before the clock starts.
  await new Promise((resolve) => setTimeout(resolve, 10))
  let arrival = performance.now()
  for (let n = 0; n < count; n++) {
    arrival += (-Math.log(1 - random()) * 1000) / rate
    waitUntil(arrival)
    await work.next()
    times[n] = performance.now() - arrival
  }
  return spread(times)
}

let sink = 0

/**
 * Turns on the spot: after a sleep the first command would pay for cold caches, and a calm time would look worse than it is.
 * The clock is asked only about once per microsecond, since every answer is a number on the heap.
 */
function waitUntil(instant: number): void {
  while (performance.now() < instant) for (let n = 0; n < 1500; n++) sink = (sink + n) | 0
}

/** The next command, always of the case that has waited longest. */
class Work {
  private readonly slots: { plan: ReturnType<typeof planCase>; id: string; step: number }[] = []
  private readonly planned: ReturnType<typeof planCase>[] = []
  private made = stored
  private at = 0

  constructor(private readonly cycle: LifeCycle) {}

  /** Makes plans ahead for so many commands. */
  plan(commands: number): void {
    const wanted = Math.ceil(commands / commandsPerCase) + inFlight
    while (this.planned.length < wanted) this.planned.push(planCase(this.made++))
  }

  async next(): Promise<void> {
    this.at = (this.at + 1) % inFlight
    let slot = this.slots[this.at]
    if (slot === undefined || slot.step === commandsPerCase) {
      slot = { plan: this.planned.pop() as ReturnType<typeof planCase>, id: '', step: 0 }
      this.slots[this.at] = slot
    }
    const result = (await (steps[slot.step] as Step)(this.cycle, slot.plan, slot.id)) as {
      readonly id: string
    }
    if (slot.step === 0) slot.id = result.id
    slot.step++
  }
}
