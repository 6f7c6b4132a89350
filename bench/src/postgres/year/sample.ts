import { deepStrictEqual } from 'node:assert/strict'
import type { RecordedEvent, Row, RowPlace, Store } from '@redress/core'
import { city as cityUnit } from '../../organization.js'
import { type City, headOf, openCity } from './city.js'
import { writeCases } from './fill.js'
import { type Made, makeCases } from './make.js'

const size = 400

/**
 * Holds cases that were filled in against the same ones made command by command: events, rows and cells, what is read of them, what
 * they count, and whether the whole log verifies.
 *
 * @throws where anything differs
 */
export async function checkSample(url: string): Promise<void> {
  const made = await makeCases(0, size, size)
  const city = await openCity(url, 'sample')
  try {
    await writeCases(city.store, made.views, [...made.cases.values()])
    await compareStored(made, city)
    await compareRead(made, city)
    await compareCounted(made, city)
    const { ok, findings } = await city.platform.audit.verify({ vault: true }, host)
    if (!ok) throw new Error('the filled log does not verify', { cause: findings })
  } finally {
    await city.close()
  }
}

const host = { kind: 'system', id: 'bench' } as const

async function compareStored(made: Made, { store }: City): Promise<void> {
  const ofCase = async (from: Store, stream: string) =>
    await Promise.all([
      from.read(stream).then((events) => events.map(withoutPosition)),
      // What was written in several commits has a higher revision.
      from
        .listCells(`vault/${stream}/`, '', 1000)
        .then((cells) => cells.map(({ name, value }) => [name, value])),
    ])
  for (const stream of made.cases.keys())
    deepStrictEqual(await ofCase(store, stream), await ofCase(made.store, stream))
  const found = async (from: Store) =>
    (await from.listCells('find/', '', 100_000)).map(({ name }) => name).sort()
  deepStrictEqual(await found(store), await found(made.store))
  for (const { name } of made.views) {
    if (!name.startsWith('core.tall'))
      deepStrictEqual(await rowsOf(store, name), await rowsOf(made.store, name))
  }
}

const withoutPosition = (event: RecordedEvent) => ({ ...event, position: 0 })

async function rowsOf(store: Store, view: string): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>()
  let after: RowPlace | undefined
  do {
    const page = await store.find(view, { limit: 1000, ...(after === undefined ? {} : { after }) })
    for (const { key, row } of page.rows) rows.set(key, row)
    after = page.next
  } while (after !== undefined)
  return rows
}

async function compareRead(made: Made, city: City): Promise<void> {
  const reading = { purpose: 'ownMatter', reveal: ['name', 'phone', 'receipt'] } as const
  const seen = async ({ platform }: Pick<City, 'platform'>, id: string) =>
    await Promise.all([
      platform.petition.complaint.get(id, host),
      platform.deadlines.of(id, host),
      platform.personal.read(id, reading, host),
    ])
  // Reading personal data is an event itself, and the clocks of both stand still.
  for (const id of made.cases.keys()) deepStrictEqual(await seen(city, id), await seen(made, id))
}

async function compareCounted(made: Made, city: City): Promise<void> {
  const head = headOf(cityUnit)
  const counted = async ({ platform: { petition } }: Pick<City, 'platform'>) =>
    await Promise.all([
      petition.analysis.annualReport({ year: 2024 }, head),
      petition.analysis.overview({}, head),
      petition.analysis.rises({ table: 'area×matter' }, head),
    ])
  await made.platform.tallies.update()
  await city.platform.tallies.update()
  const [ours, theirs] = [await counted(city), await counted(made)]
  deepStrictEqual(ours, theirs)
  if (ours.some(({ isComplete }) => !isComplete)) throw new Error('counting is not complete')
}
