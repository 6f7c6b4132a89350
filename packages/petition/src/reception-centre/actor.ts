import { type Actor, type CommandOptions, coreErrors, isPlatformError } from '@redress/core'

/** The centre itself, for the steps that no person takes: a place, a number, the second half of a hand-over. */
export const receptionActor: Actor = Object.freeze({ kind: 'system', id: 'petition.reception-centre' })

/** The key of a request that can be repeated. @throws INPUT_INVALID */
export function keyOfRequest(what: string, options: CommandOptions | null | undefined): string | undefined {
  try {
    const key = options?.idempotencyKey
    if (key === undefined || (typeof key === 'string' && key.length > 0 && key.length <= 200)) return key
  } catch {
    // A getter or a proxy that throws.
  }
  const issue = { path: 'idempotencyKey', code: 'invalid', message: 'not a text of 1 to 200 characters' }
  throw coreErrors.INPUT_INVALID({ what, issues: [issue] })
}

/** Whether a command was refused for good: nothing is stored, and trying again changes nothing. */
export const isRefused = (error: unknown): boolean =>
  isPlatformError(error) && ['invalid', 'not-allowed', 'not-found'].includes(error.kind)
