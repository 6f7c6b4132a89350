import { type Actor, checkActor } from '../access/actor.js'
import type { CustodyGround } from '../case/custody.js'
import type { Engine } from '../case/engine.js'

/** The role of those who keep the records (档案人员). */
export const recordsOfficer = 'recordsOfficer'

/**
 * The end of records, stage by stage: restricted, erased, pruned (个人信息保护法 Art. 47; 档案法 2020 Art. 13–14). For the system, and for
 * officers with the role `recordsOfficer` who may read the case.
 */
export interface Retention {
  /**
   * Puts a closed case into a retention class of its rule profile, as the archive schedule says. If the case goes on it leaves the class.
   *
   * @throws CASE_NOT_FOUND, COMMAND_NOT_ALLOWED, RETENTION_CLASS_UNKNOWN, INPUT_INVALID
   * @example
   * ```ts
   * await platform.retention.assign(id, { class: 'ordinary' }, recordsOfficer)
   * ```
   */
  assign(id: string, input: AssignRetention, by: Actor): Promise<void>
  /** Stops everything but storage and security: no command, and no reading but for purposes that go on. */
  restrict(id: string, input: CustodyChange, by: Actor): Promise<void>
  /** Takes a restriction back, such as one that was a mistake. */
  lift(id: string, input: CustodyChange, by: Actor): Promise<void>
  /**
   * Destroys what the vault holds of a closed case, or of one person in it. The course of the case stays: it folds, verifies and
   * counts. Refused while a retention period runs, except on a legal order: restrict instead. What is damaged can be erased with the
   * rest of the case.
   *
   * @throws CASE_NOT_FOUND, COMMAND_NOT_ALLOWED, PERSON_UNKNOWN, INPUT_INVALID
   */
  erase(id: string, input: ErasePersonalData, by: Actor): Promise<void>
  /**
   * Takes the content out of the log of an erased case: only the hashes and the places of its events stay, under a seal. The case is
   * then not found any more.
   */
  prune(id: string, input: CustodyChange, by: Actor): Promise<void>
  /** Does on every case what its retention class says is due. For a daily timer. Only for the system. */
  sweep(by: Actor): Promise<SweepReport>
}

export interface AssignRetention {
  readonly class: string
  /** The local date from which the periods count. Default: today. */
  readonly from?: string | undefined
}

export interface CustodyChange {
  readonly ground: CustodyGround
}

export interface ErasePersonalData extends CustodyChange {
  /** The key of one person in the case. Default: everything. */
  readonly person?: string | undefined
}

export interface SweepReport {
  readonly restricted: number
  readonly erased: number
  readonly pruned: number
  readonly failed: readonly { readonly id: string; readonly error: unknown }[]
}

export function createRetention(engine: Engine): Retention {
  const change =
    (act: 'assign' | 'restrict' | 'lift' | 'erase' | 'prune') =>
    async (id: string, input: unknown, by: Actor): Promise<void> => {
      const actor = checkActor(by)
      // Loaded when first asked for: it runs once in the life of a case.
      const { changeCustody } = await import('./change-custody.js')
      await changeCustody(engine, act, id, input, actor)
    }
  return {
    assign: change('assign'),
    restrict: change('restrict'),
    lift: change('lift'),
    erase: change('erase'),
    prune: change('prune'),
    async sweep(by) {
      const actor = checkActor(by)
      return await (await import('./sweep.js')).sweep(engine, actor)
    },
  }
}
