import { defineErrors } from '@redress/core'

/** What refuses an act on a suggestion, a call or a support, beside what every petition matter shares. */
export const suggestionErrors = defineErrors({
  AUTHOR_MISSING: [
    'invalid',
    () =>
      'A suggestion needs at least one author unless it is anonymous. Name one in `petitioners`, or set `anonymous`.',
  ],
  ANONYMOUS_WITH_NAMES: [
    'invalid',
    () => 'An anonymous suggestion keeps no names. Leave `petitioners` out, or leave `anonymous` out.',
  ],
  CALL_UNKNOWN: ['not-found', (d: { call: string }) => `There is no published call '${d.call}'.`],
  CALL_NOT_OPEN: [
    'not-allowed',
    (d: { call: string; from: string; until: string; on: string }) =>
      `The call takes suggestions from ${d.from} to ${d.until}, and this one was received on ${d.on}. File it without \`call\`: open collection has no period.`,
  ],
  ANSWERS_UNASKED: [
    'invalid',
    (d: { answers: number; questions: number }) =>
      `${d.answers} answers are given and ${d.questions} questions are asked. Answer the questions of the call, in their order.`,
  ],
  CALL_OF_OTHERS: [
    'not-allowed',
    (d: { unit: string }) =>
      `A call of '${d.unit}' is drafted by that unit or one above it. Draft one of your own unit.`,
  ],
  CALL_PERIOD_INVALID: [
    'invalid',
    (d: { from: string; until: string; today: string }) =>
      `The period from ${d.from} to ${d.until} must end after it begins, and not before today (${d.today}).`,
  ],
  CALL_ENDED: [
    'not-allowed',
    (d: { until: string; today: string }) =>
      `The call ended on ${d.until}, and today is ${d.today}. A call is extended before its end; open another one.`,
  ],
  CALL_REASON_MISSING: [
    'invalid',
    (d: { until: string }) => `The call runs until ${d.until}. To close it before its end, give \`reason\`.`,
  ],
  CALL_EXTENSION_NOT_LATER: [
    'invalid',
    (d: { until: string; to: string }) =>
      `The call runs until ${d.until}: an extension to ${d.to} would take time away. Name a later day.`,
  ],
  HAND_OVER_WITHOUT_CONSENT: [
    'invalid',
    () =>
      'The author can be reached and has not agreed. Ask, and record the consent; or keep it as a suggestion.',
  ],
  HAND_OVER_CASE_UNKNOWN: [
    'invalid',
    (d: { to: string }) =>
      `There is no case '${d.to}' of another class that you may read. Open it first, then hand over.`,
  ],
  ADOPTED_PART_MISSING: [
    'invalid',
    () => 'A suggestion that is adopted in part needs `adopted`: which part.',
  ],
  PLAN_REASON_MISSING: ['invalid', () => 'There is a plan already. To change it, give `reason`.'],
  HONOUR_WITHOUT_CONSENT: [
    'invalid',
    () => 'The author has not agreed to the honour. Ask, and record the consent; or leave it.',
  ],
  AUTHOR_UNKNOWN: [
    'invalid',
    () =>
      'Name the author by the key in the case, such as `p1`. A resident speaks for themself and names nobody.',
  ],
  PERSONAL_DATA_PUBLISHED: [
    'invalid',
    (d: { found: readonly string[] }) =>
      `The text to publish tells who somebody is: ${d.found.join(', ')}. Write it without; an author who agrees is named by \`names\`.`,
  ],
  NAME_CONSENT_MISSING: [
    'invalid',
    () => 'No author has agreed to be named. Ask (`consentToName`), or publish without `names`.',
  ],
  ANSWER_BEFORE_DECISION: ['invalid', () => 'Nothing is decided yet. Publish without `answer`.'],
  AUTHOR_NOT_TOLD: [
    'not-allowed',
    () =>
      'The author hears the answer before the public. Record the `reply`, or that it failed (`failReply`).',
  ],
  SUPPORT_NEEDS_ACCOUNT: ['not-allowed', () => 'Only a resident with an account supports a suggestion.'],
  SUPPORT_CLOSED: [
    'not-allowed',
    () => 'The suggestion takes no more support: it is decided, or no longer published.',
  ],
  SUPPORT_OWN: ['not-allowed', () => 'It is your own suggestion. Others support it.'],
  SUPPORT_REFUSED: [
    'not-allowed',
    () => 'The host does not take this support now. Try again later, or ask the petition office.',
  ],
  SUPPORT_MISSING: ['not-found', () => 'You have not supported this suggestion.'],
  SELECTION_EMPTY: ['invalid', () => 'Say which supports: by their ids, or by what they have in common.'],
  BATCH_UNKNOWN: [
    'invalid',
    (d: { batch: number; last: number }) =>
      `Supports were set aside ${d.last} times, so there is no time ${d.batch}.`,
  ],
})
