import type { Actor } from '@redress/core'
import type { SupervisionApi } from '../api.js'
import type { FindingQuery, SupervisionFinding } from './finding.js'

/** Every finding, page by page. */
export async function all(
  { supervision }: { readonly supervision: SupervisionApi },
  query: FindingQuery,
  by: Actor,
): Promise<readonly SupervisionFinding[]> {
  const found: SupervisionFinding[] = []
  for (let cursor: string | undefined, n = 0; n < 500; n++) {
    const page = await supervision.findings({ ...query, cursor }, by)
    if (page.failed.length > 0) throw page.failed[0]?.error
    found.push(...page.findings)
    if (page.next === undefined) return found
    cursor = page.next
  }
  throw new Error('it does not end')
}

export const inShort = ({ trigger, unit, fact }: SupervisionFinding) => [trigger, unit, fact.found]
