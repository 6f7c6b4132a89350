import { isPlatformError } from '@redress/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { host, staff } from '../complaint/county.fixture.js'
import { change, changed } from '../fuzz/hostile.fixture.js'
import { answersOf, closedCase, supervised } from './supervision.fixture.js'

type Town = Awaited<ReturnType<typeof supervised>>
type Call = (...args: readonly unknown[]) => Promise<unknown>

/** Every public method, and arguments with which it works. */
const targets: Readonly<Record<string, (town: Town) => Promise<readonly unknown[]>>> = {
  findings: async () => [{ unit: 'county', triggers: ['late'], limit: 5, cursor: undefined }, staff.county],
  signals: async () => [{ unit: 'county', limit: 5, cursor: undefined }, staff.county],
  agencies: async () => [{ unit: 'county' }, staff.county],
  escalations: async () => [{ unit: 'county', limit: 5 }, staff.county],
  sweep: async () => [host],
  sample: async (town) => {
    await closedCase(town)
    const period = { from: '2024-08-01', to: '2024-08-31' }
    return [{ unit: 'county-housing', period, size: 5, seed: 's' }, staff.desk, {}]
  },
  reportUrgent: async ({ accepted }) => [
    { text: 't', case: (await accepted()).id, learnedAt: '2024-08-01T00:00:00Z', also: ['city'] },
    staff.desk,
    {},
  ],
  'matters.open': async ({ accepted }) => [
    { case: (await accepted()).id, unit: 'county-housing', grounds: ['late'], text: 't', number: '1' },
    staff.desk,
    {},
  ],
  'matters.urge': async ({ opened }) => [
    (await opened()).id,
    { text: 't', answerBy: '2024-09-01' },
    staff.desk,
  ],
  'matters.list': async ({ opened }) => [
    (await opened()).id,
    { leader: 'l', dueOn: '2024-09-01', text: 't', decidedBy: 'county' },
    staff.desk,
  ],
  'matters.interview': async ({ opened }) => [
    (await opened()).id,
    { on: '2024-08-01', record: 'r' },
    staff.desk,
  ],
  'matters.close': async ({ opened }) => [
    (await opened()).id,
    { result: 'unfounded', text: 't' },
    staff.desk,
  ],
  'proposals.propose': async () => [
    {
      type: 'pursueResponsibility',
      to: 'county',
      about: { persons: ['p'], units: ['county-housing'] },
      title: 't',
      text: 't',
      receivedOn: '2024-08-01',
    },
    staff.desk,
  ],
  'inspections.recordCheck': async (town) => {
    await closedCase(town)
    const period = { from: '2024-08-01', to: '2024-08-31' }
    const input = { unit: 'county-housing', period, size: 5, seed: 's' }
    const { id, state } = await town.supervision.sample(input, staff.desk)
    return [id, { case: state.drawn[0]?.id, checks: answersOf('met'), note: 'n' }, staff.desk]
  },
  'urgent.receive': async ({ supervision }) => [
    (await supervision.reportUrgent({ text: 't' }, staff.desk)).id,
    { unit: 'county', receivedAt: '2024-08-01T01:00:00Z' },
    host,
  ],
}

describe('whatever is given to', () => {
  it.each(Object.keys(targets))('%s, it answers or refuses, and a refusal stores nothing', async (name) => {
    const town = await supervised()
    const args = targets[name] as (made: Town) => Promise<readonly unknown[]>
    const method = (given: readonly unknown[]): Promise<unknown> => {
      let part: unknown = town.supervision
      for (const step of name.split('.')) part = (part as Record<string, unknown>)[step]
      return (part as Call)(...given)
    }
    const valid = await args(town)
    await method(valid)
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
        const before = await town.store.head()
        try {
          await method(changes.reduce(changed, valid))
        } catch (error) {
          expect(isPlatformError(error), String(error)).toBe(true)
          expect(await town.store.head()).toBe(before)
          const told = JSON.stringify((error as { readonly details: object }).details)
          expect(told.length).toBeLessThan(12_000)
        }
      }),
      { numRuns: 60 },
    )
  })
})

it('no way around the API hands a matter to a case that it is not about', async () => {
  const { supervision, accepted } = await supervised()
  const { id } = await accepted()
  const subject = { case: null, accused: { persons: [], units: [] }, confidential: false }
  const more = { grounds: ['late'], text: 't', case: id, subject, parts: ['county-petition'] }
  await expect(supervision.matters.open(more as never, staff.desk)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  })
  for (const name of ['seal', 'keep', 'tell']) expect(name in supervision.matters).toBe(false)
  expect('seal' in supervision.urgent || 'report' in supervision.urgent).toBe(false)
  expect('sample' in supervision.inspections).toBe(false)
})
