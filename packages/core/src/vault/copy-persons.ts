import type { CaseChange } from '../case/change.js'
import { type SealedFields, wholeCase } from '../case/sealed.js'
import { cellPages } from '../store/pages.js'
import type { NamedCell, Store } from '../store/port.js'
import type { Cipher } from './cipher.js'
import { openPart } from './part.js'
import { caseCells, type Ring, ringCell } from './ring.js'

/** Changes whose new cases have the persons of another case: opened there, to be sealed here with keys of their own. */
export async function withCopies(
  store: Store,
  cipher: Cipher,
  ringOf: (id: string) => Promise<Ring | undefined>,
  changes: readonly CaseChange[],
): Promise<readonly CaseChange[]> {
  const opened = new Map<string, Promise<Readonly<Record<string, SealedFields>>>>()
  const personsOf = (id: string) => {
    const known = opened.get(id) ?? openPersons(store, cipher, id, ringOf)
    opened.set(id, known)
    return known
  }
  return await Promise.all(
    changes.map(async (change) => ({
      ...change,
      events: await Promise.all(
        change.events.map(async (event) => {
          const from = event.sealed?.personsOf
          if (from === undefined) return event
          const persons = { ...(await personsOf(from)), ...event.sealed?.persons }
          return { ...event, sealed: { ...event.sealed, persons } }
        }),
      ),
    })),
  )
}

/** The persons of a case, without those who are erased. @throws VAULT_DAMAGED */
async function openPersons(
  store: Store,
  cipher: Cipher,
  id: string,
  ringOf: (id: string) => Promise<Ring | undefined>,
): Promise<Readonly<Record<string, SealedFields>>> {
  const ring = await ringOf(id)
  const persons: Record<string, SealedFields> = {}
  for (const { name, value } of await partsOf(store, id)) {
    const version = Number(name.slice(caseCells(id).length))
    for (const [subject, text] of Object.entries(value as Readonly<Record<string, string>>)) {
      const key = ring?.get(subject)
      if (subject === wholeCase || key === undefined) continue
      const fields = (await openPart(cipher, { id, version, subject }, key, text)) as SealedFields
      persons[subject] = { ...persons[subject], ...fields }
    }
  }
  return persons
}

/** The cells of a case but its keys, in the order of their events. */
async function partsOf(store: Store, id: string): Promise<readonly NamedCell[]> {
  const cells: NamedCell[] = []
  for await (const page of cellPages(store, caseCells(id)))
    cells.push(...page.filter(({ name }) => name !== ringCell(id)))
  const versionOf = ({ name }: NamedCell) => Number(name.slice(caseCells(id).length))
  return cells.sort((a, b) => versionOf(a) - versionOf(b))
}
