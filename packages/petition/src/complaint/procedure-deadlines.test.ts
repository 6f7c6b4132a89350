import { describe, expect, it } from 'vitest'
import { procedureDeadlines } from './procedure-deadlines.js'

describe('the limits of other procedures', () => {
  it('count sixty days, and months to the corresponding day or the last day of the month', () => {
    const days = procedureDeadlines('administrativeProcedure', '2024-08-31').map((one) => one.on)
    expect(days).toEqual(['2024-10-30', '2025-02-28'])
    expect(procedureDeadlines('statutoryDuty', '2023-12-31').map((one) => one.on)).toEqual(['2024-02-29'])
  })

  it('are not guessed for routes whose limits nobody has checked', () => {
    for (const route of ['judicial', 'arbitration', 'partyAppeal', 'petition'] as const) {
      expect(procedureDeadlines(route, '2024-08-31')).toEqual([])
    }
  })
})
