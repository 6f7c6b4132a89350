import type { Actor, CaseParties, Officer } from '@redress/core'
import { citizen, host, neighbour } from '../complaint/county.fixture.js'
import { resident } from '../suggestion/town.fixture.js'

/** What a call is about, as its verdict goes by it: of a case who stands in what relation to it, else the unit that is named. */
export interface Subject extends Pick<CaseParties, 'unit' | 'involved' | 'petitioners' | 'handlers'> {
  /** The unit directly above the one in charge. */
  readonly above: string | undefined
}

/** Who asks: a column of the table of a room. */
export interface RoomColumn {
  readonly title: string
  readonly who: (about: Subject) => Actor | undefined
}

const column = (title: string, who: RoomColumn['who']): RoomColumn => ({ title, who })
const everyDuty = ['petitionOfficer', 'handler', 'head', 'recordsOfficer']

const officer = (id: string, unit: string | undefined, ...roles: readonly string[]): Officer | undefined =>
  unit === undefined ? undefined : { kind: 'officer', id, unit, roles }

const nobody = column('nobody known', () => ({ kind: 'anonymous' }))
const stranger = column('another resident', () => neighbour)
const author = (title: string) =>
  column(title, ({ petitioners }) => ({ kind: 'resident', id: petitioners[0] ?? 'r1' }))
const inCharge: readonly RoomColumn[] = [
  column('desk', ({ unit }) => officer('desk-1', unit, 'petitionOfficer')),
  column('handler', ({ unit, handlers }) => officer(handlers[0] ?? 'handler-1', unit, 'handler')),
  column('head', ({ unit }) => officer('head-1', unit, 'head')),
  column('colleague', ({ unit }) => officer('plain-1', unit)),
]
const otherPart = column('unit with a part', ({ unit, involved }) =>
  officer(
    'part-1',
    involved.find((one) => one !== unit),
    'petitionOfficer',
    'head',
  ),
)
const records = column('records', ({ unit }) => officer('records-1', unit, 'recordsOfficer'))
const above = column('unit above', ({ above: unit }) => officer('above-1', unit, 'petitionOfficer', 'head'))
const other = column('other unit', () => officer('other-1', 'county-school', ...everyDuty))
const system = column('system', () => host)
const accused: readonly RoomColumn[] = [
  column('accused unit', () => officer('water-1', 'county-water', ...everyDuty)),
  column('accused, at the desk', ({ unit }) => officer('wu', unit, ...everyDuty)),
  column('accused, privately', () => ({ kind: 'resident', id: 'wu' })),
]
const fixed = (title: string, id: string, unit: string, ...roles: readonly string[]): RoomColumn =>
  column(title, () => officer(id, unit, ...roles))

const usual = [nobody, stranger, author('author'), ...inCharge, records, otherPart, above, other]

/** The columns of each room. */
export const roomColumns = {
  accusation: [...usual, ...accused, system],
  suggestion: [...usual, column('supporter', () => resident(1)), system],
  supervision: [
    nobody,
    column('petitioner', () => citizen),
    ...inCharge,
    records,
    above,
    fixed('office', 'desk', 'county-petition', 'petitionOfficer'),
    fixed('its head', 'office-head', 'county-petition', 'head'),
    fixed('its colleague', 'office-plain', 'county-petition'),
    fixed('office above', 'city-desk', 'city-petition', 'petitionOfficer', 'head'),
    fixed('city', 'city-head', 'city', 'head'),
    other,
    system,
  ],
  receptionCentre: [
    nobody,
    stranger,
    author('visitor'),
    ...inCharge,
    fixed('window of another unit', 'hou', 'county-housing', 'handler'),
    fixed('leader', 'vice', 'county', 'head'),
    above,
    other,
    system,
  ],
  onlineCentre: [...usual, system],
  feedback: [...usual, system],
  notices: [...usual, system],
  analysis: [
    nobody,
    stranger,
    fixed('desk', 'desk', 'county-petition', 'petitionOfficer'),
    fixed('colleague', 'plain', 'county-petition'),
    fixed('unit below', 'housing-head', 'county-housing', 'head', 'handler'),
    fixed('its government', 'county-head', 'county', 'head'),
    fixed('unit above', 'city-head', 'city', 'head'),
    other,
    system,
  ],
} as const satisfies Readonly<Record<string, readonly RoomColumn[]>>

export type Room = keyof typeof roomColumns
