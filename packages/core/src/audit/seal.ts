import type { CasePruned, CustodyEvent } from '../case/custody.js'
import type { RecordedEvent } from '../event/event.js'

const sealType: CustodyEvent['type'] = 'core.case-pruned'

/** Whether pruning has left only the place of an event. */
export const isPruned = ({ type }: RecordedEvent): boolean => type === 'core.pruned'

/** Up to which version a later event of the stream seals what was pruned; 0 where none does. */
export function sealedUntil(stream: readonly RecordedEvent[]): number {
  let sealed = 0
  for (const { type, version, data } of stream) {
    if (type !== sealType) continue
    const { until, head } = (data ?? {}) as Partial<CasePruned>
    if (until === undefined || until <= sealed || until >= version) continue
    if (stream.some((event) => event.version === until && event.hash === head)) sealed = until
  }
  return sealed
}
