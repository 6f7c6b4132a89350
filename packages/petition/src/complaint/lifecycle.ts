import type { Lifecycle } from '@redress/core'
import type { ComplaintTypes } from './types.js'

const stays = [] as const

/** Possible at every time after filing: they change no status. */
const always = {
  note: stays,
  assist: stays,
  link: stays,
  dismissDuplicate: stays,
  chooseChannels: stays,
  askEvaluation: stays,
  evaluate: stays,
  assignSecondLook: stays,
  concludeSecondLook: stays,
} as const
/** While somebody still works on it. */
const open = {
  ...always,
  supplement: stays,
  withdraw: ['withdrawn'],
  requestRecusal: stays,
  decideRecusal: stays,
} as const
/** Refusing, diverting and linking: before a body has taken the case. */
const sorting = {
  classify: stays,
  separate: stays,
  merge: ['merged'],
  refer: ['referred'],
  notAccept: ['notAccepted'],
  routeOut: ['routedOut'],
} as const
const handling = {
  assign: stays,
  hearStatement: stays,
  openHearing: stays,
  concludeHearing: stays,
  reportBack: stays,
} as const
const agreeing = {
  openMediation: stays,
  failMediation: stays,
  settle: stays,
  recordPerformance: stays,
} as const
const afterAnswer = { recordExecution: stays, reportBack: stays, reopen: ['accepted'] } as const

/** Which command is possible in which status, and where it leads. Drawn in the documentation. */
export const complaintLifecycle: Lifecycle<ComplaintTypes> = {
  // A case of an earlier register can be closed already.
  new: { file: ['received', 'completed'] },
  received: { ...open, register: ['registered'] },
  registered: { ...open, ...sorting, accept: ['accepted'] },
  referred: {
    ...open,
    ...sorting,
    object: stays,
    answerObjection: ['referred', 'registered'],
    settleDispute: ['referred'],
    accept: ['accepted'],
  },
  accepted: {
    ...open,
    ...handling,
    ...agreeing,
    classify: stays,
    separate: stays,
    merge: ['merged'],
    extend: stays,
    routeOut: ['routedOut'],
    answer: ['answered'],
    close: ['completed'],
  },
  answered: { ...open, ...agreeing, reportBack: stays, failDelivery: stays, deliver: ['delivered'] },
  delivered: {
    ...open,
    ...agreeing,
    ...afterAnswer,
    requestReview: ['reviewRequested'],
    close: ['completed'],
    end: ['ended'],
  },
  reviewRequested: { ...open, ...handling, ...agreeing, answerReview: ['reviewAnswered'] },
  reviewAnswered: { ...open, failDelivery: stays, deliver: ['reviewDelivered', 'accepted'] },
  reviewDelivered: {
    ...open,
    ...afterAnswer,
    requestReReview: ['reReviewRequested'],
    close: ['completed'],
    end: ['ended'],
  },
  reReviewRequested: { ...open, ...handling, ...agreeing, answerReReview: ['reReviewAnswered'] },
  reReviewAnswered: { ...open, failDelivery: stays, deliver: ['reReviewDelivered', 'accepted'] },
  reReviewDelivered: { ...open, ...afterAnswer, close: ['completed'], end: ['ended'] },
  completed: {
    ...always,
    ...afterAnswer,
    requestReview: ['reviewRequested'],
    requestReReview: ['reReviewRequested'],
    end: ['ended'],
  },
  ended: {
    ...always,
    reopen: ['accepted'],
    // With good cause, after a window that was missed.
    requestReview: ['reviewRequested'],
    requestReReview: ['reReviewRequested'],
  },
  // One that was never classified goes on where it stopped.
  routedOut: { ...always, reopen: ['accepted', 'registered'] },
  notAccepted: { ...always, reopen: ['accepted', 'registered'] },
  merged: { ...always, reopen: ['accepted', 'registered'] },
  withdrawn: { ...always, reopen: ['accepted', 'registered', 'received'] },
}
