import {
  type Actor,
  type CaseSnapshot,
  type CaseView,
  type FailedCase,
  isPlatformError,
  type PluginHost,
  type RowPlace,
  systemActor,
} from '@redress/core'
import type { PetitionEvent } from '../events.js'
import { factsOf, type SubjectSeal, type Supervisable, type SupervisionSubject } from './subject.js'

/** The view by which what is about a case is found. */
export function aboutCase<State extends SupervisionSubject>(
  name: string,
  isOpen: (state: State) => boolean,
): CaseView<State> {
  return {
    name,
    version: 1,
    indexes: [{ equal: ['case'] }, { equal: ['open'] }],
    row: ({ state }) => (state.case === null ? null : { case: state.case.id, open: isOpen(state) }),
  }
}

/** What is about one case, or all that is open. */
export async function* about(
  host: PluginHost<PetitionEvent>,
  view: string,
  where: { readonly case?: string; readonly open?: boolean },
): AsyncIterable<string> {
  let after: RowPlace | undefined
  do {
    const page = await host.rows(view, { where, limit: 200, ...(after === undefined ? {} : { after }) })
    for (const { key } of page.rows) yield key
    after = page.next
  } while (after !== undefined)
}

/** A kind that is about cases and follows their sealing. */
export interface Sealable {
  readonly view: string
  get(id: string, by: Actor): Promise<CaseSnapshot<SupervisionSubject>>
  seal(id: string, input: SubjectSeal, by: Actor): Promise<unknown>
}

/** Keeps what is about cases from whom the cases must not reach by now: about one case, or about all that is open. */
export async function followSeals(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  sealables: readonly Sealable[],
  where: { readonly case: string } | { readonly open: true },
): Promise<readonly FailedCase[]> {
  const failed: FailedCase[] = []
  for (const sealable of sealables) {
    for await (const id of about(host, sealable.view, where)) {
      try {
        await followSeal(kinds, sealable, id)
      } catch (error) {
        failed.push({ id, error })
      }
    }
  }
  return failed
}

async function followSeal(kinds: readonly Supervisable[], sealable: Sealable, id: string): Promise<void> {
  const { state } = await sealable.get(id, systemActor)
  const facts = state.case === null ? undefined : await factsIfThere(kinds, state.case.id)
  if (facts === undefined) return
  const { accused, confidential } = facts
  const isSame =
    JSON.stringify([accused, confidential]) === JSON.stringify([state.accused, state.confidential])
  if (!isSame) await sealable.seal(id, { accused, confidential }, systemActor)
}

/** A case whose course is pruned away has nothing left to keep. */
async function factsIfThere(
  kinds: readonly Supervisable[],
  id: string,
): Promise<SupervisionSubject | undefined> {
  try {
    return await factsOf(kinds, id)
  } catch (error) {
    if (isPlatformError(error) && error.code === 'CASE_NOT_FOUND') return undefined
    throw error
  }
}
