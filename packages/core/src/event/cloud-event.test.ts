import { expect, it } from 'vitest'
import { toCloudEvent } from './cloud-event.js'

it('an event fits into the envelope of CloudEvents 1.0', () => {
  const event = {
    type: 'permit.noted',
    data: { text: 'x' },
    stream: 'case-1',
    version: 3,
    position: 99,
    at: '2024-08-02T01:00:00.000Z',
    by: { kind: 'resident', id: 'r' },
    hash: 'h',
  } as const
  expect(toCloudEvent(event, 'https://petition.example')).toEqual({
    specversion: '1.0',
    id: 'case-1/3',
    source: 'https://petition.example',
    type: 'permit.noted',
    subject: 'case-1',
    time: '2024-08-02T01:00:00.000Z',
    datacontenttype: 'application/json',
    data: { text: 'x' },
  })
})
