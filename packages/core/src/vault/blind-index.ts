import type { SealedFields } from '../case/sealed.js'
import type { WiredKind } from '../case/wire.js'
import type { Cipher } from './cipher.js'
import type { RootKey } from './root-keys.js'

/** The cells that find the cases of a person: all of them begin with the keyed hash of what is looked for. */
export const foundCells = (index: string): string => `find/${index}/`

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

/** The values by which the persons of a case can be found, in the spelling that is compared. */
export function* lookupsOf(
  { personal }: WiredKind,
  persons: Readonly<Record<string, SealedFields>>,
): Generator<readonly [person: string, field: string, value: string]> {
  const lookups = personal?.lookups ?? {}
  for (const [person, fields] of Object.entries(persons)) {
    for (const [field, plain] of Object.entries(lookups)) {
      const value = Object.hasOwn(fields, field) ? fields[field] : undefined
      if (value !== undefined) yield [person, field, plain(value)]
    }
  }
}

/** The names of the cells that find the persons of a case. */
export async function cellsThatFind(
  cipher: Cipher,
  kind: WiredKind,
  id: string,
  persons: Readonly<Record<string, SealedFields>>,
  root: RootKey,
): Promise<readonly string[]> {
  const names: string[] = []
  for (const [person, field, value] of lookupsOf(kind, persons))
    names.push(foundCell(await blindIndex(cipher, kind.kind, field, value, root), id, person))
  return names
}
