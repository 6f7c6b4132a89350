import type { RecordedEvent, Viewer } from '@redress/core'
import type { ComplaintEvent } from './events.js'
import type { Complaint } from './state.js'

const none: readonly never[] = Object.freeze([])

// Another case may be sealed by now, from whoever reads this one: a name that leads to nothing would tell that it is there.

/** The fields of a complaint that readers get to see otherwise. */
export function presentComplaint(
  { links, notDuplicateOf }: Complaint,
  viewer: Viewer,
): Partial<Complaint> | undefined {
  if (viewer === 'system' || links.length + notDuplicateOf.length === 0) return undefined
  return { links: none, repeatOf: null, notDuplicateOf: none }
}

/** An event of a complaint as a reader may see it; undefined where it is internal. */
export function presentComplaintEvent(
  event: RecordedEvent<ComplaintEvent>,
  viewer: Viewer,
): RecordedEvent<ComplaintEvent> | undefined {
  if (viewer === 'system') return event
  if (viewer === 'petitioner' && internal.has(event.type)) return undefined
  if (event.type === 'petition.complaint-separated') return { ...event, data: { ...event.data, cases: none } }
  if (event.type === 'petition.complaint-linked') return { ...event, data: { ...event.data, to: '' } }
  if (event.type === 'petition.complaint-duplicate-dismissed')
    return { ...event, data: { ...event.data, of: '' } }
  return event
}

const internal: ReadonlySet<ComplaintEvent['type']> = new Set([
  'petition.complaint-noted',
  'petition.complaint-duplicate-dismissed',
])
