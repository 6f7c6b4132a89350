import fc from 'fast-check'
import { admin, ann, officer } from '../case/town.fixture.js'
import type { Store } from '../store/port.js'
import { type CountedPlatform, countedPermits, countedTown, permitTally } from './permit-tally.fixture.js'
import type { Count } from './tally.js'

// Random histories of a town whose permits are counted while it works.

const act = fc.record({
  what: fc.constantFrom('apply', 'apply', 'note', 'extend', 'split', 'grant', 'refuse', 'handle', 'accuse'),
  at: fc.nat(),
  unit: fc.constantFrom('works', 'parks'),
})
const round = fc.record({
  /** Commands and countings, all at once, and which process each is given to. */
  acts: fc.array(act, { maxLength: 4 }),
  counts: fc.array(fc.nat(2), { maxLength: 3 }),
  days: fc.constantFrom(0, 0, 0, 6, 20),
  tick: fc.boolean(),
  /** From here on a newer release counts too. */
  upgrade: fc.boolean(),
})
export const history = fc.record({
  rounds: fc.array(round, { minLength: 1, maxLength: 20 }),
  seed: fc.nat(),
})
export type History = typeof history extends fc.Arbitrary<infer One> ? One : never

/** The lines of every table: `{ 'unit 2024-03 works': { filed: 1 } }`. */
type Tables = Readonly<Record<string, Count['amounts']>>

const months = Array.from(
  { length: 24 },
  (_, n) => `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
)

/**
 * Lets two processes, and a newer release from some day on, work and count at once.
 *
 * @returns what each of them counts in the end, and what counting every case gives
 */
export async function play(
  { rounds, seed }: History,
  [first, second]: readonly [Store, Store],
): Promise<{ readonly tallies: readonly Tables[]; readonly expected: Tables }> {
  const random = randomFrom(seed)
  const one = await countedTown({ store: restless(first, random), workingSet: 3 })
  const { clock, platform } = one
  const towns = [one, await countedTown({ store: restless(second, random), workingSet: 3, clock })]
  const town = (n: number) => towns[n % towns.length] as typeof one
  const opened = async () =>
    (await first.readAll(0, 100_000))
      .filter(({ type }) => type === 'permit.applied')
      .map(({ stream }) => stream)

  for (const { acts, counts, days, tick, upgrade } of rounds) {
    clock.addDays(days)
    const ids = await opened()
    if (upgrade && towns.length === 2) {
      const plugin = countedPermits({ ...permitTally, version: 2 })
      towns.push(await countedTown({ store: restless(second, random), plugin, clock }))
    }
    const work: Promise<unknown>[] = acts.map(({ what, at, unit }) =>
      command(town(at).permit, what, ids[at % ids.length] ?? '', unit),
    )
    if (tick) work.push(platform.deadlines.tick())
    for (const who of counts)
      work.push(town(who).platform.tallies.update(), town(who + 1).count({ by: 'unit', periods: months }))
    for (const [n, result] of (await Promise.allSettled(work)).entries()) {
      // Commands that are not allowed are refused. No counting ever is.
      if (result.status === 'rejected' && n >= acts.length) throw result.reason
    }
  }
  const tallies: Tables[] = []
  for (const { platform } of towns) {
    await platform.tallies.update()
    tallies.push(await counted(platform))
  }
  return { tallies, expected: await recounted(platform, await opened()) }
}

async function command(
  permit: CountedPlatform['permit']['permit'],
  what: string,
  id: string,
  unit: string,
): Promise<unknown> {
  switch (what) {
    case 'apply':
      return await permit.apply({ subject: 's', unit, applicant: 'ann' }, admin)
    case 'note':
      return await permit.note(id, { text: 'x' }, ann)
    case 'extend':
      return await permit.extend(id, { days: 5 }, admin)
    case 'split':
      return await permit.split(id, { subjects: ['a', 'b'] }, admin)
    case 'grant':
      return await permit.grant(id, {}, admin)
    case 'refuse':
      return await permit.refuse(id, { reason: 'no' }, officer('h', unit, 'head'))
    case 'handle':
      return await permit.handle(id, { handler: 'x' }, admin)
    default:
      return await permit.accuse(id, { unit }, admin)
  }
}

async function counted({ permit: { count } }: CountedPlatform): Promise<Tables> {
  const all: (readonly [string, Count['amounts']])[] = []
  for (const by of ['outcome', 'unit']) {
    const { lines, isComplete } = await count({ by, periods: months })
    if (!isComplete) throw new Error('not everything is counted')
    for (const { period, of, amounts } of lines) all.push([`${by} ${period} ${of}`, amounts])
  }
  return Object.fromEntries(all)
}

/** The same from every case, in another way: from what a reader sees of it. */
async function recounted(
  { permit: { permit }, deadlines }: CountedPlatform,
  ids: readonly string[],
): Promise<Tables> {
  const tables: Record<string, Record<string, number>> = {}
  const add = (line: string, name: string) => {
    const amounts = tables[line] ?? {}
    tables[line] = amounts
    amounts[name] = (amounts[name] ?? 0) + 1
  }
  for (const id of ids) {
    const { state, openedAt } = await permit.get(id, admin)
    const unit = `unit ${openedAt.slice(0, 7)} ${state.unit}`
    add(unit, 'filed')
    add(unit, `is:${state.status}`)
    for (const { type } of await permit.history(id, admin)) {
      if (type === 'permit.noted') add(unit, 'notes')
      if (type.startsWith('core.')) add(unit, 'warned')
    }
    const decided = (await deadlines.of(id, admin)).find(({ clock }) => clock === 'decide')
    if (decided?.stoppedAt === undefined) continue
    if (decided.late) add(unit, 'late')
    add(`outcome ${decided.stoppedAt.slice(0, 7)} ${state.status}`, 'n')
  }
  return tables
}

/** A store whose log comes in small batches, and whose answers come in any order. */
function restless(store: Store, random: () => number): Store {
  const moment = async () => {
    for (let turns = random() % 4; turns > 0; turns--) await Promise.resolve()
  }
  return {
    ...store,
    async readAll(after, limit) {
      await moment()
      return await store.readAll(after, Math.min(limit, 1 + (random() % 6)))
    },
    async read(stream, after) {
      await moment()
      return await store.read(stream, after)
    },
    async find(view, query) {
      await moment()
      return await store.find(view, query)
    },
    async commit(commit) {
      await moment()
      return await store.commit(commit)
    },
  }
}

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 8
  }
}
