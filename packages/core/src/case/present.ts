import type { Actor } from '../access/actor.js'
import type { Viewer } from './kind.js'
import type { AnyRecord } from './record.js'
import type { WiredKind } from './wire.js'

/** A case as one reader may see it. */
export function present(kind: WiredKind, record: AnyRecord, actor: Actor): AnyRecord {
  const other = kind.present?.(record.state, viewerOf(actor))
  if (other === undefined) return record
  return Object.freeze({ ...record, state: Object.freeze(Object.assign(kind.copy(record.state), other)) })
}

/** Staff see the work, residents see their matter, the host's own code sees both. */
export function viewerOf(actor: Actor): Viewer {
  if (actor.kind === 'system' || actor.kind === 'officer') return actor.kind
  return 'petitioner'
}
