import type { SqliteContender, SqliteResult } from './job.js'
import { median } from './measure.js'
import { number, type Section } from './report.js'

const labels: Readonly<Record<SqliteContender, string>> = {
  hand: 'SQL by hand, told what changes',
  redress: 'Redress, one caller',
  crowd: 'Redress, 32 callers',
}

/** The store on a file against the same statements without a platform. Ratios are taken within each block; the middle one counts. */
export function sqliteSection(rates: SqliteResult): Section {
  const ratio = (contender: SqliteContender) =>
    median(rates[contender].map((rate, block) => rate / (rates.hand[block] ?? Number.NaN)))
  return {
    title: 'Life cycle of a complaint on a file of SQLite, every commit on the disk when it resolves',
    table: [
      ['', 'commands/s', '÷ by hand'],
      ...(['hand', 'redress', 'crowd'] as const).map((contender) => [
        labels[contender],
        number(median(rates[contender])),
        number(ratio(contender)),
      ]),
    ],
    checks: [
      { what: 'commands/s, one caller, ÷ SQL by hand', measured: ratio('redress'), required: { least: 0.6 } },
    ],
    notes: [
      'By hand: the same tables, indexes, pragmas and driver; no validation, no decision, no check but a unique index.',
      'Blocks of 320 commands in turn, in one process and on one disk.',
    ],
  }
}
