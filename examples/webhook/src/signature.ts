import { createHmac, timingSafeEqual } from 'node:crypto'

/** The headers of the Standard Webhooks convention: who checks them knows that nobody else wrote the message, and when it was sent. */
export interface SignedHeaders {
  readonly 'webhook-id': string
  /** Seconds since the epoch. */
  readonly 'webhook-timestamp': string
  /** `v1,` and the HMAC-SHA256 of id, timestamp and body, base 64. */
  readonly 'webhook-signature': string
}

/** Older messages are refused, so that one that was listened in on cannot be sent again later. */
const toleranceSeconds = 300

export function sign(secret: Buffer, id: string, body: string, at: Date = new Date()): SignedHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${digest(secret, id, timestamp, body).toString('base64')}`,
  }
}

/** Whether the sender knew the secret, wrote exactly this body, and did so lately. */
export function isGenuine(
  secret: Buffer,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
): boolean {
  const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name] ?? ''),
  ) as [string, string, string]
  const age = Math.abs(Date.now() / 1000 - Number(timestamp))
  if (!(age <= toleranceSeconds)) return false
  const expected = digest(secret, id, timestamp, body)
  // A message may carry several signatures while a secret is being replaced.
  return signature.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

function digest(secret: Buffer, id: string, timestamp: string, body: string): Buffer {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest()
}
