import type { Inbox, Officer } from '@redress/core'
import type { redress } from './contenders/redress.js'
import { driveOpen } from './drive.js'
import type { InboxResult } from './job.js'
import { type Spread, spread } from './measure.js'
import { city } from './organization.js'

type BenchPlatform = Awaited<ReturnType<typeof redress>>['platform']

const queries = 400

/** Opens a tenth more cases, of which some are late, and asks for pages of the late ones. */
export async function measureInbox(platform: BenchPlatform, size: number): Promise<InboxResult> {
  // Received in the last thirty days: half of those that wait for an answer to their filing are late after fifteen.
  await driveOpen(platform.petition.complaint, 2 * size, 2.1 * size, (n) =>
    n % 2 === 0 ? { steps: 4 } : { receivedOn: `2024-07-${String((n % 30) + 2).padStart(2, '0')}`, steps: 3 },
  )
  return {
    overdue: await countOverdue(platform.cases),
    county: await pages(platform.cases, (n) => `c${n % 8}`),
    city: await pages(platform.cases, () => city),
  }
}

function officerOf(unit: string): Officer {
  return { kind: 'officer', id: `reader-${unit}`, unit, roles: ['head'] }
}

async function pages(cases: Inbox, unitOf: (n: number) => string): Promise<Spread> {
  const samples = new Float64Array(queries)
  for (let n = -50; n < queries; n++) {
    const unit = unitOf(Math.max(0, n))
    const start = performance.now()
    const { items } = await cases.find({ unit, overdue: true, sort: 'due' }, officerOf(unit))
    if (n >= 0) samples[n] = performance.now() - start
    if (!items.every((item) => item.overdue)) throw new Error('a case that is not late stands in the page')
  }
  return spread(samples)
}

async function countOverdue(cases: Inbox): Promise<number> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await cases.find({ unit: city, overdue: true, limit: 200, cursor }, officerOf(city))
    count += page.items.length
    cursor = page.next
  } while (cursor !== undefined)
  return count
}
