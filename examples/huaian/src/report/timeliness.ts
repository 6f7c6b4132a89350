import type { CaseFile } from '../survey.js'
import { city, counties, placeName, shortName } from '../units.js'
import type { Chronicle } from '../year.js'
import { count, percent, section, table } from './text.js'
import { duties } from './words.js'

/** One run of an agency's clock, and how it went. */
export interface Duty {
  readonly clock: string
  readonly unit: string
  readonly article: string
  readonly outcome: 'inTime' | 'late' | 'running' | 'overdue'
}

/** Every duty that the clocks of the cases know. A petitioner's window is no duty. */
export function dutiesIn(files: readonly CaseFile[]): readonly Duty[] {
  return files.flatMap(({ record, deadlines }) =>
    deadlines.flatMap((deadline, index): readonly Duty[] => {
      const { clock, unit, limit, state, dueOn, overdue } = deadline
      if (limit?.nature === 'right' || dueOn === undefined) return []
      const stoppedOn = record.clocks[index]?.stoppedAt ?? ''
      const outcome =
        state === 'stopped' ? (stoppedOn > dueOn ? 'late' : 'inTime') : overdue ? 'overdue' : 'running'
      return [{ clock, unit, article: limit?.source ?? '', outcome }]
    }),
  )
}

const head = ['按期 in time', '逾期 late', '按期率', '计时中 running', '现逾期 overdue']

/** Whether agencies keep their time limits: by duty, and by territory in the order of the official codes. */
export function timeliness(files: readonly CaseFile[], signals: Chronicle['signals']): string[] {
  const all = dutiesIn(files)
  const row = (label: string, some: readonly Duty[]) => {
    const of = (outcome: Duty['outcome']) => some.filter((one) => one.outcome === outcome).length
    const [inTime, late] = [of('inTime'), of('late')]
    return [label, count(inTime), late, percent(inTime, inTime + late), of('running'), of('overdue')]
  }
  const byDuty = Object.entries(duties).map(([clock, name]) =>
    row(
      name,
      all.filter((one) => one.clock === clock),
    ),
  )
  const isUnder = (unit: string, county: string) => unit === county || unit.startsWith(`${county}/`)
  const ofCity = all.filter(({ unit }) => !counties.some((county) => isUnder(unit, county)))
  const byPlace = [
    row(`${placeName(city, 'zh')}本级 · city level`, ofCity),
    ...counties.map((county) =>
      row(
        `${placeName(county, 'zh')} · ${shortName(county)}`,
        all.filter(({ unit }) => isUnder(unit, county)),
      ),
    ),
  ]
  return section('机关履责时限', 'Whether agencies keep their time limits', [
    ...table(['职责 duty', ...head], byDuty),
    '',
    ...table(['地区 territory', ...head], byPlace),
    '',
    '  In the order of the official codes. Measured are acts of offices; petitions and people are not ranked.',
    `  The clock gave notice of ${count(signals.approaching)} duties a week before their end, and recorded ` +
      `${count(signals.passed)} ends that passed.`,
  ])
}
