import { rowsOf } from '../case/commit.js'
import { type Engine, mostAttempts } from '../case/engine.js'
import { loadFresh } from '../case/load.js'
import type { WiredKind } from '../case/wire.js'
import { isPlatformError } from '../errors.js'
import type { RowWrite } from '../store/port.js'

/**
 * Derives the rows of a case anew and writes them. In the case's own turn, so that no command of this process writes rows of an older
 * calendar or shape after it; another process that has gone on with the case makes it look again.
 */
export function rewriteRows(engine: Engine, kind: WiredKind, id: string): Promise<readonly RowWrite[]> {
  return engine.turns.take(id, async () => {
    for (let attempt = 1; ; attempt++) {
      const record = await loadFresh(engine, kind, id)
      const rows = rowsOf(engine, kind, record)
      const streams = [{ stream: id, expectedVersion: record.version, events: [] }]
      try {
        await engine.store.commit({ streams, rows })
        return rows
      } catch (error) {
        const lost = isPlatformError(error) && error.code === 'VERSION_CONFLICT'
        if (!lost || attempt >= mostAttempts) throw error
      }
    }
  })
}
