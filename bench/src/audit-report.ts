import type { AuditResult } from './job.js'
import { number, type Section } from './report.js'

export function auditSection(result: AuditResult): Section {
  const { size, bytes, verifiedPerSecond, hashedPerSecond, firstCheckpoint, furtherCheckpoint } = result
  return {
    title: `Verifying a log of ${number(size)} events of ${bytes} bytes, in memory`,
    table: [
      ['', 'events/s'],
      ['nothing but hashing each event', number(hashedPerSecond)],
      ['audit.verify', number(verifiedPerSecond)],
      ['', 'ms'],
      [`a first checkpoint, of ${number(size)} events`, number(firstCheckpoint)],
      ['a further one, of 1,000 more', number(furtherCheckpoint)],
    ],
    checks: [
      {
        what: 'events/s ÷ nothing but hashing',
        measured: verifiedPerSecond / hashedPerSecond,
        required: { least: 0.5 },
      },
    ],
    notes: ['Wanted on a quiet core: 200,000 events/s.'],
  }
}
