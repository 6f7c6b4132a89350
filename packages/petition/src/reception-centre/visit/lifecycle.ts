import type { Lifecycle } from '@redress/core'
import type { VisitTypes } from './types.js'

const stays = [] as const

/** Which command is possible in which status, and where it leads. Drawn in the documentation. */
export const visitLifecycle: Lifecycle<VisitTypes> = {
  new: { open: ['requested', 'arrived'] },
  requested: { place: ['appointed'], decline: ['declined'], cancel: ['cancelled'] },
  appointed: { cancel: ['cancelled'], miss: ['missed'], arrive: ['arrived'], accuse: stays },
  arrived: { arrive: stays, enter: ['waiting'], leave: ['left'], accuse: stays },
  waiting: { call: ['called'], transfer: stays, leave: ['left'], accuse: stays, recuse: stays },
  called: {
    recall: stays,
    noShow: ['absent'],
    receive: ['inReception'],
    transfer: ['waiting'],
    leave: ['left'],
    accuse: ['waiting'],
    recuse: ['waiting'],
  },
  absent: { recall: ['called'], requeue: ['arrived'], leave: ['left'] },
  inReception: {
    record: stays,
    accuse: ['waiting'],
    recuse: ['waiting'],
    invite: stays,
    attend: stays,
    answer: stays,
    keep: stays,
    noteInquiry: stays,
    handOver: stays,
    settle: stays,
    refer: stays,
    advise: stays,
    transfer: ['waiting'],
    close: ['closed'],
  },
  closed: { keep: stays, settle: stays },
  declined: {},
  cancelled: { cancel: stays },
  missed: {},
  left: {},
}
