import type { DomainEvent, RecordedEvent } from '../event/event.js'

/** Says that the events of its case up to a version were pruned, lawfully: it seals the places that are left of them. */
export type CasePruned = DomainEvent<
  'core.case-pruned',
  {
    /** The version of the last pruned event. */
    readonly until: number
    /** The hash of that event. */
    readonly head: string
    readonly reason: string
  }
>

const sealType: CasePruned['type'] = 'core.case-pruned'

/** Whether pruning has left only the place of an event. */
export const isPruned = ({ type }: RecordedEvent): boolean => type === 'core.pruned'

/** Up to which version a later event of the stream seals what was pruned; 0 where none does. */
export function sealedUntil(stream: readonly RecordedEvent[]): number {
  let sealed = 0
  for (const { type, version, data } of stream) {
    if (type !== sealType) continue
    const { until, head } = (data ?? {}) as Partial<CasePruned['data']>
    if (until === undefined || until <= sealed || until >= version) continue
    if (stream.some((event) => event.version === until && event.hash === head)) sealed = until
  }
  return sealed
}
