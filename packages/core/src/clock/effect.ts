import type { ClockEffect, ClockRun, Extension } from './run.js'

/** Starts a clock. A clock that runs already goes on as it is: only a stopped one can run again. */
export function startClock(
  clock: string,
  {
    unit,
    from,
    until,
  }: { readonly unit: string; readonly from: string; readonly until?: string | undefined },
): ClockEffect {
  return until === undefined ? { do: 'start', clock, unit, from } : { do: 'start', clock, unit, from, until }
}

/** Stops a clock: the act that it waited for is done. */
export function stopClock(clock: string, at: string): ClockEffect {
  return { do: 'stop', clock, at }
}

/** Records that something holds the work up. It moves the end only if the limit's `pausedBy` names the ground. */
export function pauseClock(clock: string, from: string, ground: string): ClockEffect {
  return { do: 'pause', clock, from, ground }
}

/** Ends the pause with this ground; without a ground, every open pause. */
export function resumeClock(clock: string, at: string, ground?: string): ClockEffect {
  return ground === undefined ? { do: 'resume', clock, at } : { do: 'resume', clock, at, ground }
}

/** Adds time, in the unit of the limit. Whether the rules allow it is for the deciding command to say. */
export function extendClock(clock: string, extension: Extension): ClockEffect {
  const { amount, reason, approvedBy } = extension
  return { do: 'extend', clock, amount, reason, approvedBy }
}

/** Hands a running clock to another unit. The time that is used up stays used up. */
export function moveClock(clock: string, unit: string): ClockEffect {
  return { do: 'move', clock, unit }
}

/** Most runs never have a pause, an extension or a signal: they all share one empty list. */
const none: readonly never[] = Object.freeze([])

/**
 * Applies an effect to the clocks of a case: to the last run of its clock. What makes no sense, such as stopping a clock that does
 * not run, changes nothing and returns the same list, because history must always fold.
 */
export function applyClockEffect(runs: readonly ClockRun[], effect: ClockEffect): readonly ClockRun[] {
  const index = runs.findLastIndex((run) => run.clock === effect.clock)
  const run = runs[index]
  const isRunning = run !== undefined && run.stoppedAt === undefined
  if (effect.do === 'start') {
    if (isRunning) return runs
    const { clock, unit, from, until } = effect
    const fresh = { clock, unit, from, pauses: none, extensions: none, signals: none }
    return [...runs, until === undefined ? fresh : { ...fresh, until }]
  }
  const changed = isRunning ? change(run, effect) : undefined
  return changed === undefined || changed === run ? runs : runs.with(index, changed)
}

/** The run after the effect; the same run if the effect makes no sense. */
function change(run: ClockRun, effect: Exclude<ClockEffect, { do: 'start' }>): ClockRun {
  switch (effect.do) {
    case 'stop':
      return { ...run, stoppedAt: effect.at }
    case 'pause': {
      const { from, ground } = effect
      const lasts = run.pauses.some((pause) => pause.to === undefined && pause.ground === ground)
      return lasts ? run : { ...run, pauses: [...run.pauses, { from, ground }] }
    }
    case 'resume': {
      const ends = (pause: ClockRun['pauses'][number]) =>
        pause.to === undefined && (effect.ground === undefined || pause.ground === effect.ground)
      if (!run.pauses.some(ends)) return run
      return {
        ...run,
        pauses: run.pauses.map((pause) => (ends(pause) ? { ...pause, to: effect.at } : pause)),
      }
    }
    case 'extend': {
      const { amount, reason, approvedBy } = effect
      if (!Number.isSafeInteger(amount) || amount < 1) return run
      return { ...run, extensions: [...run.extensions, { amount, reason, approvedBy }] }
    }
    case 'move':
      return run.unit === effect.unit ? run : { ...run, unit: effect.unit }
    case 'signal': {
      const { band, due } = effect
      const known = run.signals.some((signal) => signal.band === band && signal.due === due)
      return known ? run : { ...run, signals: [...run.signals, { band, due }] }
    }
    default:
      // An effect of a later version of the library.
      return run
  }
}
