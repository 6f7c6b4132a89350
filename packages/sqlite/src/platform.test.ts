import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { sqliteStore } from './store.js'
import { citizen, county, desk, handler, host, letter, withFile } from './town.fixture.js'

/** What one process of a host does: it opens the file, works, and ends. */
async function process<Result>(
  file: string,
  work: (platform: Awaited<ReturnType<typeof county>>) => Promise<Result>,
  now?: () => number,
): Promise<Result> {
  const database = new Database(file)
  try {
    return await work(await county(sqliteStore({ database }), now))
  } finally {
    database.close()
  }
}

describe('a platform on a file', () => {
  it('goes on with a case where the process before it stopped', () =>
    withFile(async (file) => {
      const { id, queryCode, version } = await process(file, async ({ petition: { complaint } }) => {
        const { id, receipt } = await complaint.file(letter, citizen, { idempotencyKey: 'once' })
        await complaint.register(id, { matter: 'housing' }, desk)
        const { version } = await complaint.classify(id, { class: 'appeal', route: 'petition' }, desk)
        return { id, queryCode: receipt.queryCode, version }
      })
      await process(file, async ({ petition: { complaint, inquiry }, cases, deadlines }) => {
        expect((await complaint.get(id, citizen)).version).toBe(version)
        // The same request again is the same case, not a second one.
        const again = await complaint.file(letter, citizen, { idempotencyKey: 'once' })
        expect([again.id, again.receipt.queryCode]).toEqual([id, queryCode])
        await complaint.accept(id, {}, desk)
        await complaint.assign(id, { handler: handler.id }, desk)
        expect((await cases.find({}, desk)).items.map((item) => item.id)).toEqual([id])
        expect((await cases.find({ status: 'closed' }, desk)).items).toEqual([])
        expect((await inquiry.track(queryCode)).id).toBe(id)
        expect((await deadlines.of(id, host)).length).toBeGreaterThan(0)
      })
      // Half a year later everything is late, and is recorded once.
      const later = () => Date.parse('2025-02-03T09:00:00+08:00')
      const recorded = await process(file, async ({ deadlines }) => (await deadlines.tick()).recorded, later)
      expect(recorded).toBeGreaterThan(0)
      await process(
        file,
        async ({ deadlines, cases }) => {
          expect(await deadlines.tick()).toEqual({ recorded: 0, failed: [] })
          expect((await cases.find({ overdue: true }, desk)).items.map((item) => item.id)).toEqual([id])
        },
        later,
      )
    }))
})
