import { type Actor, addDays, isPlatformError } from '@redress/core'
import { complaintInputs } from '../complaint/commands/index.js'
import { letter } from '../complaint/county.fixture.js'
import { type Command, inputFor } from '../complaint/inputs.fixture.js'
import { accusationActs, accusationReadings } from './accusations.fixture.js'
import type { World } from './world.fixture.js'

/** One question and its answer. */
export type Observation = readonly [question: string, answer: unknown]

/** Everything that somebody gets to know by asking: results, and every word of every refusal. */
export async function observe(world: World, by: Actor): Promise<readonly Observation[]> {
  const seen: Observation[] = []
  const ask = async (question: string, call: () => Promise<unknown>) => {
    try {
      seen.push([question, plain(world, await call())])
    } catch (error) {
      if (!isPlatformError(error)) throw error
      const { code, kind, message, details } = error
      seen.push([question, plain(world, { code, kind, message, details })])
    }
  }
  for (const [question, call] of [...readings(world, by), ...accusationReadings(world, by)])
    await ask(question, call)
  for (const [question, call] of [...acts(world, by), ...accusationActs(world, by)]) await ask(question, call)
  // What the acts have left behind.
  for (const [question, call] of lists(world, by)) await ask(`${question}, afterwards`, call)
  // The last: a subscription makes ids of real time, and those that came after it would not be comparable.
  await ask('what a subscription for them hears', () => heardBy(world, by))
  return seen
}

type Question = readonly [string, () => Promise<unknown>]

function lists({ made: { platform }, hiddenNumber }: World, by: Actor): readonly Question[] {
  const queries: object[] = [
    {},
    { facets: { confidentiality: 'sealedAccusation' } },
    { facets: { class: 'accusation' } },
  ]
  for (const unit of ['county', 'city', 'county-water', 'water-works', 'county-petition', 'city-petition'])
    queries.push({ unit }, { unit, subtree: false }, { involving: unit })
  for (const number of [hiddenNumber]) queries.push({ number })
  queries.push(
    { facets: { matter: 'bribes' } },
    { facets: { channel: 'visit' } },
    { overdue: true },
    { open: false },
  )
  const sorted = queries.flatMap((query) => ['due', 'opened', 'updated'].map((sort) => ({ ...query, sort })))
  const more = [{ descending: true }, { limit: 1 }, { limit: 2 }, { limit: 2, descending: true }]
  return [...sorted, ...more].map((query) => [
    `cases.find ${JSON.stringify({ ...query, number: undefined })}${'number' in query ? ' number' : ''}`,
    async () => {
      const pages: unknown[] = []
      for (let cursor: string | undefined, n = 0; n < 20; n++) {
        const page = await platform.cases.find({ ...query, cursor } as never, by)
        // A cursor is a place: what it says is compared.
        pages.push({ items: page.items, next: page.next === undefined ? undefined : atob(page.next) })
        if (page.next === undefined) break
        cursor = page.next
      }
      return pages
    },
  ])
}

function readings(world: World, by: Actor): readonly Question[] {
  const { made, hidden, alsoHidden, others } = world
  const { complaint, inquiry, platform } = made
  const questions: Question[] = [...lists(world, by)]
  const ids = [hidden, alsoHidden, ...others.map(({ id }) => id)]
  const purposes = [
    'registration',
    'duplicateCheck',
    'handling',
    'delivery',
    'supervision',
    'followUp',
    'ownMatter',
    'recordKeeping',
  ]
  for (const id of ids) {
    questions.push(
      [`mayRead ${id}`, () => platform.cases.mayRead(id, by)],
      [`proof of ${id}`, () => proofOf(world, id, by)],
      [`get ${id}`, () => complaint.get(id, by)],
      [`history ${id}`, () => complaint.history(id, by)],
      [`actions ${id}`, () => complaint.actions(id, by)],
      [`duplicates ${id}`, () => complaint.duplicates(id, by)],
      [`links ${id}`, () => complaint.links(id, by)],
      [`follow ${id}`, () => inquiry.follow(id, by)],
      [`deadlines ${id}`, () => platform.deadlines.of(id, by)],
      [`accesses ${id}`, () => platform.personal.accesses(id, by)],
      ...['sortAndForward', 'handle', 'nothing'].map(
        (clock): Question => [`explain ${clock} ${id}`, () => platform.deadlines.explain(id, clock, by)],
      ),
      ...purposes.map(
        (purpose): Question => [
          `read ${purpose} ${id}`,
          () => platform.personal.read(id, { purpose, reveal: purpose === 'handling' ? ['name'] : [] }, by),
        ],
      ),
      [`export ${id}`, () => platform.personal.subjectAccessExport({ case: id, person: 'p1' }, by)],
    )
  }
  questions.push(
    ['readMany', () => platform.personal.readMany(ids, { purpose: 'handling' }, by)],
    ['the organisation', async () => (await platform.organizations.current()).subtree('city')],
    ['export one', () => platform.personal.subjectAccessExport({ id: 'id' in by ? by.id : '' }, by)],
    ['views', () => platform.views.building()],
    ...others.map(({ code }, n): Question => [`track ${n}`, () => inquiry.track(code)]),
    ...['duplicates', 'identification', 'nothing'].map(
      (purpose): Question => [
        `find a person, ${purpose}`,
        () =>
          platform.personal.find(
            { kind: 'petition.complaint', field: 'phone', value: '13800000000', purpose },
            by,
          ),
      ],
    ),
  )
  return questions
}

/** Everything that a subscription on behalf of a reader is told, from the beginning of the log. */
async function heardBy({ made: { platform, store } }: World, reader: Actor): Promise<unknown> {
  const heard: unknown[] = []
  const handle = (event: unknown) => void heard.push(event)
  const head = await store.head()
  const subscription = await platform.subscriptions.add({ name: 'reader', reader, concurrency: 1, handle })
  while ((await subscription.status()).position < head)
    await new Promise<void>((resolve) => void setTimeout(() => resolve(), 1))
  await subscription.stop()
  return heard
}

/** Whether the opening of a case is shown with its proof; where it lies in the log is for the host to say. */
async function proofOf({ made: { platform, store } }: World, id: string, by: Actor): Promise<unknown> {
  const position = (await store.read(id))[0]?.position ?? 10_000
  const proof = await platform.audit.proof(position, by)
  return proof?.event.data
}

function acts({ made, hidden, others }: World, by: Actor): readonly Question[] {
  const { complaint, platform, today } = made
  const own = others.map(({ id }) => id)
  const run = (command: Command, id: string, input: object, options?: object) => {
    const method = complaint[command] as (
      id: string,
      input: object,
      by: Actor,
      options?: object,
    ) => Promise<unknown>
    return method(id, input, by, options)
  }
  const questions: Question[] = []
  for (const command of Object.keys(complaintInputs) as Command[]) {
    if (command === 'file') continue
    const input = inputFor(command, today(), own[0] ?? '')
    questions.push(
      [`${command} hidden`, () => run(command, hidden, input)],
      [`${command} hidden at version 3`, () => run(command, hidden, input, { expectedVersion: 3 })],
      [`${command} hidden with a key`, () => run(command, hidden, input, { idempotencyKey: 'k'.repeat(30) })],
    )
  }
  const ended = { ground: 'alreadyEnded', reasons: 'r', advice: 'a', noticeOn: today(), endedCase: hidden }
  for (const id of own)
    questions.push(
      [`merge ${id} into hidden`, () => run('merge', id, inputFor('merge', today(), hidden))],
      [`link ${id} to hidden`, () => run('link', id, inputFor('link', today(), hidden))],
      [
        `dismiss hidden from ${id}`,
        () => run('dismissDuplicate', id, inputFor('dismissDuplicate', today(), hidden)),
      ],
      [`notAccept ${id} because of hidden`, () => run('notAccept', id, ended)],
    )
  const ground = 'legalOrder'
  for (const act of ['restrict', 'lift', 'erase', 'prune'] as const)
    questions.push([`${act} hidden`, () => platform.retention[act](hidden, { ground }, by)])
  // Every day of some months: whatever is due in them moves.
  const dates = Array.from({ length: 140 }, (_, day) => addDays('2024-08-02', day))
  const holidays = { holidays: dates, workdays: [], source: 's' }
  const on = today()
  questions.push(
    ['assign hidden', () => platform.retention.assign(hidden, { class: 'x' }, by)],
    ['sweep', () => platform.retention.sweep(by)],
    ['rotate', () => platform.personal.rotate(by)],
    ['announce', () => platform.calendars.announce('cn', holidays, by)],
    ['file with the number of a letter', () => complaint.file({ ...letter, letter: hidden }, by)],
    [
      'take over the desk',
      () => platform.organizations.merge({ from: ['county-petition'], into: 'county-water', on }, by),
    ],
  )
  return questions
}

/** Made by chance in each world: what seals, what chains, what is drawn. */
const drawn: ReadonlySet<string> = new Set(['hash', 'sealed', 'codeDigest', 'queryCode', 'receipt'])

/** JSON with the names of this world taken out. */
function plain({ hidden, alsoHidden, hiddenNumber, others }: World, answer: unknown): string {
  let text =
    JSON.stringify(answer, (key, value: unknown) => (drawn.has(key) ? undefined : value)) ?? 'nothing'
  text = text
    .replaceAll(hidden, 'HIDDEN')
    .replaceAll(alsoHidden, 'HIDDEN TOO')
    .replaceAll(hiddenNumber, 'HIDDEN NUMBER')
  others.forEach(({ id, number, code }, n) => {
    text = text.replaceAll(id, `case ${n}`).replaceAll(number, `number ${n}`).replaceAll(code, `code ${n}`)
  })
  // Of ids that are made meanwhile, the moment and the count within it.
  return text
    .replaceAll(/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3})-[0-9a-f]{4}-[0-9a-f]{12}/g, '$1')
    .replaceAll(/XF(\d{8})-[0-9A-Z]{8}/g, 'number of $1')
}
