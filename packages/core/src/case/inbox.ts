import * as z from 'zod'
import { type Actor, checkActor } from '../access/actor.js'
import { isAccused, mayKnow, requireStanding } from '../access/rules.js'
import { instantMs } from '../clock/local-date.js'
import { coreErrors } from '../errors.js'
import type { Directory } from '../organization/directory.js'
import type { RowPlace, RowQuery, Scalar } from '../store/port.js'
import { instantText } from './context.js'
import type { Engine } from './engine.js'
import { type InboxRow, inboxView, lookupKey } from './inbox-row.js'
import { parseInput } from './input.js'

/** One inbox over every kind of case. */
export interface Inbox {
  /**
   * A page of the cases that fit and that the reader may see.
   *
   * An officer sees what the own unit and the units below it have or had a part in; a resident the own matters; nobody sees a
   * case that accuses them or their unit.
   *
   * @throws QUERY_INVALID, CURSOR_INVALID, UNIT_UNKNOWN
   * @example
   * ```ts
   * const late = await platform.cases.find({ unit: 'huaian/qinghe', overdue: true }, officer)
   * ```
   */
  find(query: InboxQuery, by: Actor): Promise<InboxPage>
}

/** What to look for. Every field narrows; none is required. */
export interface InboxQuery {
  /** Cases that this unit has now. For an officer the default is the own unit. */
  readonly unit?: string | undefined
  /** Whether the units below count too. Default: true. */
  readonly subtree?: boolean | undefined
  /** Cases that this unit has or had a part in, whoever has them now. */
  readonly involving?: string | undefined
  /** One kind or several, such as `petition.complaint`. */
  readonly kind?: string | readonly string[] | undefined
  readonly status?: string | readonly string[] | undefined
  /** Only open or only closed cases. */
  readonly open?: boolean | undefined
  /** Cases whose nearest due instant is before this instant (ISO 8601) . */
  readonly dueBefore?: string | undefined
  /** Only cases with a deadline that has passed. */
  readonly overdue?: boolean | undefined
  /** The number that people quote, exactly. */
  readonly number?: string | undefined
  /** Facts that the kind declares, such as `{ channel: 'online' }`. */
  readonly facets?: Readonly<Record<string, string>> | undefined
  /** Default: `due`, nearest first. */
  readonly sort?: 'due' | 'opened' | 'updated' | undefined
  readonly descending?: boolean | undefined
  /** 1 to 200. Default: 50. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly cursor?: string | undefined
}

export interface InboxPage {
  readonly items: readonly InboxItem[]
  /** Pass it as `cursor` for the next page; absent on the last one. */
  readonly next?: string
}

/** One line of the inbox. */
export interface InboxItem {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly open: boolean
  readonly number: string | undefined
  readonly title: string
  /** The unit in charge. */
  readonly unit: string
  /** The nearest deadline of an agency, if one runs. */
  readonly due: InboxDue | undefined
  readonly overdue: boolean
  readonly openedAt: string
  readonly updatedAt: string
  readonly facets: Readonly<Record<string, string>>
}

export interface InboxDue {
  readonly clock: string
  /** The unit that owes the act. */
  readonly unit: string
  /** The first instant at which it is late, ISO 8601. */
  readonly at: string
  /** The year whose holidays are not announced yet; the end may still move later. */
  readonly provisional?: number
}

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

const sortFields = { due: 'dueAt', opened: 'openedAt', updated: 'updatedAt' } as const
type SortField = (typeof sortFields)[keyof typeof sortFields]

export function createInbox(engine: Engine): Inbox {
  return {
    async find(rawQuery, by) {
      const actor = checkActor(by)
      const query: InboxQuery = parseInput('cases.find', querySchema, rawQuery)
      await engine.ready()
      if (actor.kind === 'anonymous') return { items: [] }
      const now = engine.now()
      const directory = engine.directory()
      requireStanding(actor, directory)
      const rowQuery = toRowQuery(query, actor, directory, now)
      const limit = query.limit ?? 50
      const seen: (readonly [key: string, row: InboxRow])[] = []
      let after = query.cursor === undefined ? undefined : readCursor(query.cursor, rowQuery)
      // Rows that the reader may not see are passed over, so a page can take several reads. One row more than the page holds tells
      // whether there is a next one: a place in the store's order would tell of rows that the reader must not know of.
      do {
        const page = await engine.store.find(inboxView.name, {
          ...rowQuery,
          ...(after === undefined ? {} : { after }),
          limit: limit + 1 - seen.length,
        })
        for (const { key, row } of page.rows) {
          // Written by `inboxRow` and by nothing else.
          const inboxRow = row as unknown as InboxRow
          if (isVisible(inboxRow, actor, directory)) seen.push([key, inboxRow])
        }
        after = page.next
      } while (after !== undefined && seen.length <= limit)
      const items = seen.slice(0, limit).map(([key, row]) => toItem(key, row, now))
      const last = seen[limit - 1]
      return seen.length > limit && last !== undefined
        ? { items, next: writeCursor(last, rowQuery) }
        : { items }
    },
  }
}

/** The ids of the cases with an exact hidden key. For plugins that look a case up by a code it was given. */
export async function lookup(
  engine: Engine,
  kind: string,
  name: string,
  value: string,
): Promise<readonly string[]> {
  await engine.ready()
  const where = { lookups: lookupKey(name, value), kind }
  const page = await engine.store.find(inboxView.name, { where, limit: 10 })
  return page.rows.map(({ key }) => key)
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
  const sort = { field: sortFields[query.sort ?? 'due'], descending: query.descending ?? false }
  const before = [
    ...(query.dueBefore === undefined ? [] : [instantMs(query.dueBefore)]),
    ...(query.overdue === true ? [now + 1] : []),
  ]
  if (before.length === 0) return { where, sort, limit: 0 }
  return { where, sort, range: { field: 'dueAt', below: Math.min(...before) }, limit: 0 }
}

/** The one rule for every line of every list: the same as for reading a case. */
function isVisible(row: InboxRow, actor: Actor, directory: Directory): boolean {
  if (isAccused(actor, row.accused, directory)) return false
  switch (actor.kind) {
    case 'system':
      return true
    case 'anonymous':
      return false
    case 'resident':
      return row.petitioners.includes(actor.id) && !row.recused.includes(actor.id)
    case 'officer':
      return !row.recused.includes(actor.id) && mayKnow(actor.unit, row.involved, directory)
  }
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
function writeCursor([key, row]: readonly [string, InboxRow], { sort }: RowQuery): string {
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
