import type { Spread } from './measure.js'
import type { FillJob, FillResult } from './postgres/year/fill.js'

/** The contenders of the life cycle; `plain` is Redress without vault and hash chain. */
export type ContenderName = 'redress' | 'plain' | 'floor' | 'castore' | 'xstateLive' | 'xstateRehydrated'

/** Redress on SQLite with one caller or many, and SQL by hand. */
export type SqliteContender = 'redress' | 'crowd' | 'hand'

/** What one child process does. */
export type Job =
  | { readonly kind: 'life-cycle'; readonly contender: ContenderName; readonly size: number }
  | { readonly kind: 'burst'; readonly rounds: number }
  | { readonly kind: 'sqlite'; readonly blocks: number }
  | { readonly kind: 'audit'; readonly size: number; readonly rounds: number }
  | { readonly kind: 'duplicates'; readonly size: number; readonly questions: number }
  | ({ readonly kind: 'fill' } & FillJob)

export interface LifeCycleResult {
  readonly contender: ContenderName
  /** Stored cases at which it was measured. */
  readonly size: number
  /** Over the whole time, other processes of the machine included. */
  readonly commandsPerSecond: number
  /** In the middle one of the slices of a thousand cases: bad moments of a shared machine fall out. */
  readonly middleCommandsPerSecond: number
  readonly command: Spread
  readonly heapPerCase: number
  /** Reading a random stored case and folding it. */
  readonly read: Spread
  /** Pages of the inbox; of Redress only. */
  readonly inbox?: InboxResult
}

/** The first page of 50 overdue cases, nearest due date first, out of as many stored and a tenth of them open. */
export interface InboxResult {
  readonly overdue: number
  readonly county: Spread
  readonly city: Spread
}

/** Times of commands at a rate of arrival, in commands per second. */
export interface Load extends Spread {
  readonly rate: number
}

export interface BurstResult {
  readonly calm: Load
  readonly burst: Load
  /** A fifth of what the process can do. */
  readonly heavy: Load
}

/** The life cycle on files of SQLite: commands per second of each contender, block by block, in turn on the same disk. */
export type SqliteResult = Readonly<Record<SqliteContender, readonly number[]>>

/** Verifying a log in memory. */
export interface AuditResult {
  readonly size: number
  /** Of an event, as it is hashed. */
  readonly bytes: number
  readonly verifiedPerSecond: number
  readonly hashedPerSecond: number
  /** Milliseconds, over the whole log. */
  readonly firstCheckpoint: number
  /** Milliseconds, over a thousand events more. */
  readonly furtherCheckpoint: number
}

/** Near duplicates among open texts. */
export interface DuplicatesResult {
  readonly size: number
  /** Of a text, on average. */
  readonly characters: number
  readonly addMicros: number
  readonly changeMicros: number
  readonly query: Spread
  /** Microseconds. */
  readonly p95: number
  readonly bruteForce: Spread
  /** How many near duplicates comparing with all found, and what share of them the index found. */
  readonly pairs: number
  readonly recall: number
  readonly bytesPerText: number
  /** A text read out of the vault: time, and records in the log. */
  readonly takeIn: { readonly micros: number; readonly records: number }
  /** `complaint.duplicates` in a platform in memory. */
  readonly ask: Spread
}

export interface ResultOf {
  readonly 'life-cycle': LifeCycleResult
  readonly burst: BurstResult
  readonly sqlite: SqliteResult
  readonly audit: AuditResult
  readonly duplicates: DuplicatesResult
  readonly fill: FillResult
}
