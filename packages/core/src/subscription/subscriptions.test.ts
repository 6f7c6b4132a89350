import { describe, expect, it, vi } from 'vitest'
import { permits } from '../case/permit.fixture.js'
import { admin, ann, officer } from '../case/town.fixture.js'
import type { RecordedEvent } from '../event/event.js'
import { createPlatform } from '../platform.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'

const quick = { pollEvery: 5, retryAfter: 1, leaseFor: 60 }
const clerk = officer('c', 'works')
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 5000, interval: 2 })

function town(store: Store = memoryStore()) {
  const platform = createPlatform({ store, plugins: [permits()] })
  const { permit } = platform.permit
  const apply = async (subject: string) =>
    (await permit.apply({ subject, unit: 'works', applicant: 'ann' }, ann)).id
  const note = (id: string, text: string) => permit.note(id, { text }, clerk)
  return { store, platform, permit, apply, note }
}

/** Keeps what it is given, as `stream-index version`. */
function recorder(ids: string[] = []) {
  const heard: string[] = []
  const handle = (event: RecordedEvent) => {
    if (!ids.includes(event.stream)) ids.push(event.stream)
    heard.push(`${ids.indexOf(event.stream)} ${event.version}`)
  }
  return { heard, handle }
}

describe('a subscription', () => {
  it('hears every event from the first one on, in order per case, and goes on after a restart', async () => {
    const { store, platform, apply, note } = town()
    const ids = [await apply('a'), await apply('b')]
    const [a = '', b = ''] = ids
    await note(a, '1')
    const { heard, handle } = recorder(ids)
    const first = await platform.subscriptions.add({ name: 's', handle, ...quick })
    await until(() => expect(heard).toHaveLength(3))
    await note(b, '1')
    await until(() => expect(heard).toHaveLength(4))
    await first.stop()
    await note(a, '2')
    expect(heard.toSorted()).toEqual(['0 1', '0 2', '1 1', '1 2'])
    expect(heard.filter((one) => one.startsWith('0'))).toEqual(['0 1', '0 2'])

    const again = town(store)
    const second = await again.platform.subscriptions.add({ name: 's', handle, ...quick })
    await until(() => expect(heard).toHaveLength(5))
    expect(heard.at(-1)).toBe('0 3')
    expect(await second.status()).toEqual({ active: true, position: 5, head: 5 })
    await second.stop()
    expect((await second.status()).active).toBe(false)
  })

  it('is woken by a commit and need not wait for its next look', async () => {
    const { platform, apply } = town()
    const { heard, handle } = recorder()
    const sub = await platform.subscriptions.add({ name: 's', handle, pollEvery: 3_600_000 })
    await until(async () => expect((await sub.status()).active).toBe(true))
    await apply('a')
    await until(() => expect(heard).toEqual(['0 1']))
    await sub.stop()
  })

  it('begins where it is told, and hears only the types it names', async () => {
    const { platform, apply, note } = town()
    const id = await apply('a')
    await note(id, '1')
    const now = recorder([id])
    const notes = recorder([id])
    const after = recorder([id])
    const subs = await Promise.all([
      platform.subscriptions.add({ name: 'now', from: 'now', ...now, ...quick }),
      platform.subscriptions.add({ name: 'notes', types: ['permit.noted'], ...notes, ...quick }),
      platform.subscriptions.add({ name: 'after', from: 1, ...after, ...quick }),
    ])
    await until(async () => expect((await subs[0]?.status())?.active).toBe(true))
    await note(id, '2')
    await until(() => expect(now.heard).toEqual(['0 3']))
    await until(() => expect(notes.heard).toEqual(['0 2', '0 3']))
    await until(() => expect(after.heard).toEqual(['0 2', '0 3']))
    // What nobody wants to hear is done with as well.
    await until(async () => expect((await subs[1]?.status())?.position).toBe(3))
    for (const sub of subs) await sub.stop()
  })

  it('is served by one process, and by the next one as soon as that one stops', async () => {
    const { store, platform, apply } = town()
    const other = town(store)
    const [one, two] = [recorder(), recorder()]
    const first = await platform.subscriptions.add({ name: 's', ...one, ...quick, leaseFor: 60_000 })
    await until(async () => expect((await first.status()).active).toBe(true))
    const second = await other.platform.subscriptions.add({ name: 's', ...two, ...quick, leaseFor: 60_000 })
    for (let n = 0; n < 20; n++) await apply(`s${n}`)
    await until(() => expect(one.heard).toHaveLength(20))
    expect(two.heard).toEqual([])
    await first.stop()
    await apply('more')
    await until(() => expect(two.heard).toHaveLength(1))
    await second.stop()
  })

  it('is taken over from a process that falls silent; what that one still does counts for nothing', async () => {
    const store = memoryStore()
    let silent = false
    let recover = () => {}
    const silence = new Promise<void>((resolve) => {
      recover = resolve
    })
    const dying: Store = {
      ...store,
      writeCell: async (...args) => {
        if (silent) await silence
        return await store.writeCell(...args)
      },
    }
    const { platform, apply } = town(dying)
    const other = town(store)
    const fences: number[] = []
    let release = () => {}
    let aborted = false
    const dead = await platform.subscriptions.add({
      name: 's',
      ...quick,
      handle: async (_, { fence, signal }) => {
        fences.push(fence)
        await new Promise<void>((resolve) => {
          release = resolve
        })
        aborted = signal.aborted
      },
    })
    const id = await apply('a')
    await until(() => expect(fences).toEqual([1]))
    silent = true
    const heard: string[] = []
    const sub = await other.platform.subscriptions.add({
      name: 's',
      ...quick,
      handle: (event, { fence }) => void heard.push(`${event.stream === id} ${fence}`),
    })
    // The event that the first process has not finished comes again.
    await until(() => expect(heard).toEqual(['true 2']))
    silent = false
    recover()
    await other.apply('b')
    await until(() => expect(heard).toEqual(['true 2', 'false 2']))
    release()
    await until(() => expect(aborted).toBe(true))
    expect(await sub.status()).toMatchObject({ active: true, position: 2 })
    expect(fences).toEqual([1])
    await sub.stop()
    await dead.stop()
  })

  it('tries again with growing waits, and other cases do not wait', async () => {
    const { platform, apply } = town()
    const [bad, good] = [await apply('bad'), await apply('good')]
    const attempts: number[] = []
    const heard: string[] = []
    const errors: unknown[] = []
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      retryAfter: 5,
      onError: (error) => errors.push(error),
      handle: (event, { attempt }) => {
        if (event.stream === bad) {
          attempts.push(attempt)
          if (attempt < 4) throw new Error('not yet')
        }
        heard.push(event.stream)
      },
    })
    await until(() => expect(heard).toEqual([good, bad]))
    expect(attempts).toEqual([1, 2, 3, 4])
    expect(errors).toHaveLength(3)
    expect(await sub.deadLetters()).toEqual([])
    await sub.stop()
  })

  it('puts what fails too often aside with all that follows in its case, and delivers it in order later', async () => {
    const { platform, apply, note } = town()
    const [bad, good] = [await apply('bad'), await apply('good')]
    const { heard, handle } = recorder([bad, good])
    let broken = true
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 3,
      handle: (event) => {
        if (broken && event.stream === bad) throw new TypeError('no route')
        handle(event)
      },
    })
    await until(async () => expect(await sub.deadLetters()).toHaveLength(1))
    await note(bad, '1')
    await note(good, '1')
    await until(async () => expect(await sub.deadLetters()).toHaveLength(2))
    await until(() => expect(heard).toEqual(['1 1', '1 2']))
    expect(await sub.deadLetters()).toMatchObject([
      { stream: bad, position: 1, type: 'permit.applied', error: 'TypeError: no route', attempts: 3 },
      { stream: bad, position: 3, type: 'permit.noted', attempts: 0 },
    ])
    expect(await sub.replay()).toEqual({ delivered: 0, failed: 1 })
    broken = false
    expect(await sub.replay('another')).toEqual({ delivered: 0, failed: 0 })
    expect(await sub.replay(bad)).toEqual({ delivered: 2, failed: 0 })
    expect(await sub.deadLetters()).toEqual([])
    await note(bad, '2')
    await until(() => expect(heard).toEqual(['1 1', '1 2', '0 1', '0 2', '0 3']))
    await sub.stop()
  })

  it('remembers over a restart whose events must wait', async () => {
    const { store, platform, apply, note } = town()
    const bad = await apply('bad')
    const fail = () => {
      throw new Error('no')
    }
    const first = await platform.subscriptions.add({ name: 's', ...quick, attempts: 1, handle: fail })
    await until(async () => expect(await first.deadLetters()).toHaveLength(1))
    await first.stop()
    await note(bad, '1')
    const { heard, handle } = recorder([bad])
    const second = await town(store).platform.subscriptions.add({ name: 's', ...quick, handle })
    await until(async () => expect(await second.deadLetters()).toHaveLength(2))
    expect(heard).toEqual([])
    expect(await second.replay()).toEqual({ delivered: 2, failed: 0 })
    expect(heard).toEqual(['0 1', '0 2'])
    await second.stop()
  })

  it('lets a handler end when it is stopped, and keeps the place', async () => {
    const { platform, apply } = town()
    let release = () => {}
    const done: string[] = []
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      concurrency: 1,
      handle: async (event) => {
        await new Promise<void>((resolve) => {
          release = resolve
        })
        done.push(event.stream)
      },
    })
    const [first] = [await apply('a'), await apply('b')]
    await until(() => expect(release).not.toBe(undefined))
    await new Promise((resolve) => setTimeout(resolve, 20))
    const stopping = sub.stop()
    release()
    await stopping
    expect(done).toEqual([first])
    expect((await sub.status()).position).toBe(1)
  })

  it('survives a store that fails for a while, and loses nothing', async () => {
    const store = memoryStore()
    let down = false
    const ifUp = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      if (down) throw new Error('down')
      return await work()
    }
    const shaky: Store = {
      ...store,
      readAll: (...args) => ifUp(() => store.readAll(...args)),
      find: (...args) => ifUp(() => store.find(...args)),
      readCell: (...args) => ifUp(() => store.readCell(...args)),
      writeCell: (...args) => ifUp(() => store.writeCell(...args)),
    }
    const { platform } = town(shaky)
    const { apply } = town(store)
    const { heard, handle } = recorder()
    const troubles: unknown[] = []
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      handle,
      onError: (error) => troubles.push(error),
    })
    await apply('a')
    await until(() => expect(heard).toHaveLength(1))
    down = true
    await apply('b')
    await until(() => expect(troubles.length).toBeGreaterThan(2))
    down = false
    await until(() => expect(new Set(heard)).toEqual(new Set(['0 1', '1 1'])))
    await sub.stop()
  })

  it('hears two thousand events of two hundred cases, each case in order', async () => {
    const { platform, apply, note } = town()
    const ids = await Promise.all(Array.from({ length: 200 }, (_, n) => apply(`s${n}`)))
    const { heard, handle } = recorder(ids)
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      batch: 37,
      handle: async (event) => {
        await Promise.resolve()
        handle(event)
      },
    })
    for (let n = 0; n < 3; n++) await Promise.all(ids.map((id) => note(id, `${n}`)))
    await until(() => expect(heard).toHaveLength(800))
    for (const index of ids.keys()) {
      const own = heard.filter((one) => one.startsWith(`${index} `)).map((one) => Number(one.split(' ')[1]))
      expect(own).toEqual([1, 2, 3, 4])
    }
    await sub.stop()
  })

  it.each([
    [null],
    [{ name: '', handle: () => {} }],
    [{ name: 'x'.repeat(101), handle: () => {} }],
    [{ name: 's' }],
    [{ name: 's', handle: () => {}, from: -1 }],
    [{ name: 's', handle: () => {}, from: 'end' }],
    [{ name: 's', handle: () => {}, types: 'permit.noted' }],
    [{ name: 's', handle: () => {}, types: [] }],
    [{ name: 's', handle: () => {}, attempts: 0 }],
    [{ name: 's', handle: () => {}, batch: 1.5 }],
    [{ name: 's', handle: () => {}, leaseFor: Number.NaN }],
    [{ name: 's', handle: () => {}, onError: 'x' }],
  ])('is refused where it is none: %o', async (definition) => {
    const { platform } = town()
    await expect(platform.subscriptions.add(definition as never)).rejects.toMatchObject({
      code: 'SUBSCRIPTION_INVALID',
    })
  })

  it('runs once in a process, and again after it was stopped', async () => {
    const { platform } = town()
    const definition = { name: 's', handle: () => {}, ...quick }
    const sub = await platform.subscriptions.add(definition)
    await expect(platform.subscriptions.add(definition)).rejects.toMatchObject({
      code: 'SUBSCRIPTION_INVALID',
    })
    await sub.stop()
    await (await platform.subscriptions.add(definition)).stop()
  })

  it('gets old events in the shape of today', async () => {
    const { store, platform, apply } = town()
    const id = await apply('a')
    const old = {
      type: 'permit.noted',
      data: 'bare text',
      stream: id,
      version: 2,
      at: '2024-03-01T02:00:00.000Z',
      by: admin,
      hash: '',
    }
    await store.commit({ streams: [{ stream: id, expectedVersion: 1, events: [old] }], rows: [] })
    const seen: unknown[] = []
    const sub = await platform.subscriptions.add({
      name: 's',
      types: ['permit.noted'],
      ...quick,
      handle: (event) => void seen.push(event.data),
    })
    await until(() => expect(seen).toEqual([{ text: 'bare text' }]))
    await sub.stop()
  })
})
