import type { CaseRecord, Row } from '@redress/core'

/** The row of a case that the public may know of; none for one that is not published, or whose records are put away. */
export function publicRow<State>(
  { state, custody }: CaseRecord<State>,
  since: string | null | undefined,
  facts: (state: State) => object,
): Row | null {
  if (since === null || since === undefined || custody.restricted || custody.erased.includes('case'))
    return null
  return { ...facts(state), since: Date.parse(since) }
}
