import type { StoredRequest } from '@redress/core'
import type { Connection } from './connection.js'
import { fromKeyText, toKeyText } from './key-text.js'

/** What a commit with this key did. */
export function recall(connection: Connection, key: string): StoredRequest | undefined {
  const found = connection.one<{ fingerprint: string; stream: string; version: number | bigint }>(
    'select fingerprint, stream, version from redress_requests where key = ?',
    toKeyText(key),
  )
  if (found === undefined) return undefined
  const { fingerprint, stream, version } = found
  return { fingerprint: fromKeyText(fingerprint), stream: fromKeyText(stream), version: Number(version) }
}

export function keep(
  connection: Connection,
  key: string,
  { fingerprint, stream, version }: StoredRequest,
): void {
  connection.run(
    'insert into redress_requests (key, fingerprint, stream, version) values (?, ?, ?, ?)',
    toKeyText(key),
    toKeyText(fingerprint),
    toKeyText(stream),
    version,
  )
}
