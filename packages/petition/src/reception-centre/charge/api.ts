import {
  type Actor,
  type CaseApi,
  type CaseSnapshot,
  type CommandOptions,
  coreErrors,
  type InboxPage,
  type OpenedSnapshot,
  type PluginHost,
  parseInput,
} from '@redress/core'
import type { ComplaintApi } from '../../complaint/api.js'
import type { Complaint } from '../../complaint/state.js'
import type { PetitionEvent } from '../../events.js'
import { checkPerson } from '../../matter/checks.js'
import { receptionActor } from '../actor.js'
import { receptionErrors } from '../errors.js'
import { chargeInputs, type TakeCharge } from './commands.js'
import type { Charge, ChargeTypes } from './state.js'

/** Cases that leaders have taken charge of (领导包案). How many a leader takes is for the place to say: no quota is kept here. */
export interface ChargeApi extends Omit<CaseApi<ChargeTypes>, 'take'> {
  /**
   * A leader takes personal charge of a complaint; leaders of two levels can have one together. It changes nothing about who must
   * handle it, and by when.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, CHARGE_OF_SEALED, LEADER_WITHOUT_POST, HANDLER_RECUSED,
   * CHARGE_PERIOD_INVALID, UNIT_UNKNOWN, COMMAND_NOT_ALLOWED
   * @example
   * ```ts
   * await receptionCentre.charge.take({ case: id, leader: 'u-3', leaderUnit: 'county', until: '2024-10-31', goal }, officer)
   * ```
   */
  take(input: TakeCharge, by: Actor, options?: CommandOptions): Promise<OpenedSnapshot<ChargeTypes>>
  /** The case of a charge, for whoever may read both. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  caseOf(id: string, by: Actor): Promise<string>
  /** The charges of a complaint that the reader may see, oldest first. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  ofCase(complaint: string, by: Actor): Promise<readonly CaseSnapshot<Charge>[]>
  /** The charges whose last day is over, nearest first. @param cursor the `next` of the page before @throws CURSOR_INVALID */
  overdue(by: Actor, cursor?: string): Promise<InboxPage>
}

const kind = 'petition.charge'

export function createChargeApi(
  host: PluginHost<PetitionEvent>,
  cases: CaseApi<ChargeTypes>,
  complaint: Pick<ComplaintApi, 'get'>,
): ChargeApi {
  /** Whoever is kept out of a case takes no charge of it. @throws HANDLER_RECUSED */
  const checkLeader = ({ state }: CaseSnapshot<Complaint>, leader: string) => checkPerson(leader, state)

  return {
    ...cases,

    async take(given, by, options) {
      const input = parseInput(`${kind}.take`, chargeInputs.take, given)
      const of = await complaint.get(input.case, by)
      if (of.state.confidentiality === 'sealedAccusation') throw receptionErrors.CHARGE_OF_SEALED()
      checkLeader(of, input.leader)
      return await cases.take(input, by, options)
    },

    async passOn(id, given, by, options) {
      const input = parseInput(`${kind}.passOn`, chargeInputs.passOn, given)
      await cases.get(id, by)
      const { state } = await cases.get(id, receptionActor)
      checkLeader(await complaint.get(state.case, receptionActor), input.leader)
      return await cases.passOn(id, input, by, options)
    },

    async caseOf(id, by) {
      await cases.get(id, by)
      const { state } = await cases.get(id, receptionActor)
      if (await host.platform.cases.mayRead(state.case, by)) return state.case
      throw coreErrors.CASE_NOT_FOUND({ kind: 'petition.complaint', id: '' })
    },

    async ofCase(id, by) {
      await complaint.get(id, by)
      const charges: CaseSnapshot<Charge>[] = []
      for (const charge of await host.lookup(kind, 'case', id))
        if (await host.platform.cases.mayRead(charge, by)) charges.push(await cases.get(charge, by))
      return charges
    },

    async overdue(by, cursor) {
      return await host.platform.cases.find({ kind, open: true, overdue: true, cursor }, by)
    },
  }
}
