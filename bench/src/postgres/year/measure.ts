import { runInChild } from '../../child.js'
import { median } from '../../measure.js'
import { type City, openCity } from './city.js'
import { driveLives } from './load.js'
import { askAll, readPages, type Times } from './questions.js'

export const callers = 32
/** Each makes cases and writes them. */
const processes = 2

export interface Effort {
  readonly milliseconds: number
  /** How often each question is asked. */
  readonly rounds: number
}

export interface YearResult {
  readonly size: number
  readonly fill: { readonly seconds: number; readonly events: number; readonly open: number }
  readonly counted: Counted
  /** Of each question, in their order. */
  readonly questions: readonly Times[]
  readonly pages: Record<'county' | 'city', Times>
  readonly commandsPerSecond: number
  /** Counting what those commands did. */
  readonly liveEventsPerSecond: number
  readonly bytes: number
}

/** The first counting: of the complaints, and of the kinds that the log holds nothing of. */
interface Counted {
  readonly seconds: number
  readonly complaintSeconds: number
  readonly complaintsPerSecond: number
  readonly lines: number
}

export async function measureYears(
  url: string,
  sizes: readonly number[],
  { milliseconds, rounds }: Effort,
  say: (text: string) => void,
): Promise<readonly YearResult[]> {
  const cities: City[] = []
  try {
    const begun: Pick<YearResult, 'size' | 'fill' | 'counted' | 'bytes'>[] = []
    for (const size of sizes) {
      const city = await openCity(url, `year_${size}`)
      cities.push(city)
      say(`a year of ${size} complaints: filling`)
      const fill = await fillYear(url, city, size)
      await city.pool.query('vacuum analyze')
      say(`a year of ${size} complaints: counting`)
      const counted = await countFirst(city, size)
      await city.pool.query('vacuum analyze')
      begun.push({ size, fill, counted, bytes: await bytesOf(city) })
    }
    say('years: questions')
    const questions = await askAll(cities, rounds)
    const pages: YearResult['pages'][] = []
    for (const city of cities) pages.push(await readPages(city, rounds * 4))
    say('years: commands')
    const rates = cities.map((): number[] => [])
    for (let round = 0; round < 3; round++) {
      for (const [c, city] of cities.entries()) {
        const from = 10_000_000 + round * 1_000_000
        rates[c]?.push(await driveLives(city, callers, milliseconds, from))
      }
    }
    const live: number[] = []
    for (const city of cities) live.push(await countLive(city))
    return begun.map((one, c) => ({
      ...one,
      questions: questions.map((times) => times[c] as Times),
      pages: pages[c] as YearResult['pages'],
      commandsPerSecond: median(rates[c] ?? []),
      liveEventsPerSecond: live[c] ?? Number.NaN,
    }))
  } finally {
    for (const city of cities) await city.close()
  }
}

async function fillYear(url: string, { schema, pool }: City, size: number): Promise<YearResult['fill']> {
  const began = performance.now()
  const parts = await Promise.all(
    Array.from({ length: processes }, (_, process) =>
      runInChild({ kind: 'fill', url, schema, size, processes, process }),
    ),
  )
  const seconds = (performance.now() - began) / 1000
  const cases = parts.reduce((sum, part) => sum + part.cases, 0)
  if (cases !== size) throw new Error(`${cases} cases were filled in place of ${size}`)
  const { rows } = await pool.query(
    `select count(*) as open from "${schema}"."core.inbox@1" where (row->>'open')::boolean`,
  )
  return { seconds, events: parts.reduce((sum, part) => sum + part.events, 0), open: Number(rows[0]?.open) }
}

async function countFirst({ platform, pool, schema }: City, size: number): Promise<Counted> {
  const complaint = 'petition.complaint'
  const began = performance.now()
  let complaintSeconds = 0
  let last = began
  const { cases, failed } = await platform.tallies.update(({ kind }) => {
    const now = performance.now()
    if (kind === complaint) complaintSeconds += (now - last) / 1000
    last = now
  })
  const seconds = (performance.now() - began) / 1000
  if (cases !== size || failed.length > 0) throw new Error(`${cases} cases were counted in place of ${size}`)
  const { rows } = await pool.query(`select count(*) as lines from "${schema}"."core.tally@1"`)
  return {
    seconds,
    complaintSeconds,
    complaintsPerSecond: size / complaintSeconds,
    lines: Number(rows[0]?.lines),
  }
}

/** Events a second, counted by difference after the commands that made them. */
async function countLive({ platform, store, pool, schema }: City): Promise<number> {
  const cell = await store.readCell('tally/petition.complaint@1')
  if (cell === undefined) throw new Error('nothing was counted before')
  const { position } = cell.value as { readonly position: number }
  const { rows } = await pool.query(`select count(*) as events from "${schema}".events where position > $1`, [
    position,
  ])
  const began = performance.now()
  await platform.tallies.update()
  return Number(rows[0]?.events) / ((performance.now() - began) / 1000)
}

async function bytesOf({ pool, schema }: City): Promise<number> {
  const { rows } = await pool.query(
    `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
     where c.relnamespace = $1::regnamespace and c.relkind = 'r'`,
    [schema],
  )
  return Number(rows[0]?.bytes)
}
