import { type ClockEffect, type ClockTable, startClock, stopClock } from '@redress/core'
import type { AccusationReceipt } from './state.js'
import type { AccusationTypes } from './types.js'

const receiptClocks = ['sortAndForward', 'directNotice', 'forwardedNotice', 'jurisdictionObjection']

/**
 * What each event does to the clocks. They end with the receipt: 信访工作条例 2022 Art. 30 ¶1 leaves handling to the rules of the body,
 * and those are not known here. A petition office sorts and forwards an accusation within fifteen days like every petition (Art. 22 ¶1–2).
 * A body tells the accuser within fifteen days (Art. 23 ¶2–3), but for discipline and supervision bodies, which tell by rules of
 * their own (¶4); that leaves the right to object to competence (¶3) as it is.
 */
export const accusationClocks: ClockTable<AccusationTypes> = {
  'petition.accusation-filed': ({ data }) => {
    const { unit, receivedAs, receivedOn, handedOver } = data
    // Whoever had it as a complaint has known of it since then.
    return handedOver === null || handedOver.from === unit
      ? received(unit, receivedAs, receivedOn, 'directNotice')
      : received(unit, receivedAs, handedOver.on, 'forwardedNotice')
  },
  'petition.accusation-routed': ({ data: { to, on, receivedAs } }, _, { policy }) => [
    ...stopReceipt(on),
    ...received(to, receivedAs, on, 'forwardedNotice'),
    ...(policy.objection ? [startClock('jurisdictionObjection', { unit: to, from: on })] : []),
  ],
  // The days of the first receipt go on: sending a case to and fro buys nobody time.
  'petition.accusation-given-back': ({ data }, { receivedOn }) => [
    ...stopReceipt(data.on),
    ...received(data.to, data.receivedAs, receivedOn, 'directNotice'),
  ],
  'petition.accusation-accepted': ({ data }) => stopReceipt(data.noticeOn ?? data.on),
  'petition.accusation-not-accepted': ({ data }) => stopReceipt(data.noticeOn ?? data.on),
  'petition.accusation-withdrawal-decided': ({ data }) => (data.goesOn ? [] : stopReceipt(data.on)),
  'petition.accusation-reopened': ({ data }, { status, unit }) =>
    status === 'accepted' ? [] : received(unit, data.receivedAs, data.on, 'directNotice'),
}

const stopReceipt = (on: string): readonly ClockEffect[] => receiptClocks.map((clock) => stopClock(clock, on))

function received(
  unit: string,
  as: AccusationReceipt,
  from: string,
  notice: 'directNotice' | 'forwardedNotice',
): readonly ClockEffect[] {
  if (as === 'ownRules') return []
  return [startClock(as === 'petitionOffice' ? 'sortAndForward' : notice, { unit, from })]
}
