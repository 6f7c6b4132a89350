import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPgliteFolder } from './pglite-folder.js'
import { append, sampleView } from './sample.fixture.js'
import { postgresStore } from './store.js'

const unavailable = { code: 'STORE_UNAVAILABLE' }
/** What the lock is about, without the seconds that a database takes. */
const nothing = async () => ({ close: async () => {} })

describe('a PGlite on a folder', () => {
  let parent: string
  let folder: string
  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'redress-folder-'))
    folder = path.join(parent, 'data')
  })
  afterEach(() => rmSync(parent, { recursive: true }))

  it('keeps what was stored, and is open once at a time', async () => {
    const opened = await openPgliteFolder(folder, (where) => PGlite.create(where))
    const store = postgresStore({ client: opened.client })
    await store.prepare([sampleView])
    await store.commit(append('a', 0, { code: 'x' }))
    await expect(openPgliteFolder(folder, (where) => PGlite.create(where))).rejects.toMatchObject(unavailable)
    store.close()
    await opened.close()
    const again = await openPgliteFolder(folder, (where) => PGlite.create(where))
    const reopened = postgresStore({ client: again.client })
    expect(await reopened.prepare([sampleView])).toEqual([])
    expect(await reopened.read('a')).toHaveLength(1)
    reopened.close()
    await again.close()
    expect(readdirSync(parent)).toEqual(['data'])
  }, 60_000)

  it('that a living process holds is refused', async () => {
    const { pid } = process
    writeFileSync(`${folder}.lock`, `${process.ppid} ${hostname()} 0 other\n`)
    await expect(openPgliteFolder(folder, nothing)).rejects.toMatchObject(unavailable)
    writeFileSync(`${folder}.lock`, `${pid} elsewhere 0 other\n`)
    await expect(openPgliteFolder(folder, nothing)).rejects.toMatchObject(unavailable)
  })

  it('that a process held which has ended is taken over, also when its number is our own', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['-e', ''])
    for (const holder of [`${ended} ${hostname()} 0 x\n`, `${process.pid} ${hostname()} 12345 x\n`]) {
      writeFileSync(`${folder}.lock`, holder)
      const opened = await openPgliteFolder(folder, nothing)
      expect(readFileSync(`${folder}.lock`, 'utf8')).toMatch(new RegExp(`^${process.pid} `))
      await opened.close()
    }
    expect(readdirSync(parent)).toEqual([])
  })

  it('is free again when it could not be opened', async () => {
    const broken = openPgliteFolder(folder, () => Promise.reject(new Error('no space')))
    await expect(broken).rejects.toThrow('no space')
    expect(existsSync(`${folder}.lock`)).toBe(false)
  })

  it('of many who find the lock of an ended process one gets it', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(`${folder}.lock`, `${ended} ${hostname()} 0 x\n`)
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => openPgliteFolder(folder, nothing)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(execFileSync('ls', [parent], { encoding: 'utf8' })).toBe('data.lock\n')
  })
})
