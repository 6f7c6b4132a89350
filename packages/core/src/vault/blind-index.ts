import type { SealedFields } from '../case/sealed.js'
import type { WiredKind } from '../case/wire.js'
import type { Job } from './cipher.js'
import type { RootKey } from './root-keys.js'

/** Where the cells of all blind indexes are: `find/<index>/<case>/<person>`. What each holds is the name of its key. */
export const indexCells = 'find/'

/** The cells that find the cases of a person: all of them begin with the keyed hash of what is looked for. */
export const foundCells = (index: string): string => `${indexCells}${index}/`

/** The job that turns a value into its blind index. Each kind of case and each field has its own, so that none can be held against another. */
export function indexJob(kind: string, field: string, value: string, { index }: RootKey): Job {
  return { do: 'index', key: index, text: JSON.stringify([kind, field, value]) }
}

/** The blind indexes of some persons, and how the cell of each is named. A person may be given more than once, with other values. */
export function blindIndexes(
  kind: WiredKind,
  id: string,
  persons: readonly (readonly [person: string, fields: SealedFields])[],
  root: RootKey,
): readonly { readonly job: Job; readonly cell: (index: string) => string }[] {
  const lookups = Object.entries(kind.personal?.lookups ?? {})
  return persons.flatMap(([person, fields]) =>
    lookups.flatMap(([field, plain]) => {
      const value = Object.hasOwn(fields, field) ? plain(fields[field] ?? '') : ''
      // Nothing is left of it, so it would find everybody of whom nothing is left.
      if (value === '') return []
      const job = indexJob(kind.kind, field, value, root)
      return [{ job, cell: (index: string) => `${foundCells(index)}${id}/${person}` }]
    }),
  )
}
