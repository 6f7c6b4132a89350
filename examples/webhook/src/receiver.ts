import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isGenuine } from './signature.js'

export interface Inbox {
  readonly url: string
  /** What was taken, each message once: type and case. */
  readonly taken: readonly string[]
  /** Answers the next messages with a failure. */
  fail(times: number): void
  close(): Promise<void>
}

/** The other side: a small server that checks what it gets, as every receiver should. */
export async function openInbox(secret: Buffer): Promise<Inbox> {
  const taken: string[] = []
  const known = new Set<string>()
  let failures = 0

  const answer = (headers: Parameters<typeof isGenuine>[1], body: string): number => {
    if (!isGenuine(secret, headers, body)) return 401
    if (failures > 0) {
      failures--
      return 503
    }
    // At least once means sometimes twice: the id tells.
    const { id, type, subject } = JSON.parse(body) as { id: string; type: string; subject: string }
    if (!known.has(id)) {
      known.add(id)
      taken.push(`${type} ${subject}`)
    }
    return 204
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      response.writeHead(answer(request.headers, Buffer.concat(parts).toString()))
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/events`,
    taken,
    fail(times) {
      failures = times
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
