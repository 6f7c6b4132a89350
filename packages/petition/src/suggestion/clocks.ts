import { type ClockEffect, type ClockTable, moveClock, startClock, stopClock } from '@redress/core'
import { isAdopted, isReachable, type SuggestionStatus } from './state.js'
import type { SuggestionTypes } from './types.js'

/** The clocks of the first steps, which the law sets for every petition matter (信访工作条例 2022 Art. 22–23). */
const intake = ['sortAndForward', 'directNotice', 'forwardedNotice', 'jurisdictionObjection']
/** Those that the law leaves to the place: they run only where its profile has a limit of that name. */
const later = [
  'suggestionStudy',
  'suggestionReply',
  'suggestionPlan',
  'suggestionRealise',
  'suggestionProgress',
  'supportedStudy',
  'supportedAnswer',
]

type Rules = { readonly limits: Readonly<Record<string, object>> }
type Start = Parameters<typeof startClock>[1]

/** A clock starts only where the rules limit it: what nobody limits has no end. */
const start = (clock: string, { limits }: Rules, from: Start): readonly ClockEffect[] =>
  Object.hasOwn(limits, clock) ? [startClock(clock, from)] : []
const stop = (clocks: readonly string[], at: string): readonly ClockEffect[] =>
  clocks.map((clock) => stopClock(clock, at))
const stopAll = (at: string): readonly ClockEffect[] => stop([...intake, ...later], at)

/** Whether nobody studies it yet. */
const isWaiting = (status: SuggestionStatus): boolean => status === 'screened' || status === 'referred'

/** What each event does to the clocks. */
export const suggestionClocks: ClockTable<SuggestionTypes> = {
  'petition.suggestion-filed': ({ data: { receivedAs, unit, receivedOn } }, _, rules) =>
    start(receivedAs === 'petitionOffice' ? 'sortAndForward' : 'directNotice', rules, {
      unit,
      from: receivedOn,
    }),
  'petition.suggestion-transferred': ({ data: { on, to } }, _, rules) => [
    ...stop([...intake, 'suggestionStudy'], on),
    ...start('forwardedNotice', rules, { unit: to, from: on }),
    ...(rules.policy.objection ? start('jurisdictionObjection', rules, { unit: to, from: on }) : []),
    moveClock('supportedStudy', to),
    moveClock('supportedAnswer', to),
  ],
  'petition.suggestion-returned': ({ data: { on, to } }, { receivedOn }, rules) => [
    ...stop(intake, on),
    // The fifteen days go on from the first receipt: sending it to and fro buys nobody time.
    ...start('sortAndForward', rules, { unit: to, from: receivedOn }),
    moveClock('supportedStudy', to),
    moveClock('supportedAnswer', to),
  ],
  'petition.suggestion-study-opened': ({ data: { on, unit, noticeOn } }, _, rules) => [
    ...stop(intake, noticeOn ?? on),
    ...stop(['supportedStudy'], on),
    ...start('suggestionStudy', rules, { unit, from: on }),
  ],
  'petition.suggestion-decided': ({ data: { on, by } }, state, rules) => [
    ...stop(['suggestionStudy'], on),
    ...(isReachable(state) ? start('suggestionReply', rules, { unit: by, from: on }) : []),
    ...(isAdopted(state) ? start('suggestionPlan', rules, { unit: by, from: on }) : []),
  ],
  'petition.suggestion-replied': ({ data: { on } }) => stop(['suggestionReply'], on),
  'petition.suggestion-planned': ({ data: { on, unit, by } }, _, rules) => [
    ...stop(['suggestionPlan', 'suggestionRealise', 'suggestionProgress'], on),
    ...start('suggestionRealise', rules, { unit, from: on, until: by }),
    ...start('suggestionProgress', rules, { unit, from: on }),
  ],
  'petition.suggestion-progress-reported': ({ data: { on } }, { unit }, rules) => [
    ...stop(['suggestionProgress'], on),
    ...start('suggestionProgress', rules, { unit, from: on }),
  ],
  'petition.suggestion-realised': ({ data: { on } }) => stop(['suggestionRealise', 'suggestionProgress'], on),
  'petition.suggestion-given-up': ({ data: { on } }) => stop(['suggestionRealise', 'suggestionProgress'], on),
  'petition.suggestion-duty-made': ({ data: { duty, on } }, { unit, status, publication }, rules) => {
    if (duty === 'study') return isWaiting(status) ? start('supportedStudy', rules, { unit, from: on }) : []
    return publication?.answered === true ? [] : start('supportedAnswer', rules, { unit, from: on })
  },
  'petition.suggestion-published': ({ data: { answered }, at }) =>
    answered ? stop(['supportedAnswer'], at) : [],
  'petition.suggestion-declined': ({ data: { on, noticeOn } }) => stopAll(noticeOn ?? on),
  'petition.suggestion-handed-over': ({ data: { on } }) => stopAll(on),
  'petition.suggestion-closed': ({ data: { on } }) => stopAll(on),
  'petition.suggestion-withdrawn': ({ data: { on } }) => stopAll(on),
  'petition.suggestion-reopened': ({ data: { on } }, { unit }, rules) =>
    start('sortAndForward', rules, { unit, from: on }),
}
