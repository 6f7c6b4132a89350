import type { RowQuery, Store, ViewDefinition } from '@redress/core'
import { cn2022 } from '@redress/petition'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { accessesOf } from './access.js'
import type { SqliteDatabase, SqliteValue } from './database.js'
import { wantedOf } from './row-condition.js'
import { countSelect, gatheredSelect, orderedSelect, type Question } from './row-select.js'
import type { Sql } from './sql-text.js'
import { sqliteStore } from './store.js'
import { county, desk, host, letter } from './town.fixture.js'
import { viewLayout } from './view-layout.js'

/** Every way that SQLite may be asked to answer a query, whatever the rows are. */
function waysOf(id: number, view: ViewDefinition, query: RowQuery): readonly Sql[] {
  const layout = viewLayout(id, view)
  const wanted = wantedOf(query)
  const question: Question = { layout, query, wanted, after: query.after, limit: query.limit + 1 }
  const { ordered, exact, narrow } = accessesOf(layout, query, wanted)
  if (ordered === undefined && narrow.length === 0) return [gatheredSelect(question, undefined)]
  return [
    ...(ordered === undefined ? [] : [orderedSelect(question, ordered)]),
    ...(exact
      ? []
      : narrow.flatMap((index) => [countSelect(question, index), gatheredSelect(question, index)])),
  ]
}

/** The steps of a plan that read a table or an index of the store from end to end. */
function scansIn(database: Database.Database, { text, values }: Sql): readonly string[] {
  const plan = database.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]
  // What is left to scan are lists of values, the partitions, the queue and what is counted, all made by the query itself.
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => /^SCAN (?!(p\d|c|q|j|json_each)\b|CONSTANT ROW)/.test(detail))
}

/** A store that keeps what it is asked. */
function listening(store: Store) {
  const asked: (readonly [view: string, query: RowQuery])[] = []
  const views = new Map<string, readonly [id: number, view: ViewDefinition]>()
  const own: Store = {
    ...store,
    prepare(definitions) {
      for (const definition of definitions) views.set(definition.name, [views.size + 1, definition])
      return store.prepare(definitions)
    },
    find(view, query) {
      asked.push([view, query])
      return store.find(view, query)
    },
  }
  return { store: own, asked, views }
}

describe('the plans of SQLite', () => {
  it('scan nothing, whatever the library asks', async () => {
    const database = new Database(':memory:')
    const { store, asked, views } = listening(sqliteStore({ database }))
    const platform = await county(store)
    const { complaint, inquiry } = platform.petition
    for (let n = 0; n < 3; n++) await complaint.file(letter, host)
    const item = await complaint.file(letter, host)

    // Everything that an inbox can be asked, each with each.
    const filters = [
      { unit: 'county' },
      { unit: 'housing', subtree: false },
      { involving: 'county' },
      { kind: ['petition.complaint', 'petition.other'] },
      { status: 'received' },
      { open: true },
      { dueBefore: '2030-01-01T00:00:00Z', overdue: true },
      { number: 'H-2024-1' },
      { facets: { channel: 'email', 'a "name"': 'x' } },
    ]
    const orders = (['due', 'opened', 'updated'] as const).flatMap((sort) => [
      { sort, limit: 1 },
      { sort, limit: 1, descending: true },
    ])
    for (let chosen = 0; chosen < 2 ** filters.length; chosen++) {
      const query = Object.assign({}, ...filters.filter((_, n) => (chosen >> n) & 1)) as object
      // All orders of few filters, and each order of many in turn.
      for (const order of orders.filter((_, n) => chosen % 6 === n || chosen < 8)) {
        const reader = [host, desk, { kind: 'resident', id: 'r1' } as const][chosen % 3] ?? host
        const { next } = await platform.cases.find({ ...query, ...order }, reader)
        if (next !== undefined) await platform.cases.find({ ...query, ...order, cursor: next }, reader)
      }
    }
    await platform.deadlines.tick()
    await platform.calendars.announce(
      'cn',
      { holidays: ['2024-12-30'], workdays: [], source: 'a notice' },
      host,
    )
    for await (const moved of platform.deadlines.rehearse(cn2022, host)) expect(moved).toBeDefined()
    const mail = await platform.subscriptions.add({ name: 'mail', handle: () => undefined })
    expect(await mail.deadLetters()).toEqual([])
    await mail.replay(item.id)
    await mail.stop()
    expect(await inquiry.track(item.receipt.queryCode)).toMatchObject({ title: letter.title })

    const scans = new Set<string>()
    const texts = new Set<string>()
    for (const [name, query] of asked) {
      const [id, view] = views.get(name) ?? expect.unreachable(name)
      for (const way of waysOf(id, view, query)) {
        if (texts.has(way.text)) continue
        texts.add(way.text)
        for (const scan of scansIn(database, way)) scans.add(`${scan}: ${way.text}`)
      }
    }
    expect([...scans]).toEqual([])
    // The shapes were really met: by order, by range, by list, by cursor.
    expect(texts.size).toBeGreaterThan(100)
    expect(asked.some(([, { range }]) => range?.field === 'signalAt')).toBe(true)
    expect(
      asked.some(([, { where = {} }]) => where.subscription === 'mail' && where.stream === item.id),
    ).toBe(true)
    expect(
      asked.some(
        ([, { where = {}, sort }]) =>
          where.open === true && where.unit === undefined && sort?.field === 'openedAt',
      ),
    ).toBe(true)
    expect(asked.some(([, { where = {} }]) => String(where.lookups).startsWith('code='))).toBe(true)
    database.close()
  })

  it('find cells, and events to prune, by their indexes', async () => {
    const asked: Sql[] = []
    const database = new Database(':memory:')
    const listening: SqliteDatabase = {
      exec: (text) => database.exec(text),
      prepare(text) {
        const statement = database.prepare(text)
        const keep = (values: readonly SqliteValue[]) => void asked.push({ text, values })
        return {
          run(...values) {
            keep(values)
            return statement.run(...values)
          },
          all(...values) {
            keep(values)
            return statement.all(...values)
          },
        }
      },
    }
    const store = sqliteStore({ database: listening })
    await store.prepare([])
    asked.length = 0
    const stream = 'a'
    await store.commit({
      streams: [{ stream, expectedVersion: 0, events: [] }],
      rows: [],
      cells: [
        { name: 'a', value: 1 },
        { name: 'b', value: undefined },
      ],
      prune: [{ stream, until: 5 }],
    })
    await store.listCells('a/', '', 5)
    await store.listCells('a/', 'a/5', 5)
    const cells = asked.filter(({ text }) => /redress_cells|core\.pruned/.test(text))
    expect(cells.length).toBe(5)
    for (const one of cells) expect(scansIn(database, one), one.text).toEqual([])
    const plan = database.prepare(`explain query plan ${cells.at(-1)?.text}`).all('a/5', 'b', 5)
    expect(JSON.stringify(plan)).toContain('PRIMARY KEY (name>? AND name<?)')
    database.close()
  })

  it('would be told from a scan', () => {
    const database = new Database(':memory:')
    database.exec('create table t (a)')
    expect(scansIn(database, { text: 'select * from t where a = ?', values: [1] })).toEqual(['SCAN t'])
    database.close()
  })
})
