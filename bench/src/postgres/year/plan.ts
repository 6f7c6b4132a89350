import type { Officer } from '@redress/core'
import type { ComplaintApi } from '@redress/petition'
import { type CasePlan, planCase } from '../../case-plan.js'
import { seededRandom } from '../../measure.js'
import { bodies } from '../../organization.js'

/** One command on the n-th complaint of the year. The first one of a complaint files it, and has no id yet. */
export interface Act {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly run: (complaint: ComplaintApi, id: string) => Promise<{ readonly id: string }>
}

export const hour = 3_600_000
export const day = 24 * hour
const january = Date.parse('2024-01-01T00:00:00+08:00')
/** Before the year: when the city opens its units. */
export const opening = january - 12 * day + 9 * hour
/** When the statistics of the year are read. */
export const closing = Date.parse('2024-12-31T17:00:00+08:00')

/** By the order of the departments in the organisation: how many of a hundred matters are theirs, and what they are called. */
const fields: readonly (readonly [share: number, often: string, seldom: string])[] = [
  [20, 'housing', 'demolition'],
  [16, 'wages', 'pension'],
  [14, 'land', 'homestead'],
  [8, 'noise', 'pollution'],
  [7, 'road', 'bus'],
  [4, 'water', 'flood'],
  [8, 'village-accounts', 'farm-subsidy'],
  [5, 'school-place', 'school-fee'],
  [4, 'hospital', 'medical-insurance'],
  [6, 'neighbours', 'household-register'],
  [5, 'refund', 'unlicensed-shop'],
  [3, 'relief', 'funeral'],
]
const channels = [
  [50, 'online'],
  [15, 'hotline'],
  [15, 'visit'],
  [10, 'letter'],
  [5, 'phone'],
  [5, 'email'],
] as const
const counties = [18, 17, 15, 13, 12, 10, 8, 7].map((share, c) => [share, `c${c}`] as const)

/** A complaint filed and brought to its end at one moment: ten to twelve commands, or four where it is led elsewhere. */
export function actsAtOnce(n: number, at: number): readonly Act[] {
  return actsOf(n, dice(n), () => at)
}

/** What happens to the n-th of so many complaints within the year, in order. */
export function actsInYear(n: number, size: number): readonly Act[] {
  const roll = dice(n)
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1))
  // Before the close of the last day too, so that every complaint is in the year.
  const filed = january + Math.floor((n / size) * 366) * day + (9 + roll() * 7.9) * hour
  const lateNotice = roll() < 0.04 ? 20 : 0
  const lateAnswer = roll() < 0.05 ? 60 : 0
  // File, register, classify, refer, accept, assign, hear, answer, deliver, carry out or close, evaluate.
  const waits = [0, between(0, 2), 0, between(0, 4), between(1, 7) + lateNotice, between(0, 1)]
  waits.push(between(2, 12), between(2, 14) + lateAnswer, between(0, 3), between(0, 3), between(0, 9))
  let last = filed
  const acts = actsOf(n, roll, (step) => {
    last += (waits[step] ?? 0) * day + 60_000
    return last
  })
  // Some lie still.
  const done = roll() < 0.025 ? between(1, acts.length - 1) : acts.length
  return acts.slice(0, done).filter(({ at }) => at < closing)
}

function actsOf(n: number, roll: () => number, when: (step: number) => number): readonly Act[] {
  const department = pick(
    roll,
    fields.map(([share], d) => [share, d] as const),
  )
  const county = pick(roll, counties)
  const isOfCity = roll() < 0.1
  const index = bodies.findIndex(({ unit }) => unit === `${isOfCity ? 'city' : county}-d${department}`)
  const plan = planCase(n * bodies.length + index)
  const [, often, seldom] = fields[department] as (typeof fields)[number]
  const matter = roll() < 0.7 ? often : seldom
  // Problems are many in the town, and some of each kind where they have their own place.
  const township =
    roll() < 0.7 ? Math.floor(22 * roll() ** 2) : (department * 5 + Math.floor(3 * roll())) % 22
  const area = `${isOfCity ? plan.file.area?.split('-')[0] : county}-t${township}`
  const channel = pick(roll, channels)
  const office = `${isOfCity ? 'city' : county}-petition`
  const intake: Officer = { kind: 'officer', id: `desk-${office}`, unit: office, roles: ['petitionOfficer'] }
  const filer = channel === 'online' || channel === 'email' ? plan.resident : intake
  const file = { ...plan.file, channel, unit: office, area }
  const kind = pick(roll, [
    [84, 'appeal'],
    [10, 'suggestion'],
    [4, 'judicial'],
    [2, 'accusation'],
  ] as const)

  let step = 0
  const act = (
    run: (complaint: ComplaintApi, id: string, today: string) => Promise<{ readonly id: string }>,
  ) => {
    const at = when(step++)
    const today = new Date(at + 8 * hour).toISOString().slice(0, 10)
    return { at, run: (complaint: ComplaintApi, id: string) => run(complaint, id, today) }
  }
  const intakeActs = [
    act((complaint) => complaint.file(file, filer)),
    act((complaint, id) => complaint.register(id, { matter }, intake)),
    act((complaint, id) => complaint.classify(id, classOf(kind), intake)),
  ]
  if (kind === 'accusation' || kind === 'judicial') {
    const route = kind === 'judicial' ? 'judicial' : 'accusation'
    const words = { route, body: 'the competent body', advice: plan.answer.opinion } as const
    return [
      ...intakeActs,
      act((complaint, id, today) => complaint.routeOut(id, { ...words, noticeOn: today }, intake)),
    ]
  }
  return [...intakeActs, ...handling(plan, intake, roll, act)]
}

type MakeAct = (
  run: (complaint: ComplaintApi, id: string, today: string) => Promise<{ readonly id: string }>,
) => Act

function handling(plan: CasePlan, intake: Officer, roll: () => number, act: MakeAct): readonly Act[] {
  const { desk, handler, resident } = plan
  const outcome = pick(roll, [
    [60, 'explained'],
    [20, 'supported'],
    [20, 'notSupported'],
  ] as const)
  const acts = [
    act((complaint, id) => complaint.refer(id, { to: desk.unit, manner: 'transfer' }, intake)),
    act((complaint, id) => complaint.accept(id, plan.accept, desk)),
    act((complaint, id) => complaint.assign(id, plan.assign, desk)),
    act((complaint, id, today) => complaint.hearStatement(id, { ...plan.hearStatement, on: today }, handler)),
    act((complaint, id) => complaint.answer(id, { ...plan.answer, outcome }, handler)),
    act((complaint, id, today) => complaint.deliver(id, { ...plan.deliver, on: today }, handler)),
  ]
  if (outcome === 'supported') {
    const { proof = '' } = plan.deliver
    acts.push(act((complaint, id, today) => complaint.recordExecution(id, { on: today, proof }, handler)))
  }
  acts.push(act((complaint, id) => complaint.close(id, plan.close, handler)))
  if (roll() < 0.3) acts.push(act((complaint, id) => complaint.evaluate(id, plan.evaluate, resident)))
  return acts
}

function classOf(kind: 'appeal' | 'suggestion' | 'judicial' | 'accusation') {
  if (kind === 'suggestion') return { class: 'suggestion' } as const
  if (kind === 'accusation') return { class: 'accusation', accusedUnknown: true } as const
  return { class: 'appeal', route: kind === 'judicial' ? 'judicial' : 'petition' } as const
}

const dice = (n: number) => seededRandom(n * 7919 + 1)

/** One of several, by their shares of a hundred. */
function pick<Choice>(roll: () => number, choices: readonly (readonly [share: number, Choice])[]): Choice {
  let left = roll() * 100
  for (const [share, choice] of choices) {
    left -= share
    if (left < 0) return choice
  }
  return (choices.at(-1) as readonly [number, Choice])[1]
}
