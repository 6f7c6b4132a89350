import { type Actor, isPlatformError, type Officer, type PlatformError } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, letter, neighbour, why } from '../complaint/county.fixture.js'
import { accusationInputs } from './commands/index.js'
import { type Command, inputFor, runOf } from './inputs.fixture.js'
import { accuser, anonymousCharge, charge, nobody, people, type Town, town } from './town.fixture.js'

const officer = (id: string, unit: string, ...roles: readonly string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})
const everyDuty = ['petitionOfficer', 'handler', 'head', 'recordsOfficer', 'auditor']

/** Those who must not learn of it: the accused in every capacity, and somebody else who asks for them. */
const outsiders: readonly Actor[] = [
  people.water,
  officer('works', 'water-works', ...everyDuty),
  officer('wu', 'county-discipline', ...everyDuty),
  officer('wu', 'county-petition', ...everyDuty),
  { kind: 'resident', id: 'wu' },
  officer('friend', 'county-school', ...everyDuty),
  officer('plain', 'county-discipline'),
  neighbour,
  nobody,
]

const purposes = [
  'registration',
  'investigation',
  'feedback',
  'protection',
  'supervision',
  'ownMatter',
  'recordKeeping',
]

/** What somebody gets to know of a case by every way of asking: the words of each answer. */
async function traces(made: Town, id: string, by: Actor): Promise<readonly string[]> {
  const { accusation, retaliation, complaint, inquiry, platform, today } = made
  const own = await complaint.file(
    { ...letter, unit: 'county-water', petitioners: [{ id: 'r9', name: 'x' }] },
    host,
  )
  await complaint.register(own.id, {}, host)
  const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['get', () => accusation.get(id, by)],
    ['history', () => accusation.history(id, by)],
    ['actions', () => accusation.actions(id, by)],
    ['competent', () => accusation.competent(id, by)],
    ['as a complaint', () => complaint.get(id, by)],
    ['take over', () => accusation.takeOver(id, {}, by)],
    ['retaliation', () => retaliation.report({ ...charge, follows: { case: id } }, by)],
    ['follow', () => inquiry.follow(id, by)],
    ['merge', () => complaint.merge(own.id, { into: id, finding: 'f', noticeOn: today() }, by)],
    [
      'ended case',
      () =>
        complaint.notAccept(
          own.id,
          { ground: 'alreadyEnded', reasons: 'r', advice: 'a', noticeOn: today(), endedCase: id },
          by,
        ),
    ],
    ['mayRead', () => platform.cases.mayRead(id, by)],
    ['deadlines', () => platform.deadlines.of(id, by)],
    ['explain', () => platform.deadlines.explain(id, 'sortAndForward', by)],
    ['accesses', () => platform.personal.accesses(id, by)],
    ['export', () => platform.personal.subjectAccessExport({ case: id, person: 'p1' }, by)],
    ...purposes.map(
      (purpose) => [`read ${purpose}`, () => platform.personal.read(id, { purpose }, by)] as const,
    ),
    ['readMany', () => platform.personal.readMany([id], { purpose: 'investigation' }, by)],
    ...(['restrict', 'lift', 'erase', 'prune'] as const).map(
      (act) => [act, () => platform.retention[act](id, { ground: 'legalOrder' }, by)] as const,
    ),
    ...(Object.keys(accusationInputs) as Command[])
      .filter((command) => command !== 'file')
      .flatMap((command) => {
        const run = runOf(accusation, command) as (...given: readonly unknown[]) => Promise<unknown>
        const input = inputFor(command, today())
        return [
          [command, () => run(id, input, by)] as const,
          [`${command} at a version`, () => run(id, input, by, { expectedVersion: 3 })] as const,
          [`${command} with a key`, () => run(id, input, by, { idempotencyKey: 'k'.repeat(30) })] as const,
        ]
      }),
  ]
  const seen: string[] = []
  for (const [way, call] of ways) {
    try {
      seen.push(`${way}: ${JSON.stringify(await call())}`)
    } catch (error) {
      if (!isPlatformError(error)) throw error
      const { code, message, details } = error
      seen.push(`${way}: ${code} ${message} ${JSON.stringify(details)}`)
    }
  }
  return seen.map((one) => one.replaceAll(id, 'ID').replaceAll(own.id, 'OWN'))
}

describe('an accusation is not there', () => {
  it.each(outsiders.map((by) => [JSON.stringify(by), by] as const))('for %s', async (_, by) => {
    const made = await town()
    const { id } = await made.investigating()
    expect(await traces(made, id, by)).toEqual(await traces(made, '0'.repeat(id.length), by))
    expect((await made.accusation.get(id, host)).version).toBe(5)
  })

  it('nor where nobody is named yet', async () => {
    const made = await town()
    const { accused: _, ...rest } = charge
    const { id } = await made.accusation.file({ ...rest, accusedUnknown: true }, accuser)
    for (const by of [officer('friend', 'county-school', ...everyDuty), neighbour, nobody])
      expect(await traces(made, id, by)).toEqual(await traces(made, '0'.repeat(id.length), by))
  })

  it('in any list, by number, kind or facet', async () => {
    const { platform, investigating } = await town()
    const { state } = await investigating()
    const queries = [
      {},
      { unit: 'county' },
      { unit: 'county-discipline' },
      { involving: 'county-petition' },
      { number: state.number ?? '' },
      { kind: 'petition.accusation' },
      { facets: { confidentiality: 'sealedAccusation' } },
    ]
    for (const by of outsiders)
      for (const query of queries)
        expect((await platform.cases.find(query, by)).items, JSON.stringify([by, query])).toEqual([])
    const [item] = (await platform.cases.find({}, people.discipline)).items
    expect(item).toMatchObject({
      title: '检举控告 · accusation',
      facets: { channel: 'online', confidentiality: 'sealedAccusation' },
    })
    expect(JSON.stringify(item)).not.toMatch(/wu|county-water|misconduct|r1|张/)
  })

  it('for staff with a duty who hold a second post in an accused unit', async () => {
    const { accusation, platform, investigating } = await town()
    const { id } = await investigating()
    await accusation.get(id, people.discipline)
    await platform.organizations.appoint(
      { unit: 'water-works', person: 'dis-desk', roles: ['handler'] },
      host,
    )
    expect(await why(accusation.get(id, people.discipline))).toEqual(['CASE_NOT_FOUND'])
    expect(await why(accusation.note(id, { text: 'x' }, people.discipline))).toEqual(['CASE_NOT_FOUND'])
  })

  it('again for whom a repeated command would show it', async () => {
    const { accusation, registered } = await town()
    const { id } = await registered()
    const key = { idempotencyKey: 'note once' }
    await accusation.note(id, { text: 'x' }, people.desk, key)
    await accusation.nameAccused(id, { accused: { persons: ['desk'] } }, host)
    expect(await why(accusation.note(id, { text: 'x' }, people.desk, key))).toEqual(['CASE_NOT_FOUND'])
  })
})

describe('an accusation is read', () => {
  it('by staff with a duty in the bodies that have or had a part in it and those above, and by its author', async () => {
    const { accusation, platform, investigating } = await town()
    const { id } = await investigating()
    const readers: readonly Actor[] = [
      people.desk,
      people.discipline,
      people.investigator,
      officer('c', 'county', 'head'),
      officer('c', 'city', 'head'),
      accuser,
      host,
    ]
    for (const by of readers) {
      expect((await accusation.get(id, by)).id).toBe(id)
      const { items } = await platform.cases.find(
        { unit: by.kind === 'officer' ? 'county-discipline' : undefined },
        by,
      )
      expect(items.map((one) => one.id)).toEqual([id])
    }
    expect(await why(accusation.get(id, people.personnel))).toEqual(['CASE_NOT_FOUND'])
    await accusation.tellPersonnel(id, { to: 'city-organization', report: 'r' }, people.desk)
    expect((await accusation.get(id, people.personnel)).state.personnel).toHaveLength(1)
  })

  it('without the account of its author, and by its author without who works on it', async () => {
    const { accusation, concluded } = await town()
    const { id } = await concluded()
    await accusation.supplement(id, { text: 'x' }, accuser)
    for (const by of [people.discipline, accuser]) {
      const shown = JSON.stringify([await accusation.get(id, by), await accusation.history(id, by)])
      expect(shown).not.toContain('"r1"')
    }
    const own = JSON.stringify([await accusation.get(id, accuser), await accusation.history(id, accuser)])
    expect(own).not.toMatch(/inv-1|county-water|"wu"|"found"/)
    expect(JSON.stringify(await accusation.get(id, people.discipline))).toMatch(/inv-1.*|county-water/)
    expect((await accusation.get(id, host)).state.petitionerIds).toEqual(['r1'])
  })

  it('by nobody of a body that is named while it is sent there', async () => {
    const { accusation, registered } = await town()
    for (const first of ['route', 'name'] as const) {
      const { id } = await registered()
      const route = () => accusation.route(id, { to: 'county-discipline' }, people.desk)
      const name = () => accusation.nameAccused(id, { accused: { units: ['county-discipline'] } }, host)
      const [one, two] = first === 'route' ? [route, name] : [name, route]
      const both = await Promise.allSettled([one(), two(), accusation.note(id, { text: 'x' }, people.desk)])
      const refused = both.flatMap((done) =>
        done.status === 'rejected' ? [done.reason as PlatformError] : [],
      )
      expect(refused.map(({ code }) => code)).toEqual(first === 'name' ? ['ACCUSED_RECIPIENT'] : [])
      expect(await why(accusation.get(id, people.discipline))).toEqual(['CASE_NOT_FOUND'])
    }
  })

  it('and told once, by two who tell it at once', async () => {
    const { accusation, concluded, today } = await town()
    const { id } = await concluded()
    const telling = { on: today(), manner: 'phone', proof: 'p', answer: 'a' } as const
    const both = await Promise.allSettled(
      [1, 2].map(() => accusation.feedBack(id, telling, people.investigator)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('nobody is told of an accusation', () => {
  it('by a subscription on behalf of somebody whom it accuses', async () => {
    const { platform, store, investigating, accusation } = await town()
    const heard: string[] = []
    const { id } = await investigating()
    const subscribe = async (name: string, reader: Actor) => {
      const handle = ({ type, stream }: { readonly type: string; readonly stream: string }) =>
        void (stream === id && heard.push(`${name} ${type}`))
      const subscription = await platform.subscriptions.add({ name, reader, handle, from: 'start' })
      const head = await store.head()
      while ((await subscription.status()).position < head) await new Promise((done) => setTimeout(done, 1))
      await subscription.stop()
    }
    await subscribe('accused', people.water)
    await subscribe('wu', { kind: 'resident', id: 'wu' })
    expect(heard).toEqual([])
    await subscribe('author', accuser)
    expect(heard.length).toBeGreaterThan(0)
    await accusation.get(id, accuser)
  })

  it('by an anonymous filing that names a unit which is accused: only that unit is refused', async () => {
    const { accusation } = await town()
    const to = (unit: string) => why(accusation.file({ ...anonymousCharge, unit }, nobody))
    expect(await to('county-water')).toEqual(['ACCUSED_RECIPIENT'])
    await accusation.file({ ...anonymousCharge, unit: 'county-petition' }, nobody)
    expect(await why(accusation.get('x', citizen))).toEqual(['CASE_NOT_FOUND'])
  })
})
