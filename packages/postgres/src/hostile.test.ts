import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { append, event, sampleView } from './sample.fixture.js'
import { readJson, readText, storableJson, storableText } from './storable.js'
import { type PostgresStore, postgresStore } from './store.js'

const hostile = [
  `'; drop schema hostile cascade; --`,
  `"; drop schema hostile cascade; --`,
  `\\'; drop table events; --`,
  '$1',
  '$$ begin end $$',
  '{a,b}',
  '{"a": "b"}',
  'null',
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u001a0',
  '\u001f',
  '\\u0000',
  '\ud83d',
  '楼\udc00上',
  '🏚️',
  '%_',
]

describe('hostile texts', () => {
  let client: PGlite
  let store: PostgresStore
  beforeAll(async () => {
    client = await PGlite.create()
    store = postgresStore({ client, schema: 'hostile' })
    await store.prepare([sampleView])
  }, 60_000)
  afterAll(async () => {
    store.close()
    await client.close()
  })

  it('every text comes back from everywhere it can be written, and reaches nothing else', async () => {
    for (const text of hostile) {
      const stream = `stream ${text}`
      const commit = {
        streams: [
          {
            stream,
            expectedVersion: 0,
            events: [{ ...event(stream, 1, { [text]: text }), type: text, rules: text }],
          },
        ],
        rows: [
          { view: sampleView.name, key: `key ${text}`, row: { code: text, people: [text], [text]: text } },
        ],
        request: { key: text, fingerprint: text },
      }
      await store.commit(commit)
      const [read] = await store.read(stream)
      expect(read).toMatchObject({ stream, data: { [text]: text }, type: text, rules: text })
      expect(await store.recall(text)).toEqual({ fingerprint: text, stream, version: 1 })
      expect(await store.commit(commit)).toEqual({ repeated: { fingerprint: text, stream, version: 1 } })
      for (const where of [{ code: text }, { people: text }, { [text]: text }, { code: [text, 'other'] }]) {
        const { rows } = await store.find(sampleView.name, { where, limit: 5 })
        expect(rows).toEqual([{ key: `key ${text}`, row: { code: text, people: [text], [text]: text } }])
      }
      expect(await store.writeCell(text, { [text]: text }, 0)).toBe(1)
      expect((await store.readCell(text))?.value).toEqual({ [text]: text })
      const sort = { field: text }
      const page = await store.find(sampleView.name, { sort, after: { value: null, key: text }, limit: 1 })
      expect(page.rows.length).toBeLessThanOrEqual(1)
      await store.find(sampleView.name, { range: { field: text, from: 1 }, limit: 1 })
    }
    expect(await store.readAll(0, 100)).toHaveLength(hostile.length)
  })

  it('names that become part of the text are refused unless they are plain', async () => {
    for (const text of hostile.filter((one) => one !== 'null')) {
      expect(() => postgresStore({ client, schema: text })).toThrow(
        expect.objectContaining({ code: 'OPTIONS_INVALID' }),
      )
      for (const view of [
        { ...sampleView, name: text },
        { ...sampleView, name: 'test.other', indexes: [{ equal: [text] }] },
        { ...sampleView, name: 'test.other', indexes: [{ equal: [], sort: text }] },
        { ...sampleView, name: 'test.other', lists: [text] },
      ]) {
        await expect(store.prepare([view])).rejects.toMatchObject({ code: 'OPTIONS_INVALID' })
      }
      await expect(store.find(text, { limit: 1 })).rejects.toMatchObject({ code: 'QUERY_INVALID' })
      const rows = [{ view: text, key: 'k', row: {} }]
      await expect(store.commit({ streams: [], rows })).rejects.toMatchObject({ code: 'QUERY_INVALID' })
    }
  })

  it('a client that is none is refused at once', () => {
    for (const none of [undefined, {}, 'postgres://localhost']) {
      expect(() => postgresStore({ client: none as never })).toThrow(
        expect.objectContaining({ code: 'OPTIONS_INVALID' }),
      )
    }
  })

  it('what cannot be stored is told apart from what can, and only that is changed', () => {
    for (const text of [...hostile, 'plain', '\\', '\\\\u0000', '"\\u001a"']) {
      const json = JSON.stringify({ [text]: [text] })
      expect(readJson(storableJson(json))).toEqual({ [text]: [text] })
      expect(readText(storableText(text))).toBe(text)
      expect(/\0|\\u0000/.test(storableJson(json).replaceAll('\\\\', ''))).toBe(false)
    }
    expect(storableText('plain 楼 🏚️')).toBe('plain 楼 🏚️')
  })

  it('one commit that the database refuses does not take the others of its batch with it', async () => {
    const good = Array.from({ length: 20 }, (_, n) => append(`good-${n}`, 0, { code: `c${n}` }))
    // A value that is too long for an index.
    let noise = ''
    for (let n = 0; noise.length < 40_000; n++) noise += Math.imul(n, 2_654_435_761).toString(36)
    const bad = append('bad', 0, { code: noise })
    const results = await Promise.allSettled(
      [...good, bad, append('other', 0)].map((one) => store.commit(one)),
    )
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
      ...good.map(() => true),
      false,
      true,
    ])
    expect(await store.read('bad')).toEqual([])
  })

  it('a commit that is no JSON fails alone, and one with too many events is refused', async () => {
    const broken = { ...append('broken', 0), rows: [{ view: sampleView.name, key: 'k', row: { big: 1n } }] }
    const [first, second] = await Promise.allSettled([store.commit(broken), store.commit(append('whole', 0))])
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
    const events = Array.from({ length: 16_385 }, (_, n) => event('long', n + 1))
    const long = { streams: [{ stream: 'long', expectedVersion: 0, events }], rows: [] }
    await expect(store.commit(long)).rejects.toMatchObject({ code: 'OPTIONS_INVALID' })
    const most = {
      streams: [{ stream: 'long', expectedVersion: 0, events: events.slice(0, 16_384) }],
      rows: [],
    }
    await store.commit(most)
    expect(await store.read('long', 16_000)).toHaveLength(384)
  })
})
