import {
  type Accused,
  type Actor,
  type CaseApi,
  type CaseSnapshot,
  type CommandOptions,
  coreErrors,
  isPlatformError,
  nobodyAccused,
  type OpenedSnapshot,
  type PluginHost,
  parseInput,
  systemActor,
} from '@redress/core'
import * as z from 'zod'
import { petitionErrors } from '../errors.js'
import type { PetitionEvent } from '../events.js'
import type { CaseOfCode, Coded } from '../inquiry/by-code.js'
import { type FileAccusation, fileInput } from './commands/intake.js'
import type { FiledAccusation } from './decide/intake.js'
import { originOf } from './origin.js'
import type { FollowedCase } from './state.js'
import type { AccusationTypes } from './types.js'

/** Reports of retaliation against a petitioner (打击报复, 信访工作条例 2022 Art. 18 ¶4, 46 (6)). */
export interface RetaliationApi {
  /**
   * Opens a report: by the petitioner of the case that it follows, by whoever holds that case's query code, or by staff who may read
   * it. The followed case is only read, so that nobody who works on it learns of the report. It goes on as an accusation with the subject
   * `retaliation`: `platform.petition.accusation` has the commands. The bodies where accused persons have posts are accused too, and
   * so are those whom the followed case accuses: it is handled outside of all of them.
   *
   * @param origin where the request comes from, if it names a query code: what `mayTrack` of the host goes by
   * @throws CASE_NOT_FOUND, QUERY_CODE_UNKNOWN, TOO_MANY_ATTEMPTS, and what `accusation.file` throws
   * @example
   * ```ts
   * await platform.petition.retaliation.report({ ...what, follows: { case: id }, accused: { units: ['water'] } }, citizen)
   * ```
   */
  report(
    input: ReportRetaliation,
    by: Actor,
    options?: CommandOptions,
    origin?: string,
  ): Promise<OpenedSnapshot<AccusationTypes>>
}

/** What was done to a petitioner, by whom, and for which case. */
export interface ReportRetaliation extends FileAccusation {
  /** The case for which somebody is made to suffer, by its id or by the code on its receipt. */
  readonly follows: { readonly case: string } | { readonly queryCode: string }
}

const word = z.string().min(1).max(64)
const reportInput: z.ZodType<ReportRetaliation> = fileInput.extend({
  follows: z.union([z.strictObject({ case: word }), z.strictObject({ queryCode: word })]),
})

/** @param kinds every kind of case that has a petitioner */
export function createRetaliationApi(
  { platform }: PluginHost<PetitionEvent>,
  cases: CaseApi<AccusationTypes>,
  kinds: readonly Coded[],
  caseOfCode: CaseOfCode,
): RetaliationApi {
  /** One that the reporter may read: to others it must not even be told that it exists. */
  const named = async (id: string, by: Actor): Promise<Followed> => {
    const found = (await platform.cases.mayRead(id, by)) ? await find(kinds, id) : undefined
    if (found === undefined) throw coreErrors.CASE_NOT_FOUND({ kind: 'case', id })
    return found
  }
  const coded = async (queryCode: string, origin: string | undefined): Promise<Followed> => {
    const { id } = await caseOfCode(queryCode, origin)
    const found = await find(kinds, id)
    if (found === undefined) throw petitionErrors.QUERY_CODE_UNKNOWN()
    return found
  }
  return {
    async report(rawInput, by, options, origin) {
      const { follows, ...filing } = parseInput('petition.retaliation.report', reportInput, rawInput)
      const followed =
        'case' in follows ? await named(follows.case, by) : await coded(follows.queryCode, origin)
      const input: FiledAccusation = { ...filing, origin: originOf({ kind: 'retaliation', ...followed }) }
      return await cases.file(input, by, options)
    },
  }
}

interface Followed {
  readonly follows: FollowedCase
  readonly accused: Accused
}

async function find(kinds: readonly Coded[], id: string): Promise<Followed | undefined> {
  for (const one of kinds) {
    try {
      return followedOf(one.kind, await one.get(id, systemActor))
    } catch (error) {
      if (!isPlatformError(error) || error.code !== 'CASE_NOT_FOUND') throw error
    }
  }
  return undefined
}

/** Whoever reads the report reads which case it follows, so those whom that case accuses must not read the report. */
function followedOf(kind: string, { id, state }: CaseSnapshot<object>): Followed {
  const { accused = nobodyAccused }: { readonly accused?: Accused } = state
  return { follows: { case: id, kind }, accused }
}
