import { describe, expect, it } from 'vitest'
import { type Actor, actorRef, type Officer } from '../access/actor.js'
import { admin, ann, bob, officer, outcome, town } from './town.fixture.js'

describe('a case', () => {
  it.each([
    ['the petitioner', ann, 'allowed'],
    ['another resident', bob, 'READ_NOT_ALLOWED'],
    ['somebody unknown', { kind: 'anonymous' } as const, 'READ_NOT_ALLOWED'],
    ['an officer of the unit in charge', officer('o', 'works'), 'allowed'],
    ['an officer of a unit above', officer('o', 'city'), 'allowed'],
    ['an officer of a unit below', officer('o', 'desk'), 'READ_NOT_ALLOWED'],
    ['an officer of another unit', officer('o', 'parks'), 'READ_NOT_ALLOWED'],
    ['an officer of a unit that does not exist', officer('o', 'nowhere'), 'READ_NOT_ALLOWED'],
    ['the host', admin, 'allowed'],
  ])('is read by %s: %s', async (_, by, expected) => {
    const { permit, platform, apply } = await town()
    const { id } = await apply()
    expect(await outcome(permit.get(id, by))).toBe(expected)
    expect(await outcome(permit.history(id, by))).toBe(expected)
    expect(await outcome(permit.actions(id, by))).toBe(expected)
    expect(await outcome(platform.deadlines.of(id, by))).toBe(expected)
    const { items } = await platform.cases.find({ involving: 'works' }, by)
    const { items: mine } = by.kind === 'resident' ? await platform.cases.find({}, by) : { items }
    expect(mine.length).toBe(expected === 'allowed' ? 1 : 0)
  })

  it('does not exist for the accused unit, for those below it, nor in any list of theirs', async () => {
    const { permit, platform, apply } = await town()
    const { id } = await apply('dump', { unit: 'city', against: 'works' })
    for (const by of [officer('o', 'works', 'head'), officer('o', 'desk')]) {
      expect(await outcome(permit.get(id, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(permit.note(id, { text: 'x' }, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(permit.history(id, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(permit.actions(id, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(platform.deadlines.of(id, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(platform.deadlines.explain(id, 'decide', by))).toBe('CASE_NOT_FOUND')
      for (const query of [{}, { unit: 'city' }, { involving: 'city' }, { number: 'P-dump' }]) {
        expect((await platform.cases.find(query, by)).items).toEqual([])
      }
    }
    expect(await outcome(permit.get(id, officer('o', 'city')))).toBe('allowed')
  })

  it('that accuses anybody does not exist for whoever may not read it: two answers would tell that it does', async () => {
    const { permit, platform, apply } = await town()
    const { id } = await apply('dump', { unit: 'city', against: 'works' })
    const outsiders: Actor[] = [officer('o', 'works'), officer('o', 'parks'), bob, { kind: 'anonymous' }]
    for (const by of outsiders) {
      expect(await outcome(permit.get(id, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(permit.note(id, { text: 'x' }, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(permit.history(id, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(permit.actions(id, by))).toBe('CASE_NOT_FOUND')
      expect(await outcome(platform.deadlines.of(id, by))).toBe('CASE_NOT_FOUND')
    }
    expect(await outcome(permit.grant(id, {}, ann))).toBe('COMMAND_NOT_ALLOWED')
  })

  it("is nobody's to see for a unit that has ended", async () => {
    const { permit, platform, apply } = await town()
    const { id } = await apply('shed', { unit: 'parks' })
    await platform.organizations.merge({ from: ['parks'], into: 'works', on: '2024-03-01' }, admin)
    const stale = officer('o', 'parks')
    expect(await outcome(permit.get(id, stale))).toBe('ACTOR_INVALID')
    expect(await outcome(permit.note(id, { text: 'x' }, stale))).toBe('ACTOR_INVALID')
    expect(await outcome(platform.cases.find({}, stale))).toBe('ACTOR_INVALID')
    expect(await outcome(permit.get(id, officer('o', 'works')))).toBe('allowed')
  })

  it('is closed to whom it was recused from, in commands, reads and lists', async () => {
    const { permit, platform, apply } = await town()
    const { id } = await apply()
    await permit.recuse(id, { person: 'o7' }, officer('o1', 'works'))
    const recused = officer('o7', 'works')
    expect(await outcome(permit.note(id, { text: 'x' }, recused))).toBe('COMMAND_NOT_ALLOWED')
    expect(await outcome(permit.get(id, recused))).toBe('READ_NOT_ALLOWED')
    expect((await platform.cases.find({}, recused)).items).toEqual([])
  })

  it('is not verified by who handled it', async () => {
    const { permit, apply } = await town()
    const { id } = await apply()
    await permit.handle(id, { handler: 'o7' }, officer('o1', 'works'))
    const reasons = async (by: Officer) =>
      (await permit.actions(id, by)).find((one) => one.command === 'refuse')?.reasons.map((one) => one.code)
    expect(await reasons(officer('o7', 'works', 'head'))).toEqual(['IS_HANDLER'])
    expect(await reasons(officer('o8', 'works', 'head'))).toEqual([])
    expect(await reasons(officer('o8', 'works'))).toEqual(['ROLE_MISSING'])
  })

  it('shows each reader its own side', async () => {
    const { permit, apply } = await town()
    const { id } = await apply()
    await permit.note(id, { text: 'internal' }, officer('o', 'works'))
    const types = async (by: Actor) => (await permit.history(id, by)).map((event) => event.type)
    expect(await types(ann)).toEqual(['permit.applied'])
    expect(await types(officer('o', 'works'))).toEqual(['permit.applied', 'permit.noted'])
    expect((await permit.get(id, ann)).state.secret).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    expect((await permit.get(id, officer('o', 'works'))).state.secret).toBe('')
  })

  it('is found by its hidden key, exactly, and the key is in no list', async () => {
    const { platform, apply } = await town()
    const { id, state } = await apply()
    expect(await platform.permit.bySecret(state.secret)).toEqual([id])
    expect(await platform.permit.bySecret(state.secret.slice(1))).toEqual([])
    expect(JSON.stringify(await platform.cases.find({}, officer('o', 'works')))).not.toContain(state.secret)
  })

  it('shows the events of an older version in the shape of today', async () => {
    const { permit, apply, store } = await town()
    const { id } = await apply()
    const old = {
      type: 'permit.noted',
      data: 'bare text',
      stream: id,
      version: 2,
      at: '2024-03-01T02:00:00.000Z',
      by: actorRef(admin),
      hash: '',
    }
    await store.commit({ streams: [{ stream: id, expectedVersion: 1, events: [old] }], rows: [] })
    const events = await permit.history(id, admin)
    expect(events[1]?.data).toEqual({ text: 'bare text' })
    expect((await permit.get(id, admin)).state.notes).toBe(1)
  })
})

describe('actions', () => {
  it('are exactly the commands that then work', async () => {
    const { permit, apply } = await town()
    for (const by of [
      ann,
      officer('o', 'works'),
      officer('h', 'works', 'head'),
      officer('h', 'city', 'head'),
    ]) {
      const inputs = {
        note: { text: 'x' },
        handle: { handler: 'z' },
        recuse: { person: 'z' },
        extend: { days: 1 },
        pause: { from: '2024-03-01' },
        resume: { at: '2024-03-01' },
        grant: {},
        accuse: { unit: 'parks' },
        refuse: { reason: 'r' },
        split: { subjects: ['y'] },
      } as const
      for (const command of Object.keys(inputs) as (keyof typeof inputs)[]) {
        const { id } = await apply()
        const action = (await permit.actions(id, by)).find((one) => one.command === command)
        const result = await outcome(
          (permit[command] as (id: string, input: object, by: Actor) => Promise<unknown>)(
            id,
            inputs[command],
            by,
          ),
        )
        expect(result, `${command} by ${JSON.stringify(by)}`).toBe(
          action?.allowed ? 'allowed' : 'COMMAND_NOT_ALLOWED',
        )
      }
    }
  })

  it('say why not, also beside the status', async () => {
    const { permit, apply } = await town()
    const { id } = await apply()
    for (const text of ['1', '2', '3']) await permit.note(id, { text }, ann)
    const note = (await permit.actions(id, ann)).find((one) => one.command === 'note')
    expect(note).toEqual({
      command: 'note',
      allowed: false,
      reasons: [{ code: 'NOTES_FULL', message: 'there are enough notes' }],
    })
  })
})
