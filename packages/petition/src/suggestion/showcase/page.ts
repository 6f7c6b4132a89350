import { coreErrors, type PluginHost, type RowPlace, type Scalar } from '@redress/core'
import * as z from 'zod'
import type { PetitionEvent } from '../../events.js'
import { id } from '../../matter/words.js'

/** The fields of every query for published cases. */
export const pageFields = {
  unit: id.optional(),
  area: id.optional(),
  matter: id.optional(),
  limit: z.int().min(1).max(100).optional(),
  cursor: z.string().max(200).optional(),
}

/** Which page of published cases, and in which narrower circle. */
export interface PageQuery {
  readonly unit?: string | undefined
  readonly area?: string | undefined
  readonly matter?: string | undefined
  /** 1 to 100. Default: 20. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly cursor?: string | undefined
}

/** A page of the rows of a view with these fields, the newest first. @throws CURSOR_INVALID */
export async function newestRows(
  host: PluginHost<PetitionEvent>,
  view: string,
  { limit = 20, cursor, ...fields }: PageQuery & Readonly<Record<string, unknown>>,
): Promise<{
  readonly rows: readonly { readonly key: string; readonly row: object }[]
  readonly next?: string
}> {
  const where: Record<string, Scalar> = {}
  for (const [field, value] of Object.entries(fields))
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
      where[field] = value
  const after = cursor === undefined ? undefined : placeOf(cursor)
  const { rows, next } = await host.rows(view, {
    where,
    sort: { field: 'since', descending: true },
    ...(after === undefined ? {} : { after }),
    limit,
  })
  return next === undefined ? { rows } : { rows, next: btoa(JSON.stringify([next.value, next.key])) }
}

function placeOf(cursor: string): RowPlace {
  try {
    const [value, key] = JSON.parse(atob(cursor)) as unknown[]
    if (typeof value === 'number' && typeof key === 'string') return { value, key }
  } catch {
    // Not base 64 or not JSON: the same answer.
  }
  throw coreErrors.CURSOR_INVALID()
}
