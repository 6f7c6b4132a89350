import { runInChild } from './child.js'
import type { SqliteContender, SqliteResult } from './job.js'
import { median } from './measure.js'
import { number, type Section } from './report.js'

/** Results by contender, one per round. */
type Results = Readonly<Record<SqliteContender, readonly SqliteResult[]>>

const labels: Readonly<Record<SqliteContender, string>> = {
  hand: 'SQL by hand, told what changes',
  redress: 'Redress, one caller',
  crowd: 'Redress, 32 callers',
}
const contenders = ['hand', 'redress', 'crowd'] as const

/** Runs the contenders in turn; the order is turned round in every other round. */
export async function runSqliteRounds(
  rounds: number,
  cases: number,
  say: (text: string) => void,
): Promise<Results> {
  const results: Record<SqliteContender, SqliteResult[]> = { hand: [], redress: [], crowd: [] }
  for (let round = 0; round < rounds; round++) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      say(`SQLite, round ${round + 1} of ${rounds}: ${contender}`)
      results[contender].push(await runInChild({ kind: 'sqlite', contender, cases }))
    }
  }
  return results
}

export function sqliteSection(results: Results): Section {
  const ratio = (contender: SqliteContender) =>
    median(
      results[contender].map(
        ({ commandsPerSecond }, round) =>
          commandsPerSecond / (results.hand[round]?.commandsPerSecond ?? Number.NaN),
      ),
    )
  return {
    title: 'Life cycle of a complaint on a file of SQLite, every commit on the disk when it resolves',
    table: [
      ['', 'commands/s', 'p50 µs', 'p99 µs', '÷ by hand'],
      ...contenders.map((contender) => [
        labels[contender],
        number(median(results[contender].map(({ commandsPerSecond }) => commandsPerSecond))),
        number(median(results[contender].map(({ command }) => command.p50))),
        number(median(results[contender].map(({ command }) => command.p99))),
        number(ratio(contender)),
      ]),
    ],
    checks: [
      { what: 'commands/s, one caller, ÷ SQL by hand', measured: ratio('redress'), required: { least: 0.6 } },
    ],
    notes: [
      'By hand: the same tables, indexes, pragmas and driver; no validation, no decision, no check but a unique index.',
    ],
  }
}
