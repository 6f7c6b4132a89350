import type { BookVisit } from '@redress/petition'
import { type Dice, diceOf } from '../dice.js'
import { city } from '../units.js'

/** Why somebody comes to a centre. */
export type Wish =
  /** Has something to complain about, or to suggest. */
  | 'complaint'
  | 'suggestion'
  /** Asks how a matter stands. */
  | 'inquiry'
  /** Is at the wrong level. */
  | 'elsewhere'
  /** Needs something that is no petition: a mediator, a lawyer, help in hardship, somebody to talk to. */
  | 'help'
  /** Brings something that two departments must answer together. */
  | 'joint'
  /** Does not want to wait. */
  | 'leaves'
  /** Has an appointment, and does not come. */
  | 'stays away'

/** Somebody who comes on a reception day. */
export interface Caller {
  readonly wish: Wish
  /** Minutes after nine. */
  readonly at: number
  /** How long it takes at the window. */
  readonly takes: number
  readonly window: string
  readonly appointment: boolean
  readonly needsHelp: boolean
}

export const leaderWindow = '领导'

type Sketch = readonly [wish: Wish, window: string, appointment?: 'appointment']

/** A morning in the city: the leader takes three, the windows the others. */
const cityMorning: readonly Sketch[] = [
  ['joint', leaderWindow, 'appointment'],
  ['complaint', leaderWindow, 'appointment'],
  ['help', leaderWindow],
  ['inquiry', '1'],
  ['complaint', '1', 'appointment'],
  ['help', '5'],
  ['elsewhere', '1'],
  ['suggestion', '1'],
  ['leaves', '1'],
  ['stays away', '3', 'appointment'],
]

const countyMorning: readonly Sketch[] = [
  ['complaint', leaderWindow, 'appointment'],
  ['inquiry', '1'],
  ['complaint', '1'],
  ['help', '5'],
  ['leaves', '1'],
]

/** Who comes to a centre on a reception day: the same in every run. */
export function callersOf(place: string, day: string): readonly Caller[] {
  const dice = diceOf(Number(day.replaceAll('-', '')) + place.length * 97)
  const sketches = place === city ? cityMorning : countyMorning
  return sketches.map(([wish, window, appointment]) => ({
    wish,
    window,
    appointment: appointment !== undefined,
    at: dice.int(0, 55),
    takes: wish === 'inquiry' || wish === 'elsewhere' ? dice.int(6, 14) : dice.int(14, 34),
    needsHelp: !appointment && dice.real() < 0.25,
  }))
}

/** An account that makes an appointment: for the morning, at a window or with the leader. */
export const bookingOf = (
  { window, wish }: Caller,
  centre: string,
  on: string,
  petitioners: BookVisit['petitioners'],
): BookVisit => ({ centre, on, half: 'morning', window, petitioners, title: wish })

/** Which kind of help somebody needs. */
export const helpFor = (dice: Dice) =>
  dice.pick([
    ['legalAid', '法律援助中心'],
    ['mediation', '人民调解委员会'],
    ['hardship', '民政部门'],
    ['psychological', '心理服务站'],
  ] as const)
