import { parseInput } from '../case/input.js'
import { isPlatformError } from '../errors.js'
import type { OrganizationCommands } from './commands.js'
import { decideOrganization } from './decide.js'
import type { Directory } from './directory.js'
import type { OrganizationEvent } from './events.js'
import { createHistory, type OrganizationHistory } from './history.js'
import { organizationInputs, type ParsedCommands } from './input.js'
import type { Unit } from './unit.js'
import { directoryAt } from './view.js'

/** An organisation for tests: commands go straight from the decider into the fold. */
export interface GivenOrganization {
  readonly history: OrganizationHistory
  do<Command extends keyof ParsedCommands>(
    command: Command,
    input: OrganizationCommands[Command],
  ): readonly OrganizationEvent[]
  on(date: string): Directory
}

export function givenOrganization(...units: readonly Unit[]): GivenOrganization {
  const history = createHistory()
  const given: GivenOrganization = {
    history,
    do(command, input) {
      const events = decideOrganization[command](
        history,
        parseInput(command, organizationInputs[command], input),
      )
      for (const event of events) history.apply({ ...event, version: history.version + 1 })
      return events
    },
    on: (date) => directoryAt(history, date),
  }
  given.do('open', units)
  return given
}

export const unit = (id: string, parent?: string, more: Partial<Unit> = {}): Unit => ({
  id,
  name: id,
  level: 'county',
  type: 'government',
  ...(parent === undefined ? {} : { parent }),
  ...more,
})

/** Huai'an before 2016: a city with a bureau, and two districts with a bureau each. */
export const huaian: readonly Unit[] = [
  unit('city', undefined, { name: '淮安市', nameEn: "Huai'an City", level: 'city' }),
  unit('cityBureau', 'city', { type: 'department', level: 'city' }),
  unit('qinghe', 'city', { name: '清河区', code: '320802' }),
  unit('qingpu', 'city', { name: '清浦区', code: '320811' }),
  unit('qingheBureau', 'qinghe', { type: 'department', superior: 'cityBureau' }),
  unit('qingpuBureau', 'qingpu', { type: 'department', superior: 'cityBureau' }),
  unit('station', 'qingheBureau', { type: 'station', level: 'township' }),
  unit('street', 'qinghe', { level: 'township' }),
]

/** The code and details of the error that some work throws; a promise is not awaited. */
export function refusal(
  work: () => unknown,
): { readonly code: string; readonly details: object } | undefined {
  try {
    work()
  } catch (error) {
    if (isPlatformError(error)) return { code: error.code, details: error.details }
    throw error
  }
  return undefined
}

export const idsOf = (units: readonly Unit[]): readonly string[] => units.map(({ id }) => id)
