import { describe, expect, it } from 'vitest'
import { inboxView } from '../inbox/row.js'
import { createPlatform } from '../platform.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import { testClock } from '../testing/test-platform.js'
import { permits } from './permit.fixture.js'
import { admin, ann } from './town.fixture.js'
import { createTurns } from './turns.js'

/** Numbers that look random and are the same in every run. */
const rng = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe('in any order', () => {
  it('turns never overlap and none is lost, whatever the order', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const r = rng(seed)
      const turns = createTurns()
      const inside = new Map<string, number>()
      let bad = 0,
        done = 0
      await Promise.all(
        Array.from({ length: 60 }, async () => {
          const id = 'abcd'[Math.floor(r() * 4)] as string
          for (let w = Math.floor(r() * 5); w > 0; w--) await Promise.resolve()
          await turns.take(id, async () => {
            const n = (inside.get(id) ?? 0) + 1
            inside.set(id, n)
            if (n > 1) bad++
            for (let w = Math.floor(r() * 6); w > 0; w--) await Promise.resolve()
            inside.set(id, (inside.get(id) as number) - 1)
          })
          done++
        }),
      )
      expect({ seed, bad, done }).toEqual({ seed, bad: 0, done: 60 })
      expect(turns.enter('z')).toBe(undefined)
    }
  })

  it('every row of the inbox says what the deadlines of its case say, after commits that fail, notices, ticks and two processes', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const r = rng(seed)
      const store = memoryStore()
      const failing: Store = {
        ...store,
        commit: async (c) => {
          if (r() < 0.15) throw new Error('commit')
          const x = await store.commit(c)
          return x
        },
      }
      const clock = testClock('2024-03-01T02:00:00Z')
      const ps = [
        createPlatform({
          store: failing,
          plugins: [permits()],
          now: clock.now,
          refreshAfter: 0,
          workingSet: 3,
        }),
        createPlatform({
          store: failing,
          plugins: [permits()],
          now: clock.now,
          refreshAfter: 0,
          workingSet: 3,
        }),
      ]
      const ids: string[] = []
      const days = [
        '2024-03-09',
        '2024-03-10',
        '2024-03-11',
        '2024-03-12',
        '2024-03-13',
        '2024-03-14',
        '2024-03-21',
        '2024-03-22',
      ]
      for (let step = 0; step < 120; step++) {
        const p = ps[r() < 0.5 ? 0 : 1] as (typeof ps)[0]
        const { permit } = p.permit
        const id = ids[Math.floor(r() * ids.length)]
        const x = r()
        const acts: Promise<unknown>[] = []
        if (id === undefined || x < 0.15)
          acts.push(
            permit.apply({ subject: 's', unit: 'works', applicant: 'ann' }, ann).then((c) => ids.push(c.id)),
          )
        else if (x < 0.4) acts.push(permit.handle(id, { handler: `h${step}` }, admin))
        else if (x < 0.5) acts.push(permit.extend(id, { days: 1 }, admin))
        else if (x < 0.6)
          acts.push(
            permit.pause(id, { from: '2024-03-02' }, admin),
            permit.handle(id, { handler: 'z' }, admin),
          )
        else if (x < 0.7) acts.push(permit.resume(id, { at: '2024-03-04' }, admin))
        else if (x < 0.75) acts.push(permit.note(id, { text: 'n' }, ann))
        else if (x < 0.8 && days.length > 0)
          acts.push(
            p.calendars.announce(
              'test',
              { holidays: [days.pop() as string], workdays: [], source: 'x' },
              admin,
            ),
          )
        else if (x < 0.9) {
          clock.addDays(r() < 0.3 ? 1 : 0)
          acts.push(p.deadlines.tick())
        } else acts.push(permit.split(id, { subjects: ['q'] }, admin))
        await Promise.allSettled(acts)
      }
      for (const p of ps) {
        let done = false
        for (let k = 0; k < 30 && !done; k++) {
          try {
            done = (await p.deadlines.tick()).failed.length === 0
          } catch {
            /* again */
          }
        }
      }
      const fresh = createPlatform({ store, plugins: [permits()], now: clock.now })
      for (const { key, row } of (await store.find(inboxView.name, { limit: 1000 })).rows) {
        const running = (await fresh.deadlines.of(key, admin))
          .filter((d) => d.state === 'running' && d.dueAt !== undefined)
          .map((d) => Date.parse(d.dueAt as string))
        const due = running.length === 0 ? null : Math.min(...running)
        expect({ seed, key, due: row.dueAt }).toEqual({ seed, key, due })
      }
    }
  }, 60_000)
})
