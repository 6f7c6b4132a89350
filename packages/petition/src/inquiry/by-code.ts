import { type Actor, type CaseSnapshot, type PluginHost, systemActor } from '@redress/core'
import { petitionErrors } from '../errors.js'
import type { PetitionEvent } from '../events.js'
import { canonicalCode, isSameDigest, textOfCode } from '../matter/query-code.js'

/** Whether a request to follow a matter by its code may go on. It is asked before the code is looked at. */
export type MayTrack = (origin: string | undefined) => boolean | Promise<boolean>

/** A kind of case whose petitioner gets a query code: it keeps the code's digest as the lookup `code` and in its state. */
export interface Coded {
  readonly kind: string
  get(id: string, by: Actor): Promise<CaseSnapshot<{ readonly codeDigest: string | null }>>
}

/** Finds the case of a query code. @throws QUERY_CODE_UNKNOWN, TOO_MANY_ATTEMPTS */
export type CaseOfCode = (
  queryCode: string,
  origin?: string,
) => Promise<{ readonly kind: string; readonly id: string }>

export function createCaseOfCode(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Coded[],
  mayTrack: MayTrack = () => true,
): CaseOfCode {
  return async (queryCode, origin) => {
    if (!(await mayTrack(origin))) throw petitionErrors.TOO_MANY_ATTEMPTS()
    const code = canonicalCode(queryCode)
    if (code === undefined) throw petitionErrors.QUERY_CODE_UNKNOWN()
    const digest = await host.digest(textOfCode(code))
    // Every kind is asked, so that the time of the answer does not tell of what kind a matter is.
    const found = await Promise.all(kinds.map(({ kind }) => host.lookup(kind, 'code', digest)))
    for (const [n, one] of kinds.entries()) {
      const id = found[n]?.[0]
      if (id === undefined) continue
      const { state } = await one.get(id, systemActor)
      if (isSameDigest(state.codeDigest ?? '', digest)) return { kind: one.kind, id }
    }
    throw petitionErrors.QUERY_CODE_UNKNOWN()
  }
}

/** Whoever holds a code has no account here; the access log says so. */
export const codeHolder: Actor = Object.freeze({ kind: 'system', id: 'query-code' })
