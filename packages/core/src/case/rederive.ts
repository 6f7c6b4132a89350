import { isPlatformError } from '../errors.js'
import type { RuleProfile } from '../rules/profile.js'
import type { RowPlace } from '../store/port.js'
import { rowsOf } from './commit.js'
import type { Engine } from './engine.js'
import { type InboxRow, inboxView } from './inbox-row.js'
import { loadFresh } from './load.js'

const pageSize = 200

/** Derives the rows of open cases anew after a calendar has changed. Returns how many got another due date. */
export async function rederiveRows(
  engine: Engine,
  concerns: (rules: RuleProfile) => boolean,
): Promise<number> {
  let moved = 0
  let after: RowPlace | undefined
  for (;;) {
    // By the order of opening, which nothing in this loop changes.
    const page = await engine.store.find(inboxView.name, {
      where: { open: true },
      sort: { field: 'openedAt' },
      ...(after === undefined ? {} : { after }),
      limit: pageSize,
    })
    for (const { key, row } of page.rows) {
      const before = row as unknown as InboxRow
      const kind = engine.kinds.get(before.kind)
      if (kind === undefined) continue
      const record = await loadFresh(engine, kind, key)
      if (!concerns(kind.profile(record.rules))) continue
      const rows = rowsOf(engine, kind, record)
      const now = rows[0]?.row as unknown as InboxRow
      if (now.dueAt === before.dueAt && now.signalAt === before.signalAt) continue
      try {
        await engine.store.commit({
          streams: [{ stream: key, expectedVersion: record.version, events: [] }],
          rows,
        })
        if (now.dueAt !== before.dueAt) moved++
      } catch (error) {
        // Somebody has gone on with the case meanwhile, and has derived its row with the new calendar.
        if (!isPlatformError(error) || error.code !== 'VERSION_CONFLICT') throw error
      }
    }
    if (page.next === undefined) return moved
    after = page.next
  }
}
