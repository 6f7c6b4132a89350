import { type Actor, isPlatformError, type Store } from '@redress/core'
import { charge } from '../accusation/town.fixture.js'
import { citizen, letter, neighbour, staff } from '../complaint/county.fixture.js'
import { said } from '../reception-centre/town.fixture.js'
import { idea } from '../suggestion/town.fixture.js'
import { type Town, town } from '../verdicts/cases.fixture.js'
import { methodOf, placeOfActor } from '../verdicts/room-page.fixture.js'
import { isObject, secret, withSecrets } from './markers.fixture.js'
import { type Look, lookFor, type Sight, searchStore } from './play.fixture.js'
import type { Target } from './target.fixture.js'
import { rooms } from './targets.fixture.js'

/** What the tests' people say of themselves on the way to where a method works. */
const words = [
  secret,
  '张某某',
  '13800000000',
  letter.title,
  charge.title,
  charge.text,
  idea.title,
  idea.text,
  said,
]

/** What shows texts on purpose, to whom they are for. */
const shows =
  /\.(inquire|model|document|render|receiptText|text|validate|list|read|published|readPublished|publicReport)$/
/** A centre and its days are public: their names, places and telephones are nobody's. */
const isPublic = /\.receptionCentre\.(centre|day)\./

export interface RoomsPlayed {
  /** Where a word was seen that should not be. */
  readonly sights: readonly Sight[]
  /** What was refused as it should have worked. */
  readonly refused: readonly string[]
}

/**
 * Plays every method of the rooms beside complaints on a store, with a secret word in every text: as it works, by somebody who may not,
 * and with a fault in it.
 */
export async function playRooms(given: Store): Promise<RoomsPlayed> {
  const views: string[] = []
  const made = await town({
    ...given,
    prepare(definitions) {
      views.push(...definitions.map(({ name }) => name))
      return given.prepare(definitions)
    },
  })
  const sights: Sight[] = []
  const refused: string[] = []
  const look = lookFor(sights, words)
  // A query for statistics holds no text.
  const { analysis: _, ...spoken } = rooms
  for (const target of Object.values(spoken).flat()) {
    if ((await playAsItIs(made, target, look)) !== undefined) refused.push(target.method)
    await playWithFaults(made, target, look)
  }
  await searchStore(given, look, views)
  return { sights, refused }
}

type Call = (what: string, ...given: readonly unknown[]) => Promise<string | undefined>

/** Calls, and looks at what comes back; answers with the code of a refusal. */
function caller(made: Town, method: string, look: Look): Call {
  const run = methodOf(made, method)
  return async (what, ...given) => {
    try {
      const result = await run(...given)
      const whole: Readonly<Record<string, unknown>> = isObject(result) ? { ...result } : { result }
      // Who files gets the code, and the receipt of the centre tells which files came.
      const { receipt: _, attachments: __, ...shown } = whole
      if (!shows.test(method)) look(`the result of ${method}, ${what}`, shown)
      return undefined
    } catch (error) {
      if (!isPlatformError(error)) throw error
      look(`the error of ${method}, ${what}`, [error.code, error.message, error.details, error.stack])
      return error.code
    }
  }
}

/** Arguments with which a method works on the first day, and where in them its texts and its actor stand; -1 where there are none. */
async function marked(made: Town, { method, args }: Target) {
  made.clock.set('2024-08-01T09:00:00+08:00')
  const plain = await args(made)
  const actor = placeOfActor(plain)
  const place = plain.findIndex((one, n) => n !== actor && isObject(one) && !('idempotencyKey' in one))
  const input = place < 0 ? {} : (plain[place] as object)
  const told = isPublic.test(method) ? input : withSecrets(input)
  return { given: place < 0 ? plain : plain.with(place, told), told, place, actor }
}

async function playAsItIs(made: Town, target: Target, look: Look): Promise<string | undefined> {
  const { given } = await marked(made, target)
  return await caller(made, target.method, look)('as it is', ...given)
}

async function playWithFaults(made: Town, target: Target, look: Look): Promise<void> {
  const { given, told, place, actor } = await marked(made, target)
  const call = caller(made, target.method, look)
  if (place >= 0) {
    await call('with more', ...given.with(place, { ...told, more: secret }))
    for (const [field, value] of Object.entries(told)) {
      await call(`${field} in a list`, ...given.with(place, { ...told, [field]: [value] }))
      const long = `${secret}${'x'.repeat(30_000)}`
      await call(`${field} too long`, ...given.with(place, { ...told, [field]: long }))
    }
  }
  const others: readonly Actor[] = [
    { kind: 'anonymous' },
    neighbour,
    staff.water,
    staff.city,
    citizen,
    { kind: 'system', id: 'test' },
  ]
  if (actor >= 0) for (const by of others) await call('by another', ...given.with(actor, by))
}
