/** What the rules of a place leave to its reception centres. */
export interface ReceptionPolicy {
  readonly queue: QueuePolicy
  /** How many days ahead an appointment can be made; null: as far as the calendar is known. */
  readonly bookAheadDays: number | null
  /** How many days before it a leader's reception is made public at the latest; null: the day before. */
  readonly leaderNoticeDays: number | null
}

/** In which order people are called. */
export interface QueuePolicy {
  /** Who goes before whom, the first before the others; a class that is not named here counts as the last. */
  readonly classes: readonly QueueClass[]
  /** Whoever has waited longer than so many minutes goes before everybody else; null: nobody does. */
  readonly longestWaitMinutes: number | null
  readonly source: string
}

/** Whoever has an appointment for now (预约), needs help (老幼病残孕, as they say themselves), or neither. */
export type QueueClass = 'appointmentDue' | 'needsHelp' | 'others'

/**
 * The law names no figure for reception: 2022 Art. 18 asks for regular days and published times and leaves how many to the place. So
 * none stands here, and nobody waits for ever all the same: see `orderQueue`.
 */
export const receptionPolicy: ReceptionPolicy = {
  queue: {
    classes: ['appointmentDue', 'needsHelp', 'others'],
    longestWaitMinutes: null,
    source: 'no rule sets an order: a choice of this library',
  },
  bookAheadDays: null,
  leaderNoticeDays: null,
}

/** The part of a profile that is about reception. */
export const receptionOf = ({
  reception = receptionPolicy,
}: {
  readonly reception?: ReceptionPolicy
}): ReceptionPolicy => reception
