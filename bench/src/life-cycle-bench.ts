import { runInChild } from './child.js'
import type { ContenderName, LifeCycleResult } from './job.js'

/** Results by contender and size, one per round. */
export type Rounds = ReadonlyMap<string, readonly LifeCycleResult[]>

export interface Scale {
  readonly size: number
  readonly rounds: number
}

/** By far the slowest, and never the fastest peer: once in a long run is enough. */
const slowest: ContenderName = 'xstateRehydrated'

/** The peers take part only here: at a million cases they would take minutes and say nothing new. */
export const peerSize = 10_000
export const peers: readonly ContenderName[] = ['castore', 'xstateLive', 'xstateRehydrated']

/** With what they seal, a million cases take more memory than the process may have. */
export const mostSealed = 100_000

/** Runs the contenders in turn; the order is turned round in every other round, so that a busy minute hits nobody twice. */
export async function runLifeCycles(scales: readonly Scale[], say: (text: string) => void): Promise<Rounds> {
  const results = new Map<string, LifeCycleResult[]>()
  for (const { size, rounds } of scales) {
    const contenders: ContenderName[] = [
      'floor',
      'plain',
      ...(size <= mostSealed ? (['redress'] as const) : []),
      ...(size === peerSize ? peers : []),
    ]
    for (let round = 0; round < rounds; round++) {
      for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
        if (contender === slowest && round !== 1) continue
        say(`life cycle at ${size} cases, round ${round + 1} of ${rounds}: ${contender}`)
        const result = await runInChild({ kind: 'life-cycle', contender, size })
        const key = keyOf(contender, size)
        results.set(key, [...(results.get(key) ?? []), result])
      }
    }
  }
  return results
}

export function keyOf(contender: ContenderName, size: number): string {
  return `${contender} ${size}`
}
