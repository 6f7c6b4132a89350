import type { SealedFields } from '../case/sealed.js'
import type { WiredKind } from '../case/wire.js'
import type { Cipher } from './cipher.js'
import type { RootKey } from './root-keys.js'

/** Where the cells of all blind indexes are: `find/<index>/<case>/<person>`. What each holds is the name of its key. */
export const indexCells = 'find/'

/** The cells that find the cases of a person: all of them begin with the keyed hash of what is looked for. */
export const foundCells = (index: string): string => `${indexCells}${index}/`

/** The cell that finds a person of a case. */
export const foundCell = (index: string, id: string, person: string): string =>
  `${foundCells(index)}${id}/${person}`

/** The blind index of a value. Each kind of case and each field has its own, so that none can be held against another. */
export function blindIndex(
  cipher: Cipher,
  kind: string,
  field: string,
  value: string,
  { index }: RootKey,
): string | Promise<string> {
  return cipher.index(index, JSON.stringify([kind, field, value]))
}

/** The values by which a person can be found, in the spelling that is compared. */
export function* lookupsOf(
  { personal }: WiredKind,
  fields: SealedFields,
): Generator<readonly [field: string, value: string]> {
  const lookups = personal?.lookups ?? {}
  for (const field in lookups) {
    const value = Object.hasOwn(fields, field) ? (lookups[field]?.(fields[field] ?? '') ?? '') : ''
    // Where nothing is left of it, it would find everybody of whom nothing is left.
    if (value !== '') yield [field, value]
  }
}

/** The names of the cells that find some persons of a case. A person may be given more than once, with other values. */
export async function cellsThatFind(
  cipher: Cipher,
  kind: WiredKind,
  id: string,
  persons: readonly (readonly [person: string, fields: SealedFields])[],
  root: RootKey,
): Promise<readonly string[]> {
  const names: string[] = []
  for (const [person, fields] of persons) {
    for (const [field, value] of lookupsOf(kind, fields))
      names.push(foundCell(await blindIndex(cipher, kind.kind, field, value, root), id, person))
  }
  return names
}
