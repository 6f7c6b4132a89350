import type { Names } from './names.js'
import { jsonSeparator } from './storable.js'
import type { WrittenCommit } from './written-commit.js'

/** The cells of a batch: the first of the three parameters with the commit, name and JSON of each. */
export interface CellTarget {
  readonly parameter: number
  readonly removals: boolean
}

/** Stands for JSON where a cell is removed: it is none. */
const removed = '-'

/** Adds the cells of the commits to the parameters; undefined if there are none. */
export function gatherCells(commits: readonly WrittenCommit[], values: unknown[]): CellTarget | undefined {
  const [owners, names, jsons]: [number[], string[], string[]] = [[], [], []]
  for (const [c, { cells }] of commits.entries()) {
    for (const { name, json } of cells) {
      owners.push(c)
      names.push(name)
      jsons.push(json ?? removed)
    }
  }
  if (owners.length === 0) return undefined
  const parameter = values.length + 1
  values.push(owners, names, jsons.join(jsonSeparator))
  return { parameter, removals: jsons.includes(removed) }
}

/** Always in the order of their names, so that two processes that write the same ones do not wait for each other in a circle. */
export function cellsSql(names: Names, { parameter: p, removals }: CellTarget): string {
  const cut = `,
    cut_cells as (
      delete from ${names.cells} where name = any(array(select name from cells where value = '${removed}'))
    )`
  return `, cells as materialized (
      select w.name, w.value
      from rows from (
        unnest($${p}::integer[]), unnest($${p + 1}::text[]), string_to_table($${p + 2}::text, chr(31))
      ) as w(c, name, value)
      join good using (c) cross join before
    ),
    put_cells as (
      insert into ${names.cells} as old (name, value, revision)
      select name, value::json, 1 from cells ${removals ? `where value <> '${removed}'` : ''} order by name collate "C"
      on conflict (name) do update set value = excluded.value, revision = old.revision + 1
    )${removals ? cut : ''}`
}
