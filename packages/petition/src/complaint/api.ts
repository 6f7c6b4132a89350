import type { Actor, CaseApi, PluginHost } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { PetitionRules } from '../rules/policy.js'
import type { ComparedTexts } from './duplicates/compared-texts.js'
import type { Duplicates } from './duplicates/suggestion.js'
import type { ComplaintLink } from './state.js'
import type { ComplaintTypes } from './types.js'

/** Complaints (投诉): appeals and requests from filing to final answer, and the first steps of the other classes. */
export interface ComplaintApi extends CaseApi<ComplaintTypes> {
  /**
   * Other open complaints that may be about the same matter, with the reasons: almost the same text, the same petitioners, the same
   * place. To be looked at by a person, who then gives `merge`, `link` or `dismissDuplicate`; it never decides by itself. Accusations
   * are suggested to nobody, what is kept in confidence never by its text, and each case only to whom it may be known.
   *
   * The texts are held in the memory of this process. The first who ask wait for a part of them to be read: see `prepareDuplicates`.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, VAULT_DAMAGED, KEY_UNAVAILABLE
   * @example
   * ```ts
   * const { suggestions } = await platform.petition.complaint.duplicates(id, officer)
   * for (const { number, reasons } of suggestions) console.log(number, reasons.map(({ text }) => text.zh))
   * ```
   */
  duplicates(id: string, by: Actor): Promise<Duplicates>
  /** The cases to which this one was linked, as far as the reader may know of them. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  links(id: string, by: Actor): Promise<readonly ComplaintLink[]>
  /**
   * Reads a part of the open complaints' texts into the memory of this process, so that nobody has to wait for it: for the host to
   * call after its start until it is complete. Each text that is read stands in the access log of its case once for each process.
   *
   * @throws KEY_UNAVAILABLE
   * @example
   * ```ts
   * while (!(await platform.petition.complaint.prepareDuplicates()).complete);
   * ```
   */
  prepareDuplicates(): Promise<DuplicatePreparation>
}

export interface DuplicatePreparation {
  readonly complete: boolean
  /** The texts in memory, and what they take. */
  readonly texts: number
  readonly bytes: number
}

/** Puts what reaches beyond one case around the commands that the tables make. */
export function createComplaintApi(
  host: PluginHost<PetitionEvent>,
  cases: CaseApi<ComplaintTypes>,
  rules: readonly PetitionRules[],
): ComplaintApi {
  let texts: ComparedTexts | undefined
  // Loaded when first asked for: no command needs it.
  const textsInMemory = async (): Promise<ComparedTexts> => {
    const { createComparedTexts } = await import('./duplicates/compared-texts.js')
    texts ??= createComparedTexts(host, cases)
    return texts
  }
  return {
    ...cases,
    async duplicates(id, by) {
      const { findDuplicates } = await import('./duplicates/find-duplicates.js')
      return await findDuplicates({ host, cases, rules, texts: await textsInMemory() }, id, by)
    },
    async links(id, by) {
      const { linksOf } = await import('./duplicates/links.js')
      return await linksOf(cases, id, by)
    },
    async prepareDuplicates() {
      const held = await textsInMemory()
      const complete = await held.update()
      const { size, bytes } = held
      return { complete, texts: size, bytes }
    },
  }
}
