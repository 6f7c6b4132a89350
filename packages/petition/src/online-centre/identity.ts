import type { Actor } from '@redress/core'
import { asWord } from '../notice/texts/as-word.js'
import type { IntakeDraft } from './draft.js'
import { onlineCentreErrors } from './errors.js'
import type { OnlineCentrePolicy } from './policy.js'
import type { PublishedEntry } from './publication.js'

/**
 * To which level an identity is proved: the host's own work, with its identity provider, its cards, its faces at the desk. It answers with
 * the name of a level of the policy. Somebody who files anonymously is never asked.
 */
export type IdentityProof = (claim: unknown, by: Actor) => string | Promise<string>

/**
 * Whether the person may file this here, at the level to which the host has proved who they are. Staff file for whoever stands before them.
 *
 * @throws IDENTITY_INSUFFICIENT, IDENTITY_LEVEL_UNKNOWN
 */
export async function checkIdentity(
  { about, anonymous, identity }: IntakeDraft,
  by: Actor,
  { identity: levels }: OnlineCentrePolicy,
  prove: IdentityProof | undefined,
  otherWays: () => Promise<readonly PublishedEntry[]>,
): Promise<void> {
  if (by.kind === 'officer' || by.kind === 'system') return
  const lowest = levels[0]?.level ?? 'none'
  const proved = anonymous ? lowest : await levelOf(identity, by, lowest, prove)
  const level = levels.find((one) => one.level === proved)
  if (level === undefined)
    throw onlineCentreErrors.IDENTITY_LEVEL_UNKNOWN({
      level: asWord(proved),
      known: levels.map((one) => one.level),
    })
  if (level.files.includes(about)) return
  const enough = levels.filter(({ files }) => files.includes(about)).map((one) => one.level)
  throw onlineCentreErrors.IDENTITY_INSUFFICIENT({
    about,
    level: level.level,
    enough,
    otherWays: await otherWays(),
  })
}

const levelOf = async (
  claim: unknown,
  by: Actor,
  lowest: string,
  prove: IdentityProof | undefined,
): Promise<string> => {
  if (prove !== undefined) return await prove(claim, by)
  return by.kind === 'resident' ? 'account' : lowest
}
