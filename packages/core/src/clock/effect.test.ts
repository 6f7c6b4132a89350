import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extension } from './clock.fixture.js'
import {
  applyClockEffect,
  extendClock,
  moveClock,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from './effect.js'
import type { ClockEffect, ClockRun } from './run.js'

const after = (...effects: readonly ClockEffect[]): readonly ClockRun[] =>
  effects.reduce<readonly ClockRun[]>(applyClockEffect, [])
const start = startClock('handle', { unit: 'qinghe', from: '2024-08-02' })
const started = {
  clock: 'handle',
  unit: 'qinghe',
  from: '2024-08-02',
  pauses: [],
  extensions: [],
  signals: [],
}

describe('a clock', () => {
  it('starts for a unit, with or without a last day fixed by an order', () => {
    expect(after(start)).toEqual([started])
    expect(after(startClock('report', { unit: 'qinghe', from: '2024-08-02', until: '2024-09-01' }))).toEqual([
      { ...started, clock: 'report', until: '2024-09-01' },
    ])
    expect(start).not.toHaveProperty('until')
  })

  it('runs again once it is stopped, and never begins anew while it runs', () => {
    const again = startClock('handle', { unit: 'qinghe', from: '2024-12-01' })
    expect(after(start, again)).toEqual([started])
    expect(after(start, stopClock('handle', '2024-09-01'), again)).toEqual([
      { ...started, stoppedAt: '2024-09-01' },
      { ...started, from: '2024-12-01' },
    ])
  })

  it('keeps its other facts through pauses, extensions, moves and signals', () => {
    const signal: ClockEffect = { do: 'signal', clock: 'handle', band: 'near', due: 5 }
    expect(
      after(
        start,
        startClock('other', { unit: 'qinghe', from: '2024-08-03' }),
        pauseClock('handle', '2024-08-10', 'hearing'),
        resumeClock('handle', '2024-08-17'),
        extendClock('handle', extension(30)),
        moveClock('handle', 'huaiyin'),
        signal,
        signal,
      )[0],
    ).toEqual({
      ...started,
      unit: 'huaiyin',
      pauses: [{ from: '2024-08-10', to: '2024-08-17', ground: 'hearing' }],
      extensions: [extension(30)],
      signals: [{ band: 'near', due: 5 }],
    })
  })

  it('ends the pause with the named ground, or all of them', () => {
    const paused = [
      start,
      pauseClock('handle', '2024-08-10', 'hearing'),
      pauseClock('handle', '2024-08-11', 'appraisal'),
    ]
    expect(after(...paused, resumeClock('handle', '2024-08-17', 'hearing'))[0]?.pauses).toEqual([
      { from: '2024-08-10', to: '2024-08-17', ground: 'hearing' },
      { from: '2024-08-11', ground: 'appraisal' },
    ])
    expect(after(...paused, resumeClock('handle', '2024-08-17'))[0]?.pauses.map(({ to }) => to)).toEqual([
      '2024-08-17',
      '2024-08-17',
    ])
  })

  it('is not changed by what makes no sense', () => {
    const running = after(start)
    const stopped = after(start, stopClock('handle', '2024-09-01'))
    const paused = after(start, pauseClock('handle', '2024-08-10', 'hearing'))
    const nonsense = (runs: readonly ClockRun[], effect: ClockEffect) =>
      expect(applyClockEffect(runs, effect)).toBe(runs)
    nonsense([], stopClock('handle', '2024-09-01'))
    nonsense(running, stopClock('other', '2024-09-01'))
    nonsense(running, resumeClock('handle', '2024-09-01'))
    nonsense(running, moveClock('handle', 'qinghe'))
    nonsense(running, extendClock('handle', extension(0)))
    nonsense(running, extendClock('handle', extension(-5)))
    nonsense(running, extendClock('handle', extension(Number.NaN)))
    nonsense(running, { do: 'rewind', clock: 'handle' } as unknown as ClockEffect)
    nonsense(paused, pauseClock('handle', '2024-08-11', 'hearing'))
    nonsense(paused, resumeClock('handle', '2024-08-11', 'appraisal'))
    nonsense(stopped, stopClock('handle', '2024-09-02'))
    nonsense(stopped, pauseClock('handle', '2024-09-02', 'hearing'))
    nonsense(stopped, extendClock('handle', extension(30)))
  })

  it('shares one empty list with every other clock', () => {
    const [one, two] = after(start, startClock('other', { unit: 'qinghe', from: '2024-08-03' }))
    expect(one?.pauses).toBe(two?.pauses)
    expect(one?.signals).toBe(one?.extensions)
    expect(Object.isFrozen(one?.pauses)).toBe(true)
  })

  it('takes any row of effects without an error and without a change of what was there', () => {
    const clock = fc.constantFrom('a', 'b')
    const text = fc.constantFrom('2024-01-01', '2024-02-01', 'x')
    const effect = fc.oneof(
      fc.tuple(clock, text).map(([name, from]) => startClock(name, { unit: 'u', from })),
      fc.tuple(clock, text).map(([name, at]) => stopClock(name, at)),
      fc.tuple(clock, text, text).map(([name, from, ground]) => pauseClock(name, from, ground)),
      fc.tuple(clock, text).map(([name, at]) => resumeClock(name, at)),
      fc.tuple(clock, fc.integer()).map(([name, amount]) => extendClock(name, extension(amount))),
      fc.tuple(clock, text).map(([name, unit]) => moveClock(name, unit)),
    )
    fc.assert(
      fc.property(fc.array(effect), effect, (effects, next) => {
        const runs = after(...effects)
        const copy = structuredClone(runs)
        applyClockEffect(runs, next)
        expect(runs).toEqual(copy)
      }),
    )
  })
})
