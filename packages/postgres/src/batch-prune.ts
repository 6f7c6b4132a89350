import type { Names } from './names.js'
import type { WrittenCommit } from './written-commit.js'

/** Adds what the commits prune to the parameters; undefined if that is nothing, otherwise the number of the parameter. */
export function gatherPrunes(commits: readonly WrittenCommit[], values: unknown[]): number | undefined {
  const pieces = commits.flatMap(({ prune }, c) => prune.map((text) => `{"c":${c}${text}`))
  if (pieces.length === 0) return undefined
  return values.push(`[${pieces.join(',')}]`)
}

/** After the new events, whose unique key keeps out who writes the same streams. */
export function pruneSql(names: Names, parameter: number): string {
  return `, pruned as (
      update ${names.events} set type = 'core.pruned', data = null, by = '{"kind":"system"}', rules = null
      where position = any(array(
        select e.position from json_to_recordset($${parameter}::json) as p(c integer, stream text, until integer)
        join good using (c) cross join before
        cross join lateral (
          select position from ${names.events} e
          where e.stream = p.stream and e.version <= p.until and e.type <> 'core.pruned' offset 0
        ) e
      ))
    )`
}
