import type { CaseChange } from '../case/change.js'
import { type Sealed, wholeCase } from '../case/sealed.js'
import { coreErrors } from '../errors.js'
import type { Digest } from '../event/chain.js'
import { builtin } from '../event/digest.js'
import type { Store } from '../store/port.js'
import type { Cipher } from './cipher.js'
import type { Keys } from './keys.js'
import { type NodeCrypto, nodeCipher } from './node-cipher.js'
import { type CasePart, openPart, partOf } from './part.js'
import { caseCells, type Ring, ringCell, unwrapRing } from './ring.js'
import { createRootKeys, type RootKeys } from './root-keys.js'
import { type SealedChanges, sealChanges } from './seal.js'
import { temporaryKeys } from './temporary-keys.js'

/** Where personal data stands, apart from events and views, sealed per person and per case. */
export interface Vault {
  readonly cipher: Cipher
  readonly roots: RootKeys
  /** Seals what some changes keep apart. At once where the keys of their cases are at hand and the runtime can. */
  seal(changes: readonly CaseChange[]): SealedChanges | Promise<SealedChanges>
  /** The keys of a case as the store has them now; undefined where it has none, or none any more. */
  ringOf(id: string): Promise<Ring | undefined>
  /** What the caller of the command that opened a case was told; undefined where that is erased. */
  receipt(id: string): Promise<CasePart['receipt']>
  /** Tells two inputs apart without saying anything of them: anybody could try out what a digest without a key is of. */
  fingerprint(key: string, input: string): Promise<string>
  /** Lets go of the keys of a case that were changed. */
  forget(id: string): void
}

/** As many cases as a busy office works on between two visits; a ring takes some hundred bytes. */
const kept = 2000

/** @param keys where there are none, the store ends with this process */
export async function openVault(store: Store, keys: Keys | undefined, digest: Digest): Promise<Vault> {
  const crypto = builtin<NodeCrypto>('node:crypto')
  const cipher = crypto === undefined ? (await import('./web-cipher.js')).webCipher() : nodeCipher(crypto)
  const roots = createRootKeys(keys ?? temporaryKeys(store), cipher, store)
  await roots.load(roots.names[0] ?? '')
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
  const ringFor = ({ record: { id, version, custody }, events }: CaseChange): Ring | Promise<Ring> => {
    if (version === 0) return noRing
    const known = young.get(id) ?? old.get(id)
    const isGood =
      known !== undefined &&
      known.erasures === custody.erased.length &&
      // A key that is not at hand may have been made by another process: made here again, it would take the place of that one.
      events.every(({ sealed }) => subjectsOf(sealed).every((subject) => known.ring.has(subject)))
    if (isGood) return known.ring
    return ringOf(id).then((ring = noRing) => {
      keep(id, { ring, erasures: custody.erased.length })
      return ring
    })
  }

  const learn = ({ record: { id, custody } }: CaseChange, ring: Ring): void =>
    keep(id, { ring, erasures: custody.erased.length })
  const forget = (id: string): void => {
    young.delete(id)
    old.delete(id)
  }

  const seal = (changes: readonly CaseChange[]): SealedChanges | Promise<SealedChanges> => {
    const rings = changes.map(ringFor)
    const sealing = { root: roots.current(), cipher, digest, grown: learn }
    const ready = (all: readonly Ring[]) => sealChanges(changes, all, sealing)
    return rings.some((ring) => ring instanceof Promise)
      ? Promise.all(rings.map(async (ring) => await ring)).then(ready)
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
    async receipt(id) {
      const version = 1
      const [ring, cell] = [await ringOf(id), await store.readCell(`${caseCells(id)}${version}`)]
      const key = ring?.get(wholeCase)
      const text = partOf(cell?.value, wholeCase)
      if (key === undefined || text === undefined) return undefined
      return ((await openPart(cipher, { id, version, subject: wholeCase }, key, text)) as CasePart).receipt
    },
    async fingerprint(key, input) {
      const { index } = await roots.load(key)
      return await cipher.index(index, input)
    },
    forget,
  }
}

interface KnownRing {
  readonly ring: Ring
  /** How many erasures the case had seen. */
  readonly erasures: number
}

const noRing: Ring = new Map()

const copiesPersons = ({ events }: CaseChange): boolean =>
  events.some(({ sealed }) => sealed?.personsOf !== undefined)

/** Whose keys something may be sealed with. */
function subjectsOf({ texts, receipt, persons = {} }: Sealed = {}): readonly string[] {
  const isOfCase = texts !== undefined || receipt !== undefined
  return isOfCase ? [wholeCase, ...Object.keys(persons)] : Object.keys(persons)
}

/** A case whose texts are erased takes no new ones; nor does a person who is. @throws PERSONAL_DATA_ERASED */
function refuseErased({ record, events }: CaseChange): void {
  const { erased } = record.custody
  if (erased.length === 0) return
  for (const { sealed } of events) {
    if (sealed === undefined) continue
    if ([wholeCase, ...subjectsOf(sealed)].some((subject) => erased.includes(subject)))
      throw coreErrors.PERSONAL_DATA_ERASED({ id: record.id })
  }
}
