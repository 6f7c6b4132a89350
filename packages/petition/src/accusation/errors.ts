import { defineErrors } from '@redress/core'

/** What can be refused about an accusation, beside what every petition matter refuses. */
export const accusationErrors = defineErrors({
  ACCUSER_MISSING: [
    'invalid',
    () => 'An accusation names its author, or is anonymous. Give `accusers`, or set `anonymous`.',
  ],
  ACCUSER_NOT_ANONYMOUS: [
    'invalid',
    (d: { by: string }) =>
      d.by === 'resident'
        ? 'The log keeps the account of whoever files. File it without the account: as `{ kind: "anonymous" }`.'
        : 'Of an anonymous accuser nothing is kept. Leave `accusers` out, or do not set `anonymous`.',
  ],
  ACCUSER_KNOWN: [
    'invalid',
    () => 'Who accuses is known already. Give the proof of identity alone, without `accuser`.',
  ],
  COMPETENT_BODY_MISSING: [
    'invalid',
    () =>
      'The organisation has no competent body that is not accused, or nobody is named whose body it could be. Name `unit`.',
  ],
  CLARIFIED_NOT_ACCUSED: [
    'invalid',
    () => 'Only whom the case accuses can be cleared in it. Name persons or units that it accuses.',
  ],
  FEEDBACK_MANNER_UNFIT: [
    'invalid',
    (d: { manner: string; identity: string }) =>
      d.identity === 'anonymous'
        ? `Nobody knows where to reach an anonymous accuser by '${d.manner}'. Use 'queryCode', or 'inPerson' where the code was shown.`
        : 'An accuser who gives a name is told the result in person, by phone, by post or electronically, and not by waiting for the code to be used.',
  ],
  TAKE_OVER_UNFIT: [
    'invalid',
    (d: { why: string }) => `This complaint cannot be taken over as an accusation: ${d.why}.`,
  ],
})
