import * as z from 'zod'
import type { Actor } from '../access/actor.js'
import { requireStanding } from '../access/rules.js'
import { mayRead } from '../case/ask.js'
import { rowsOf } from '../case/commit.js'
import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import { parseInput } from '../case/input.js'
import { loadFresh } from '../case/load.js'
import { instantMs } from '../clock/local-date.js'
import { coreErrors, isPlatformError } from '../errors.js'
import type { Directory } from '../organization/directory.js'
import type { RowPlace, RowQuery, Scalar } from '../store/port.js'
import type { InboxItem, InboxPage, InboxQuery } from './inbox.js'
import { type InboxRow, inboxView, lookupKey } from './row.js'

const word = z.string().min(1).max(200)
const words = z.union([word, z.array(word).min(1).max(100).readonly()])
const querySchema = z.strictObject({
  unit: word.optional(),
  subtree: z.boolean().optional(),
  involving: word.optional(),
  kind: words.optional(),
  status: words.optional(),
  open: z.boolean().optional(),
  dueBefore: word.optional(),
  overdue: z.boolean().optional(),
  number: word.optional(),
  facets: z.record(word, word).optional(),
  sort: z.enum(['due', 'opened', 'updated']).optional(),
  descending: z.boolean().optional(),
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().max(600).optional(),
})

/** Rows that are read at once where the first read held some that the reader may not see: not a read for each. */
const manyRows = 200

const sortFields = { due: 'dueAt', opened: 'openedAt', updated: 'updatedAt' } as const
type SortField = (typeof sortFields)[keyof typeof sortFields]

/** A page of the inbox for one reader. */
export async function findCases(engine: Engine, rawQuery: unknown, actor: Actor): Promise<InboxPage> {
  const query: InboxQuery = parseInput('cases.find', querySchema, rawQuery)
  await engine.ready()
  if (actor.kind === 'anonymous') return { items: [] }
  const now = engine.now()
  const directory = engine.directory()
  requireStanding(actor, directory)
  const rowQuery = toRowQuery(query, actor, directory, now)
  const limit = query.limit ?? 50
  const seen: (readonly [key: string, row: InboxRow, there: InboxRow])[] = []
  const first = query.cursor === undefined ? undefined : readCursor(query.cursor, rowQuery)
  let after = first
  // Rows that the reader may not see are passed over, so a page can take several reads. One row more than the page holds tells
  // whether there is a next one: a place in the store's order would tell of rows that the reader must not know of.
  do {
    const page = await engine.store.find(inboxView.name, {
      ...rowQuery,
      ...(after === undefined ? {} : { after }),
      limit: after === first ? limit + 1 : Math.max(limit + 1 - seen.length, manyRows),
    })
    for (const { key, row } of page.rows) {
      // Written by `inboxRow` and by nothing else.
      const there = row as unknown as InboxRow
      const inboxRow = page.old === true ? await rowOfToday(engine, key, there) : there
      if (inboxRow !== undefined && isVisible(engine, inboxRow, actor, directory))
        seen.push([key, inboxRow, there])
    }
    after = page.next
  } while (after !== undefined && seen.length <= limit)
  const items = seen.slice(0, limit).map(([key, row]) => toItem(key, row, now))
  const last = seen[limit - 1]
  return seen.length > limit && last !== undefined ? { items, next: writeCursor(last, rowQuery) } : { items }
}

/**
 * Rows of an older release have its shape: while they still answer, each one that is shown is derived anew. One that cannot be is
 * left out, so that it takes no other with it; the building tells of it.
 */
async function rowOfToday(engine: Engine, id: string, old: InboxRow): Promise<InboxRow | undefined> {
  const kind = engine.kinds.get(old.kind)
  if (kind === undefined) return undefined
  try {
    const [first] = rowsOf(engine, kind, await loadFresh(engine, kind, id))
    return first?.row as unknown as InboxRow
  } catch (error) {
    if (isPlatformError(error) && error.kind === 'misconfigured') return undefined
    throw error
  }
}

function toRowQuery(query: InboxQuery, actor: Actor, directory: Directory, now: number): RowQuery {
  const where: Record<string, Scalar | readonly Scalar[]> = {}
  const unit =
    query.unit ?? (actor.kind === 'officer' && query.involving === undefined ? actor.unit : undefined)
  if (unit !== undefined) {
    directory.get(unit)
    const units = query.subtree === false ? [unit] : directory.subtree(unit)
    // Cases that stayed with a unit that has ended belong to its successor.
    where.unit = units.flatMap((one) => [one, ...directory.predecessors(one)])
  }
  if (query.involving !== undefined) {
    where.involved = [query.involving, ...directory.predecessors(query.involving)]
  }
  if (actor.kind === 'resident') where.petitioners = actor.id
  if (query.kind !== undefined) where.kind = query.kind
  if (query.status !== undefined) where.status = query.status
  if (query.open !== undefined) where.open = query.open
  if (query.number !== undefined) where.lookups = lookupKey('number', query.number)
  for (const [name, value] of Object.entries(query.facets ?? {})) where[`facets.${name}`] = value
  const usual = unit === undefined && query.involving !== undefined ? 'opened' : 'due'
  const sort = { field: sortFields[query.sort ?? usual], descending: query.descending ?? false }
  const before = [
    ...(query.dueBefore === undefined ? [] : [instantMs(query.dueBefore)]),
    ...(query.overdue === true ? [now + 1] : []),
  ]
  if (before.length === 0) return { where, sort, limit: 0 }
  return { where, sort, range: { field: 'dueAt', below: Math.min(...before) }, limit: 0 }
}

/** The one rule for every line of every list: the same as for reading a case. */
function isVisible(engine: Engine, row: InboxRow, actor: Actor, directory: Directory): boolean {
  const kind = engine.kinds.get(row.kind)
  return kind !== undefined && mayRead(kind, row, actor, directory)
}

function toItem(id: string, row: InboxRow, now: number): InboxItem {
  return {
    id,
    kind: row.kind,
    status: row.status,
    open: row.open,
    number: row.number ?? undefined,
    title: row.title,
    unit: row.unit,
    due:
      row.dueAt === null
        ? undefined
        : {
            clock: row.dueClock as string,
            unit: row.dueUnit as string,
            at: instantText(row.dueAt),
            ...(row.dueProvisional === null ? {} : { provisional: row.dueProvisional }),
          },
    overdue: row.dueAt !== null && row.dueAt <= now,
    openedAt: instantText(row.openedAt),
    updatedAt: instantText(row.updatedAt),
    facets: row.facets,
  }
}

/** A cursor holds a place and the order it belongs to, so that it cannot be used in another query by mistake. */
function writeCursor([key, , row]: readonly [string, InboxRow, InboxRow], { sort }: RowQuery): string {
  return btoa(JSON.stringify([row[sort?.field as SortField], key, sort?.field, sort?.descending]))
}

function readCursor(cursor: string, query: RowQuery): RowPlace {
  try {
    const [value, key, field, descending] = JSON.parse(atob(cursor)) as unknown[]
    const known =
      (typeof value === 'number' || value === null) && typeof key === 'string' && key.length <= 200
    if (known && field === query.sort?.field && descending === query.sort?.descending) return { value, key }
  } catch {
    // Not base 64 or not JSON: the same answer.
  }
  throw coreErrors.CURSOR_INVALID()
}
