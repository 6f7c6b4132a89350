import type { Announced } from '../clock/calendars.js'
import { isPlatformError } from '../errors.js'
import type { RowPlace } from '../store/port.js'
import { rowsOf } from './commit.js'
import type { FailedCase } from './deadlines.js'
import { type Engine, mostAttempts } from './engine.js'
import { type InboxRow, inboxView } from './inbox-row.js'
import { loadFresh } from './load.js'

const pageSize = 200

/** Up to which notice each platform has looked through the open cases. */
const lookedAt = new WeakMap<Engine, number>()

/**
 * Derives anew the rows of open cases that were written before the last holiday notice: by this process before it was recorded, by
 * another one that had not heard of it, or by one that was stopped in the middle of this.
 */
export async function rederiveRows(engine: Engine): Promise<Announced> {
  const notices = engine.notices()
  const failed: FailedCase[] = []
  let moved = 0
  let after: RowPlace | undefined
  if (notices === (lookedAt.get(engine) ?? 0)) return { moved, failed }
  do {
    // By the order of opening, which nothing in this loop changes.
    const page = await engine.store.find(inboxView.name, {
      where: { open: true },
      sort: { field: 'openedAt' },
      ...(after === undefined ? {} : { after }),
      limit: pageSize,
    })
    for (const { key, row } of page.rows) {
      const before = row as unknown as InboxRow
      if (before.notices >= notices) continue
      try {
        if (await rederive(engine, key, before)) moved++
      } catch (error) {
        failed.push({ id: key, error })
      }
    }
    after = page.next
  } while (after !== undefined)
  if (failed.length === 0) lookedAt.set(engine, notices)
  return { moved, failed }
}

/** In the case's own turn, so that no command of this process writes a row of the old calendar after it. */
function rederive(engine: Engine, id: string, before: InboxRow): Promise<boolean> {
  const kind = engine.kinds.get(before.kind)
  if (kind === undefined) return Promise.resolve(false)
  return engine.turns.take(id, async () => {
    for (let attempt = 1; ; attempt++) {
      const record = await loadFresh(engine, kind, id)
      const rows = rowsOf(engine, kind, record)
      try {
        await engine.store.commit({
          streams: [{ stream: id, expectedVersion: record.version, events: [] }],
          rows,
        })
        return (rows[0]?.row as InboxRow | undefined)?.dueAt !== before.dueAt
      } catch (error) {
        // Another process has gone on with the case, perhaps with the old calendar.
        const lost = isPlatformError(error) && error.code === 'VERSION_CONFLICT'
        if (!lost || attempt >= mostAttempts) throw error
      }
    }
  })
}
