import type { Row, RowPlace, Store } from '../store/port.js'

/** Values that one query names. */
const mostValues = 200
const pageSize = 1000

/** Every row that has one of the values in a field, and what else is asked. */
export async function rowsWith(
  store: Store,
  view: string,
  field: string,
  values: readonly string[],
  where: Readonly<Record<string, string>> = {},
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let n = 0; n < values.length; n += mostValues) {
    const asked = { ...where, [field]: values.slice(n, n + mostValues) }
    let after: RowPlace | undefined
    do {
      const page = await store.find(view, {
        where: asked,
        sort: { field: 'version' },
        ...(after === undefined ? {} : { after }),
        limit: pageSize,
      })
      for (const { row } of page.rows) found.push(row)
      after = page.next
    } while (after !== undefined)
  }
  return found
}
