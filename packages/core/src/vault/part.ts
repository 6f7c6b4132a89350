import type { SealedFields } from '../case/sealed.js'
import { coreErrors } from '../errors.js'
import type { Cipher } from './cipher.js'

/** What the texts of one event are sealed as. */
export interface CasePart {
  readonly texts?: SealedFields
  readonly receipt?: Readonly<Record<string, string>>
}

/** What a part is about: no part can stand in for another one. */
export const aboutPart = (id: string, version: number, subject: string): string =>
  `${id}/${version}/${subject}`

/** The sealed text of a subject in the cell of a version. A cell is not ours alone: it may hold anything. */
export function partOf(cell: unknown, subject: string): string | undefined {
  if (typeof cell !== 'object' || cell === null || !Object.hasOwn(cell, subject)) return undefined
  const text = (cell as Readonly<Record<string, unknown>>)[subject]
  return typeof text === 'string' ? text : undefined
}

/** Opens one part. @throws VAULT_DAMAGED */
export async function openPart(
  cipher: Cipher,
  { id, version, subject }: { readonly id: string; readonly version: number; readonly subject: string },
  key: Uint8Array,
  text: string,
): Promise<unknown> {
  try {
    return JSON.parse(await cipher.open(key, text, aboutPart(id, version, subject)))
  } catch {
    throw coreErrors.VAULT_DAMAGED({ id })
  }
}
