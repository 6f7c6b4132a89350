import {
  type Actor,
  type CaseApi,
  createPlatform,
  definePlugin,
  memoryStore,
  type Platform,
  type Plugin,
  type PluginApis,
  type RecordedEvent,
} from '@redress/core'
import { describe, expectTypeOf, it } from 'vitest'
import {
  type Complaint,
  type ComplaintApi,
  type ComplaintCommands,
  type ComplaintEvent,
  type ComplaintTypes,
  cn2022,
  type FileComplaint,
  type InquiryApi,
  type PetitionApi,
  type PetitionPlugin,
  petition,
  type Tracking,
} from './index.js'

declare const by: Actor

const platform = createPlatform({ store: memoryStore(), plugins: [petition()] })
const { complaint, inquiry } = platform.petition
const letter = { channel: 'online', unit: 'county-petition', title: 'Noise', text: 'Every night.' } as const

describe('a platform with the petition plugin', () => {
  it('has its functions under its id, by their names', () => {
    expectTypeOf(platform.petition).toEqualTypeOf<PetitionApi>()
    expectTypeOf(complaint).toEqualTypeOf<ComplaintApi>()
    expectTypeOf(inquiry).toEqualTypeOf<InquiryApi>()
    expectTypeOf<InquiryApi['track']>().returns.resolves.toEqualTypeOf<Tracking>()
  })

  it('has the same types whatever the options', () => {
    const other = petition({ rules: [cn2022], numbering: undefined })
    expectTypeOf(other).toEqualTypeOf<PetitionPlugin>()
    // @ts-expect-error an option that it does not know
    petition({ rule: cn2022 })
    // @ts-expect-error rules of the petition plugin have a policy
    petition({ rules: [{ ...cn2022, policy: {} }] })
  })

  it('fits where petitions are asked for', () => {
    expectTypeOf(platform).toExtend<Platform<[PetitionPlugin]>>()
    expectTypeOf(platform).toExtend<Platform>()
    expectTypeOf<Platform>().not.toExtend<Platform<[PetitionPlugin]>>()
  })
})

describe('the complaint', () => {
  it('has a method for each command, and reads', () => {
    expectTypeOf<keyof ComplaintApi>().toEqualTypeOf<
      keyof ComplaintCommands | 'get' | 'actions' | 'history' | 'duplicates' | 'links' | 'prepareDuplicates'
    >()
    expectTypeOf(complaint).toExtend<CaseApi<ComplaintTypes>>()
    expectTypeOf(complaint.get('1', by)).resolves.toHaveProperty('state').toEqualTypeOf<Complaint>()
  })

  it('is filed without an id, and takes one from then on', async () => {
    const filed = await complaint.file(letter, by)
    await complaint.register(filed.id, {}, by)
    // @ts-expect-error a complaint that is filed has no id yet
    await complaint.file(filed.id, letter, by)
    // @ts-expect-error which complaint?
    await complaint.register({}, by)
  })

  it('checks the input of each command', async () => {
    expectTypeOf(complaint.file).parameter(0).toEqualTypeOf<FileComplaint>()
    // @ts-expect-error a field is misspelt
    await complaint.file({ ...letter, titel: 'Noise' }, by)
    // @ts-expect-error an unknown channel
    await complaint.file({ ...letter, channel: 'pigeon' }, by)
    // @ts-expect-error the petitioner declares that it is done freely
    await complaint.withdraw('1', { reason: 'done', freely: false }, by)
    // @ts-expect-error an outcome of a handling opinion
    await complaint.answer('1', { outcome: 'lost' }, by)
    // @ts-expect-error who acts?
    await complaint.file(letter)
  })

  it('names its actions and the events of its history', async () => {
    const [action] = await complaint.actions('1', by)
    expectTypeOf(action?.command).toEqualTypeOf<keyof ComplaintCommands | undefined>()
    const [event] = await complaint.history('1', by)
    if (event?.type === 'petition.complaint-registered')
      expectTypeOf(event.data.number).toEqualTypeOf<string>()
  })
})

describe('the events of petitions', () => {
  it('are heard with their data', () => {
    platform.events.on('petition.complaint-accepted', (event) => {
      expectTypeOf(event.data.noticeOn).toEqualTypeOf<string | null>()
      expectTypeOf(event).toExtend<RecordedEvent<ComplaintEvent>>()
    })
    platform.events.on('core.deadline-passed', () => {})
    // @ts-expect-error a slip of the pen
    platform.events.on('petition.complaint-acepted', () => {})
    // @ts-expect-error an unknown field
    platform.events.on('petition.complaint-accepted', ({ data }) => void data.acceptedOn)
    const bare = createPlatform({ store: memoryStore(), plugins: [] })
    // @ts-expect-error no petitions, no events of theirs
    bare.events.on('petition.complaint-accepted', () => {})
  })
})

describe('a plugin that requires petitions', () => {
  interface DigestApi {
    units(): readonly string[]
  }
  interface DigestPlugin extends Plugin<'digest', DigestApi, never, readonly [PetitionPlugin]> {}

  const digest = () =>
    definePlugin<DigestPlugin>({
      id: 'digest',
      requires: ['petition'],
      setup(host) {
        const units: string[] = []
        expectTypeOf(host.plugins).toEqualTypeOf<PluginApis<readonly [PetitionPlugin]>>()
        host.events.on('petition.complaint-filed', ({ data }) => void units.push(data.unit))
        return { units: () => units }
      },
    })

  it('can use them, and cannot be installed without them', () => {
    const made = createPlatform({ store: memoryStore(), plugins: [digest(), petition()] })
    expectTypeOf(made.digest.units()).toEqualTypeOf<readonly string[]>()
    createPlatform({
      store: memoryStore(),
      plugins: [
        // @ts-expect-error Plugin 'digest' requires plugin 'petition': add it to the plugins array
        digest(),
      ],
    })
    // @ts-expect-error Plugin 'petition' is made by this function: call it
    createPlatform({ store: memoryStore(), plugins: [petition] })
  })
})
