import type { NamedCell, Store } from './port.js'

/** The cells whose names begin with a prefix, page by page, in the order of their names; no page is empty. */
export async function* cellPages(
  store: Store,
  prefix: string,
  pageSize = 200,
): AsyncGenerator<readonly NamedCell[], void> {
  for (let after = ''; ; ) {
    const page = await store.listCells(prefix, after, pageSize)
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    if (page.length < pageSize) return
    after = last.name
  }
}
