import type { Actor, CaseApi, PluginHost } from '@redress/core'
import type { AccusationApi } from '../accusation/api.js'
import type { ComplaintApi } from '../complaint/api.js'
import type { PetitionEvent } from '../events.js'
import type { CaseOfCode } from '../inquiry/by-code.js'
import type { Followed } from '../inquiry/followed.js'
import type { InquiryApi } from '../inquiry/inquiry.js'
import type { PetitionRules } from '../rules/policy.js'
import type { SuggestionApi } from '../suggestion/api.js'
import type { CentreApi } from './centre/api.js'
import { centreKind } from './centre/kind.js'
import type { CentreTypes } from './centre/state.js'
import { type ChargeApi, createChargeApi } from './charge/api.js'
import { chargeKind } from './charge/kind.js'
import type { ChargeTypes } from './charge/state.js'
import { type CentreCounts, type CountQuery, centreCounts } from './counts.js'
import { createDayApi, type DayApi } from './day/api.js'
import { createDays } from './day/days.js'
import { dayKind } from './day/kind.js'
import type { DayTypes } from './day/state.js'
import { createHall, type Display, type Queue } from './hall.js'
import { type PublishedCentre, publishedCentre } from './published.js'
import { createToday } from './today.js'
import { createTurns } from './turns.js'
import type { VisitApi } from './visit/api.js'
import { createVisitApi } from './visit/create.js'
import { visitKind } from './visit/kind.js'
import { visitWords } from './visit/statuses.js'
import type { VisitCases, VisitTypes } from './visit/types.js'

/** Joint reception centres (联合接访中心, 信访工作条例 2022 Art. 17–20, 28) of a city, a county or a township. */
export interface ReceptionCentreApi {
  /** Centres: where they are, when they are open, which windows they have. */
  readonly centre: CentreApi
  /** Days: who is on duty, and when leaders receive people. */
  readonly day: DayApi
  /** Visits: appointments, tickets, receptions and what comes of them. */
  readonly visit: VisitApi
  /** Cases in a leader's charge (包案). */
  readonly charge: ChargeApi
  /** What must be public of a centre (2022 Art. 18). For everybody. @throws CASE_NOT_FOUND */
  published(centre: string): Promise<PublishedCentre>
  /**
   * Who waits today, line by line, in the order in which they are called, each with the reason. For the staff of the centre.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED
   */
  queue(centre: string, by: Actor): Promise<Queue>
  /** What the display of the hall shows: ticket numbers and windows, and nothing else. @throws CASE_NOT_FOUND */
  display(centre: string): Promise<Display>
  /**
   * How a centre has worked, by half a day. For its staff and the units above it.
   *
   * @throws INPUT_INVALID, CASE_NOT_FOUND, READ_NOT_ALLOWED
   */
  counts(query: CountQuery, by: Actor): Promise<CentreCounts>
}

/** The kinds of case behind a reception centre. */
export interface ReceptionCases {
  readonly centres: CaseApi<CentreTypes>
  readonly days: CaseApi<DayTypes>
  readonly visits: VisitCases
  readonly charges: CaseApi<ChargeTypes>
  /** Visits, for whoever follows one by its code or account. */
  readonly followed: Followed
}

export function addReceptionCases(
  host: PluginHost<PetitionEvent>,
  rules: readonly PetitionRules[],
): ReceptionCases {
  const visits = host.addKind<VisitTypes>(visitKind(rules))
  return {
    centres: host.addKind<CentreTypes>(centreKind(rules)),
    days: host.addKind<DayTypes>(dayKind(rules)),
    visits,
    charges: host.addKind<ChargeTypes>(chargeKind(rules)),
    followed: { kind: 'petition.visit', words: visitWords, ...visits },
  }
}

/** The functions that visits lead to. */
export interface ReceptionNeighbours {
  readonly complaint: ComplaintApi
  readonly suggestion: Pick<SuggestionApi, 'file'>
  readonly accusation: Pick<AccusationApi, 'file'>
  readonly inquiry: Pick<InquiryApi, 'track'>
  readonly followed: readonly Followed[]
  readonly caseOfCode: CaseOfCode
}

export function createReceptionCentre(
  host: PluginHost<PetitionEvent>,
  rules: readonly PetitionRules[],
  { centres, days: dayCases, visits, charges }: ReceptionCases,
  { complaint, suggestion, accusation, inquiry, followed, caseOfCode }: ReceptionNeighbours,
): ReceptionCentreApi {
  const today = createToday(host, rules)
  const days = createDays(host, dayCases)
  const hall = createHall(host, centres, days, today)
  const intakes = { complaint: complaint.file, suggestion: suggestion.file, accusation: accusation.file }
  return {
    centre: centres,
    day: createDayApi(host, centres, days),
    visit: createVisitApi(
      { host, visits, centres, days, today, turns: createTurns() },
      { hall, intakes, inquiry, followed, caseOfCode },
    ),
    charge: createChargeApi(host, charges, complaint),
    published: (centre) => publishedCentre(host, centres, centre, today()),
    queue: (centre, by) => hall.queue(centre, by),
    display: (centre) => hall.display(centre),
    counts: (query, by) => centreCounts(host, centres, query, by),
  }
}
