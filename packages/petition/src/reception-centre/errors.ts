import { defineErrors } from '@redress/core'

/** What refuses an act at a reception centre, beside what every petition matter shares. */
export const receptionErrors = defineErrors({
  CENTRE_OF_OTHERS: [
    'not-allowed',
    (d: { unit: string }) =>
      `A centre of '${d.unit}' is opened by that unit or one above it. Act for one of them.`,
  ],
  CENTRE_CLOSED: [
    'not-allowed',
    (d: { centre: string }) => `Centre '${d.centre}' has closed for good. Turn to another centre.`,
  ],
  WINDOW_UNKNOWN: [
    'not-found',
    (d: { window: string; known: readonly string[] }) =>
      `There is no window '${d.window}' then. There are: ${d.known.join(', ') || 'none'}.`,
  ],
  WINDOW_TAKEN: [
    'invalid',
    (d: { window: string }) => `Another line of that day is called '${d.window}'. Choose another word.`,
  ],
  WINDOW_LAST: ['not-allowed', () => 'A centre keeps one window at least. Close the centre instead.'],
  NOT_IN_ROSTER_UNIT: [
    'invalid',
    (d: { person: string; unit: string }) =>
      `'${d.person}' holds no post in '${d.unit}'. Put somebody on duty who does.`,
  ],
  APPOINTMENTS_TAKEN: [
    'not-allowed',
    (d: { taken: number; appointments: number }) =>
      `${d.taken} appointments are made already, so there cannot be ${d.appointments}. Cancel some first, with their holders.`,
  ],
  DAY_PAST: [
    'invalid',
    (d: { on: string; today: string }) => `${d.on} is over: today is ${d.today}. Choose a later day.`,
  ],
  DAY_TOO_FAR: [
    'not-allowed',
    (d: { on: string; until: string }) =>
      `Appointments are made up to ${d.until}, and this one is for ${d.on}. Choose an earlier day.`,
  ],
  NOT_OPEN_THAT_DAY: [
    'not-allowed',
    (d: { on: string }) =>
      `The centre is not open on ${d.on}, or the holidays of that year are not announced yet. Choose a working day.`,
  ],
  HALF_DAY_CLOSED: [
    'invalid',
    (d: { on: string; half: string }) =>
      `The centre is closed in the ${d.half} of ${d.on}. Choose another half.`,
  ],
  HALF_DAY_OVER: [
    'not-allowed',
    (d: { on: string; until: string }) =>
      `That half of ${d.on} ended at ${d.until}. Choose a later one, or come without an appointment.`,
  ],
  SLOT_FULL: [
    'not-allowed',
    (d: { on: string; half: string; window: string }) =>
      `Window '${d.window}' has no appointment left for the ${d.half} of ${d.on}. Choose another time, or come without one.`,
  ],
  APPOINTMENT_HELD: [
    'not-allowed',
    (d: { on: string; half: string }) =>
      `There is an appointment for the ${d.half} of ${d.on} already. Keep it, or cancel it first: others need the places too.`,
  ],
  APPOINTMENT_OTHER_DAY: [
    'not-allowed',
    (d: { on: string }) =>
      `The appointment is for ${d.on}. Come on that day, or take a ticket today without it.`,
  ],
  APPOINTMENT_NOT_OVER: [
    'not-allowed',
    (d: { on: string; until: string }) =>
      `The person may still come, until ${d.until} on ${d.on}. Record it after that.`,
  ],
  TICKET_AT_CENTRE: [
    'not-allowed',
    () => 'Tickets are drawn at the centre, by its staff. Make an appointment, or come.',
  ],
  NOT_STAFF_OF_CENTRE: [
    'not-allowed',
    (d: { unit: string; centre: string }) =>
      `'${d.unit}' has no window at centre '${d.centre}'. Somebody on duty there does it.`,
  ],
  NOT_NEXT: [
    'not-allowed',
    (d: { ticket: number; ahead: number }) =>
      `${d.ahead} people go before ticket ${d.ticket}. Use \`callNext\`, or give the reason in \`outOfTurn\`.`,
  ],
  ALREADY_INVITED: [
    'invalid',
    (d: { unit: string }) => `'${d.unit}' takes part already. Invite another unit.`,
  ],
  NOT_INVITED: [
    'invalid',
    (d: { unit: string }) => `'${d.unit}' is not invited to this reception. Invite it first.`,
  ],
  NOT_PRESENT: [
    'invalid',
    (d: { unit: string }) =>
      `'${d.unit}' is not recorded as present. Record that first: an answer is given to the person's face.`,
  ],
  ANSWER_OF_OTHERS: [
    'not-allowed',
    (d: { unit: string }) => `The answer of '${d.unit}' is recorded by that unit or at the window.`,
  ],
  COMMITMENT_UNKNOWN: [
    'not-found',
    (d: { commitment: number }) => `There is no open commitment ${d.commitment} in this visit.`,
  ],
  REFERRAL_WITHOUT_CONSENT: [
    'invalid',
    () => 'Nobody is referred against their will. Ask the person, and record the consent; or leave it.',
  ],
  HAND_OVER_TEXT_TOO_LONG: [
    'invalid',
    (d: { length: number; most: number }) =>
      `The recorded statements have ${d.length} characters, and ${d.most} are possible. Give \`text\`.`,
  ],
  HAND_OVER_NOT_OPEN: ['not-allowed', () => 'This visit has no hand-over that is still to be finished.'],
  HAND_OVER_ACCUSES: [
    'invalid',
    () =>
      'The person accuses somebody, and a suggestion does not keep that from them. Hand it over as an accusation.',
  ],
  HAND_OVER_UNSEALED: [
    'invalid',
    () =>
      'An accusation is kept from whom it accuses, and so is the visit it comes from. Say whom with `accuse` first; where nobody knows, hand it over as a complaint.',
  ],
  LEADER_WITHOUT_POST: [
    'invalid',
    (d: { person: string; unit: string }) =>
      `'${d.person}' holds no post in '${d.unit}'. Name somebody who does.`,
  ],
  LEADER_ANNOUNCED_LATE: [
    'not-allowed',
    (d: { on: string; until: string }) =>
      `A reception on ${d.on} is made public by ${d.until} (信访工作条例 2022 Art. 18). Plan a later day.`,
  ],
  LEADER_UNKNOWN: [
    'not-found',
    (d: { window: string }) => `No leader's reception '${d.window}' is planned on this day.`,
  ],
  LEADER_WRONG_STEP: [
    'not-allowed',
    (d: { window: string; state: string }) =>
      `The leader's reception '${d.window}' is ${d.state}: this step does not come next.`,
  ],
  CHARGE_PERIOD_INVALID: [
    'invalid',
    (d: { until: string; notBefore: string }) => `'until' is ${d.until}. Name a day after ${d.notBefore}.`,
  ],
  CHARGE_OF_SEALED: [
    'not-allowed',
    () =>
      'No other record may point at a sealed accusation. The competent body handles it under its own rules (信访工作条例 2022 Art. 30).',
  ],
})
