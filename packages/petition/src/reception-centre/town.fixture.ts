import type { Actor, Officer, Store } from '@redress/core'
import { county, host, staff } from '../complaint/county.fixture.js'
import type { PetitionOptions } from '../plugin.js'
import type { OpenCentre } from './centre/commands.js'
import type { BookVisit, WalkIn } from './visit/commands/arrival.js'

/** A Thursday, a working day, within the hours of the calendar. */
export const thursday = '2024-08-01'
export const friday = '2024-08-02'

const officer = (id: string, unit: string, ...roles: readonly string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})

export const people = {
  desk: staff.desk,
  housing: officer('hou', 'county-housing', 'handler'),
  water: officer('wat', 'county-water', 'handler'),
  school: officer('sch', 'county-school', 'petitionOfficer'),
  county: officer('county-head', 'county', 'head', 'petitionOfficer'),
  cityDesk: staff.cityDesk,
} as const

export const centreOfCounty: OpenCentre = {
  unit: 'county-petition',
  name: '某县信访联合接访中心',
  address: '某路 1 号',
  phone: '0517-12363',
  windows: [
    { window: '1', name: '综合窗口', unit: 'county-petition', services: ['来访登记'], appointments: 2 },
    {
      window: 'housing',
      name: '住房和城乡建设局',
      unit: 'county-housing',
      services: ['房屋'],
      appointments: 5,
    },
    { window: 'water', name: '水务局', unit: 'county-water', services: ['供水'], appointments: 0 },
  ],
  languages: ['zh', 'en'],
  help: ['signLanguage', 'wheelchair', 'scribe'],
}

export const zhang = { id: 'r1', name: '张某某', phone: '13800000000' }
export const said = '我家楼上水管漏水三个月，没有人来修。'

/** A county with a centre, on a Thursday at nine. */
export async function town(options: PetitionOptions = {}, at = `${thursday}T09:00:00+08:00`, store?: Store) {
  return await withCentre(await county(options, at, store))
}

/** Opens a centre in the county of the tests. */
export async function withCentre(made: County) {
  const { platform } = made
  if ((await platform.organizations.current()).unit('county-school') === undefined) {
    const school = { id: 'county-school', name: 'county-school', level: 'county', type: 'department' }
    await platform.organizations.open({ ...school, parent: 'county' }, host)
  }
  await platform.organizations.appoint(
    [
      { unit: 'county', person: 'county-head', roles: ['head'] },
      { unit: 'county', person: 'vice', roles: ['head'] },
      { unit: 'county-housing', person: 'hou', roles: ['handler'] },
      { unit: 'county-petition', person: 'desk', roles: ['petitionOfficer'] },
    ],
    host,
  )
  const reception = platform.petition.receptionCentre
  const { visit } = reception
  const { id: centre } = await reception.centre.open(centreOfCounty, people.desk)

  const booked = async (more: Partial<BookVisit> = {}, by: Actor = { kind: 'resident', id: 'r1' }) =>
    await visit.book({ centre, on: thursday, half: 'morning', petitioners: [zhang], ...more }, by)
  /** Made by the desk for whoever calls. */
  const bookedByDesk = async (more: Partial<BookVisit> = {}) =>
    await booked({ petitioners: [{ name: '张某某' }], ...more }, people.desk)
  const waiting = async (more: Partial<WalkIn> = {}, by: Actor = people.desk) =>
    await visit.walkIn({ centre, petitioners: [zhang], ...more }, by)
  const called = async (more: Partial<WalkIn> = {}) => {
    const { id } = await waiting(more)
    return await visit.call(id, { outOfTurn: '测试' }, people.desk)
  }
  const received = async (more: Partial<WalkIn> = {}) => {
    const { id } = await called(more)
    return await visit.receive(id, {}, people.desk)
  }
  const heard = async (more: Partial<WalkIn> = {}) => {
    const { id } = await received(more)
    return await visit.record(id, { text: said, readBack: { outcome: 'confirmed' } }, people.desk)
  }
  const minutes = (n: number) => made.clock.set(new Date(made.clock.now() + n * 60_000).toISOString())
  return {
    ...made,
    reception,
    visit,
    centre,
    booked,
    bookedByDesk,
    waiting,
    called,
    received,
    heard,
    minutes,
  }
}

export type County = Awaited<ReturnType<typeof county>>
export type Town = Awaited<ReturnType<typeof withCentre>>

export { host }
