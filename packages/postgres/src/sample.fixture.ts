import type { Commit, PendingEvent, Row, ViewDefinition } from '@redress/core'

/** A small view with every sort of index. */
export const sampleView: ViewDefinition = {
  name: 'test.sample',
  version: 1,
  lists: ['people'],
  indexes: [
    { equal: ['open', 'unit'], sort: 'due' },
    { equal: ['people'], sort: 'due' },
    { equal: ['people', 'unit'] },
    { equal: ['code'] },
  ],
}

export function event(stream: string, version: number, data: unknown = { n: version }): PendingEvent {
  return {
    type: 'test.happened',
    data,
    stream,
    version,
    at: '2024-08-02T01:00:00.000Z',
    by: { kind: 'officer', id: 'o-1', unit: 'works' },
    hash: `hash of ${stream} ${version}`,
  }
}

/** Appends one event, and writes one row if there is one. */
export function append(stream: string, expectedVersion: number, row?: Row | null): Commit {
  return {
    streams: [{ stream, expectedVersion, events: [event(stream, expectedVersion + 1)] }],
    rows: row === undefined ? [] : [{ view: sampleView.name, key: stream, row }],
  }
}
