import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { storeLaws } from '@redress/core/testing'
import Database from 'libsql'
import { describe, it } from 'vitest'
import { sqliteStore } from './store.js'

describe('a file keeps the contract:', () => {
  for (const law of storeLaws) {
    it(law.name, async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'redress-sqlite-'))
      const database = new Database(path.join(folder, 'cases.db'))
      try {
        await law.run(async () => sqliteStore({ database }))
      } finally {
        database.close()
        rmSync(folder, { recursive: true })
      }
    })
  }
})

describe('a database in memory keeps the contract:', () => {
  for (const law of storeLaws) {
    it(law.name, async () => {
      const database = new Database(':memory:')
      try {
        await law.run(async () => sqliteStore({ database }))
      } finally {
        database.close()
      }
    })
  }
})
