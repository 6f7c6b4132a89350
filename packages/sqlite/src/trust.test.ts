import { readFileSync } from 'node:fs'
import { createPlatform, ecdsaSigner } from '@redress/core'
import { testKeys } from '@redress/core/testing'
import { cn2022, petition } from '@redress/petition'
import Database from 'libsql'
import { expect, it } from 'vitest'
import { sqliteStore } from './store.js'
import { citizen, county, desk, handler, host, letter, withFile } from './town.fixture.js'

type Sql = InstanceType<typeof Database>

const markers = {
  title: 'MARK-TITLE-漏水',
  text: 'MARK-TEXT-漏水三个月',
  place: 'MARK-PLACE-三号楼',
  name: 'MARK-NAME-张三',
  phone: '13912345678',
  address: 'MARK-ADDRESS-淮海路',
  idNumber: '320800199001011234',
} as const
const { name, phone, address, idNumber, ...texts } = markers
const marked = { ...letter, ...texts, petitioners: [{ id: 'r1', name, phone, address, idNumber }] }

async function signer() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.exportKey('jwk', pair.privateKey),
    crypto.subtle.exportKey('jwk', pair.publicKey),
  ])
  return {
    signer: ecdsaSigner({ name: 'test', privateKey }),
    publicKey: publicKey as never,
  }
}

/** A file with two cases, one of them of a whole course, and a checkpoint that somebody has taken away. */
async function kept(file: string) {
  const database: Sql = new Database(file)
  const { signer: signs, publicKey } = await signer()
  const store = sqliteStore({ database })
  const founding = await county(store)
  const retention = { short: { title: 'short', eraseAfter: 0, source: 'made for tests', verified: false } }
  const rules = [{ ...cn2022, retention }]
  const platform = createPlatform({
    store,
    plugins: [petition({ rules })],
    keys: testKeys,
    signer: signs,
    now: () => Date.parse('2024-08-01T09:00:00+08:00'),
  })
  const { complaint } = platform.petition
  const { id } = await complaint.file(marked, citizen)
  await founding.petition.complaint.file(letter, citizen)
  await complaint.register(id, {}, desk)
  await complaint.classify(id, { class: 'appeal', route: 'petition', reason: 'MARK-REASON' }, desk)
  await complaint.accept(id, {}, desk)
  await complaint.hearStatement(id, { on: '2024-08-01', manner: 'phone', summary: 'MARK-SUMMARY' }, handler)
  await complaint.note(id, { text: 'MARK-NOTE' }, desk)
  const checkpoint = await platform.audit.checkpoint(host)
  await complaint.withdraw(id, { reason: 'MARK-WITHDRAWN', freely: true }, citizen)
  const kinds = async () => {
    const options = { vault: true, checkpoints: [checkpoint], keys: { test: publicKey } }
    const { findings } = await platform.audit.verify(options, host)
    return [...new Set(findings.map(({ kind }) => kind))].sort()
  }
  return { database, store, platform, id, kinds }
}

const manipulations: readonly (readonly [what: string, sql: string, finding: string])[] = [
  [
    'an event is rewritten',
    `update redress_events set data = replace(data, '2024-08-01', '2024-07-01') where version = 1 and type like '%filed'`,
    'EVENT_CHANGED',
  ],
  [
    'somebody else is named as the actor',
    `update redress_events set by = '{"kind":"system","id":"x"}' where type like '%registered'`,
    'EVENT_CHANGED',
  ],
  ['an event is taken out', `delete from redress_events where type like '%registered'`, 'EVENT_MISSING'],
  ['the tail is cut off', `delete from redress_events where position > 6`, 'TAIL_CUT'],
  [
    'two events change places',
    `update redress_events set position = -position where position in (4, 5);
    update redress_events set position = 9 + position where position < 0`,
    'LOG_REORDERED',
  ],
  ['a sealed text is lost', `delete from redress_cells where name like 'vault/%/1'`, 'SEALED_MISSING'],
  [
    'a sealed text is put in the place of another',
    `update redress_cells set value =
    (select value from redress_cells where name like 'vault/%/3') where name like 'vault/%/5'`,
    'SEALED_CHANGED',
  ],
  [
    'the last checkpoint is taken away',
    `delete from redress_cells where name like 'audit/%'`,
    'CHECKPOINT_MISSING',
  ],
]

it.each(manipulations)('whoever has the file does not hide it when %s', (_, sql, finding) =>
  withFile(async (file) => {
    const { database, kinds } = await kept(file)
    expect(await kinds()).toEqual([])
    database.exec(sql)
    expect(await kinds()).toContain(finding)
    database.close()
  }),
)

it('nothing that people wrote or are is readable in the file, and nothing is left of it after its erasure', () =>
  withFile(async (file) => {
    const { database, platform, store, id, kinds } = await kept(file)
    const planted = [...Object.values(markers), 'MARK-REASON', 'MARK-SUMMARY', 'MARK-NOTE', 'MARK-WITHDRAWN']
    const bytes = () => {
      database.exec('pragma wal_checkpoint(truncate)')
      return readFileSync(file).toString('utf8')
    }
    const isThere = (text: string) => bytes().includes(text)
    expect(planted.filter(isThere)).toEqual([])
    const reveal = ['name', 'phone', 'address', 'idNumber']
    const own = await platform.personal.read(id, { purpose: 'ownMatter', reveal }, citizen)
    expect(own.persons[0]?.fields).toEqual({ name, phone, address, idNumber })
    expect(own.texts[0]?.fields).toEqual(texts)

    const sealed = (await store.listCells(`vault/${id}/`, '', 100)).map(({ value }) => JSON.stringify(value))
    expect(sealed.length).toBeGreaterThan(4)
    await platform.retention.assign(id, { class: 'short' }, host)
    expect(await platform.retention.sweep(host)).toMatchObject({ erased: 1, failed: [] })
    expect(sealed.filter(isThere)).toEqual([])
    expect(
      await platform.personal.find(
        { kind: 'petition.complaint', field: 'phone', value: phone, purpose: 'duplicates' },
        desk,
      ),
    ).toEqual([])
    expect((await platform.personal.read(id, { purpose: 'ownMatter' }, citizen)).texts).toEqual([])
    expect((await platform.petition.complaint.get(id, citizen)).state.status).toBe('withdrawn')
    expect(await kinds()).toEqual([])
    database.close()
  }))
