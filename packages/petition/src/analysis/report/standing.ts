import type { Amounts } from '../count/line.js'
import { monthsBetween } from '../count/period.js'

/** The open matters of some units, as they stand on a day. */
export interface Standing {
  /** Open matters, accusations left out. */
  readonly open: number
  readonly byStatus: Readonly<Record<string, number>>
  /** By the calendar months since the receipt: this month, the one before, … */
  readonly byAge: {
    readonly thisMonth: number
    readonly oneMonth: number
    readonly twoMonths: number
    readonly threeToFive: number
    readonly sixToEleven: number
    readonly aYearAndMore: number
  }
  /** The duties that run, each with its light (`红黄绿灯`): a signal for the step and the unit, never for a person. */
  readonly clocks: Readonly<Record<string, ClockLights>>
}

export interface ClockLights {
  /** 红灯: past the end. */
  readonly overdue: number
  /** 黄灯: ends within the days that the rules warn ahead. */
  readonly near: number
  /** 绿灯 */
  readonly inTime: number
  /** Paused, or its end is not known yet. */
  readonly paused: number
}

const ages = ['thisMonth', 'oneMonth', 'twoMonths'] as const

/**
 * What the counts of running matters come to on a day.
 *
 * @param nearDays how many days ahead a clock is near its end
 */
export function standingOf(amounts: Amounts, today: string, nearUntil: (clock: string) => string): Standing {
  const byStatus: Record<string, number> = {}
  const byAge = { thisMonth: 0, oneMonth: 0, twoMonths: 0, threeToFive: 0, sixToEleven: 0, aYearAndMore: 0 }
  const clocks: Record<string, { -readonly [Light in keyof ClockLights]: number }> = {}
  for (const [name, many] of Object.entries(amounts)) {
    const [what = '', word = '', end = ''] = splitName(name)
    if (what === 'status') byStatus[word] = many
    else if (what === 'since') byAge[ageOf(monthsBetween(word, today.slice(0, 7)))] += many
    else if (what === 'run') {
      const lights = clocks[word] ?? { overdue: 0, near: 0, inTime: 0, paused: 0 }
      clocks[word] = lights
      lights[lightOf(end, today, nearUntil(word))] += many
    }
  }
  const open = Object.values(byStatus).reduce((sum, one) => sum + one, 0)
  return { open, byStatus, byAge, clocks }
}

/** `run:handle:2024-06-03`; a clock of a host may have a colon in its name. */
function splitName(name: string): readonly string[] {
  const first = name.indexOf(':')
  const last = name.lastIndexOf(':')
  return first === last
    ? [name.slice(0, first), name.slice(first + 1)]
    : [name.slice(0, first), name.slice(first + 1, last), name.slice(last + 1)]
}

function ageOf(months: number): keyof Standing['byAge'] {
  if (months < 3) return ages[Math.max(months, 0)] ?? 'thisMonth'
  return months < 6 ? 'threeToFive' : months < 12 ? 'sixToEleven' : 'aYearAndMore'
}

function lightOf(end: string, today: string, nearUntil: string): keyof ClockLights {
  if (end === 'paused') return 'paused'
  return end < today ? 'overdue' : end <= nearUntil ? 'near' : 'inTime'
}

/** All lights of some clocks together. */
export function allLights(clocks: Standing['clocks']): ClockLights {
  const sum = { overdue: 0, near: 0, inTime: 0, paused: 0 }
  for (const { overdue, near, inTime, paused } of Object.values(clocks)) {
    sum.overdue += overdue
    sum.near += near
    sum.inTime += inTime
    sum.paused += paused
  }
  return sum
}
