import { type Delivery, isPlatformError, type Officer, type RecordedEvent, toCloudEvent } from '@redress/core'
import type { ComplaintApi } from '@redress/petition'
import { sign } from './signature.js'

/** Where messages go, and as whom the receiver reads. */
export interface Receiver {
  readonly url: string
  readonly secret: Buffer
  /** The desk behind the address. It hears only of cases that it may read, so an accusation never reaches those it accuses. */
  readonly desk: Officer
}

const patience = 10_000

/**
 * The handler of a subscription that sends events over HTTP: CloudEvents 1.0 in JSON, signed. A message says what happened and to
 * which case, and no more: what the case holds stays here, where every reading is asked for and answered by the same rules.
 */
export function webhook(complaint: ComplaintApi, source: string, { url, secret, desk }: Receiver) {
  return async (event: RecordedEvent, { signal, fence }: Delivery): Promise<void> => {
    if (!(await mayRead(complaint, event.stream, desk))) return
    const message = { ...toCloudEvent(event, source), data: { version: event.version } }
    const body = JSON.stringify(message)
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'redress-fence': String(fence),
        ...sign(secret, message.id, body),
      },
      signal: AbortSignal.any([AbortSignal.timeout(patience), signal]),
    })
    // Whatever it answers, a receiver that did not take the message gets it again.
    if (!response.ok) throw new Error(`the receiver answered ${response.status}`)
  }
}

async function mayRead(complaint: ComplaintApi, id: string, desk: Officer): Promise<boolean> {
  try {
    await complaint.get(id, desk)
    return true
  } catch (error) {
    if (isPlatformError(error) && (error.kind === 'not-found' || error.kind === 'not-allowed')) return false
    throw error
  }
}
