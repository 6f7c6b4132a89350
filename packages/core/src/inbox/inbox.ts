import { type Actor, checkActor } from '../access/actor.js'
import type { Engine } from '../case/engine.js'
import { inboxView, lookupKey } from './row.js'

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
  /**
   * Whether an actor may read a case now. For every way that a host makes itself, such as a notice, an export or a dashboard: ask it
   * for each receiver. An id that does not exist is one that may not be read.
   */
  mayRead(id: string, by: Actor): Promise<boolean>
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
  /** Default: `due`, nearest first; `opened`, oldest first, where only `involving` names the unit: no index has those by due date. */
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

export function createInbox(engine: Engine): Inbox {
  return {
    async find(query, by) {
      const actor = checkActor(by)
      // Loaded when first asked for: no command needs it.
      const { findCases } = await import('./find.js')
      return await findCases(engine, query, actor)
    },
    async mayRead(id, by) {
      const { mayReadCase } = await import('../case/may-see.js')
      return await mayReadCase(engine, id, by)
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
