import {
  anyOf,
  anyOfficer,
  type CaseKind,
  type CaseParties,
  type DecideTable,
  defineKind,
  nobodyAccused,
  superiorUnit,
  system,
  unitInCharge,
} from '@redress/core'
import { petitionRoles } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { receptionErrors } from '../errors.js'
import { hoursOf } from '../local-time.js'
import { centreInputs, type DescribeCentre } from './commands.js'
import {
  type Centre,
  type CentreContext,
  type CentreFacts,
  type CentreTypes,
  noCentre,
  noFacts,
} from './state.js'

const { petitionOfficer, head } = petitionRoles
const office = anyOf(system, superiorUnit(petitionOfficer, head), unitInCharge(petitionOfficer, head))
const stays = [] as const

/** The kind of case behind `platform.petition.receptionCentre.centre`. */
export function centreKind(rules: readonly PetitionRules[]): CaseKind<CentreTypes> {
  return defineKind<CentreTypes>({
    kind: 'petition.centre',
    initial: noCentre,
    opening: 'open',
    lifecycle: {
      new: { open: ['open'] },
      open: { change: stays, setWindow: stays, closeWindow: stays, close: ['closed'] },
      closed: {},
    },
    inputs: centreInputs,
    access: {
      open: anyOf(system, anyOfficer(petitionOfficer, head)),
      change: office,
      setWindow: office,
      closeWindow: office,
      close: office,
    },
    // Where and when people are received is for everybody (2022 Art. 18).
    read: () => undefined,
    decide: decideCentre,
    evolve: {
      'petition.centre-opened': (_, { on, ...facts }) => ({ ...facts, status: 'open', openedOn: on }),
      'petition.centre-changed': (_, facts) => facts,
      'petition.centre-window-set': ({ windows }, window) => {
        const n = windows.findIndex((one) => one.window === window.window)
        return { windows: n < 0 ? [...windows, window] : windows.with(n, window) }
      },
      'petition.centre-window-closed': ({ windows }, { window }) => ({
        windows: windows.filter((one) => one.window !== window),
      }),
      'petition.centre-closed': (_, { on, continuesAt }) => ({ status: 'closed', closedOn: on, continuesAt }),
    },
    rules,
    parties: centreParties,
    inbox: ({ status, level }) => ({
      number: undefined,
      title: '联合接访中心 · reception centre',
      open: status === 'open',
      facets: { level },
    }),
  })
}

/** Who runs a centre, and who staffs its windows. */
export function centreParties({ unit, windows }: Centre): CaseParties {
  return {
    unit,
    involved: [...new Set([unit, ...windows.map((one) => one.unit)])],
    petitioners: [],
    handlers: [],
    recused: [],
    accused: nobodyAccused,
  }
}

const decideCentre: DecideTable<CentreTypes> = {
  open: (_, input, context) => {
    const { directory, calendar, today } = context
    const { level } = directory.get(input.unit)
    checkOpener(input.unit, context)
    for (const { unit } of input.windows) directory.get(unit)
    const data = {
      ...noFacts,
      ...factsOf(input),
      hours: input.hours ?? hoursOf(calendar),
      unit: input.unit,
      level,
      windows: input.windows,
      on: today,
    }
    return [{ type: 'petition.centre-opened', data }]
  },
  change: (_, input) => {
    const data = factsOf(input)
    return Object.keys(data).length === 0 ? [] : [{ type: 'petition.centre-changed', data }]
  },
  setWindow: (_, window, { directory }) => {
    directory.get(window.unit)
    return [{ type: 'petition.centre-window-set', data: window }]
  },
  closeWindow: ({ windows }, { window }) => {
    const known = windows.map((one) => one.window)
    if (!known.includes(window)) throw receptionErrors.WINDOW_UNKNOWN({ window, known })
    if (known.length === 1) throw receptionErrors.WINDOW_LAST()
    return [{ type: 'petition.centre-window-closed', data: { window } }]
  },
  close: (_, { continuesAt }, { today }) => [
    { type: 'petition.centre-closed', data: { on: today, continuesAt } },
  ],
}

function checkOpener(unit: string, { by, directory }: CentreContext): void {
  if (by.kind !== 'officer' || by.unit === unit || directory.isSuperior(by.unit, unit)) return
  throw receptionErrors.CENTRE_OF_OTHERS({ unit })
}

/** The facts that an input names. */
function factsOf(input: DescribeCentre): Partial<CentreFacts> {
  const given = Object.entries(input).filter(([field, value]) => field in noFacts && value !== undefined)
  return Object.fromEntries(given)
}
