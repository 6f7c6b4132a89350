import { type Actor, checkActor } from '../access/actor.js'
import { parseInput } from '../case/input.js'
import { createTurns } from '../case/turns.js'
import { dayNumber } from '../clock/local-date.js'
import { coreErrors, isPlatformError, shown } from '../errors.js'
import type { Organizations } from './api.js'
import { createDirectories } from './directories.js'
import type { Directory } from './directory.js'
import type { OrganizationEvent } from './events.js'
import { createHistory, type HistoryEvent } from './history.js'
import type { ParsedCommands } from './input.js'
import { lineageOf } from './lineage.js'

export type { Organizations } from './api.js'

/** What the organisation needs from the rest of core. */
export interface OrganizationPorts {
  /** The events of the organisation's stream after a version, in order. Versions count from 1 without gaps. */
  load(after: number): Promise<readonly HistoryEvent[]>
  /** Stores events. @throws VERSION_CONFLICT */
  commit(events: readonly OrganizationEvent[], expectedVersion: number, by: Actor): Promise<void>
  /** The local date of today. */
  today(): string
}

export interface OrganizationService {
  readonly api: Organizations
  /** The organisation of today, as far as it has been read. */
  readonly directory: () => Directory
  /** Reads what has been recorded since. */
  readonly refresh: () => Promise<void>
}

/** How often a change is decided anew because another process was faster. */
const attempts = 5

export function createOrganizations(ports: OrganizationPorts): OrganizationService {
  const history = createHistory()
  const directoryOn = createDirectories(history)
  const turns = createTurns()

  const directory = (): Directory => directoryOn(ports.today())
  const refresh = async (): Promise<void> => {
    for (const event of await ports.load(history.version)) history.apply(event)
  }

  const attempt = async (
    decide: () => readonly OrganizationEvent[],
    by: Actor,
    left: number,
  ): Promise<void> => {
    await refresh()
    const expected = history.version
    const events = decide()
    if (events.length === 0) return
    try {
      await ports.commit(events, expected, by)
    } catch (error) {
      if (left <= 1 || !isPlatformError(error) || error.code !== 'VERSION_CONFLICT') throw error
      return attempt(decide, by, left - 1)
    }
    events.forEach((event, index) => {
      history.apply({ ...event, version: expected + index + 1 })
    })
  }

  const change =
    <Command extends keyof ParsedCommands>(command: Command) =>
    async (input: unknown, by: Actor): Promise<void> => {
      const what = `organizations.${command}`
      const actor = checkAdministrator(what, by)
      // Loaded with the first change: most processes only read the organisation.
      const [{ decideOrganization }, { organizationInputs }] = await Promise.all([
        import('./decide.js'),
        import('./input.js'),
      ])
      const parsed = parseInput(what, organizationInputs[command], input)
      const decide = () => decideOrganization[command](history, parsed)
      // One after the other within this process, so that only other processes can be in the way.
      await turns.take('organization', () => attempt(decide, actor, attempts))
    }

  const current = async (): Promise<Directory> => {
    await refresh()
    return directory()
  }

  const api: Organizations = {
    open: change('open'),
    rename: change('rename'),
    move: change('move'),
    merge: change('merge'),
    split: change('split'),
    close: change('close'),
    appoint: change('appoint'),
    dismiss: change('dismiss'),
    assignResponsibility: change('assignResponsibility'),
    revokeResponsibility: change('revokeResponsibility'),
    current,
    async asOf(date) {
      dayNumber(date)
      await refresh()
      return directoryOn(date)
    },
    async actor(person, unit) {
      const post = (await current()).posts(unit).find((one) => one.person === person)
      if (post === undefined) throw coreErrors.POST_UNKNOWN({ unit: shown(unit), person: shown(person) })
      return { kind: 'officer', id: person, unit, roles: post.roles }
    },
    async lineage(unit) {
      await refresh()
      const record = history.units.get(unit)
      if (record === undefined) throw coreErrors.UNIT_UNKNOWN({ unit: shown(unit), on: ports.today() })
      return lineageOf(record)
    },
  }
  return { api, directory, refresh }
}

const administrator = 'organizationAdministrator'

/** @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED */
function checkAdministrator(command: string, by: Actor): Actor {
  const actor = checkActor(by)
  if (actor.kind === 'system' || (actor.kind === 'officer' && actor.roles.includes(administrator)))
    return actor
  const reason = {
    code: 'ROLE_MISSING',
    message: `only the system, or an officer with the role ${administrator}, may change the organisation`,
    zh: '只有系统或组织管理员可以变更组织机构',
  }
  throw coreErrors.COMMAND_NOT_ALLOWED({ command, reasons: [reason] })
}
