import {
  type Accused,
  type Actor,
  type CaseKind,
  type CaseReads,
  type CaseTypes,
  coreErrors,
  isPlatformError,
  nobodyAccused,
  type PluginHost,
  systemActor,
} from '@redress/core'
import type { PetitionEvent } from '../events.js'

/** The case that supervision is about: which one, never what it says. */
export interface SupervisedCase {
  readonly id: string
  readonly kind: string
  readonly number: string | null
  /** The unit that had it then. */
  readonly unit: string
}

/** What a matter keeps of its case, so that it reaches nobody whom the case must not reach. */
export interface SupervisionSubject {
  readonly case: SupervisedCase | null
  readonly accused: Accused
  readonly confidential: boolean
}

/** Keeps it from whom the case must not reach by now. */
export type SubjectSeal = Omit<SupervisionSubject, 'case'>

/** A case with those who stand in a relation to it. */
export interface CaseFacts extends SupervisionSubject {
  readonly case: SupervisedCase
  readonly involved: readonly string[]
  readonly handlers: readonly string[]
  /** The id of the rule profile that it pins. */
  readonly rules: string
}

/** What is about no case. */
export const ofNoCase: SupervisionSubject = Object.freeze({
  case: null,
  accused: nobodyAccused,
  confidential: false,
})

/** A case that was looked up before. @throws CASE_NOT_FOUND */
export function known(id: string, factsOf: (id: string) => CaseFacts | undefined): CaseFacts {
  const facts = factsOf(id)
  if (facts === undefined) throw coreErrors.CASE_NOT_FOUND({ kind: 'case', id })
  return facts
}

/** A kind of case that can be supervised. */
export interface Supervisable {
  readonly kind: string
  /** @throws CASE_NOT_FOUND */
  facts(id: string): Promise<CaseFacts>
}

/** Lets the cases of a kind be supervised. */
export function supervisable<Types extends CaseTypes>(
  kind: CaseKind<Types>,
  cases: Pick<CaseReads<Types>, 'get'>,
): Supervisable {
  return {
    kind: kind.kind,
    async facts(id) {
      const { state, rules } = await cases.get(id, systemActor)
      const { unit, involved, handlers, accused, confidential = false } = kind.parties(state)
      const number = kind.inbox(state).number ?? null
      return { case: { id, kind: kind.kind, number, unit }, involved, handlers, accused, confidential, rules }
    },
  }
}

/** The facts of a case that the actor may read. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
export async function factsFor(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  id: string,
  by: Actor,
): Promise<CaseFacts> {
  // Refuses as every way to a case does.
  await host.platform.deadlines.of(id, by)
  return await factsOf(kinds, id)
}

/** The facts of a case, for the plugin itself. @throws CASE_NOT_FOUND */
export async function factsOf(kinds: readonly Supervisable[], id: string): Promise<CaseFacts> {
  for (const kind of kinds) {
    try {
      return await kind.facts(id)
    } catch (error) {
      if (!isPlatformError(error) || error.code !== 'CASE_NOT_FOUND') throw error
    }
  }
  throw coreErrors.CASE_NOT_FOUND({ kind: 'case', id })
}
