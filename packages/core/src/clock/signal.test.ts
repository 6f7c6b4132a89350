import { describe, expect, it } from 'vitest'
import { china, rules, runOf } from './clock.fixture.js'
import { dueOf, nextSignal, signalsOf } from './due.js'
import type { ClockRun } from './run.js'

const signals = (run: ClockRun) =>
  signalsOf(run, rules, china).map(({ band, at }) => `${band} ${new Date(at).toISOString()}`)

describe('the signals of a run', () => {
  it('count back from the end in the unit of the limit', () => {
    expect(signals(runOf('handle', '2024-08-02'))).toEqual([
      'near 2024-09-28T16:00:00.000Z',
      'urgent 2024-10-05T16:00:00.000Z',
      'passed 2024-10-08T16:00:00.000Z',
    ])
    expect(signals(runOf('object', '2024-09-12'))).toEqual([
      'near 2024-09-18T16:00:00.000Z',
      'passed 2024-09-20T16:00:00.000Z',
    ])
    expect(signals(runOf('clean', '2024-03-08T16:00:00+08:00'))).toEqual([
      'near 2024-03-08T10:00:00.000Z',
      'passed 2024-03-11T03:00:00.000Z',
    ])
    expect(signals(runOf('rescue', '2024-03-08T23:00:00+08:00'))).toEqual([
      'near 2024-03-08T16:00:00.000Z',
      'passed 2024-03-08T17:00:00.000Z',
    ])
  })

  it('leave out what is recorded for this end, and not what is recorded for an earlier one', () => {
    const run = runOf('handle', '2024-08-02')
    const due = dueOf(run, rules, china)?.at ?? 0
    const known = {
      ...run,
      signals: [
        { band: 'near', due },
        { band: 'urgent', due: due - 1 },
      ],
    }
    expect(signalsOf(known, rules, china).map(({ band }) => band)).toEqual(['urgent', 'passed'])
    const all = { ...run, signals: ['near', 'urgent', 'passed'].map((band) => ({ band, due })) }
    expect(signalsOf(all, rules, china)).toEqual([])
    expect(nextSignal(all, rules, china)).toBe(undefined)
  })

  it('are none for a right, for a stopped clock and for a paused one', () => {
    expect(signals(runOf('requestReview', '2024-03-01'))).toEqual([])
    expect(signals(runOf('handle', '2024-08-02', { stoppedAt: '2024-12-01' }))).toEqual([])
    expect(
      signals(runOf('review', '2024-04-01', { pauses: [{ from: '2024-04-10', ground: 'hearing' }] })),
    ).toEqual([])
  })

  it('have the nearest one in front for the tick', () => {
    expect(nextSignal(runOf('handle', '2024-08-02'), rules, china)).toBe(Date.parse('2024-09-28T16:00:00Z'))
  })

  it('are only the end for a day fixed by an order without a limit', () => {
    expect(signals(runOf('report', '2024-08-02', { until: '2024-09-01' }))).toEqual([
      'passed 2024-09-01T16:00:00.000Z',
    ])
    expect(() => signals(runOf('report', '2024-08-02'))).toThrow(
      expect.objectContaining({ code: 'LIMIT_UNKNOWN' }),
    )
  })
})
