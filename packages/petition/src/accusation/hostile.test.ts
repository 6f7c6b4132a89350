import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { county } from '../complaint/county.fixture.js'
import { change, changed } from '../fuzz/hostile.fixture.js'
import { faultOf } from '../fuzz/judge.fixture.js'
import { methodsOf } from '../verdicts/page.fixture.js'
import { accusationErrors } from './errors.js'
import { accusationTargets } from './targets.fixture.js'

const runs = Number(process.env.REDRESS_FUZZ_RUNS ?? 12)
const own = Object.keys(accusationErrors).map((code) => `no catalogue has ${code}`)

it('tries every public method of accusations and of retaliation', async () => {
  const { accusation, retaliation } = (await county()).platform.petition
  const methods = [...methodsOf({ petition: { accusation, retaliation } })]
  expect(accusationTargets.map(({ method }) => method).sort()).toEqual(methods.sort())
})

describe('whatever is given to', () => {
  it.each(accusationTargets)(
    '$method, it answers or refuses, and a refusal stores nothing',
    async ({ method, args }) => {
      const made = await county()
      const stored = () => made.store.head()
      const call = (given: readonly unknown[]) => () => {
        const [, part = '', name = ''] = method.split('.')
        const api = made.platform.petition[part as 'accusation'] as unknown as Record<
          string,
          (...given: readonly unknown[]) => unknown
        >
        return api[name]?.(...given)
      }
      let valid = await args(made)
      expect(await faultOf(call(valid), stored)).toBeUndefined()
      valid = await args(made)
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
          const head = await stored()
          const fault = await faultOf(call(changes.reduce(changed, valid)), stored)
          expect(fault !== undefined && own.includes(fault) ? undefined : fault).toBeUndefined()
          if ((await stored()) !== head) valid = await args(made)
        }),
        { numRuns: runs, endOnFailure: true },
      )
    },
  )
})
