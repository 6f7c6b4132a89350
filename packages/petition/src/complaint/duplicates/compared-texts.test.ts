import { memoryStore, type Officer, type Store, systemActor } from '@redress/core'
import { testPlatform } from '@redress/core/testing'
import { describe, expect, it } from 'vitest'
import { petition } from '../../plugin.js'
import { citizen, host, letter, staff, why } from '../county.fixture.js'
import { another, person, retold, text, town } from './town.fixture.js'

describe('the texts in memory', () => {
  it('are those of the cases that are open now', async () => {
    const { file, asked, complaint, held } = await town()
    const own = await file({ text })
    const other = await complaint.file({ ...letter, text: retold }, citizen)
    expect([...(await asked(own.id)).keys()]).toEqual([other.id])
    await complaint.withdraw(other.id, { reason: 'r', freely: true }, citizen)
    expect([...(await asked(own.id)).keys()]).toEqual([])
    expect(await held()).toBe(1)
    expect(await complaint.duplicates(other.id, staff.desk)).toMatchObject({ compared: 'none' })
    await complaint.reopen(other.id, { ground: 'newFacts', facts: 'f' }, host)
    expect([...(await asked(own.id)).keys()]).toEqual([other.id])
  })

  it('go with the records', async () => {
    const { file, complaint, platform, held } = await town()
    const ids: string[] = []
    for (const words of [text, retold, another]) ids.push((await file({ text: words })).id)
    expect(await held()).toBe(3)
    const routeOut = { route: 'arbitration', body: 'b', advice: 'a', noticeOn: '2024-08-01' } as const
    for (const id of ids) {
      await complaint.register(id, {}, host)
      await complaint.classify(id, { class: 'appeal', route: 'petition' }, host)
      await complaint.routeOut(id, routeOut, host)
    }
    expect(await held()).toBe(0)
    const [kept = '', erased = '', restricted = ''] = ids
    const ground = 'legalOrder'
    await platform.retention.erase(erased, { ground }, host)
    await platform.retention.restrict(restricted, { ground }, host)
    const reopen = { ground: 'newFacts', facts: 'f' } as const
    expect(await why(complaint.reopen(restricted, reopen, host))).toEqual(['RESTRICTED'])
    await complaint.reopen(kept, reopen, host)
    expect(await held()).toBe(1)
    await platform.retention.lift(restricted, { ground }, host)
    await complaint.reopen(restricted, reopen, host)
    expect(await held()).toBe(2)
  })

  it('are read once, by the system, for a purpose of its own; who asks reads none', async () => {
    const { file, asked, platform } = await town()
    const other = await file({ text: retold })
    const own = await file({ text })
    await Promise.all(Array.from({ length: 20 }, () => asked(own.id)))
    await asked(other.id)
    const accesses = await platform.personal.accesses(other.id, host)
    const reads = accesses.filter(({ act, texts }) => act === 'read' && texts)
    expect(reads).toMatchObject([{ by: systemActor, purpose: 'duplicateCheck', persons: [], revealed: [] }])
    const purpose = { purpose: 'duplicateCheck' }
    expect(await why(platform.personal.read(own.id, purpose, staff.desk))).toEqual(['READ_NOT_ALLOWED'])
  })

  it('are taken in part by part, and who asks meanwhile is told that it is a part', async () => {
    const { file, complaint, asked } = await town()
    const first = await file({ text: retold, petitioners: person('13922222222') })
    for (let n = 0; n < 1100; n++)
      await file({ title: `${n}`, text: `${n} ${another} ${n * 7}`, petitioners: person('13633333333') })
    const own = await file({ text })
    // The newest is taken first, so that it has something to be compared with.
    const early = await complaint.duplicates(own.id, staff.desk)
    expect(early.compared).toBe('some')
    expect(early.suggestions.map(({ id }) => id)).toEqual([first.id])
    const steps: boolean[] = []
    do steps.push((await complaint.prepareDuplicates()).complete)
    while (steps.at(-1) === false && steps.length < 10)
    expect(await complaint.prepareDuplicates()).toMatchObject({ complete: true, texts: 1102 })
    expect((await complaint.duplicates(own.id, staff.desk)).compared).toBe('all')
    expect([...(await asked(own.id)).keys()]).toEqual([first.id])
  })

  it('follow what another process does', async () => {
    const { file, asked, store, clock } = await town()
    const at = new Date(clock.now() + 1000).toISOString()
    const other = testPlatform({ plugins: [petition()], at, store }).platform.petition.complaint
    const own = await file({ text })
    expect([...(await asked(own.id)).keys()]).toEqual([])
    const { id } = await other.file({ ...letter, text: retold }, host)
    expect([...(await asked(own.id)).keys()]).toEqual([id])
    await other.register(id, {}, host)
    await other.classify(id, { class: 'accusation', accusedUnknown: true }, host)
    expect([...(await asked(own.id)).keys()]).toEqual([])
  })

  it('are compared although one of them is damaged', async () => {
    const { file, asked, store } = await town()
    const [own, broken, other] = [await file({ text }), await file({ text }), await file({ text: retold })]
    const cells = [{ name: `vault/${broken.id}/1`, value: { case: 'nonsense' } }]
    await store.commit({ streams: [], rows: [], cells })
    const by: Officer = { ...staff.desk, roles: ['handler'] }
    expect([...(await asked(own.id, by)).keys()]).toEqual([other.id])
  })

  it('are taken in after a failure as if there had been none', async () => {
    const store = memoryStore()
    let failures = 0
    const flaky: Store = {
      ...store,
      readAll: async (after: number, limit: number) => {
        if (failures > 0 && limit > 1) {
          failures--
          throw new Error('the store is away')
        }
        return await store.readAll(after, limit)
      },
    }
    const { file, complaint, asked } = await town({}, undefined, flaky)
    const own = await file({ text })
    failures = 1
    await expect(complaint.duplicates(own.id, host)).rejects.toThrow('the store is away')
    const other = await file({ text: retold })
    expect([...(await asked(own.id)).keys()]).toEqual([other.id])
  })
})
