import type { Actor } from '../access/actor.js'
import { parseInput } from '../case/input.js'
import type { Turns } from '../case/turns.js'
import { coreErrors, isPlatformError } from '../errors.js'
import { decideOrganization } from './decide.js'
import type { OrganizationEvent } from './events.js'
import type { OrganizationHistory } from './history.js'
import { organizationInputs, type ParsedCommands } from './input.js'
import type { OrganizationPorts } from './organizations.js'

/** What recording a change takes. */
export interface ChangePorts extends Pick<OrganizationPorts, 'commit'> {
  readonly history: OrganizationHistory
  readonly turns: Turns
  readonly refresh: () => Promise<void>
}

/** How often a change is decided anew because another process was faster. */
const mostAttempts = 5

/** Checks and decides a change of the organisation on the whole of its history, and stores it. */
export async function recordChange<Command extends keyof ParsedCommands>(
  ports: ChangePorts,
  command: Command,
  input: unknown,
  actor: Actor,
): Promise<void> {
  const what = `organizations.${command}`
  checkAdministrator(what, actor)
  const parsed = parseInput(what, organizationInputs[command], input)
  const decide = () => decideOrganization[command](ports.history, parsed)
  // One after the other within this process, so that only other processes can be in the way.
  await ports.turns.take('organization', () => attempt(ports, decide, actor, mostAttempts))
}

async function attempt(
  ports: ChangePorts,
  decide: () => readonly OrganizationEvent[],
  actor: Actor,
  left: number,
): Promise<void> {
  const { history, refresh, commit } = ports
  await refresh()
  const expected = history.version
  const events = decide()
  if (events.length === 0) return
  try {
    await commit(events, expected, actor)
  } catch (error) {
    if (left <= 1 || !isPlatformError(error) || error.code !== 'VERSION_CONFLICT') throw error
    return attempt(ports, decide, actor, left - 1)
  }
  events.forEach((event, index) => {
    history.apply({ ...event, version: expected + index + 1 })
  })
}

const administrator = 'organizationAdministrator'

/** @throws COMMAND_NOT_ALLOWED */
function checkAdministrator(command: string, actor: Actor): void {
  if (actor.kind === 'system' || (actor.kind === 'officer' && actor.roles.includes(administrator))) return
  const reason = {
    code: 'ROLE_MISSING',
    message: `only the system, or an officer with the role ${administrator}, may change the organisation`,
    zh: '只有系统或组织管理员可以变更组织机构',
  }
  throw coreErrors.COMMAND_NOT_ALLOWED({ command, reasons: [reason] })
}
