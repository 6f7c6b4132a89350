import {
  type ClockEffect,
  type ClockTable,
  extendClock,
  moveClock,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from '@redress/core'
import { isPetitionAppeal } from './guards.js'
import type { Complaint, Stage } from './state.js'
import type { ComplaintTypes } from './types.js'

/** The ground that the law knows for an extension (信访工作条例 2022 Art. 34); what was written about it is in the vault. */
const complex = '情况复杂 · complex circumstances'

/** The clock that runs while a body works on an opinion of this stage. */
const decisionClock: Readonly<Record<Stage, string>> = {
  handling: 'handle',
  review: 'decideReview',
  reReview: 'decideReReview',
}

/** The petitioner's window after an opinion of this stage. */
const windowClock: Readonly<Record<Stage, string | undefined>> = {
  handling: 'requestReview',
  review: 'requestReReview',
  reReview: undefined,
}

/** What completion leaves running: the report that is owed, and the petitioner's windows. */
const outliveCompletion = ['assignedReport', 'requestReview', 'requestReReview']
const workClocks = [
  'sortAndForward',
  'directNotice',
  'forwardedNotice',
  'jurisdictionObjection',
  'handle',
  'decideReview',
  'decideReReview',
]

/** What each event does to the clocks (信访工作条例 2022 Art. 22–23, 34–36). */
export const complaintClocks: ClockTable<ComplaintTypes> = {
  'petition.complaint-filed': ({ data }) =>
    data.legacy?.closed === true
      ? []
      : [
          startClock(data.receivedAs === 'petitionOffice' ? 'sortAndForward' : 'directNotice', {
            unit: data.unit,
            from: data.receivedOn,
          }),
        ],
  'petition.complaint-classified': ({ at }, state, rules) => {
    // An accusation goes by the rules of the body that takes it, a suggestion has no limit.
    if (!isPetitionAppeal(state, { rules })) return [stopClock('handle', at)]
    // Becoming an appeal later takes nothing from the sixty days.
    return state.status === 'accepted' && state.acceptedOn !== null
      ? startHandling(state, state.acceptedOn, rules)
      : []
  },
  'petition.complaint-referred': ({ data }, _, { policy }) => [
    ...stopReferral(data.on),
    ...startReferral(data.to, data.on, policy.objection),
    ...(data.reportBy === null
      ? []
      : [startClock('assignedReport', { unit: data.to, from: data.on, until: data.reportBy })]),
  ],
  'petition.complaint-returned': ({ data }, state) => [
    ...stopReferral(data.on),
    stopClock('assignedReport', data.on),
    // The petitioner's fifteen days go on from the first receipt: sending a case to and fro buys nobody time.
    startClock('sortAndForward', { unit: data.to, from: state.receivedOn }),
  ],
  'petition.complaint-dispute-settled': ({ data }) => [
    ...stopReferral(data.on),
    // A settled dispute is not objected to again.
    ...startReferral(data.to, data.on, false),
    moveClock('assignedReport', data.to),
  ],
  'petition.complaint-accepted': ({ data }, state, rules) => [
    ...stopReferral(data.noticeOn ?? data.on),
    // A notice that went out first tells of an acceptance that took place.
    ...startHandling(
      state,
      data.noticeOn !== null && data.noticeOn < data.on ? data.noticeOn : data.on,
      rules,
    ),
  ],
  'petition.complaint-extended': ({ data }) => [
    extendClock('handle', { amount: data.days, reason: complex, approvedBy: data.approvedBy }),
  ],
  'petition.complaint-hearing-opened': ({ data }) => [
    pauseClock(decisionClock[data.stage], data.on, 'hearing'),
  ],
  'petition.complaint-hearing-concluded': ({ data }) => [resumeClock(decisionClock[data.stage], data.on)],
  'petition.complaint-delivered': ({ data }, state, rules) => {
    const stopped = stopClock(decisionClock[data.stage], data.on)
    if (data.remandedTo !== null) return [stopped, ...startHandling(state, data.on, rules)]
    const window = windowClock[data.stage]
    const opens =
      window !== undefined &&
      isPetitionAppeal(state, { rules }) &&
      state.delivered.at(-1)?.defectiveNotice === false
    if (!opens) return [stopped]
    // An earlier window of this rung, of an answer before a reopening, gives way to the new one.
    return [
      stopped,
      stopClock(window, data.on),
      startClock(window, { unit: state.unit, from: data.receivedOn }),
    ]
  },
  // Both only where the rules of the place set a limit: no national text does.
  'petition.complaint-evaluation-asked': ({ data }, state, { limits }) =>
    limits.evaluate === undefined ? [] : [startClock('evaluate', { unit: state.unit, from: data.on })],
  'petition.complaint-evaluated': ({ data }) => [stopClock('evaluate', data.on)],
  'petition.complaint-second-look-opened': ({ data }, _, { limits }) =>
    limits.secondLook === undefined ? [] : [startClock('secondLook', { unit: data.unit, from: data.on })],
  'petition.complaint-second-look-concluded': ({ data }) => [stopClock('secondLook', data.on)],
  'petition.complaint-review-requested': ({ data }) => [
    stopClock('requestReview', data.on),
    startClock('decideReview', { unit: data.reviewer, from: data.on }),
  ],
  'petition.complaint-re-review-requested': ({ data }) => [
    stopClock('requestReReview', data.on),
    startClock('decideReReview', { unit: data.reviewer, from: data.on }),
  ],
  'petition.complaint-reported-back': ({ data }) => [stopClock('assignedReport', data.on)],
  'petition.complaint-not-accepted': ({ data }) => stopAll(data.noticeOn),
  'petition.complaint-routed-out': ({ data }) => stopAll(data.noticeOn),
  'petition.complaint-merged': ({ data }) => stopAll(data.noticeOn),
  'petition.complaint-closed': ({ data }) => workClocks.map((clock) => stopClock(clock, data.on)),
  'petition.complaint-ended': ({ data }) => stopAll(data.on),
  'petition.complaint-withdrawn': ({ data }) => stopAll(data.on),
  'petition.complaint-reopened': ({ data }, state, rules) => [
    ...stopAll(data.on),
    ...(state.status === 'accepted'
      ? startHandling(state, data.on, rules)
      : [startClock('sortAndForward', { unit: state.unit, from: data.on })]),
  ],
}

const stopAll = (on: string): readonly ClockEffect[] =>
  [...workClocks, ...outliveCompletion].map((clock) => stopClock(clock, on))

const stopReferral = (on: string): readonly ClockEffect[] =>
  ['sortAndForward', 'directNotice', 'forwardedNotice', 'jurisdictionObjection'].map((clock) =>
    stopClock(clock, on),
  )

const startReferral = (unit: string, from: string, objection: boolean): readonly ClockEffect[] => [
  startClock('forwardedNotice', { unit, from }),
  ...(objection ? [startClock('jurisdictionObjection', { unit, from })] : []),
]

const startHandling = (
  state: Complaint,
  from: string,
  rules: Parameters<typeof isPetitionAppeal>[1]['rules'],
) => (isPetitionAppeal(state, { rules }) ? [startClock('handle', { unit: state.unit, from })] : [])
