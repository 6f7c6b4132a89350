import type { Actor } from '../access/actor.js'
import type { CaseParties } from '../access/parties.js'
import { type Reason, reason } from '../access/reason.js'
import { accusesAnybody, isAccused, recusal } from '../access/rules.js'
import { coreErrors } from '../errors.js'
import type { Directory } from '../organization/directory.js'
import { isErased } from './custody.js'
import type { DecideContext } from './kind.js'
import type { AnyRecord } from './record.js'
import type { WiredCommand, WiredKind } from './wire.js'

/**
 * Refuses an actor who cannot give a command now. Who may not read the case hears only why it is not theirs, never how it stands;
 * of a case that accuses anybody, nothing at all.
 *
 * @throws CASE_NOT_FOUND, COMMAND_NOT_ALLOWED
 */
export function askCommand(
  kind: WiredKind,
  command: WiredCommand,
  record: AnyRecord,
  context: DecideContext,
): void {
  const { by, directory } = context
  const parties = kind.parties(record.state)
  const reasons = ask(command, record, parties, context)
  const accuses = accusesAnybody(parties.accused)
  if (reasons.length === 0 && !accuses) return
  const unread = record.version > 0 && !mayRead(kind, parties, by, directory)
  if (accuses && unread) throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id: record.id })
  if (reasons.length === 0) return
  const told = unread ? askAccess(command, parties, by, directory) : reasons
  throw coreErrors.COMMAND_NOT_ALLOWED({ command: command.label, reasons: told.length > 0 ? told : reasons })
}

/** Every reason why an actor cannot give a command now; empty if it can. The one place that decides. */
export function ask(
  command: WiredCommand,
  record: AnyRecord,
  parties: CaseParties,
  context: DecideContext,
): readonly Reason[] {
  const { status } = record.state
  const refused = askAccess(command, parties, context.by, context.directory)
  if (record.custody.restricted || isErased(record.custody)) return [...refused, isPutAway]
  const untimely = command.from.has(status) ? command.guard?.(record.state, context) : wrongStatus(status)
  return untimely === undefined ? refused : [...refused, untimely]
}

/** Why the command is not this actor's, whatever the state of the case. */
function askAccess(
  command: WiredCommand,
  parties: CaseParties,
  actor: Actor,
  directory: Directory,
): readonly Reason[] {
  const barred = recusal(actor, parties)
  const refused = command.access({ actor, parties, directory })
  if (barred === undefined && refused === undefined) return none
  return [barred, refused].filter((reason) => reason !== undefined)
}

const none: readonly Reason[] = Object.freeze([])

/**
 * Refuses a reader. A case that accuses anybody does not exist for those who may not read it: two answers would tell the accused,
 * who can ask as somebody else, that there is one.
 *
 * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED
 */
export function askRead(
  kind: WiredKind,
  id: string,
  parties: CaseParties,
  actor: Actor,
  directory: Directory,
): void {
  if (accusesAnybody(parties.accused)) {
    if (mayRead(kind, parties, actor, directory)) return
    throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id })
  }
  const reasons = readReasons(kind, parties, actor, directory)
  if (reasons.length > 0) throw coreErrors.READ_NOT_ALLOWED({ reasons })
}

/** Another case that an allowed command names must exist for the actor, though it need not be the actor's to read. @throws CASE_NOT_FOUND */
export function askNamed(
  kind: WiredKind,
  id: string,
  record: AnyRecord | undefined,
  actor: Actor,
  directory: Directory,
): void {
  const parties = record && kind.parties(record.state)
  const exists =
    parties !== undefined && (!accusesAnybody(parties.accused) || mayRead(kind, parties, actor, directory))
  if (!exists) throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id })
}

/** A result given again is given to whom it may still concern. @throws CASE_NOT_FOUND */
export function hideFromAccused(
  kind: WiredKind,
  { id, state }: AnyRecord,
  actor: Actor,
  directory: Directory,
): void {
  if (isAccused(actor, kind.parties(state).accused, directory))
    throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id })
}

/** Whether a reader may see a case, in a list as well as by itself. */
export function mayRead(kind: WiredKind, parties: CaseParties, actor: Actor, directory: Directory): boolean {
  return (
    !isAccused(actor, parties.accused, directory) && readReasons(kind, parties, actor, directory).length === 0
  )
}

function readReasons(
  kind: WiredKind,
  parties: CaseParties,
  actor: Actor,
  directory: Directory,
): readonly Reason[] {
  return [recusal(actor, parties), kind.read({ actor, parties, directory })].filter(
    (one) => one !== undefined,
  )
}

const isPutAway = reason(
  'RESTRICTED',
  'its records are restricted or erased',
  '该事项的个人信息已限制处理或已删除',
  '个人信息保护法 Art. 47',
)

function wrongStatus(status: string): Reason {
  return {
    code: 'STATUS',
    message: `it is not possible while the case is '${status}'`,
    zh: `当前状态（${status}）不允许此操作`,
  }
}
