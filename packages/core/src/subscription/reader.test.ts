import { describe, expect, it, vi } from 'vitest'
import type { Actor } from '../access/actor.js'
import { admin, ann, bob, officer, town } from '../case/town.fixture.js'
import type { DomainEvent, RecordedEvent } from '../event/event.js'

const until = (check: () => unknown) => vi.waitFor(check, { timeout: 5000, interval: 2 })

describe('what is told on behalf of a reader', () => {
  it('is of cases that the reader may read: nothing of one that accuses them, and nothing of the access log', async () => {
    const { platform, apply, permit } = await town()
    const mine = await apply('mine')
    const sealed = await apply('sealed', { against: 'works' })
    await permit.note(mine.id, { text: 'x' }, admin)
    await permit.note(sealed.id, { text: 'x' }, admin)

    const heard = async (reader: Actor) => {
      const events: RecordedEvent<DomainEvent>[] = []
      const name = JSON.stringify(reader)
      const subscription = await platform.subscriptions.add({
        name,
        reader,
        pollEvery: 5,
        handle: (event) => void events.push(event),
      })
      await until(async () => {
        const { position, head } = await subscription.status()
        expect(position).toBe(head)
      })
      await subscription.stop()
      return events.map(({ stream, version }) => `${stream === mine.id ? 'mine' : 'sealed'} ${version}`)
    }
    expect(await heard(officer('c', 'works', 'head'))).toEqual(['mine 1', 'mine 2'])
    expect(await heard(bob)).toEqual([])
    // Notes are among staff.
    expect((await heard(ann)).toSorted()).toEqual(['mine 1', 'sealed 1'])
    expect((await heard(admin)).length).toBe(4)
  })

  it('can be asked before a host tells anybody anything itself', async () => {
    const { platform, apply } = await town()
    const { id } = await apply('sealed', { against: 'works' })
    const mayRead = (one: string, by: Actor) => platform.cases.mayRead(one, by)
    expect(await mayRead(id, ann)).toBe(true)
    for (const by of [bob, { kind: 'anonymous' } as const, officer('c', 'works'), officer('d', 'desk')])
      expect(await mayRead(id, by)).toBe(false)
    expect(await mayRead('nothing', ann)).toBe(false)
    await expect(mayRead(id, {} as never)).rejects.toMatchObject({ code: 'ACTOR_INVALID' })
  })

  it('refuses a reader who is none', async () => {
    const { platform } = await town()
    const definition = { name: 'x', reader: { kind: 'ghost' }, handle: () => {} } as never
    await expect(platform.subscriptions.add(definition)).rejects.toMatchObject({ code: 'ACTOR_INVALID' })
  })
})
