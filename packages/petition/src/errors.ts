import { defineErrors } from '@redress/core'

/** The catalogue of the petition plugin. */
export const petitionErrors = defineErrors({
  PETITIONER_MISSING: [
    'invalid',
    () => 'A complaint needs at least one petitioner unless it is anonymous. Name one, or set `anonymous`.',
  ],
  FILED_FOR_OTHERS: [
    'not-allowed',
    (d: { by: string }) => `'${d.by}' is not among the petitioners. A resident files in their own matter.`,
  ],
  RECEIVED_IN_FUTURE: [
    'invalid',
    (d: { field: string; date: string; today: string }) =>
      `'${d.field}' is ${d.date}, after today (${d.today}).`,
  ],
  DATE_BEFORE_EVENT: [
    'invalid',
    (d: { field: string; date: string; notBefore: string }) =>
      `'${d.field}' is ${d.date}, before ${d.notBefore}, when the act it follows took place.`,
  ],
  REPRESENTATIVES_MISSING: [
    'invalid',
    (d: { people: number; most: number; source: string }) =>
      `A visit by ${d.people} people must name its representatives, at most ${d.most} (${d.source}).`,
  ],
  REPRESENTATIVES_TOO_MANY: [
    'invalid',
    (d: { representatives: number; people: number; most: number; source: string }) =>
      `${d.representatives} representatives for ${d.people} people: at most ${d.most} may come (${d.source}).`,
  ],
  TOO_MANY_ATTEMPTS: ['not-allowed', () => 'Too many attempts to follow a matter by its code. Wait a while.'],
  REPRESENTATIVE_UNKNOWN: [
    'invalid',
    (d: { place: number }) =>
      `Representative ${d.place} of the list is not among the petitioners. Add them there too.`,
  ],
  ACCUSED_RECIPIENT: [
    'not-allowed',
    (d: { unit: string }) =>
      `Unit '${d.unit}' cannot receive this matter. Choose a body that has no part in what it is about (信访工作条例 2022 Art. 30).`,
  ],
  ACCUSED_HANDLER: [
    'not-allowed',
    () => 'This person cannot take part in the matter. Choose somebody who has no part in what it is about.',
  ],
  HANDLER_RECUSED: [
    'not-allowed',
    (d: { person: string }) =>
      `'${d.person}' is recused from this case. Choose somebody else (信访工作条例 2022 Art. 28 ¶3).`,
  ],
  ALREADY_THERE: [
    'invalid',
    (d: { unit: string }) => `Unit '${d.unit}' has the case already. Name another unit.`,
  ],
  REPORT_DATE_MISSING: [
    'invalid',
    () =>
      'An assignment (交办) needs `reportBy`, the day by which the body reports back. A transfer (转送) has none.',
  ],
  OBJECTION_LATE: [
    'not-allowed',
    (d: { until: string; source: string }) =>
      `The time to object ended on ${d.until} (${d.source}). The body handles the case.`,
  ],
  OBJECTION_NOT_ANSWERABLE: [
    'not-allowed',
    (d: { referrer: string }) => `Only '${d.referrer}', which sent the case, answers the objection.`,
  ],
  DISPUTE_NOT_SETTLEABLE: [
    'not-allowed',
    (d: { superior: string | undefined }) =>
      d.superior === undefined
        ? 'The two bodies have no common superior. Open the line between them in the organisation.'
        : `Only '${d.superior}', the common superior of the two bodies, or its petition office settles the dispute.`,
  ],
  ACCUSED_MISSING: [
    'invalid',
    () =>
      'An accusation names whom it accuses, so that it never reaches them. Give `accused`, or say `accusedUnknown`.',
  ],
  LEGACY_BY_HOST: [
    'not-allowed',
    () => 'Only the host takes over cases of an earlier register. Leave `legacy` out.',
  ],
  RECEIPT_BY_STAFF: [
    'not-allowed',
    () => 'Only staff record that something was received on an earlier day. Leave `receivedOn` out.',
  ],
  OWN_RECUSAL: ['not-allowed', () => 'Nobody decides on the own recusal. A unit above does.'],
  NOT_AN_ACCUSATION: [
    'invalid',
    (d: { class: string }) =>
      `'accused' is given for a matter of class '${d.class}'. Classify it as an accusation, or leave it out.`,
  ],
  ROUTE_MISSING: [
    'invalid',
    () =>
      'An appeal needs `route`: the statutory procedure that takes it, or `petition` (信访工作条例 2022 Art. 31).',
  ],
  EXTENSION_TOO_LONG: [
    'not-allowed',
    (d: { days: number; most: number; source: string }) =>
      `${d.days} more days are asked for, and at most ${d.most} are allowed (${d.source}).`,
  ],
  EXTENSION_LATE: [
    'not-allowed',
    (d: { until: string }) =>
      `The limit ended on ${d.until}. An extension is decided before the end, not after it.`,
  ],
  APPROVER_NOT_HEAD: [
    'not-allowed',
    (d: { person: string; unit: string }) =>
      `'${d.person}' is not the head of '${d.unit}'. The head of the body approves an extension.`,
  ],
  CHAIR_IS_HANDLER: [
    'not-allowed',
    (d: { person: string }) =>
      `'${d.person}' handles the case and cannot chair its hearing. Choose somebody else.`,
  ],
  CONSENT_MISSING: [
    'invalid',
    (d: { act: string }) =>
      `${d.act} needs the consent of both sides (信访工作条例 2022 Art. 33). Record both, or leave it.`,
  ],
  DELIVERY_PROOF_MISSING: [
    'invalid',
    (d: { manner: string }) =>
      `Delivery by '${d.manner}' needs proof: the review clock runs only from a proven delivery. Give \`proof\`.`,
  ],
  CHANNEL_NOT_CHOSEN: [
    'invalid',
    () =>
      'The petitioner has not said how the answer shall come. Record it with `chooseChannels`, or deliver and record it.',
  ],
  DELIVERY_CHANNEL_DIFFERS: [
    'invalid',
    (d: { chosen: string; used: string }) =>
      `The petitioner chose '${d.chosen}' and it came by '${d.used}'. Give \`otherwiseBecause\`.`,
  ],
  SECOND_LOOK_ELSEWHERE: ['not-allowed', (d: { unit: string }) => `The second look is taken by '${d.unit}'.`],
  SECOND_LOOK_BY_ANOTHER: [
    'not-allowed',
    (d: { person: string }) =>
      `'${d.person}' is named for the second look. Name another with \`assignSecondLook\`.`,
  ],
  SECOND_LOOK_BY_HANDLER: [
    'not-allowed',
    (d: { person: string }) =>
      `'${d.person}' has handled the case and cannot look at it again. Choose somebody else.`,
  ],
  NOT_OF_UNIT: [
    'invalid',
    (d: { person: string; unit: string }) =>
      `'${d.person}' has no post in '${d.unit}'. Name somebody who has.`,
  ],
  DELIVERY_CONSENT_MISSING: [
    'invalid',
    () =>
      'Electronic delivery needs the consent of the person (民事诉讼法 Art. 90, by analogy). Record it, or deliver on paper.',
  ],
  REVIEW_LATE: [
    'not-allowed',
    (d: { until: string; source: string }) =>
      `The time to ask for review ended on ${d.until} (${d.source}). With good cause give \`lateBecause\`.`,
  ],
  REVIEWER_NOT_HIGHER: [
    'invalid',
    (d: { reviewer: string; possible: readonly string[] }) =>
      `'${d.reviewer}' is not the next-higher body. Possible: ${d.possible.join(', ') || 'none in the organisation'}.`,
  ],
  REVIEWER_AMBIGUOUS: [
    'invalid',
    (d: { possible: readonly string[] }) =>
      `More than one body can review: ${d.possible.join(', ')}. Name one in \`reviewer\`.`,
  ],
  NOTHING_TO_SEPARATE: ['invalid', () => 'Separating needs at least one further request. Give `requests`.'],
  LINK_TO_SEALED: [
    'not-allowed',
    () =>
      'No other case may point at a sealed accusation. Leave this case as it is, or merge the other way round.',
  ],
  LINK_TO_ITSELF: [
    'invalid',
    () => 'A case cannot be merged into itself, linked to itself or dismissed as its own duplicate.',
  ],
  GROUND_NOT_IN_RULES: [
    'not-allowed',
    (d: { ground: string; rules: string }) =>
      `Rule profile '${d.rules}' does not know the ground '${d.ground}'.`,
  ],
  GROUND_NOT_FULFILLED: [
    'not-allowed',
    (d: { ground: string; why: string }) => `The ground '${d.ground}' is not fulfilled: ${d.why}.`,
  ],
  QUERY_CODE_UNKNOWN: [
    'not-found',
    () => 'No matter has this query code. Check it character by character; the receipt shows it.',
  ],
})
