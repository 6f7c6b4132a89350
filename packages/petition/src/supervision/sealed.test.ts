import {
  type Actor,
  type CaseApi,
  createPlatform,
  definePlugin,
  isPlatformError,
  type Plugin,
} from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, letter, neighbour, staff, why } from '../complaint/county.fixture.js'
import type { ComplaintEvent } from '../complaint/events.js'
import { complaintKind } from '../complaint/kind.js'
import type { ComplaintTypes } from '../complaint/types.js'
import { defaultNumbering } from '../matter/numbering.js'
import { chain, closedCase, figures, officer, rulesWith, supervised } from './supervision.fixture.js'

const policy = { ...figures, escalation: chain }
const everyDuty = ['petitionOfficer', 'handler', 'head', 'recordsOfficer']

/** Whom the case accuses, who is below them, and somebody else who asks for them. */
const observers: readonly Actor[] = [
  officer('water-head', 'county-water', ...everyDuty),
  officer('wat', 'county-water', 'petitionOfficer'),
  officer('works', 'water-works', ...everyDuty),
  officer('friend', 'county-school', ...everyDuty),
  citizen,
  neighbour,
  { kind: 'anonymous' },
]

/** A town with late, idle and unexecuted cases, and with or without a sealed accusation that is all of it. */
async function world(withSealed: boolean) {
  const made = await supervised(policy)
  const { platform, complaint, clock, supervision } = made
  const department = { level: 'county', type: 'department' }
  await platform.organizations.open(
    [
      { id: 'county-school', name: 'county-school', parent: 'county', ...department },
      { id: 'water-works', name: 'water-works', parent: 'county-water', ...department },
    ],
    host,
  )
  const appoint: typeof platform.organizations.appoint = (...args) => platform.organizations.appoint(...args)
  await appoint({ unit: 'county-water', person: 'water-head', roles: ['head'] }, host)
  // Acts for the county too, and has a post in the accused department.
  await appoint({ unit: 'county-water', person: 'second', roles: ['handler'] }, host)
  for (let n = 0; n < 3; n++) {
    const { id } = await made.registered()
    await complaint.refer(id, { to: 'county-water', manner: 'transfer' }, staff.desk)
    if (n > 0) await complaint.accept(id, {}, host)
  }
  await closedCase(made)
  let hidden = '01910000-0000-7000-8000-000000000000'
  let matter = '01910000-0000-7000-8000-000000000001'
  if (withSealed) {
    const accused = { units: ['county-water'] }
    const { id } = await complaint.file({ ...letter, unit: 'county-petition', accused }, host)
    hidden = id
    await complaint.register(id, {}, host)
    await complaint.refer(id, { to: 'city-discipline', manner: 'transfer' }, host)
    const opened = { case: id, grounds: ['late'], text: 't', onBehalfOf: 'city' } as const
    matter = (await supervision.matters.open(opened, host)).id
    await supervision.matters.urge(matter, { text: 't', answerBy: '2024-08-05' }, host)
    await supervision.reportUrgent(
      { text: 't', case: id, onBehalfOf: 'city-discipline', also: ['city'] },
      host,
    )
  }
  clock.set('2024-12-01T00:00:00+08:00')
  await supervision.sweep(host)
  return { ...made, hidden, matter }
}

type World = Awaited<ReturnType<typeof world>>

/** Everything that somebody gets to know from supervision: results, and every word of every refusal. */
async function observe({ supervision, platform, hidden, matter }: World, by: Actor) {
  const period = { from: '2024-08-01', to: '2024-12-31' }
  const draw = { period, size: 100, seed: 's' }
  const input = { text: 't', answerBy: '2025-01-01' }
  const open = { grounds: ['late'], text: 't' } as const
  const queries = [{}, ...['county', 'city', 'county-water', 'city-discipline'].map((unit) => ({ unit }))]
  const calls: (() => Promise<unknown>)[] = [
    ...queries.flatMap((query) => [
      () => supervision.findings({ ...query, limit: 200 }, by),
      () => supervision.findings({ ...query, limit: 1 }, by),
      () => supervision.signals(query, by),
      () => supervision.signals({ ...query, limit: 1 }, by),
      () => supervision.agencies(query, by),
      () => supervision.escalations(query, by),
      () => supervision.escalations({ ...query, limit: 1 }, by),
      () => platform.cases.find({ ...query, kind: 'petition.supervision' }, by),
      () => platform.cases.find({ ...query, kind: 'petition.urgent-report' }, by),
      () => platform.cases.find({ ...query, kind: 'petition.escalation' }, by),
    ]),
    () => supervision.signals({ case: hidden }, by),
    () => supervision.signals({ case: matter }, by),
    () => supervision.sweep(by),
    () => supervision.matters.open({ ...open, case: hidden }, by),
    () => supervision.matters.get(matter, by),
    () => supervision.matters.actions(matter, by),
    () => supervision.matters.history(matter, by),
    () => supervision.matters.urge(matter, input, by),
    () => supervision.matters.urge(matter, input, by, { expectedVersion: 9 }),
    () => supervision.reportUrgent({ text: 't', case: hidden }, by),
    () => platform.personal.read(matter, { purpose: 'supervision' }, by),
    () => platform.deadlines.of(matter, by),
    () => supervision.sample({ ...draw, unit: 'county-petition' }, by),
    () => supervision.sample({ ...draw, unit: 'city-discipline' }, by),
  ]
  const seen: string[] = []
  for (const call of calls) {
    let answer: unknown
    try {
      answer = await call()
    } catch (error) {
      if (!isPlatformError(error)) throw error
      answer = { code: error.code, message: error.message, details: error.details }
    }
    seen.push(plain(JSON.stringify(answer), hidden, matter))
  }
  return seen
}

/** Without what chance makes: ids and numbers of each world, in the order in which they are seen. */
function plain(text: string, hidden: string, matter: string): string {
  const names = new Map<string, string>()
  return text
    .replaceAll(hidden, 'HIDDEN')
    .replaceAll(matter, 'MATTER')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|XF\d{8}-\w{8}/g, (id) => {
      if (!names.has(id)) names.set(id, `#${names.size}`)
      return names.get(id) ?? ''
    })
    .replaceAll(/"(hash|populationDigest|next)":"[^"]*"/g, '"$1":""')
}

describe('a sealed accusation', () => {
  it('is in nothing that supervision tells those whom it accuses, or who ask for them', async () => {
    for (const by of observers) {
      const [without, withSealed] = [
        await observe(await world(false), by),
        await observe(await world(true), by),
      ]
      expect(withSealed, JSON.stringify(by)).toEqual(without)
    }
  }, 120_000)

  it('is in what supervision tells those who may read it', async () => {
    const { supervision, hidden, matter } = await world(true)
    const by = officer('inspector', 'city', 'head')
    const { findings } = await supervision.findings({ limit: 200 }, by)
    const about = findings.filter((one) => one.case.id === hidden)
    expect(about.map(({ fact }) => fact.found)).toContain('lateDuty')
    expect(about[0]?.matters).toEqual([matter])
    expect((await supervision.matters.get(matter, staff.city)).state.case?.id).toBe(hidden)
    // Whoever has a second post in the accused department is of it, whatever the unit acted for.
    const second = officer('second', 'city', 'head')
    expect(await why(supervision.matters.get(matter, second))).toEqual(['CASE_NOT_FOUND'])
    const { notices } = await supervision.escalations({}, by)
    expect(notices.map((one) => one.case.id)).toContain(hidden)
  })
})

describe('a matter of supervision', () => {
  it('is sealed at once when its case is found to be an accusation', async () => {
    const { supervision, complaint, referred, platform } = await supervised()
    const { id: of } = await referred()
    const { id } = await supervision.matters.open({ case: of, grounds: ['late'], text: 't' }, staff.desk)
    const { state } = await supervision.reportUrgent({ text: 't', case: of }, staff.desk)
    expect((await supervision.matters.get(id, staff.housing)).state.status).toBe('open')
    const accused = { units: ['county-housing'] }
    await complaint.classify(of, { class: 'accusation', accused }, staff.housingDesk)
    await expect
      .poll(() => why(supervision.matters.get(id, staff.housing)).catch(() => 'open'))
      .toEqual(['CASE_NOT_FOUND'])
    const { items } = await platform.cases.find({ involving: 'county-housing' }, staff.housing)
    expect(items).toEqual([])
    expect((await supervision.matters.get(id, host)).state.accused).toMatchObject(accused)
    expect(state.accused.units).toEqual([])
  })

  it('is sealed by the sweep where another process has found it', async () => {
    const { supervision, complaint, referred, store, clock } = await supervised()
    const { id: of } = await referred()
    const { id } = await supervision.matters.open({ case: of, grounds: ['late'], text: 't' }, staff.desk)
    // A process that ends after the classification: in it nothing listens.
    const rules = [rulesWith(figures)]
    const bare = definePlugin<Plugin<'petition', { complaint: CaseApi<ComplaintTypes> }, ComplaintEvent>>({
      id: 'petition',
      requires: [],
      setup: (made) => ({
        complaint: made.addKind<ComplaintTypes>(complaintKind(rules, defaultNumbering)),
      }),
    })
    const deaf = createPlatform({ store, plugins: [bare], now: clock.now })
    const accused = { units: ['county-housing'] }
    await deaf.petition.complaint.classify(of, { class: 'accusation', accused }, staff.housingDesk)
    expect((await supervision.matters.get(id, staff.housing)).state.status).toBe('open')
    await supervision.sweep(host)
    expect(await why(supervision.matters.get(id, staff.housing))).toEqual(['CASE_NOT_FOUND'])
    expect((await complaint.get(of, host)).state.confidentiality).toBe('sealedAccusation')
  })

  it('on an accusation is sealed before anybody is named, and follows when somebody is', async () => {
    const { supervision, platform } = await supervised()
    const filing = { channel: 'letter', unit: 'city-discipline', title: '举报', text: '收受好处' } as const
    const { accusation } = platform.petition
    const unknown = { ...filing, accusedUnknown: true, anonymous: true }
    const { id: of } = await accusation.file(unknown, host)
    const { id } = await supervision.matters.open({ case: of, grounds: ['late'], text: 't' }, staff.city)
    expect(await why(supervision.matters.get(id, staff.water))).toEqual(['CASE_NOT_FOUND'])
    const inside = officer('inside', 'city-discipline', 'petitionOfficer')
    expect((await supervision.matters.get(id, inside)).state.case?.kind).toBe('petition.accusation')
    await accusation.register(of, { accused: { persons: ['inside'] } }, host)
    await expect
      .poll(() => why(supervision.matters.get(id, inside)).catch(() => 'open'))
      .toEqual(['CASE_NOT_FOUND'])
  })
})
