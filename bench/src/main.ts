import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { auditSection } from './audit-report.js'
import { runInChild } from './child.js'
import { dueDateSection } from './due-date.js'
import { duplicatesSection } from './duplicates-report.js'
import type { BurstResult } from './job.js'
import { runLifeCycles, type Scale } from './life-cycle-bench.js'
import { inboxSection, lifeCycleSection } from './life-cycle-report.js'
import { growthSection } from './postgres/growth.js'
import { postgresSection } from './postgres/section.js'
import { yearSections } from './postgres/year/section.js'
import { format, meets, number, type Section } from './report.js'
import { sqliteSection } from './sqlite-report.js'

// All figures are ratios taken in this one run. `--quick` leaves out a million cases and most of the rounds.
const quick = process.argv.includes('--quick')
const scales: readonly Scale[] = quick
  ? [
      { size: 10_000, rounds: 1 },
      { size: 100_000, rounds: 1 },
    ]
  : [
      { size: 10_000, rounds: 5 },
      { size: 100_000, rounds: 2 },
      { size: 1_000_000, rounds: 1 },
    ]
const sizes = scales.map(({ size }) => size)

const began = performance.now()
const say = (text: string) =>
  console.error(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${text}`)

const rounds = await runLifeCycles(scales, say)
say('calm and burst')
const burst = await runInChild({ kind: 'burst', rounds: quick ? 2 : 8 })

say('due dates')
const dueDates = dueDateSection(quick ? 3 : 9)

say('audit')
const audit = await runInChild({ kind: 'audit', size: quick ? 100_000 : 1_000_000, rounds: quick ? 1 : 5 })

say('duplicates')
const duplicates = await runInChild({
  kind: 'duplicates',
  size: quick ? 20_000 : 100_000,
  questions: quick ? 1000 : 4000,
})

say('SQLite')
const sqlite = await runInChild({ kind: 'sqlite', blocks: quick ? 20 : 100 })
say('PostgreSQL')
const postgres = await postgresSection(quick ? 1 : 5, quick ? 1000 : 3000)
say('PostgreSQL as it grows')
const growth = await growthSection(quick ? [10_000, 50_000] : [10_000, 1_000_000], quick ? 1000 : 5000)
say('PostgreSQL: analysis of a year')
const years = quick
  ? await yearSections([2000, 10_000], { milliseconds: 1000, rounds: 20 }, say)
  : await yearSections([10_000, 1_000_000], { milliseconds: 5000, rounds: 100 }, say)

const sections: readonly Section[] = [
  lifeCycleSection(rounds, sizes),
  inboxSection(rounds, sizes),
  burstSection(burst),
  sqliteSection(sqlite),
  dueDates,
  auditSection(audit),
  duplicatesSection(duplicates),
  postgres,
  growth,
  ...years,
]
const machine = `${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}`
console.log(`${machine}${quick ? ', quick' : ''}`)
for (const section of sections) console.log(format(section))

const missed = sections.flatMap((section) => section.checks).filter((check) => !meets(check)).length
const minutes = (performance.now() - began) / 60_000
console.log(
  `\n${missed === 0 ? 'Every required figure is met' : `${missed} required figures are missed`}, ${number(minutes)} minutes`,
)

const folder = new URL('../results/', import.meta.url)
mkdirSync(folder, { recursive: true })
const report = {
  machine,
  quick,
  sections: sections.map((section) => ({
    ...section,
    checks: section.checks.map((check) => ({ ...check, meets: meets(check) })),
  })),
  rounds: [...rounds.values()].flat(),
  burst,
  sqlite,
  audit,
  duplicates,
}
writeFileSync(new URL('latest.json', folder), `${JSON.stringify(report, null, 2)}\n`)

function burstSection(result: BurstResult): Section {
  const row = (label: string, load: keyof BurstResult) => [
    label,
    ...(['rate', 'p50', 'p99', 'p999', 'max'] as const).map((figure) => number(result[load][figure])),
  ]
  return {
    title: 'Commands that arrive at random, whether or not earlier ones are done; times count from arrival',
    table: [
      ['', 'commands/s', 'p50 µs', 'p99 µs', 'p99.9 µs', 'max µs'],
      row('calm', 'calm'),
      row('burst of one second', 'burst'),
      row('a fifth of what the process can do', 'heavy'),
    ],
    checks: [
      {
        what: 'p99 in a tenfold burst ÷ calm p99',
        measured: result.burst.p99 / result.calm.p99,
        required: { most: 2 },
      },
    ],
    notes: ['Of the rounds the middle one counts: a shared machine has bad seconds.'],
  }
}
