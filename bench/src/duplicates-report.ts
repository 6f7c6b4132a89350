import type { DuplicatesResult } from './job.js'
import { number, type Section } from './report.js'

export function duplicatesSection(result: DuplicatesResult): Section {
  const { size, characters, query, p95, bruteForce, pairs, recall, addMicros, changeMicros, bytesPerText } =
    result
  const { takeIn, ask } = result
  return {
    title: `Near duplicates among ${number(size)} open texts of ${number(characters)} characters, one in six English, 0.7 of their pairs in common`,
    table: [
      ['', 'p50 µs', 'p95 µs', 'p99 µs', 'max µs', 'found %'],
      [
        'comparing with all',
        number(bruteForce.p50),
        '',
        number(bruteForce.p99),
        number(bruteForce.max),
        '100',
      ],
      [
        'the index',
        number(query.p50),
        number(p95),
        number(query.p99),
        number(query.max),
        number(recall * 100),
      ],
      ['complaint.duplicates, in memory', number(ask.p50), '', number(ask.p99), number(ask.max), ''],
      ['', 'µs'],
      ['a text taken in', number(addMicros)],
      ['a text changed', number(changeMicros)],
      ['a text taken in out of the vault', number(takeIn.micros)],
      ['', 'bytes'],
      ['memory for each text', number(bytesPerText)],
    ],
    checks: [
      { what: 'p50 of a question ÷ 0.3 ms', measured: query.p50 / 300, required: { most: 1 } },
      { what: 'p95 of a question ÷ 5 ms', measured: p95 / 5000, required: { most: 1 } },
      { what: `found of ${number(pairs)} pairs ÷ 98 %`, measured: recall / 0.98, required: { least: 1 } },
      {
        what: 'comparing with all ÷ the index, p50',
        measured: bruteForce.p50 / query.p50,
        required: { least: 50 },
      },
    ],
    notes: [
      `Reading a text out of the vault leaves ${number(takeIn.records)} record in the log: once for each process that compares.`,
    ],
  }
}
