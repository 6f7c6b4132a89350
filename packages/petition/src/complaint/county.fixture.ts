import {
  type Actor,
  isPlatformError,
  memoryStore,
  type Officer,
  type PlatformError,
  type Store,
  type Unit,
} from '@redress/core'
import { testPlatform } from '@redress/core/testing'
import { type PetitionOptions, petition } from '../plugin.js'
import type { FileComplaint } from './commands/intake.js'

/** Signs with nothing: what it signs is not looked at here. */
const signer = { name: 'test', sign: async () => new Uint8Array(64).fill(1) }

/** A small city with both lines, for the tests of the petition plugin. */
const units: readonly Unit[] = [
  unit('city', 'city', 'government'),
  unit('city-petition', 'city', 'petitionOffice', 'city'),
  unit('city-housing', 'city', 'department', 'city'),
  unit('city-discipline', 'city', 'discipline', 'city'),
  unit('county', 'county', 'government', 'city'),
  unit('county-petition', 'county', 'petitionOffice', 'county', 'city-petition'),
  unit('county-housing', 'county', 'department', 'county'),
  unit('county-water', 'county', 'department', 'county'),
  unit('town', 'township', 'government', 'county'),
]

function unit(id: string, level: string, type: string, parent?: string, superior?: string): Unit {
  return {
    id,
    name: id,
    level,
    type,
    ...(parent === undefined ? {} : { parent }),
    ...(superior === undefined ? {} : { superior }),
  }
}

export const host: Actor = { kind: 'system', id: 'test' }
export const citizen: Actor = { kind: 'resident', id: 'r1' }
export const neighbour: Actor = { kind: 'resident', id: 'r2' }

const officer = (id: string, unit: string, ...roles: string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})

/** The staff that the tests speak of. */
export const staff = {
  desk: officer('desk', 'county-petition', 'petitionOfficer'),
  cityDesk: officer('city-desk', 'city-petition', 'petitionOfficer'),
  housingDesk: officer('housing-desk', 'county-housing', 'petitionOfficer'),
  housing: officer('hou', 'county-housing', 'handler'),
  housingHead: officer('housing-head', 'county-housing', 'head'),
  water: officer('wat', 'county-water', 'petitionOfficer', 'handler'),
  county: officer('county-head', 'county', 'head', 'handler', 'petitionOfficer'),
  city: officer('city-head', 'city', 'head', 'handler'),
  discipline: officer('dis', 'city-discipline', 'petitionOfficer', 'handler'),
} as const

export const letter: FileComplaint = {
  channel: 'online',
  unit: 'county-petition',
  title: '楼上漏水无人维修',
  text: '我家楼上水管漏水三个月，物业和房管部门都没有处理，请求尽快维修。',
  petitioners: [{ id: 'r1', name: '张某某', phone: '13800000000' }],
}

export const sections = {
  request: '维修漏水',
  facts: '经查，漏水属实，系公共管道老化。',
  opinion: '由物业于十五日内维修。',
  legalBasis: ['物业管理条例 Art. 55'],
}
export const remedy = { body: 'county', days: 30 }

export async function county(
  options: PetitionOptions = {},
  at = '2024-08-01T09:00:00+08:00',
  on: Store = memoryStore(),
) {
  const { platform, clock, store } = testPlatform({ plugins: [petition(options)], at, store: on, signer })
  await platform.organizations.open(units, host)
  await platform.organizations.appoint(
    { unit: 'county-housing', person: 'housing-head', roles: ['head'] },
    host,
  )
  const { complaint, inquiry } = platform.petition

  /** Files, registers and classifies a complaint as an ordinary appeal. */
  const registered = async (more: Partial<FileComplaint> = {}, by: Actor = citizen) => {
    const { id } = await complaint.file({ ...letter, ...more }, by)
    await complaint.register(id, { matter: 'housing' }, staff.desk)
    return await complaint.classify(id, { class: 'appeal', route: 'petition' }, staff.desk)
  }
  /** Sends a registered complaint to the housing department. */
  const referred = async (more: Partial<FileComplaint> = {}) => {
    const { id } = await registered(more)
    return await complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.desk)
  }
  const accepted = async (more: Partial<FileComplaint> = {}) => {
    const { id } = await referred(more)
    await complaint.accept(id, {}, staff.housingDesk)
    return await complaint.assign(id, { handler: 'hou' }, staff.housingDesk)
  }
  const today = () => new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const heard = async (id: string) =>
    await complaint.hearStatement(id, { on: today(), manner: 'phone', summary: '听取了陈述' }, staff.housing)
  const answered = async (outcome: 'supported' | 'explained' | 'notSupported' = 'explained') => {
    const { id } = await accepted()
    await heard(id)
    return await complaint.answer(id, { ...sections, outcome, remedy }, staff.housing)
  }
  const delivered = async (outcome: 'supported' | 'explained' | 'notSupported' = 'explained') => {
    const { id } = await answered(outcome)
    return await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'receipt 1' }, staff.housing)
  }
  const due = async (id: string, clockName: string) =>
    (await platform.deadlines.of(id, host)).findLast((one) => one.clock === clockName)

  /** What the petitioner reads in the vault of their own matter. */
  const own = (id: string, by: Actor = citizen) =>
    platform.personal.read(id, { purpose: 'ownMatter', reveal: ['name', 'phone', 'receipt'] }, by)
  const codeOf = async (id: string, by: Actor = citizen) => (await own(id, by)).receipt?.queryCode ?? ''

  return {
    platform,
    own,
    codeOf,
    clock,
    store,
    complaint,
    inquiry,
    registered,
    referred,
    accepted,
    heard,
    answered,
    delivered,
    today,
    due,
  }
}

export async function refusal(work: Promise<unknown>): Promise<PlatformError> {
  try {
    await work
  } catch (error) {
    if (isPlatformError(error)) return error
    throw error
  }
  throw new Error('it was not refused')
}

/** The reasons of a refused command, or the code of another error. */
export async function why(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await refusal(work)
  if (error.code !== 'COMMAND_NOT_ALLOWED') return [error.code]
  return (error.details as { reasons: { code: string }[] }).reasons.map((one) => one.code)
}
