import { type Actor, isPlatformError } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, staff, why } from '../complaint/county.fixture.js'
import { suggestionInputs } from './commands/index.js'
import { evolveSuggestion } from './evolve.js'
import { type Command, inputFor } from './inputs.fixture.js'
import { idea, publicText, town } from './town.fixture.js'

const trap = new Proxy(
  {},
  {
    get: () => {
      throw new Error('trap')
    },
    ownKeys: () => {
      throw new Error('trap')
    },
  },
)
const huge = 'x'.repeat(1_000_000)
const strange: readonly unknown[] = [undefined, null, 7, 'text', [], huge, trap, { text: huge }, () => idea]

describe('inputs that are none', () => {
  it.each(Object.keys(suggestionInputs) as Command[])(
    'of %s are refused, and nothing changes',
    async (command) => {
      const { suggestion, inStudy, store } = await town()
      const { id } = await inStudy()
      const method = suggestion[command] as (...args: unknown[]) => Promise<unknown>
      const before = await store.head()
      for (const input of strange) {
        const error: unknown = await (command === 'file'
          ? method(input, host)
          : method(id, input, host)
        ).catch((one: unknown) => one)
        expect(isPlatformError(error), `${command} ${String(typeof input)}`).toBe(true)
        expect(error).toMatchObject({ code: 'INPUT_INVALID' })
      }
      for (const by of [undefined, null, {}, { kind: 'officer' }, trap]) {
        const input = inputFor(command, '2024-08-01', id)
        const work = command === 'file' ? method(input, by) : method(id, input, by)
        expect(await why(work)).toEqual(['ACTOR_INVALID'])
      }
      expect(await store.head()).toBe(before)
    },
  )

  it('are too long at a million characters, wherever they stand', async () => {
    const { suggestion } = await town()
    for (const field of ['title', 'text', 'place', 'matter', 'area', 'unit', 'call'])
      expect(await why(suggestion.file({ ...idea, [field]: huge }, citizen)), field).toEqual([
        'INPUT_INVALID',
      ])
    expect(await why(suggestion.file({ ...idea, answers: [huge] }, citizen))).toEqual(['INPUT_INVALID'])
    const many = Array.from({ length: 51 }, (_, n) => ({ name: `居民${n}` }))
    expect(await why(suggestion.file({ ...idea, petitioners: many }, staff.desk))).toEqual(['INPUT_INVALID'])
    expect(await why(suggestion.file({ ...idea, text: '好'.repeat(20_001) }, citizen))).toEqual([
      'INPUT_INVALID',
    ])
    expect((await suggestion.file({ ...idea, text: '好'.repeat(20_000) }, citizen)).version).toBe(1)
  })

  it('that read otherwise the second time publish only what was looked at', async () => {
    const { suggestion, screened } = await town()
    const { id } = await screened()
    let reads = 0
    const input = {
      title: publicText.title,
      get text() {
        reads++
        return reads === 1 ? publicText.text : '张某某 13800000000'
      },
    }
    await suggestion.publish(id, input, staff.desk)
    expect((await suggestion.readPublished(id)).text).toBe(publicText.text)
  })
})

describe('what people write', () => {
  it('is seen in no event and in no row', async () => {
    const { suggestion, store, today, complaint, platform } = await town()
    /** Makes every text of an input tell of itself. */
    const marked = (command: Command, other = ''): object =>
      JSON.parse(JSON.stringify(inputFor(command, today(), other)), (field, value: unknown) =>
        typeof value === 'string' && (value.length === 1 || written.has(field)) ? `秘密${field}` : value,
      ) as object
    const run = async (id: string, command: Command) =>
      await (suggestion[command] as (id: string, input: object, by: Actor) => Promise<unknown>)(
        id,
        marked(command, appeal),
        command === 'withdraw' ? citizen : host,
      )
    const { id: appeal } = await complaint.file({ ...idea, title: '秘密', text: '秘密' }, citizen)
    const roads: readonly (readonly Command[])[] = [
      ['register', 'screen', 'publish', 'setAside', 'restore', 'unpublish', 'supplement', 'note', 'transfer'],
      [
        'askReturn',
        'answerReturn',
        'transfer',
        'study',
        'assign',
        'recuse',
        'hearView',
        'decide',
        'failReply',
      ],
      [
        'reply',
        'plan',
        'reportProgress',
        'realise',
        'honour',
        'consentToName',
        'close',
        'reopen',
        'withdraw',
      ],
    ]
    const file = { ...(marked('file') as typeof idea), place: '秘密place', answers: undefined }
    const { id } = await suggestion.file(file, citizen)
    for (const command of roads.flat()) await run(id, command)
    for (const last of [
      ['decline'],
      ['screen', 'study', 'decide', 'plan', 'giveUp'],
      ['handOver'],
    ] as const) {
      const other = await suggestion.file(file, citizen)
      for (const command of ['register', ...last] as const) await run(other.id, command)
    }
    // It is all there, for whose duty it is.
    const { texts } = await platform.personal.read(id, { purpose: 'handling' }, host)
    for (const field of ['text', 'publicText', 'reasons', 'view', 'name', 'measures', 'proof', 'award'])
      expect(
        texts.some(({ fields }) => fields[field]?.startsWith('秘密')),
        field,
      ).toBe(true)
    const log = await store.readAll(0, 1000)
    const types = new Set(log.map(({ type }) => type))
    const never = ['petition.suggestion-return-refused', 'petition.suggestion-duty-made']
    expect(Object.keys(evolveSuggestion).filter((type) => !types.has(type))).toEqual(never)
    const views = ['core.inbox', 'core.tally', 'petition.published-suggestions', 'petition.supports']
    const rows = await Promise.all(views.map((view) => store.find(view, { limit: 1000 })))
    for (const text of [JSON.stringify(log), JSON.stringify(rows)])
      for (const secret of ['秘密', '张某某', '13800000000', '幸福小区']) expect(text).not.toContain(secret)
  })
})

/** Where the inputs of the fixture say more than one letter. */
const written: ReadonlySet<string> = new Set(['title', 'text'])

describe('people who file for others', () => {
  it('are refused, and whoever is not known speaks for no account', async () => {
    const { suggestion } = await town()
    const nobody: Actor = { kind: 'anonymous' }
    expect(await why(suggestion.file(idea, neighbour))).toEqual(['FILED_FOR_OTHERS'])
    expect(await why(suggestion.file(idea, nobody))).toEqual(['FILED_FOR_OTHERS'])
    expect(await why(suggestion.file({ ...idea, petitioners: [] }, citizen))).toEqual(['AUTHOR_MISSING'])
    expect(await why(suggestion.file({ ...idea, anonymous: true }, citizen))).toEqual([
      'ANONYMOUS_WITH_NAMES',
    ])
    const named = { ...idea, petitioners: [{ name: '张某某', phone: '13800000000' }] }
    expect((await suggestion.file(named, nobody)).state.petitionerIds).toEqual([])
  })
})

describe('an outsider', () => {
  it('may give no command and reads nothing', async () => {
    const { suggestion, inStudy } = await town()
    const { id } = await inStudy()
    for (const command of Object.keys(suggestionInputs) as Command[]) {
      if (command === 'file') continue
      const method = suggestion[command] as (id: string, input: object, by: Actor) => Promise<unknown>
      for (const by of [neighbour, staff.water, { kind: 'anonymous' } as const]) {
        const reasons = await why(method(id, inputFor(command, '2024-08-01', id), by))
        // Only why it is not theirs, never how it stands.
        expect(reasons, command).not.toContain('STATUS')
        expect(reasons.length, command).toBeGreaterThan(0)
      }
    }
    for (const by of [neighbour, staff.water]) {
      expect(await why(suggestion.get(id, by))).toEqual(['READ_NOT_ALLOWED'])
      expect(await why(suggestion.supports(id, by))).toEqual(['READ_NOT_ALLOWED'])
    }
  })
})

describe('two officers at once', () => {
  it('decide once', async () => {
    const { suggestion, inStudy } = await town()
    const { id } = await inStudy()
    const outcomes = ['adoptFully', 'notAdopt'] as const
    const both = await Promise.allSettled(
      outcomes.map((outcome) => suggestion.decide(id, { outcome, reasons: 'r' }, staff.housing)),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await suggestion.get(id, host)).state.earlier).toEqual([])
  })
})
