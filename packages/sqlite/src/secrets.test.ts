import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'libsql'
import { expect, it } from 'vitest'
import { secret } from '../../petition/src/fuzz/markers.fixture.js'
import { play } from '../../petition/src/fuzz/play.fixture.js'
import { sqliteStore } from './store.js'
import { withFile } from './town.fixture.js'

it(
  'nothing that people say of themselves is seen outside of the vault, nor in the bytes of the file',
  () =>
    withFile(async (file) => {
      const database = new Database(file)
      // Its key ends with the test.
      const store = { ...sqliteStore({ database }), temporary: true }
      expect(await play(store)).toEqual([])
      const bytes = () =>
        readdirSync(dirname(file))
          .filter((name) => name.startsWith(basename(file)))
          .map((name) => readFileSync(join(dirname(file), name)))
      // Before the write-ahead log is taken in and after it.
      expect(bytes().some((one) => one.includes(secret))).toBe(false)
      database.close()
      expect(bytes().some((one) => one.includes('petition.complaint-filed'))).toBe(true)
      expect(bytes().some((one) => one.includes(secret))).toBe(false)
    }),
  120_000,
)
