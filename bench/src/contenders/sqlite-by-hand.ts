import { type Commit, memoryStore, type Row, type Store } from '@redress/core'
import type Database from 'libsql'
import { drive } from '../drive.js'
import { redress } from './redress.js'

/** What one command stores, and which entries of lists it changes: whoever writes SQL by hand knows that from the command. */
export interface HandCommit {
  readonly commit: Commit
  readonly removed: readonly ListEntry[]
  readonly added: readonly ListEntry[]
}

type List = 'involved' | 'petitioners' | 'lookups'
interface ListEntry {
  readonly list: List
  readonly value: string
  readonly sort: number
  readonly key: string
}

/** Takes cases through the life cycle in memory and keeps what the platform stores. */
export async function recordedCommits(cases: number): Promise<readonly HandCommit[]> {
  const memory = memoryStore()
  const commits: Commit[] = []
  const listening: Store = {
    ...memory,
    commit(commit) {
      commits.push(commit)
      return memory.commit(commit)
    },
  }
  const { contender } = await redress(listening)
  commits.length = 0
  await drive(contender.lifeCycle, 0, cases, [])
  const before = new Map<string, readonly ListEntry[]>()
  return commits.map((commit) => {
    const [write] = commit.rows
    if (write === undefined || write.row === null || commit.rows.length > 1) throw new Error('not one row')
    const [old, now] = [before.get(write.key) ?? [], entriesOf(write.key, write.row)]
    before.set(write.key, now)
    const among = (entries: readonly ListEntry[]) => new Set(entries.map((one) => JSON.stringify(one)))
    const [oldOnes, nowOnes] = [among(old), among(now)]
    return {
      commit,
      removed: old.filter((one) => !nowOnes.has(JSON.stringify(one))),
      added: now.filter((one) => !oldOnes.has(JSON.stringify(one))),
    }
  })
}

function entriesOf(key: string, row: Row): ListEntry[] {
  const of = (list: List, sort: number) =>
    (row[list] as readonly string[]).map((value) => ({ list, value, sort, key }))
  return [
    ...of('involved', row.openedAt as number),
    ...of('petitioners', row.openedAt as number),
    ...of('lookups', 0),
  ]
}

const orLast = (value: unknown): number => (value as number | null) ?? Number.POSITIVE_INFINITY

/**
 * SQL as one writes it by hand for this one purpose: the tables, the indexes and the pragmas of the store, an insert for each event and
 * an upsert for the row, in one transaction for each command. It checks nothing but the unique index, and computes nothing.
 */
export function handWritten(database: Database.Database): (commit: HandCommit) => void {
  database.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table events (position integer primary key, stream text not null, version integer not null, type text not null,
      data text not null, at text not null, by text not null, rules text, hash text not null);
    create unique index events_stream on events (stream, version);
    create table inbox (id integer primary key, key text not null, open integer not null, unit text not null, due real not null,
      opened real not null, updated real not null, signal real not null, notices real not null, row text not null);
    create unique index inbox_key on inbox (key);
    create index inbox_due on inbox (open, unit, due, key);
    create index inbox_opened on inbox (open, unit, opened, key);
    create index inbox_updated on inbox (open, unit, updated, key);
    create index inbox_signal on inbox (signal, key) where signal < 9e999;
    create index inbox_notices on inbox (notices, key) where notices < 9e999;`)
  for (const list of ['involved', 'petitioners', 'lookups'] as const) {
    database.exec(`create table ${list} (value text not null, sort real not null, key text not null,
      primary key (value, sort, key)) without rowid`)
  }
  const begin = database.prepare('begin immediate')
  const end = database.prepare('commit')
  const insertEvent = database.prepare(
    'insert into events (stream, version, type, data, at, by, rules, hash) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const upsert = database.prepare(
    `insert into inbox (key, open, unit, due, opened, updated, signal, notices, row) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (key) do update set open = excluded.open, unit = excluded.unit, due = excluded.due, opened = excluded.opened,
      updated = excluded.updated, signal = excluded.signal, notices = excluded.notices, row = excluded.row`,
  )
  const add = (list: List) => database.prepare(`insert into ${list} (value, sort, key) values (?, ?, ?)`)
  const remove = (list: List) =>
    database.prepare(`delete from ${list} where value = ? and sort = ? and key = ?`)
  const adds = { involved: add('involved'), petitioners: add('petitioners'), lookups: add('lookups') }
  const removes = {
    involved: remove('involved'),
    petitioners: remove('petitioners'),
    lookups: remove('lookups'),
  }

  return ({ commit, removed, added }) => {
    begin.run()
    for (const { events } of commit.streams) {
      for (const { stream, version, type, data, at, by, rules, hash } of events) {
        insertEvent.run(
          stream,
          version,
          type,
          JSON.stringify(data),
          at,
          JSON.stringify(by),
          rules ?? null,
          hash,
        )
      }
    }
    for (const { key, row } of commit.rows) {
      if (row === null) continue
      const { open, unit, dueAt, openedAt, updatedAt, signalAt, notices } = row
      upsert.run(
        key,
        open === true ? 1 : 0,
        unit,
        orLast(dueAt),
        openedAt,
        updatedAt,
        orLast(signalAt),
        orLast(notices),
        JSON.stringify(row),
      )
    }
    for (const { list, value, sort, key } of removed) removes[list].run(value, sort, key)
    for (const { list, value, sort, key } of added) adds[list].run(value, sort, key)
    end.run()
  }
}
