import type { Actor } from '../access/actor.js'
import type { CaseParties } from '../access/parties.js'
import type { Reason } from '../access/reason.js'
import { isAccused, recusal } from '../access/rules.js'
import { coreErrors } from '../errors.js'
import type { Directory } from '../organization/directory.js'
import type { DecideContext } from './kind.js'
import type { AnyRecord } from './record.js'
import type { WiredCommand, WiredKind } from './wire.js'

/** Every reason why an actor cannot give a command now; empty if it can. The one place that decides. */
export function ask(
  command: WiredCommand,
  record: AnyRecord,
  parties: CaseParties,
  context: DecideContext,
): readonly Reason[] {
  const actor = context.by
  const { status } = record.state
  const barred = recusal(actor, parties)
  const refused = command.access({ actor, parties, directory: context.directory })
  const untimely = command.from.has(status) ? command.guard?.(record.state, context) : wrongStatus(status)
  if (barred === undefined && refused === undefined && untimely === undefined) return none
  return [barred, refused, untimely].filter((reason) => reason !== undefined)
}

const none: readonly Reason[] = Object.freeze([])

/** Refuses a reader. The accused get the answer that a case which does not exist gets. */
export function askRead(
  kind: WiredKind,
  id: string,
  parties: CaseParties,
  actor: Actor,
  directory: Directory,
): void {
  hideFromAccused(kind, id, parties, actor, directory)
  const reasons = [recusal(actor, parties), kind.read({ actor, parties, directory })].filter(
    (one) => one !== undefined,
  )
  if (reasons.length > 0) throw coreErrors.READ_NOT_ALLOWED({ reasons })
}

export function hideFromAccused(
  kind: WiredKind,
  id: string,
  parties: CaseParties,
  actor: Actor,
  directory: Directory,
): void {
  const { persons, units } = parties.accused
  if (persons.length === 0 && units.length === 0) return
  if (isAccused(actor, parties.accused, directory)) throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id })
}

function wrongStatus(status: string): Reason {
  return {
    code: 'STATUS',
    message: `it is not possible while the case is '${status}'`,
    zh: `当前状态（${status}）不允许此操作`,
  }
}
