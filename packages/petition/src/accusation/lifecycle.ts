import type { Lifecycle } from '@redress/core'
import type { AccusationTypes } from './types.js'

const stays = [] as const

/** Possible at every time after filing: they change no status. */
const always = {
  nameAccused: stays,
  identify: stays,
  supplement: stays,
  note: stays,
  tellPersonnel: stays,
  protect: stays,
  recuse: stays,
} as const
/** While nothing is concluded. */
const open = { ...always, withdraw: stays, decideWithdrawal: ['discontinued'] } as const
const sorting = { route: ['routed'], accept: ['accepted'], notAccept: ['notAccepted'] } as const
const concluded = {
  ...always,
  clarify: stays,
  propose: stays,
  feedBack: stays,
  failToReach: stays,
  reopen: ['accepted'],
} as const

/** Which command is possible in which status, and where it leads. Drawn in the documentation. */
export const accusationLifecycle: Lifecycle<AccusationTypes> = {
  // One that was a complaint is registered already.
  new: { file: ['received', 'registered'] },
  received: { ...open, register: ['registered'] },
  registered: { ...open, ...sorting },
  routed: { ...open, ...sorting, giveBack: ['registered'] },
  // The unit that has it may turn out to be accused at any time.
  accepted: { ...open, route: ['routed'], investigate: ['investigating'] },
  investigating: { ...open, route: ['routed'], investigate: stays, conclude: ['concluded'] },
  concluded: { ...concluded, close: ['closed'] },
  closed: concluded,
  notAccepted: { ...always, reopen: ['registered'] },
  discontinued: { ...always, reopen: ['accepted', 'registered', 'received'] },
}
