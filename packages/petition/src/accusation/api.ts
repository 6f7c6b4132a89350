import type { Actor, CaseApi, CaseSnapshot, PluginHost } from '@redress/core'
import type { ComplaintApi } from '../complaint/api.js'
import { petitionErrors } from '../errors.js'
import type { PetitionEvent } from '../events.js'
import { type CaseOfCode, codeHolder } from '../inquiry/by-code.js'
import type { PetitionRules } from '../rules/policy.js'
import { accusedOf } from './access.js'
import type { SupplementAccusation } from './commands/intake.js'
import { type CompetentBody, competentBodies } from './competent.js'
import { noAccusationPolicy } from './policy.js'
import type { Accusation } from './state.js'
import { createTakeOver, type TakenOver, type TakeOverComplaint } from './take-over.js'
import type { AccusationTypes } from './types.js'

/** Accusations (检举控告): reports of misconduct in office, sealed from those they accuse. */
export interface AccusationApi extends CaseApi<AccusationTypes> {
  /**
   * The bodies that may take it, nearest first, each with the reason: what the organisation says. Where the nearest is accused, the
   * next higher one comes first.
   *
   * @throws CASE_NOT_FOUND
   */
  competent(id: string, by: Actor): Promise<readonly CompetentBody[]>
  /**
   * Goes on with a complaint that was found to be an accusation: opens one with the same texts, accusers, number and query code, sealed
   * anew, and leads the complaint out into it. For whoever may lead the complaint out; called again, also by two at once, it does nothing
   * more.
   *
   * @throws CASE_NOT_FOUND, COMMAND_NOT_ALLOWED, TAKE_OVER_UNFIT, ACCUSED_RECIPIENT, COMPETENT_BODY_MISSING
   * @example
   * ```ts
   * await complaint.classify(id, { class: 'accusation', accused: { units: ['water'] } }, desk)
   * const { accusation } = await platform.petition.accusation.takeOver(id, { unit: 'discipline' }, desk)
   * ```
   */
  takeOver(complaintId: string, input: TakeOverComplaint, by: Actor): Promise<TakenOver>
  /**
   * Adds what the accuser has to say later, by the code on the receipt: the only way for somebody who is not known.
   *
   * @param origin where the request comes from: what `mayTrack` of the host goes by
   * @throws QUERY_CODE_UNKNOWN, TOO_MANY_ATTEMPTS, COMMAND_NOT_ALLOWED
   */
  supplementByCode(queryCode: string, input: SupplementAccusation, origin?: string): Promise<void>
}

/** Puts what reaches beyond one case around the commands that the tables make. */
export function createAccusationApi(
  host: PluginHost<PetitionEvent>,
  cases: CaseApi<AccusationTypes>,
  complaint: ComplaintApi,
  caseOfCode: CaseOfCode,
  rules: readonly PetitionRules[],
): AccusationApi {
  const competentFor = async ({ state, rules: pinned }: CaseSnapshot<Accusation>) => {
    const policy = rules.find(({ id }) => id === pinned)?.policy.accusation ?? noAccusationPolicy
    return competentBodies(accusedOf(state), state.unit, policy, await host.directory())
  }
  return {
    ...cases,
    competent: async (id, by) => await competentFor(await cases.get(id, by)),
    takeOver: createTakeOver(host, cases, complaint, rules),
    async supplementByCode(queryCode, input, origin) {
      const { kind, id } = await caseOfCode(queryCode, origin)
      if (kind !== 'petition.accusation') throw petitionErrors.QUERY_CODE_UNKNOWN()
      await cases.supplement(id, input, codeHolder)
    },
  }
}
