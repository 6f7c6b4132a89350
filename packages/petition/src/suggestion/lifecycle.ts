import type { Lifecycle } from '@redress/core'
import type { SuggestionTypes } from './types.js'

const stays = [] as const

/** Possible at every time after filing: they change no status. */
const always = { note: stays, consentToName: stays } as const
/** Before it is decided. */
const undecided = { ...always, supplement: stays, recuse: stays, withdraw: ['withdrawn'] } as const
/** From the finding that it is a suggestion on. */
const publishing = { publish: stays, unpublish: stays, setAside: stays, restore: stays } as const
/** While it is worked on and people may support it. */
const working = {
  ...undecided,
  ...publishing,
  recordSupport: stays,
  transfer: ['referred'],
  // Some show only later what they are.
  handOver: ['handedOver'],
} as const
const realising = {
  plan: stays,
  reportProgress: stays,
  realise: stays,
  giveUp: stays,
  honour: stays,
} as const

/** Which command is possible in which status, and where it leads. Drawn in the documentation. */
export const suggestionLifecycle: Lifecycle<SuggestionTypes> = {
  new: { file: ['received'] },
  received: { ...undecided, register: ['registered'] },
  registered: { ...undecided, screen: ['screened'], decline: ['declined'], handOver: ['handedOver'] },
  screened: { ...working, study: ['inStudy'] },
  referred: { ...working, askReturn: stays, answerReturn: ['screened'], study: ['inStudy'] },
  inStudy: { ...working, assign: stays, hearView: stays, decide: ['decided'] },
  decided: {
    ...always,
    ...publishing,
    ...realising,
    recordSupport: stays,
    reply: ['replied'],
    failReply: stays,
    close: ['closed'],
  },
  replied: { ...always, ...publishing, ...realising, recordSupport: stays, close: ['closed'] },
  closed: { ...always, ...publishing, honour: stays, reopen: ['screened'] },
  declined: { ...always, reopen: ['screened'] },
  handedOver: { ...always },
  withdrawn: { ...always },
}
