import { type Actor, checkActor } from '../access/actor.js'
import { createTurns } from '../case/turns.js'
import { dayNumber } from '../clock/local-date.js'
import { coreErrors, shown } from '../errors.js'
import type { Organizations } from './api.js'
import { createDirectories } from './directories.js'
import type { Directory } from './directory.js'
import type { OrganizationEvent } from './events.js'
import { createHistory, type HistoryEvent } from './history.js'
import type { ParsedCommands } from './input.js'
import { lineageOf } from './lineage.js'
import type { ChangePorts } from './record-change.js'

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

export function createOrganizations(ports: OrganizationPorts): OrganizationService {
  const history = createHistory()
  const directoryOn = createDirectories(history)

  const directory = (): Directory => directoryOn(ports.today())
  const refresh = async (): Promise<void> => {
    for (const event of await ports.load(history.version)) history.apply(event)
  }
  const recorder: ChangePorts = { ...ports, history, turns: createTurns(), refresh }

  const change =
    <Command extends keyof ParsedCommands>(command: Command) =>
    async (input: unknown, by: Actor): Promise<void> => {
      const actor = checkActor(by)
      // Loaded with the first change: most processes only read the organisation.
      const { recordChange } = await import('./record-change.js')
      await recordChange(recorder, command, input, actor)
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
