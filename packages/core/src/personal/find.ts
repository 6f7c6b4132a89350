import * as z from 'zod'
import type { Actor } from '../access/actor.js'
import { nobodyAccused } from '../access/parties.js'
import { requireStanding } from '../access/rules.js'
import { mayRead } from '../case/ask.js'
import { isErased } from '../case/custody.js'
import type { Engine } from '../case/engine.js'
import { parseInput } from '../case/input.js'
import { loadIfThere } from '../case/load.js'
import type { WiredKind } from '../case/wire.js'
import { coreErrors } from '../errors.js'
import { cellPages } from '../store/pages.js'
import { blindIndex, foundCells } from '../vault/blind-index.js'
import type { Vault } from '../vault/vault.js'
import { recordAccess } from './access-log.js'
import type { FoundPerson, PersonSearch } from './personal.js'

const word = z.string().min(1).max(100)
const searchSchema = z.strictObject({
  kind: word,
  field: word,
  value: z.string().min(1).max(200),
  purpose: word,
})

/** Cases that one search tells of: a person with more of them is asked about in another way. */
const mostFound = 200
/** Cases that are looked at for it: a number that everybody gives is nobody's. */
const mostPlaces = 2000

/** Finds the cases of a person by an exact value, for who has a duty that needs it. */
export async function findPerson(
  engine: Engine,
  rawSearch: unknown,
  actor: Actor,
): Promise<readonly FoundPerson[]> {
  const search = parseInput('personal.find', searchSchema, rawSearch)
  await engine.ready()
  requireStanding(actor, engine.directory())
  const kind = engine.kinds.get(search.kind)
  const plain = lookupOf(kind, search.field)
  askSearch(engine, kind as WiredKind, search, actor)

  const value = plain(search.value)
  const found = value === '' ? [] : await readablePlaces(engine, kind as WiredKind, search, value, actor)

  const { field, purpose } = search
  const lookedUp = (persons: readonly string[]) =>
    ({ type: 'core.person-looked-up', data: { kind: search.kind, field, purpose, persons } }) as const
  const records = [...new Set(found.map((one) => one.case))].map((of) => ({
    of,
    event: lookedUp(found.filter((one) => one.case === of).map(({ person }) => person)),
  }))
  // Also of a search that finds nothing: who tries numbers is seen.
  const searcher = actor.kind === 'officer' ? actor.unit : actor.kind
  await recordAccess(engine, [{ of: `search/${searcher}`, event: lookedUp([]) }, ...records], actor)
  return found
}

/** What makes two spellings one. @throws INPUT_INVALID */
function lookupOf(kind: WiredKind | undefined, field: string): (value: string) => string {
  const lookups = kind?.personal?.lookups ?? {}
  const plain = Object.hasOwn(lookups, field) ? lookups[field] : undefined
  if (plain !== undefined) return plain
  const message = `nobody is found by it here; by: ${Object.keys(lookups).join(', ') || 'nothing'}`
  throw coreErrors.INPUT_INVALID({
    what: 'personal.find',
    issues: [{ path: 'field', code: 'invalid', message }],
  })
}

/** @throws PURPOSE_UNKNOWN, READ_NOT_ALLOWED */
function askSearch(engine: Engine, { personal }: WiredKind, { purpose }: PersonSearch, actor: Actor): void {
  const searches = personal?.searches ?? {}
  const rule = Object.hasOwn(searches, purpose) ? searches[purpose] : undefined
  if (rule === undefined) throw coreErrors.PURPOSE_UNKNOWN({ purpose, known: Object.keys(searches) })
  const refused = rule({ actor, parties: noCase, directory: engine.directory() })
  if (refused !== undefined) throw coreErrors.READ_NOT_ALLOWED({ reasons: [refused] })
}

const noCase = Object.freeze({
  unit: '',
  involved: [],
  petitioners: [],
  handlers: [],
  recused: [],
  accused: nobodyAccused,
})

/** The places that the actor may know of. */
async function readablePlaces(
  engine: Engine,
  kind: WiredKind,
  search: PersonSearch,
  value: string,
  actor: Actor,
): Promise<readonly FoundPerson[]> {
  const purposes = kind.personal?.purposes ?? {}
  const goesOn = Object.hasOwn(purposes, search.purpose) && purposes[search.purpose]?.whenRestricted === true
  const found: FoundPerson[] = []
  for (const one of await places(engine, search, value)) {
    if (found.length >= mostFound) break
    const record = await loadIfThere(engine, kind, one.case)
    if (record === undefined) continue
    const { custody, state } = record
    if (isErased(custody) || custody.erased.includes(one.person)) continue
    if (custody.restricted && !goesOn) continue
    if (mayRead(kind, kind.parties(state), actor, engine.directory())) found.push(one)
  }
  return found
}

/** Every place under the blind indexes of a value, once: that of the current key, and those of the earlier ones. */
async function places(engine: Engine, search: PersonSearch, value: string): Promise<Iterable<FoundPerson>> {
  const { cipher, roots } = engine.vault as Vault
  const found = new Map<string, FoundPerson>()
  for (const name of roots.names) {
    const root = await roots.load(name)
    const prefix = foundCells(await blindIndex(cipher, search.kind, search.field, value, root))
    for await (const page of cellPages(engine.store, prefix)) {
      for (const cell of page) {
        const place = cell.name.slice(prefix.length)
        const [id = '', person = ''] = place.split('/')
        found.set(place, { case: id, person })
      }
      if (found.size >= mostPlaces) return found.values()
    }
  }
  return found.values()
}
