import * as z from 'zod'
import { attemptLimit } from '../inquiry/attempt-limit.js'
import type { Channel } from '../matter/channel.js'
import { readOptions } from '../matter/options.js'
import type { FilingLimits } from './policy.js'

/** Who is about to file, as far as it is known. It is asked and forgotten. */
export interface FilingSubject {
  /** Where it comes from, such as an address or a session. */
  readonly origin: string | undefined
  /** The account; undefined where there is none, and for somebody who files anonymously. */
  readonly account: string | undefined
}

/** Whether a filing may go on. A host with many processes counts where all of them see it. */
export type MayFile = (subject: FilingSubject) => boolean | Promise<boolean>

const limit = z.object({ attempts: z.number().min(1), windowMs: z.number().min(1) })
const limitsInput = z.object({ perOrigin: limit.optional(), perAccount: limit.optional() })

/**
 * At most so many filings within a window from one origin and by one account, counted in this process: what the policy says where a host has
 * no hook of its own. Without an origin nothing is counted by origin, so that nobody closes the way for all who have none.
 *
 * @throws OPTIONS_INVALID
 */
export function filingLimit(limits: FilingLimits, now?: () => number): MayFile {
  const { perOrigin, perAccount } = readOptions('filingLimit', limitsInput, limits)
  const byOrigin = perOrigin === undefined ? undefined : attemptLimit({ ...perOrigin, now })
  const byAccount = perAccount === undefined ? undefined : attemptLimit({ ...perAccount, now })
  return async ({ origin, account }) => {
    const ofOrigin = origin === undefined || byOrigin === undefined || (await byOrigin(origin))
    const ofAccount = account === undefined || byAccount === undefined || (await byAccount(account))
    return ofOrigin && ofAccount
  }
}

/** What a machine can send in by the thousand. What a person hands over, says or posts is never limited. */
export const isLimited = (channel: Channel): boolean =>
  channel === 'online' || channel === 'email' || channel === 'phone'
