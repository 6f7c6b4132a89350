import { type Actor, systemActor } from '../access/actor.js'
import { mayRead } from '../case/ask.js'
import type { Engine } from '../case/engine.js'
import type { Announced } from '../clock/calendars.js'
import { type InboxRow, inboxView } from '../inbox/row.js'
import type { RowPlace } from '../store/port.js'
import { rewriteRows } from '../view/rewrite-rows.js'
import type { FailedCase } from './deadlines.js'

const pageSize = 200

/**
 * Derives anew every row whose due date was written before the last holiday notice: by this process before it was recorded, by
 * another one that had not heard of it, or by one that was stopped in the middle of this.
 *
 * @param by who is told of it: a number of all cases would tell of those that the reader must not know of
 */
export async function rederiveRows(engine: Engine, by: Actor = systemActor): Promise<Announced> {
  const notices = engine.notices()
  const failed: FailedCase[] = []
  let moved = 0
  let after: RowPlace | undefined
  if (notices === 0) return { moved, failed }
  do {
    const page = await engine.store.find(inboxView.name, {
      range: { field: 'notices', below: notices },
      sort: { field: 'notices' },
      ...(after === undefined ? {} : { after }),
      limit: pageSize,
    })
    for (const { key, row } of page.rows) {
      const before = row as unknown as InboxRow
      const kind = engine.kinds.get(before.kind)
      if (kind === undefined) continue
      const told = by.kind === 'system' || mayRead(kind, before, by, engine.directory())
      try {
        const [first] = await rewriteRows(engine, kind, key)
        // The row of the inbox comes first.
        if (told && first !== undefined && (first.row as unknown as InboxRow).dueAt !== before.dueAt) moved++
      } catch (error) {
        if (told) failed.push({ id: key, error })
      }
    }
    after = page.next
  } while (after !== undefined)
  return { moved, failed }
}
