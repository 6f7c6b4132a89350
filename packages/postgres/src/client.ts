/** What the store needs of a pool of `pg`. Its `error` event is the host's: without a listener a lost idle connection ends Node. */
export interface PgPool {
  query(query: PgQuery): Promise<PgResult>
  connect(): Promise<PgClient>
}

/** One statement, as `pg` takes it. A named one is planned once for each connection. */
export interface PgQuery {
  text: string
  values: unknown[]
  name?: string
}

/** What `pg` answers with. */
export interface PgResult {
  readonly rows: unknown[]
}

/** One connection of a pool of `pg`. */
export interface PgClient {
  query(query: PgQuery): Promise<PgResult>
  release(destroy?: boolean): void
  on(event: 'notification', listener: (notification: PgNotification) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'end', listener: () => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
}

/** What a listening connection of `pg` hears. */
export interface PgNotification {
  readonly channel: string
  readonly payload?: string | undefined
}

/** What the store needs of PGlite: its own interface, not one of the wire protocol. */
export interface PgliteClient {
  query(text: string, values?: unknown[]): Promise<PgResult>
  transaction<Result>(work: (transaction: PgliteTransaction) => Promise<Result>): Promise<Result>
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
}

/** A transaction of PGlite. */
export interface PgliteTransaction {
  query(text: string, values?: unknown[]): Promise<PgResult>
}
