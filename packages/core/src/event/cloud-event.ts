import type { DomainEvent, RecordedEvent } from './event.js'

/** An event in the envelope of CloudEvents 1.0, JSON format. */
export interface CloudEvent<Data = unknown> {
  readonly specversion: '1.0'
  /** Unique within `source`: the stream and the version in it. */
  readonly id: string
  readonly source: string
  readonly type: string
  /** The case. */
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly data: Data
}

/**
 * Puts a recorded event into a CloudEvents envelope.
 *
 * @param source a URI that names this platform, such as `https://petition.example.gov`
 */
export function toCloudEvent<Event extends DomainEvent>(
  event: RecordedEvent<Event>,
  source: string,
): CloudEvent<Event['data']> {
  return {
    specversion: '1.0',
    id: `${event.stream}/${event.version}`,
    source,
    type: event.type,
    subject: event.stream,
    time: event.at,
    datacontenttype: 'application/json',
    data: event.data,
  }
}
