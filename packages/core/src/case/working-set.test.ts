import { expect, it } from 'vitest'
import { inUse } from './custody.js'
import type { AnyRecord } from './record.js'
import { createTurns } from './turns.js'
import { createWorkingSet } from './working-set.js'

const record = (id: string): AnyRecord => ({
  id,
  kind: 'permit.permit',
  version: 1,
  hash: '',
  custody: inUse,
  state: { status: 'x' },
  rules: '',
  clocks: [],
  openedAt: '',
  updatedAt: '',
})

it('the working set keeps what was used last and never more than twice its size', () => {
  const set = createWorkingSet(10)
  set.set(record('used'))
  for (let n = 0; n < 1000; n++) {
    set.set(record(`c${n}`))
    if (n % 5 === 0) set.get('used')
  }
  const kept = Array.from({ length: 1000 }, (_, n) => set.get(`c${n}`)).filter((one) => one !== undefined)
  expect(set.get('used')).toBeDefined()
  expect(kept.length).toBeGreaterThanOrEqual(9)
  expect(kept.length).toBeLessThanOrEqual(20)
})

it('turns on one key come one after the other, in the order of asking, also after a failure', async () => {
  const turns = createTurns()
  const done: number[] = []
  let inside = 0
  const work = (n: number) =>
    turns.take('a', async () => {
      expect(++inside).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, n % 3))
      inside--
      if (n === 3) throw new Error('three')
      done.push(n)
    })
  const all = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => work(n)))
  expect(done).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9])
  expect(all.filter((one) => one.status === 'rejected')).toHaveLength(1)
})

it('turns on different keys do not wait for each other', async () => {
  const turns = createTurns()
  let release = () => {}
  const first = turns.take(
    'a',
    () =>
      new Promise<void>((resolve) => {
        release = resolve
      }),
  )
  await turns.take('b', async () => {})
  release()
  await first
})
