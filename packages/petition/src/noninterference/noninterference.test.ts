import fc from 'fast-check'
import { expect, it } from 'vitest'
import { observe } from './observe.fixture.js'
import { observersOf, type Story, world } from './world.fixture.js'

const runs = Number(process.env.REDRESS_FUZZ_RUNS ?? 6)

const story: fc.Arbitrary<Story> = fc.record({
  kind: fc.constantFrom('complaint', 'accusation', 'retaliation', 'takenOver'),
  against: fc.constantFrom('unit', 'head', 'person'),
  sealed: fc.constantFrom('atOnce', 'later'),
  receiver: fc.constantFrom('county-petition', 'city-petition'),
  course: fc.integer({ min: 1, max: 8 }),
  days: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 8, maxLength: 8 }),
})

it('a sealed accusation changes nothing of what those whom it accuses get to know, or who asks for them', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      for (const [n, by] of observersOf(told).entries()) {
        // Each looks at worlds of its own: what it does there is seen by nobody else.
        const [here, there] = [await world(told, true), await world(told, false)]
        const [seen, expected] = [await observe(here, by), await observe(there, by)]
        expect(seen.length).toBe(expected.length)
        for (let i = 0; i < seen.length; i++)
          expect(seen[i]?.[1], `observer ${n} ${JSON.stringify(by)}: ${seen[i]?.[0]}`).toBe(expected[i]?.[1])
      }
    }),
    { numRuns: runs, endOnFailure: true },
  )
}, 600_000)
