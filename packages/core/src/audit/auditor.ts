import type { Actor } from '../access/actor.js'
import { reason } from '../access/reason.js'
import { coreErrors } from '../errors.js'

/** @throws COMMAND_NOT_ALLOWED */
export function checkAuditor(actor: Actor, command: string): void {
  if (actor.kind === 'system' || (actor.kind === 'officer' && actor.roles.includes('auditor'))) return
  throw coreErrors.COMMAND_NOT_ALLOWED({ command, reasons: [notAuditor] })
}

const notAuditor = reason(
  'NOT_AUDITOR',
  'only the system or an auditor may do this',
  '只有系统或审计员可以操作',
)
