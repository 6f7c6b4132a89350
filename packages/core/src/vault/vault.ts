import type { CaseChange } from '../case/commit.js'
import { wholeCase } from '../case/sealed.js'
import { coreErrors } from '../errors.js'
import type { Digest } from '../event/chain.js'
import { builtin } from '../event/digest.js'
import type { Store } from '../store/port.js'
import type { Cipher } from './cipher.js'
import type { Keys } from './keys.js'
import { type NodeCrypto, nodeCipher } from './node-cipher.js'
import { aboutPart, type CasePart } from './part.js'
import { type Ring, ringCell, unwrapRing } from './ring.js'
import { createRootKeys, type RootKeys } from './root-keys.js'
import { type SealedChanges, sealChanges } from './seal.js'

/** Where personal data stands, apart from events and views, sealed per person and per case. */
export interface Vault {
  readonly cipher: Cipher
  readonly roots: RootKeys
  /** Seals what some changes keep apart. At once where the keys of their cases are at hand and the runtime can. */
  seal(changes: readonly CaseChange[]): SealedChanges | Promise<SealedChanges>
  /** The keys of a case as the store has them now; undefined where it has none, or none any more. */
  ringOf(id: string): Promise<Ring | undefined>
  /** What the caller of the command behind an event was told. */
  receipt(id: string, version: number): Promise<CasePart['receipt']>
  /** Lets go of the keys of a case that were changed. */
  forget(id: string): void
}

/** As many cases as a busy office works on between two visits; a ring takes some hundred bytes. */
const kept = 2000

export async function openVault(store: Store, keys: Keys, digest: Digest): Promise<Vault> {
  const crypto = builtin<NodeCrypto>('node:crypto')
  const cipher = crypto === undefined ? (await import('./web-cipher.js')).webCipher() : nodeCipher(crypto)
  const roots = createRootKeys(keys, cipher, store)
  await roots.load(keys.current)
  // A ring is as good as the case that it was read with: whoever erases a part of it goes on with the case.
  let young = new Map<string, KnownRing>()
  let old = new Map<string, KnownRing>()

  const keep = (id: string, known: KnownRing): void => {
    young.set(id, known)
    if (young.size <= kept) return
    old = young
    young = new Map()
  }
  const ringOf = async (id: string): Promise<Ring | undefined> => {
    const cell = await store.readCell(ringCell(id))
    return cell === undefined ? undefined : await unwrapRing(cell, id, roots, cipher)
  }
  const noRing = (): Ring => ({ root: roots.current(), keys: noKeys })
  const ringFor = ({ record: { id, version, custody } }: CaseChange): Ring | Promise<Ring> => {
    if (version === 0) return noRing()
    const known = young.get(id) ?? old.get(id)
    if (known !== undefined && known.erasures === custody.erased.length) return known.ring
    return ringOf(id).then((ring = noRing()) => {
      keep(id, { ring, erasures: custody.erased.length })
      return ring
    })
  }

  /** The keys of a new case are kept at once: nobody else has its id. Others count only when they are stored. */
  const learn = ({ record: { id, version } }: CaseChange, ring: Ring): void => {
    if (version === 0) keep(id, { ring, erasures: 0 })
    else forget(id)
  }
  const forget = (id: string): void => {
    young.delete(id)
    old.delete(id)
  }

  const seal = (changes: readonly CaseChange[]): SealedChanges | Promise<SealedChanges> => {
    const rings = changes.map(ringFor)
    const sealing = { cipher, digest, grown: learn }
    const ready = (all: readonly Ring[]) => sealChanges(changes, all, sealing)
    return rings.some((ring) => ring instanceof Promise)
      ? Promise.all(rings).then(ready)
      : ready(rings as readonly Ring[])
  }

  return {
    cipher,
    roots,
    seal(changes) {
      for (const change of changes) refuseErased(change)
      if (!changes.some(copiesPersons)) return seal(changes)
      return import('./copy-persons.js')
        .then(({ withCopies }) => withCopies(store, cipher, ringOf, changes))
        .then(seal)
    },
    ringOf,
    async receipt(id, version) {
      const [ring, cell] = [await ringOf(id), await store.readCell(`vault/${id}/${version}`)]
      const key = ring?.keys.get(wholeCase)
      const text = (cell?.value as Readonly<Record<string, string>> | undefined)?.[wholeCase]
      if (key === undefined || text === undefined) return undefined
      return (JSON.parse(await cipher.open(key, text, aboutPart(id, version, wholeCase))) as CasePart).receipt
    },
    forget,
  }
}

const noKeys: Ring['keys'] = new Map()

interface KnownRing {
  readonly ring: Ring
  /** How many erasures the case had seen. */
  readonly erasures: number
}

const copiesPersons = ({ events }: CaseChange): boolean =>
  events.some(({ sealed }) => sealed?.personsOf !== undefined)

/** A case whose texts are erased takes no new ones; nor does a person who is. @throws PERSONAL_DATA_ERASED */
function refuseErased({ record, events }: CaseChange): void {
  const { erased } = record.custody
  if (erased.length === 0) return
  for (const { sealed } of events) {
    if (sealed === undefined) continue
    const touched = [wholeCase, ...Object.keys(sealed.persons ?? {})]
    if (touched.some((subject) => erased.includes(subject)))
      throw coreErrors.PERSONAL_DATA_ERASED({ id: record.id })
  }
}
