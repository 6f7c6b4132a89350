import type { Actor, Officer, Store, Unit } from '@redress/core'
import { county, host } from '../complaint/county.fixture.js'
import type { PetitionOptions } from '../plugin.js'
import type { FileAccusation } from './commands/intake.js'

const officer = (id: string, unit: string, ...roles: readonly string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})

/** The staff that the tests speak of. */
export const people = {
  desk: officer('desk', 'county-petition', 'petitionOfficer'),
  discipline: officer('dis-desk', 'county-discipline', 'petitionOfficer'),
  investigator: officer('inv-1', 'county-discipline', 'handler'),
  colleague: officer('inv-2', 'county-discipline', 'handler'),
  disciplineHead: officer('dis-head', 'county-discipline', 'head'),
  cityDiscipline: officer('city-dis', 'city-discipline', 'petitionOfficer', 'head'),
  personnel: officer('per', 'city-organization', 'petitionOfficer'),
  housingDesk: officer('housing-desk', 'county-housing', 'petitionOfficer', 'head'),
  /** Of the unit that is accused, with every duty. */
  water: officer('water-1', 'county-water', 'petitionOfficer', 'handler', 'head', 'recordsOfficer'),
} as const

export const accuser: Actor = { kind: 'resident', id: 'r1' }
export const nobody: Actor = { kind: 'anonymous' }

export const charge: FileAccusation = {
  channel: 'online',
  unit: 'county-petition',
  title: '水务局收受好处',
  text: '我局在招标中收受某公司好处。',
  evidence: ['upload-1 sha256:abc', 'upload-2 sha256:def'],
  accused: { units: ['county-water'], persons: ['wu'] },
  accusers: [{ id: 'r1', name: '张某某', phone: '13800000000' }],
}

export const anonymousCharge: FileAccusation = { ...charge, accusers: undefined, anonymous: true }

const department = { level: 'county', type: 'department' }
const units: readonly Unit[] = [
  { id: 'county-discipline', name: '县纪委监委', level: 'county', type: 'discipline', parent: 'county' },
  { id: 'county-school', name: 'county-school', parent: 'county', ...department },
  { id: 'water-works', name: 'water-works', parent: 'county-water', ...department },
  { id: 'city-organization', name: 'city-organization', level: 'city', type: 'department', parent: 'city' },
]

type County = Awaited<ReturnType<typeof county>>

/** The county of the complaint's tests, with discipline bodies at both levels and a personnel department. */
export async function town(options?: PetitionOptions, store?: Store) {
  return await withAccusations(await county(options, undefined, store))
}

/** Some county of tests, with what accusations need there. */
export async function withAccusations(made: County) {
  const { platform, today } = made
  const known = await platform.organizations.current()
  for (const unit of units) if (!known.knows(unit.id)) await platform.organizations.open(unit, host)
  const post = (unit: string, person: string, ...roles: readonly string[]) => ({ unit, person, roles })
  await platform.organizations.appoint(
    [
      post('county-water', 'water-head', 'head'),
      post('county-discipline', 'inv-1', 'handler'),
      post('county-discipline', 'dis-head', 'head'),
    ],
    host,
  )
  const { accusation, retaliation } = platform.petition

  const filed = (more: Partial<FileAccusation> = {}, by: Actor = accuser) =>
    accusation.file({ ...charge, ...more }, by)
  const registered = async (more?: Partial<FileAccusation>, by?: Actor) => {
    const { id } = await filed(more, by)
    return await accusation.register(id, {}, people.desk)
  }
  const routed = async (more?: Partial<FileAccusation>, by?: Actor) => {
    const { id } = await registered(more, by)
    return await accusation.route(id, { to: 'county-discipline' }, people.desk)
  }
  const accepted = async (more?: Partial<FileAccusation>, by?: Actor) => {
    const { id } = await routed(more, by)
    return await accusation.accept(id, {}, people.discipline)
  }
  const investigating = async (more?: Partial<FileAccusation>, by?: Actor) => {
    const { id } = await accepted(more, by)
    return await accusation.investigate(id, { investigators: ['inv-1'] }, people.disciplineHead)
  }
  const concluded = async (more?: Partial<FileAccusation>, outcome: 'found' | 'clarified' = 'found') => {
    const { id } = await investigating(more)
    return await accusation.conclude(id, { outcome, findings: '经核查' }, people.investigator)
  }
  const told = async (more?: Partial<FileAccusation>) => {
    const { id } = await concluded(more)
    const telling = { on: today(), manner: 'phone', proof: 'call 1', answer: '反映的问题属实。' } as const
    return await accusation.feedBack(id, telling, people.investigator)
  }
  return {
    ...made,
    /** A complaint that the housing department handles. */
    pendingComplaint: () => made.accepted(),
    accusation,
    retaliation,
    filed,
    registered,
    routed,
    accepted,
    investigating,
    concluded,
    told,
  }
}

export type Town = Awaited<ReturnType<typeof withAccusations>>
