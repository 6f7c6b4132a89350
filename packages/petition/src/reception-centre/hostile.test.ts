import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { county } from '../complaint/county.fixture.js'
import { change, changed } from '../fuzz/hostile.fixture.js'
import { faultOf } from '../fuzz/judge.fixture.js'
import { methodsOf } from '../verdicts/page.fixture.js'
import { receptionErrors } from './errors.js'
import { receptionTargets } from './targets.fixture.js'

const runs = Number(process.env.REDRESS_FUZZ_RUNS ?? 12)
const own = Object.keys(receptionErrors).map((code) => `no catalogue has ${code}`)

it('tries every public method of the reception centre', async () => {
  const { receptionCentre } = (await county()).platform.petition
  const methods = [...methodsOf({ petition: { receptionCentre } })]
  expect(receptionTargets.map(({ method }) => method).sort()).toEqual(methods.sort())
})

describe('whatever is given to', () => {
  it.each(receptionTargets)(
    '$method, it answers or refuses, and a refusal stores nothing',
    async ({ method, args }) => {
      const made = await county()
      const stored = () => made.store.head()
      const call = (given: readonly unknown[]) => () => {
        const steps = method.split('.')
        const name = steps.pop() ?? ''
        let part: unknown = made.platform
        for (const step of steps) part = (part as Record<string, unknown>)[step]
        return (part as Record<string, (...given: readonly unknown[]) => unknown>)[name]?.(...given)
      }
      let valid = await args(made)
      // It works: else nothing is said about anything. A hand-over can be finished only where it was cut off.
      if (!method.endsWith('finishHandOver')) await call(valid)()
      made.clock.set('2024-08-01T09:00:00+08:00')
      valid = await args(made)
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
          const head = await stored()
          const fault = await faultOf(call(changes.reduce(changed, valid)), stored)
          expect(fault !== undefined && own.includes(fault) ? undefined : fault).toBeUndefined()
          if ((await stored()) !== head) {
            made.clock.set('2024-08-01T09:00:00+08:00')
            valid = await args(made)
          }
        }),
        { numRuns: runs, endOnFailure: true },
      )
    },
    600_000,
  )
})
