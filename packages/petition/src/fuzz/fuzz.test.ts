import type { Store } from '@redress/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { town } from '../verdicts/cases.fixture.js'
import { methodsOf } from '../verdicts/page.fixture.js'
import { change, changed, hostile, made as madeOf } from './hostile.fixture.js'
import { faultOf, refusalOf } from './judge.fixture.js'
import { makers } from './makers.fixture.js'
import { targets } from './targets.fixture.js'

/** A few by default; `REDRESS_FUZZ_RUNS=400 npx vitest run --project petition --pool=forks fuzz` takes some minutes; a thread has too little memory. */
const runs = Number(process.env.REDRESS_FUZZ_RUNS ?? 12)
const parameters = { numRuns: runs, endOnFailure: true }
const nothing = () => Promise.resolve(0)

it('tries every public method of a platform', async () => {
  const { platform } = await town()
  expect([...new Set(targets.map(({ method }) => method))].sort()).toEqual([...methodsOf(platform)].sort())
})

describe('whatever is given to', () => {
  it.each(targets)(
    '$method, it answers or refuses, and a refusal stores nothing',
    async ({ method, args }) => {
      let made = await town()
      const start = made.clock.now()
      /** Arguments that work; whoever has moved the clock leaves the town to a new one. */
      const fresh = async () => {
        if (made.clock.now() !== start) made = await town()
        return await args(made)
      }
      const stored = () => changesIn(made.store)
      const call = (given: readonly unknown[]) => () => {
        const steps = method.split('.')
        const name = steps.pop() ?? ''
        let part: unknown = made.platform
        for (const step of steps) part = (part as Record<string, unknown>)[step]
        return (part as Record<string, (...given: readonly unknown[]) => unknown>)[name]?.(...given)
      }
      // It works: else nothing is said about anything.
      const refused = await refusalOf(call(await fresh()))
      // Only a crash leaves a hand-over open: that it is finished then is tested where the crash is made.
      if (method.endsWith('.finishHandOver')) expect(refused).toMatch(/^HAND_OVER_NOT_OPEN/)
      else expect(refused).toBeUndefined()
      let valid = await fresh()
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
          const head = await stored()
          const fault = await faultOf(
            call(changes.reduce(changed, frozen(valid) as readonly unknown[])),
            stored,
          )
          expect(fault).toBeUndefined()
          // What worked may have brought the case elsewhere.
          if ((await stored()) !== head) valid = await fresh()
        }),
        parameters,
      )
    },
    600_000,
  )

  it.each(makers)(
    '%s, it makes something or refuses',
    async (_, make, valid) => {
      expect(await refusalOf(() => void make(valid))).toBeUndefined()
      const given = fc.oneof(
        fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) => ({ changes })),
        hostile,
      )
      await fc.assert(
        fc.asyncProperty(given, async (one) => {
          const value = 'changes' in one ? one.changes.reduce(changed, [valid])[0] : madeOf(one)
          expect(await faultOf(() => void make(value), nothing)).toBeUndefined()
        }),
        { ...parameters, numRuns: runs * 4 },
      )
    },
    600_000,
  )
})

/** How many events there are but for readings: a text that was read for nothing was read all the same, and that is recorded. */
async function changesIn(store: Store): Promise<number> {
  const events = await store.readAll(0, 100_000)
  return events.filter(({ type }) => type !== 'core.personal-data-read').length
}

/** A write to an argument throws. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  // The bytes of a file cannot be frozen.
  if (ArrayBuffer.isView(value)) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}
