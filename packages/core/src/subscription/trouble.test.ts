import { describe, expect, it, vi } from 'vitest'
import { type PermitPlugin, permitKind, permits } from '../case/permit.fixture.js'
import { ann, officer } from '../case/town.fixture.js'
import type { RecordedEvent } from '../event/event.js'
import { createPlatform } from '../platform.js'
import { definePlugin } from '../plugin.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'

/** Numbers that look random and are the same in every run. */
const rng = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const quick = { pollEvery: 5, retryAfter: 1, leaseFor: 60 }
const clerk = officer('c', 'works')
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 3000, interval: 2 })
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms))
function gate() {
  let open = () => {}
  const shut = new Promise<void>((resolve) => {
    open = resolve
  })
  return { shut, open }
}
function town(store: Store = memoryStore(), plugins: readonly [PermitPlugin] = [permits()]) {
  const platform = createPlatform({ store, plugins })
  const { permit } = platform.permit
  const apply = async (subject: string) =>
    (await permit.apply({ subject, unit: 'works', applicant: 'ann' }, ann)).id
  const note = (id: string, text: string) => permit.note(id, { text }, clerk)
  return { store, platform, permit, apply, note }
}

describe('a subscription under trouble', () => {
  it('replay is delivered to a receiver that remembers the greatest fence', async () => {
    const { platform, apply } = town()
    const id = await apply('a')
    let broken = true
    let greatest = 0
    const got: number[] = []
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 1,
      handle: (event, { fence }) => {
        if (fence < greatest) throw new Error('from a process that was taken for dead')
        greatest = fence
        if (broken) throw new Error('down')
        got.push(event.version)
      },
    })
    await until(async () => expect(await sub.deadLetters()).toHaveLength(1))
    broken = false
    const report = await sub.replay(id)
    await sub.stop()
    expect(report).toEqual({ delivered: 1, failed: 0 })
  })

  it('an event that waits behind letters which are delivered meanwhile is not left aside', async () => {
    const { platform, apply, note } = town()
    const x = await apply('x')
    const y = await apply('y')
    let broken = true
    const slow = gate()
    let slowStarted = false
    const heard: string[] = []
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 1,
      leaseFor: 60_000,
      handle: async (event) => {
        if (event.stream === x && broken) throw new Error('down')
        if (event.stream === y && event.version === 2) {
          slowStarted = true
          await slow.shut
        }
        heard.push(`${event.stream === x ? 'x' : 'y'}${event.version}`)
      },
    })
    await until(async () => expect(await sub.deadLetters()).toHaveLength(1))
    await until(async () => expect((await sub.status()).position).toBe(2))
    // One batch: the slow event of y and a further one of x.
    await Promise.all([note(y, 'slow'), note(x, 'second')])
    await until(() => expect(slowStarted).toBe(true))
    await sleep(30)
    broken = false
    expect(await sub.replay()).toMatchObject({ failed: 0 })
    slow.open()
    await until(async () => expect((await sub.status()).position).toBe(4))
    await note(x, 'third')
    await until(async () => expect((await sub.status()).position).toBe(5))
    await sleep(50)
    const left = await sub.deadLetters()
    await sub.stop()
    expect(left).toEqual([])
    expect(heard).toContain('x2')
    expect(heard).toContain('x3')
  })

  it('a worker that was taken for dead puts nothing into the dead letters', async () => {
    const store = memoryStore()
    let down = false
    const dying: Store = {
      ...store,
      writeCell: async (...args) => {
        if (down) throw new Error('no network')
        return await store.writeCell(...args)
      },
    }
    const one = town(dying)
    const two = town(store)
    const hang = gate()
    let started = false
    const zombie = await one.platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 1,
      handle: async () => {
        started = true
        await hang.shut
        throw new Error('socket closed')
      },
    })
    const id = await one.apply('a')
    await until(() => expect(started).toBe(true))
    down = true
    const heard: number[] = []
    const sub = await two.platform.subscriptions.add({
      name: 's',
      ...quick,
      handle: (e) => void heard.push(e.version),
    })
    await until(() => expect(heard).toEqual([1]))
    await two.note(id, 'second')
    await until(() => expect(heard).toEqual([1, 2]))
    hang.open()
    await sleep(100)
    const letters = await sub.deadLetters()
    await sub.replay()
    await sub.stop()
    await zombie.stop()
    expect(heard).toEqual([1, 2])
    expect(letters).toEqual([])
  })

  it('a handler learns of the take-over also where the store hangs instead of failing', async () => {
    const store = memoryStore()
    let silent = false
    const hung = gate()
    const dying: Store = {
      ...store,
      writeCell: async (...args) => {
        if (silent) await hung.shut
        return await store.writeCell(...args)
      },
    }
    const one = town(dying)
    const two = town(store)
    let signal: { readonly aborted: boolean } | undefined
    const work = gate()
    const dead = await one.platform.subscriptions.add({
      name: 's',
      ...quick,
      handle: async (_, delivery) => {
        signal = delivery.signal
        await work.shut
      },
    })
    await one.apply('a')
    await until(() => expect(signal).toBeDefined())
    silent = true
    const sub = await two.platform.subscriptions.add({ name: 's', ...quick, handle: () => {} })
    await until(async () => expect((await sub.status()).active).toBe(true))
    await sleep(600) // ten times leaseFor
    const aborted = signal?.aborted
    const both = [(await dead.status()).active, (await sub.status()).active]
    work.open()
    hung.open()
    silent = false
    await sub.stop()
    await dead.stop()
    expect({ aborted, both }).toEqual({ aborted: true, both: [false, true] })
  })

  it('a rejecting onError does not become an unhandled rejection', async () => {
    const seen: unknown[] = []
    const onUnhandled = (e: unknown) => {
      seen.push(e)
    }
    const before = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', onUnhandled)
    const { platform, apply } = town()
    await apply('a')
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 1,
      handle: () => {
        throw new Error('no')
      },
      onError: async () => {
        throw new Error('the log server is down')
      },
    })
    await until(async () => expect(await sub.deadLetters()).toHaveLength(1))
    await sleep(20)
    await sub.stop()
    process.removeListener('unhandledRejection', onUnhandled)
    for (const l of before) process.on('unhandledRejection', l)
    expect(seen).toEqual([])
  })

  it('what a handler throws can be anything', async () => {
    const { platform, apply } = town()
    const bad = await apply('a')
    let tries = 0
    const heard: string[] = []
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 1,
      handle: (e) => {
        if (e.stream === bad) {
          tries++
          throw Object.create(null)
        }
        heard.push(e.stream)
      },
    })
    await apply('b')
    await sleep(200)
    const position = (await sub.status()).position
    await sub.stop()
    expect({ tries, position, heard: heard.length }).toEqual({ tries: 1, position: 2, heard: 1 })
  })

  it('an event that cannot be brought to the shape of today repeats no other event for ever', async () => {
    const kind = {
      ...permitKind,
      upcast: {
        'permit.noted': () => {
          throw new Error('old shape')
        },
      },
    } as never
    const plugin = definePlugin<PermitPlugin>({
      id: 'permit',
      requires: [],
      setup: (host) => ({ permit: host.addKind(kind), bySecret: async () => [] }) as never,
    })
    const good = town()
    const a = await good.apply('a')
    await good.note(a, 'x')
    const b = await good.apply('b')
    const { platform } = town(good.store, [plugin])
    let count = 0
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 2,
      handle: (e) => {
        if (e.stream === b) count++
      },
    })
    await sleep(300)
    const letters = (await sub.deadLetters()).length
    await sub.stop()
    expect({ count, letters }).toEqual({ count: 1, letters: 1 })
  })

  it("from 'now' hears what is committed after add() has resolved", async () => {
    const store = memoryStore()
    const slow: Store = {
      ...store,
      readCell: async (name) => {
        await sleep(5)
        return await store.readCell(name)
      },
    }
    const { platform, apply } = town(slow)
    await apply('before')
    const heard: RecordedEvent[] = []
    const sub = await platform.subscriptions.add({
      name: 's',
      from: 'now',
      ...quick,
      handle: (e) => void heard.push(e),
    })
    await apply('after')
    await sleep(100)
    await sub.stop()
    expect(heard).toHaveLength(1)
  })

  it('two replays at once deliver in order and leave nothing behind', async () => {
    const { platform, apply, note } = town()
    const id = await apply('a')
    let mode: 'down' | 'up' = 'down'
    const heard: number[] = []
    let running = 0
    let overlap = false
    let calls = 0
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 1,
      leaseFor: 60_000,
      handle: async (e) => {
        if (mode === 'down') throw new Error('down')
        calls++
        const mine = calls
        running++
        if (running > 1) overlap = true
        await sleep(mine === 2 ? 60 : 5)
        running--
        if (mine === 2) throw new Error('one timeout')
        heard.push(e.version)
      },
    })
    await until(async () => expect(await sub.deadLetters()).toHaveLength(1))
    await note(id, '2')
    await until(async () => expect(await sub.deadLetters()).toHaveLength(2))
    mode = 'up'
    await Promise.all([sub.replay(), sub.replay()])
    const left = await sub.deadLetters()
    await sub.replay()
    await sub.stop()
    expect({ overlap, heard, left: left.length }).toEqual({ overlap: false, heard: [1, 2], left: 0 })
  })

  it('stop() also ends a replay that is under way', async () => {
    const { platform, apply } = town()
    for (let n = 0; n < 5; n++) await apply(`s${n}`)
    let broken = true
    let calls = 0
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 1,
      handle: async () => {
        if (broken) throw new Error('down')
        calls++
        await sleep(15)
      },
    })
    await until(async () => expect(await sub.deadLetters()).toHaveLength(5))
    broken = false
    const replaying = sub.replay()
    await until(() => expect(calls).toBe(1))
    await sub.stop()
    const atStop = calls
    await replaying
    expect(calls).toBe(atStop)
  })

  it('a second stop() of an old subscription does not free the name of the new one', async () => {
    const { platform } = town()
    const definition = { name: 's', handle: () => {}, ...quick }
    const first = await platform.subscriptions.add(definition)
    await first.stop()
    const second = await platform.subscriptions.add(definition)
    await first.stop()
    const third = platform.subscriptions.add(definition)
    await expect(third).rejects.toMatchObject({ code: 'SUBSCRIPTION_INVALID' })
    await second.stop()
  })

  it('dead letters survive a newer version of their view', async () => {
    const store = memoryStore()
    const old = town(store)
    await old.apply('a')
    const sub = await old.platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 1,
      handle: () => {
        throw new Error('x')
      },
    })
    await until(async () => expect(await sub.deadLetters()).toHaveLength(1))
    await sub.stop()
    const next: Store = {
      ...store,
      prepare: (views) =>
        store.prepare(views.map((v) => (v.name === 'core.dead-letters' ? { ...v, version: 2 } : v))),
    }
    const { platform } = town(next)
    await platform.views.rebuild()
    const again = await platform.subscriptions.add({ name: 's', ...quick, handle: () => {} })
    const letters = await again.deadLetters()
    await again.stop()
    expect(letters).toHaveLength(1)
  })
  it('a redelivery after a crash keeps the error of a letter', async () => {
    const store = memoryStore()
    let refuse = false
    const shaky: Store = {
      ...store,
      writeCell: async (n, v, r) => {
        if (refuse && (v as { position: number }).position > 0) throw new Error('down')
        return await store.writeCell(n, v, r)
      },
    }
    const { platform, apply } = town(shaky)
    await apply('a')
    refuse = true
    const sub = await platform.subscriptions.add({
      name: 's',
      ...quick,
      attempts: 2,
      handle: () => {
        throw new Error('no route')
      },
    })
    await until(async () => expect(await sub.deadLetters()).toHaveLength(1))
    await sleep(50)
    refuse = false
    await until(async () => expect((await sub.status()).position).toBe(1))
    const letters = await sub.deadLetters()
    await sub.stop()
    expect(letters).toMatchObject([{ error: 'Error: no route', attempts: 2 }])
  })

  it('a clock of the host that fails does not end the process', async () => {
    const seen: unknown[] = []
    const before = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    const on = (e: unknown) => void seen.push(e)
    process.on('unhandledRejection', on)
    let bad = false
    const { platform } = {
      platform: createPlatform({
        store: memoryStore(),
        plugins: [permits()],
        now: () => (bad ? Number.NaN : Date.now()),
      }),
    }
    bad = true
    const sub = await platform.subscriptions.add({ name: 's', handle: () => {} })
    await sleep(20)
    bad = false
    const stopped = await sub.stop().then(() => 'stopped', String)
    process.removeListener('unhandledRejection', on)
    for (const l of before) process.on('unhandledRejection', l)
    expect({ seen: seen.map(String), stopped }).toEqual({ seen: [], stopped: 'stopped' })
  })

  it('loses nothing and keeps the order of first deliveries on a store that fails before or after each call', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const r = rng(seed)
      const store = memoryStore()
      let shaky = true
      const maybe = async <T>(work: () => Promise<T>): Promise<T> => {
        const x = r()
        if (shaky && x < 0.05) throw new Error('before')
        const result = await work()
        if (shaky && x > 0.95) throw new Error('after')
        return result
      }
      const wrapped: Store = {
        ...store,
        readAll: (...a) => maybe(() => store.readAll(...a)),
        find: (...a) => maybe(() => store.find(...a)),
        readCell: (...a) => maybe(() => store.readCell(...a)),
        writeCell: (...a) => maybe(() => store.writeCell(...a)),
        commit: (...a) => maybe(() => store.commit(...a)),
      }
      const writer = createPlatform({ store, plugins: [permits()] })
      const { permit } = writer.permit
      const ids: string[] = []
      for (let n = 0; n < 6; n++)
        ids.push((await permit.apply({ subject: `s${n}`, unit: 'works', applicant: 'ann' }, ann)).id)
      const delivered = new Map<string, number[]>()
      const quick = { pollEvery: 2, retryAfter: 1, leaseFor: 20, attempts: 2, batch: 4, concurrency: 3 }
      const handle = async (e: { stream: string; version: number }) => {
        if (r() < 0.3) await sleep(1)
        if (shaky && r() < 0.25) throw new Error('handler')
        const list = delivered.get(e.stream) ?? []
        list.push(e.version)
        delivered.set(e.stream, list)
      }
      for (let round = 0; round < 5; round++) {
        const p = createPlatform({ store: wrapped, plugins: [permits()] })
        const sub = await p.subscriptions.add({ name: 's', ...quick, handle })
        for (const id of ids) if (r() < 0.6) await permit.handle(id, { handler: `h${round}` }, clerk)
        await sleep(15)
        if (r() < 0.5) await sub.replay().catch(() => {})
        await sub.stop()
      }
      shaky = false
      const p = createPlatform({ store: wrapped, plugins: [permits()] })
      const sub = await p.subscriptions.add({ name: 's', ...quick, handle })
      await vi.waitFor(
        async () => {
          const s = await sub.status()
          expect(s.position).toBe(s.head)
        },
        { timeout: 4000, interval: 3 },
      )
      await sub.replay()
      await sub.stop()
      for (const id of ids) {
        const versions = (await store.read(id)).map((e) => e.version)
        const list = delivered.get(id) ?? []
        const firsts = [...new Set(list)]
        expect({ seed, firsts, list }).toEqual({ seed, firsts: versions, list })
      }
    }
  }, 60_000)
})
