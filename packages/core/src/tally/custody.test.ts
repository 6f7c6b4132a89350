import { describe, expect, it, vi } from 'vitest'
import { admin } from '../case/town.fixture.js'
import { type HelpTypes, helpKind, helps } from '../personal/help.fixture.js'
import { desk } from '../personal/help-desk.fixture.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import type { CaseTally } from './tally.js'

const order = { ground: 'legalOrder' } as const

/** A release that counts the requests of each unit, under a name. */
function release(store: Store, version: number, name: string) {
  const tally: CaseTally<HelpTypes['state']> = {
    version,
    counts: ({ state, custody }) => [
      {
        period: '2024',
        by: 'unit',
        of: state.unit,
        amounts: { [name]: 1, restricted: Number(custody.restricted) },
      },
    ],
  }
  return desk({ store, plugins: [helps({ ...helpKind, tally })] })
}

/** What a version of the tally has counted. */
async function counted({ store, platform }: Awaited<ReturnType<typeof release>>, version: number) {
  expect((await platform.tallies.update()).failed).toEqual([])
  const where = { table: `help.request@${version}/unit`, period: '2024' }
  return (await store.find('core.tally', { where, limit: 10 })).rows.map(({ row }) => row.amounts)
}

describe('the end of records', () => {
  it('takes nothing out of the tally: erased cases are still counted, and pruned ones stay as they were', async () => {
    const one = await release(memoryStore(), 1, 'asked')
    const [erased, pruned] = [await one.closed(), await one.closed()]
    expect(await counted(one, 1)).toEqual([{ asked: 2 }])
    for (const id of [erased, pruned]) await one.retention.erase(id, order, admin)
    expect(await counted(one, 1)).toEqual([{ asked: 2 }])
    await one.retention.prune(pruned, order, admin)
    await one.closed()
    expect(await counted(one, 1)).toEqual([{ asked: 3 }])
  })

  it('counts what core records about a case too', async () => {
    const one = await release(memoryStore(), 1, 'asked')
    const id = await one.closed()
    expect(await counted(one, 1)).toEqual([{ asked: 1 }])
    await one.retention.restrict(id, order, admin)
    expect(await counted(one, 1)).toEqual([{ asked: 1, restricted: 1 }])
  })

  it('leaves what a pruned case counted last to the versions after it, which cannot count it', async () => {
    const store = memoryStore()
    const first = await release(store, 1, 'asked')
    const pruned = await first.closed()
    await first.closed()
    expect(await counted(first, 1)).toEqual([{ asked: 2 }])
    await first.retention.erase(pruned, order, admin)
    await first.retention.prune(pruned, order, admin)
    // Not by way of the second version, which nobody has counted with.
    for (const version of [3, 5]) {
      const next = await release(store, version, `asked${version}`)
      expect(await counted(next, version)).toEqual([{ asked: 1, [`asked${version}`]: 1 }])
    }
    expect(await counted(first, 1)).toEqual([{ asked: 2 }])
  })

  it('of a case that was pruned before anything counted it, nothing is left to count', async () => {
    const store = memoryStore()
    const before = await desk({ store })
    const pruned = await before.closed()
    await before.closed()
    await before.retention.erase(pruned, order, admin)
    await before.retention.prune(pruned, order, admin)
    const one = await release(store, 1, 'asked')
    expect(await counted(one, 1)).toEqual([{ asked: 1 }])
  })

  it('is not disturbed by who reads personal data, in streams beside the cases', async () => {
    const one = await release(memoryStore(), 1, 'asked')
    const id = await one.closed()
    await counted(one, 1)
    const read = vi.spyOn(one.store, 'read')
    for (let n = 0; n < 3; n++) await one.personal.read(id, { purpose: 'archive' }, admin)
    read.mockClear()
    expect(await one.platform.tallies.update()).toMatchObject({ cases: 0, failed: [] })
    expect(read.mock.calls.filter(([stream]) => !stream.startsWith('core.'))).toEqual([])
  })
})
