import { describe, expect, it } from 'vitest'
import { createPlatform } from '../platform.js'
import { memoryStore } from '../store/memory.js'
import { permits } from './permit.fixture.js'
import { admin, ann, bob, officer, refusal, town } from './town.fixture.js'

const head = officer('h1', 'works', 'head')
const clerk = officer('c1', 'works')

describe('a command', () => {
  it('answers with the case as it stands afterwards', async () => {
    const { apply, permit } = await town()
    const { id, version, state, kind, rules, openedAt } = await apply()
    expect({ version, kind, rules, openedAt }).toEqual({
      version: 1,
      kind: 'permit.permit',
      rules: 'test-rules',
      openedAt: '2024-03-01T02:00:00.000Z',
    })
    expect(state).toMatchObject({ status: 'applied', subject: 'shed', applicant: 'ann' })
    const granted = await permit.grant(id, {}, head)
    expect(granted).toMatchObject({ id, version: 2, state: { status: 'granted' } })
    expect(await permit.get(id, ann)).toMatchObject({ version: 2, state: { status: 'granted' } })
  })

  it('names every fault of a bad input by its path, and stores nothing', async () => {
    const { permit, store } = await town()
    const before = (await store.readAll(0, 1000)).length
    const input = { subject: '', unit: 'x'.repeat(10_000_000), applicant: 3, extra: true }
    const error = await refusal(permit.apply(input as never, ann))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message.length).toBeLessThan(1000)
    const { issues } = error.details as { issues: { path: string }[] }
    expect(issues.map((issue) => issue.path)).toEqual(['subject', 'unit', 'applicant', ''])
    expect((await store.readAll(0, 1000)).length).toBe(before)
  })

  it.each([
    ['null', null],
    ['a text', 'apply'],
    ['a list', []],
    ['nothing', undefined],
    [
      'a key that would change the prototype',
      JSON.parse('{"subject":"a","unit":"works","applicant":"ann","__proto__":{"x":1}}'),
    ],
    [
      'a trap',
      {
        get subject() {
          throw new Error('gotcha')
        },
      },
    ],
    ['a constructor', { subject: 'a', unit: 'works', applicant: 'ann', constructor: {} }],
  ])('refuses %s as input', async (_, input) => {
    const { permit } = await town()
    expect((await refusal(permit.apply(input as never, ann))).code).toBe('INPUT_INVALID')
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ann'],
    ['an unknown kind', { kind: 'robot', id: 'r' }],
    ['an empty id', { kind: 'resident', id: '' }],
    ['an endless id', { kind: 'resident', id: 'a'.repeat(1000) }],
    ['an officer without a unit', { kind: 'officer', id: 'o', roles: [] }],
    ['roles that are no list', { kind: 'officer', id: 'o', unit: 'works', roles: 'head' }],
  ])('refuses %s as actor', async (_, by) => {
    const { permit } = await town()
    const work = permit.apply({ subject: 'a', unit: 'works', applicant: 'ann' }, by as never)
    expect((await refusal(work)).code).toBe('ACTOR_INVALID')
  })

  it.each([
    ['unknown'],
    [''],
    ['x'.repeat(1000)],
    [undefined],
    [null],
    [{}],
    ['core.organization'],
    ['__proto__'],
  ])('finds no case %s', async (id) => {
    const { permit } = await town()
    expect((await refusal(permit.grant(id as never, {}, head))).code).toBe('CASE_NOT_FOUND')
    expect((await refusal(permit.get(id as never, head))).code).toBe('CASE_NOT_FOUND')
    expect((await refusal(permit.history(id as never, head))).code).toBe('CASE_NOT_FOUND')
  })

  it('gives every reason at once: the status and the person', async () => {
    const { apply, permit } = await town()
    const { id } = await apply()
    await permit.grant(id, {}, head)
    const error = await refusal(permit.refuse(id, { reason: 'late' }, clerk))
    expect(error).toMatchObject({ code: 'COMMAND_NOT_ALLOWED', kind: 'not-allowed' })
    const { reasons } = error.details as { reasons: { code: string }[] }
    expect(reasons.map((one) => one.code)).toEqual(['ROLE_MISSING', 'STATUS'])
  })

  it('tells an outsider that the case is not theirs, and not how it stands', async () => {
    const { apply, permit } = await town()
    const { id } = await apply()
    await permit.grant(id, {}, head)
    const { details } = await refusal(permit.refuse(id, { reason: 'late' }, bob))
    expect((details as { reasons: { code: string }[] }).reasons.map((one) => one.code)).toEqual([
      'NOT_IN_CHARGE',
    ])
  })

  it('that decides nothing stores nothing', async () => {
    const { apply, permit } = await town()
    const { id, version } = await apply()
    expect((await permit.note(id, { text: '' }, ann)).version).toBe(version)
  })

  it('that opens more cases stores all of them in one commit', async () => {
    const { apply, permit, platform, store } = await town()
    const { id } = await apply()
    await permit.split(id, { subjects: ['fence', 'gate'] }, clerk)
    const { items } = await platform.cases.find({ sort: 'opened' }, clerk)
    expect(items.map((item) => item.title).sort()).toEqual(['fence', 'gate', 'shed'])
    for (const item of items) expect(await permit.get(item.id, ann)).toMatchObject({ rules: 'test-rules' })
    const last = (await store.readAll(0, 1000)).slice(-3)
    expect(last.map((event) => event.type)).toEqual(['permit.split', 'permit.applied', 'permit.applied'])
  })

  it('keeps the order of time when the clock of the host jumps back', async () => {
    const { apply, permit, clock } = await town()
    const { id } = await apply()
    clock.set('2020-01-01T00:00:00Z')
    const noted = await permit.note(id, { text: 'a' }, ann)
    expect(noted.updatedAt).toBe('2024-03-01T02:00:00.000Z')
    clock.set('2024-03-02T00:00:00Z')
    expect((await permit.note(id, { text: 'b' }, ann)).updatedAt).toBe('2024-03-02T00:00:00.000Z')
  })

  it('returns what nobody can change', async () => {
    const { apply, permit } = await town()
    const snapshot = await apply()
    expect(() => {
      ;(snapshot.state as { subject: string }).subject = 'castle'
    }).toThrow(TypeError)
    const [first] = await permit.history(snapshot.id, ann)
    expect(() => {
      Object.assign(first?.data ?? {}, { subject: 'castle' })
    }).toThrow(TypeError)
    expect((await permit.get(snapshot.id, ann)).state.subject).toBe('shed')
  })

  it('keeps no reference to what the caller passed in', async () => {
    const { permit } = await town()
    const input = { subject: 'shed', unit: 'works', applicant: 'ann' }
    const by = { kind: 'resident', id: 'ann' } as { kind: 'resident'; id: string }
    const { id } = await permit.apply(input, by)
    input.subject = 'castle'
    by.id = 'eve'
    expect((await permit.get(id, ann)).state.subject).toBe('shed')
    const [first] = await permit.history(id, ann)
    expect(first?.by).toEqual({ kind: 'resident', id: 'ann' })
  })
})

describe('two commands at once', () => {
  it('on one case take turns: of a hundred notes the three that fit are kept', async () => {
    const { apply, permit } = await town()
    const { id } = await apply()
    const all = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) => permit.note(id, { text: String(n) }, ann)),
    )
    expect(all.filter((one) => one.status === 'fulfilled').length).toBe(3)
    expect((await permit.get(id, ann)).state.notes).toBe(3)
  })

  it('from two processes on one store lose nothing', async () => {
    const { apply, permit, store, clock } = await town()
    const other = createPlatform({ store, plugins: [permits()], now: clock.now }).permit.permit
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await apply()).id))
    for (const id of ids) await other.get(id, ann)
    await Promise.all(
      ids.flatMap((id) => [
        permit.note(id, { text: 'a' }, ann),
        other.note(id, { text: 'b' }, ann),
        permit.handle(id, { handler: 'c1' }, clerk),
        other.handle(id, { handler: 'c2' }, clerk),
      ]),
    )
    for (const id of ids) {
      const { state, version } = await other.get(id, ann)
      expect(version).toBe(5)
      expect(state.notes).toBe(2)
      expect([...state.handlers].sort()).toEqual(['c1', 'c2'])
    }
  })

  it('are refused on what is, not on what this process remembers', async () => {
    const { apply, permit, store, clock } = await town()
    const other = createPlatform({ store, plugins: [permits()], now: clock.now }).permit.permit
    const { id } = await apply()
    await permit.note(id, { text: '1' }, ann)
    await other.refuse(id, { reason: 'no' }, { ...head, unit: 'city' })
    // This process still believes that it can be granted.
    expect((await refusal(permit.grant(id, {}, head))).code).toBe('COMMAND_NOT_ALLOWED')
    expect((await permit.get(id, head)).state.status).toBe('refused')
  })

  it('with an expected version: the second is a conflict', async () => {
    const { apply, permit } = await town()
    const { id } = await apply()
    await permit.note(id, { text: 'a' }, ann, { expectedVersion: 1 })
    const error = await refusal(permit.note(id, { text: 'b' }, ann, { expectedVersion: 1 }))
    expect(error).toMatchObject({
      code: 'VERSION_CONFLICT',
      kind: 'conflict',
      details: { expected: 1, actual: 2 },
    })
  })
})

describe('an idempotency key', () => {
  it('makes a repeated opening return the first case', async () => {
    const { permit, platform } = await town()
    const input = { subject: 'shed', unit: 'works', applicant: 'ann' }
    const first = await permit.apply(input, ann, { idempotencyKey: 'k1' })
    await permit.note(first.id, { text: 'later' }, ann)
    const again = await permit.apply(input, ann, { idempotencyKey: 'k1' })
    expect(again).toEqual(first)
    expect((await platform.cases.find({}, clerk)).items.length).toBe(1)
  })

  it('makes a repeated command return its first result, although the case has gone on', async () => {
    const { apply, permit } = await town()
    const { id } = await apply()
    const first = await permit.note(id, { text: 'a' }, ann, { idempotencyKey: 'k' })
    await permit.grant(id, {}, head)
    const again = await permit.note(id, { text: 'a' }, ann, { idempotencyKey: 'k' })
    expect(again).toEqual(first)
    expect((await permit.get(id, ann)).version).toBe(3)
  })

  it('lets one of ten identical openings at once through', async () => {
    const { permit, platform } = await town()
    const input = { subject: 'shed', unit: 'works', applicant: 'ann' }
    const all = await Promise.all(
      Array.from({ length: 10 }, () => permit.apply(input, ann, { idempotencyKey: 'k' })),
    )
    expect(new Set(all.map((one) => one.id)).size).toBe(1)
    expect((await platform.cases.find({}, clerk)).items.length).toBe(1)
  })

  it('is refused for another input', async () => {
    const { permit } = await town()
    const input = { subject: 'shed', unit: 'works', applicant: 'ann' }
    await permit.apply(input, ann, { idempotencyKey: 'k' })
    const error = await refusal(permit.apply({ ...input, subject: 'castle' }, ann, { idempotencyKey: 'k' }))
    expect(error.code).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  it("is its actor's own: the same key of another person is another key", async () => {
    const { permit } = await town()
    const input = { subject: 'shed', unit: 'works', applicant: 'ann' }
    const first = await permit.apply(input, ann, { idempotencyKey: 'k' })
    const second = await permit.apply(input, bob, { idempotencyKey: 'k' })
    expect(second.id).not.toBe(first.id)
  })

  it('gives nothing again to whom the case accuses by now', async () => {
    const { permit, apply } = await town()
    const { id } = await apply('dump', { unit: 'city' })
    const clerkOfWorks = officer('c', 'city')
    const note = { text: 'seen' }
    await permit.note(id, note, clerkOfWorks, { idempotencyKey: 'k' })
    await permit.accuse(id, { unit: 'city' }, admin)
    expect((await refusal(permit.note(id, note, clerkOfWorks, { idempotencyKey: 'k' }))).code).toBe(
      'CASE_NOT_FOUND',
    )
  })

  it.each([
    [{ expectedVersion: '1' }, 'expectedVersion'],
    [{ expectedVersion: Number.NaN }, 'expectedVersion'],
    [{ expectedVersion: 1.5 }, 'expectedVersion'],
  ])('and a version are checked: %o', async (options, path) => {
    const { permit, apply } = await town()
    const { id } = await apply()
    const error = await refusal(permit.note(id, { text: 'x' }, ann, options as never))
    expect(error).toMatchObject({ code: 'INPUT_INVALID', details: { issues: [{ path }] } })
  })

  it.each([[''], ['x'.repeat(201)], [7], [{}]])('must be a short text, not %s', async (key) => {
    const { permit } = await town()
    const input = { subject: 'shed', unit: 'works', applicant: 'ann' }
    const error = await refusal(permit.apply(input, ann, { idempotencyKey: key as never }))
    expect(error.code).toBe('INPUT_INVALID')
  })
})

describe('a listener', () => {
  it('hears each stored event and can neither fail nor hold up the command', async () => {
    const heard: string[] = []
    const failed: unknown[] = []
    const platform = createPlatform({
      store: memoryStore(),
      plugins: [permits()],
      onListenerError: (error) => {
        failed.push(error)
        throw new Error('and the handler fails too')
      },
    })
    platform.events.on('permit.applied', (event) => void heard.push(event.data.subject))
    platform.events.on('permit.applied', () => {
      throw new Error('sync')
    })
    platform.events.on('permit.applied', async () => {
      throw new Error('async')
    })
    const stop = platform.events.on('permit.applied', () => void heard.push('stopped'))
    stop()
    await platform.permit.permit.apply({ subject: 'shed', unit: 'works', applicant: 'ann' }, ann)
    await new Promise((resolve) => setTimeout(resolve))
    expect(heard).toEqual(['shed'])
    expect(failed).toHaveLength(2)
  })

  it('does not hear of a command that was refused', async () => {
    const { permit, platform } = await town()
    const heard: string[] = []
    platform.events.on('permit.applied', () => void heard.push('applied'))
    await refusal(permit.apply({ subject: '', unit: 'works', applicant: 'ann' }, ann))
    expect(heard).toEqual([])
  })
})
