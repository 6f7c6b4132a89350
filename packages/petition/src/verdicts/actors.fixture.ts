import type { Actor, Officer } from '@redress/core'
import { citizen, host, neighbour } from '../complaint/county.fixture.js'
import type { Sort, TheCase } from './cases.fixture.js'

const everyDuty = ['petitionOfficer', 'handler', 'head', 'recordsOfficer']

/** The units above those of the tests, on the territorial line. */
const above: Readonly<Record<string, string>> = {
  'county-petition': 'county',
  'county-housing': 'county',
  county: 'city',
}

const officer = (id: string, unit: string, ...roles: readonly string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})

const officerOf = (id: string, unit: string | undefined, ...roles: readonly string[]): Officer | undefined =>
  unit === undefined ? undefined : officer(id, unit, ...roles)

/** Who asks: a column of the page. Nobody where no such unit exists for the case. */
export interface Column {
  readonly title: string
  readonly who: (of: TheCase) => Actor | undefined
}

const column = (title: string, who: Column['who']): Column => ({ title, who })

const everybody: readonly Column[] = [
  column('nobody known', () => ({ kind: 'anonymous' })),
  column('another resident', () => neighbour),
  column('petitioner', () => citizen),
  column('desk', ({ state }) => officer('desk-1', state.unit, 'petitionOfficer')),
  column('handler', ({ state }) => officer('hou', state.unit, 'handler')),
  column('head', ({ state }) => officer('head-1', state.unit, 'head')),
  column('colleague', ({ state }) => officer('plain-1', state.unit)),
  column('records', ({ state }) => officer('records-1', state.unit, 'recordsOfficer')),
  column('unit above', ({ state }) => officerOf('above-1', above[state.unit], 'petitionOfficer', 'head')),
  column('unit above, no role', ({ state }) => officerOf('above-2', above[state.unit])),
  column('earlier unit', ({ state }) =>
    officerOf(
      'earlier-1',
      state.involved.find((unit) => unit !== state.unit),
      'petitionOfficer',
      'head',
    ),
  ),
  column('petition office above', () => officer('office-1', 'city-petition', 'petitionOfficer', 'head')),
  column('other unit', () => officer('other-1', 'county-school', ...everyDuty)),
  column('system', () => host),
]

const accused: readonly Column[] = [
  column('accused unit', () => officer('water-1', 'county-water', ...everyDuty)),
  column('unit below it', () => officer('works-1', 'water-works', ...everyDuty)),
  column('accused, at the desk', ({ state }) => officer('wu', state.unit, ...everyDuty)),
  column('accused, privately', () => ({ kind: 'resident', id: 'wu' })),
]

export function columnsOf(sort: Sort): readonly Column[] {
  return sort === 'sealed' ? [...everybody.slice(0, -1), ...accused, ...everybody.slice(-1)] : everybody
}

/** Who asks for what concerns no single case. */
export const platformColumns: readonly (readonly [title: string, who: Actor])[] = [
  ['nobody known', { kind: 'anonymous' }],
  ['resident', citizen],
  ['officer', officer('plain-1', 'county-petition')],
  ['petition officer', officer('desk-1', 'county-petition', 'petitionOfficer')],
  ['head', officer('head-1', 'county', 'head')],
  ['records', officer('records-1', 'county-petition', 'recordsOfficer')],
  ['organisation administrator', officer('admin-1', 'county', 'organizationAdministrator')],
  ['calendar administrator', officer('calendar-1', 'county', 'calendarAdministrator')],
  ['auditor', officer('auditor-1', 'county', 'auditor')],
  ['system', host],
]
