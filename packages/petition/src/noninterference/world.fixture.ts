import type { Actor, Officer } from '@redress/core'
import { citizen, county, host, letter, neighbour, remedy, sections } from '../complaint/county.fixture.js'
import { accusationSteps, type HiddenNames } from './accusations.fixture.js'

/** What may be different from one comparison to the next; the same in both worlds of one. */
export interface Story {
  /** A complaint of the class, an accusation, a report of retaliation, or an accusation that was a complaint. */
  readonly kind: 'complaint' | 'accusation' | 'retaliation' | 'takenOver'
  /** Whom the sealed case accuses: a unit, who heads one, or somebody without a post. */
  readonly against: 'unit' | 'head' | 'person'
  /** Whether it says so from its filing on, or is found to be an accusation by those who sort it. */
  readonly sealed: 'atOnce' | 'later'
  readonly receiver: 'county-petition' | 'city-petition'
  /** How many steps of its later course it takes. */
  readonly course: number
  /** Days that pass between two steps of the town. */
  readonly days: readonly number[]
}

const officer = (id: string, unit: string, ...roles: readonly string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})
const everyDuty = [
  'petitionOfficer',
  'handler',
  'head',
  'recordsOfficer',
  'calendarAdministrator',
  'organizationAdministrator',
  'auditor',
]

/** Who must not learn of it, and somebody else who asks for them. */
export function observersOf({ against }: Story): readonly Actor[] {
  const outsiders: readonly Actor[] = [
    officer('friend', 'county-school', ...everyDuty),
    { kind: 'resident', id: 'friend' },
    { kind: 'anonymous' },
  ]
  if (against === 'person') {
    // At the desk that has the case, with every role.
    const accused = ['county-petition', 'city-petition', 'county-housing', 'county-water']
    return [...accused.map((unit) => officer('clerk', unit, ...everyDuty)), resident('clerk'), ...outsiders]
  }
  return [
    officer('water-head', 'county-water', ...everyDuty),
    officer('water-2', 'county-water', 'petitionOfficer'),
    officer('works-1', 'water-works', ...everyDuty),
    ...(against === 'head' ? [officer('water-head', 'county-petition', ...everyDuty)] : []),
    resident('water-head'),
    ...outsiders,
  ]
}

const resident = (id: string): Actor => ({ kind: 'resident', id })

const accusedIn = {
  unit: { units: ['county-water'] },
  head: { persons: ['water-head'] },
  person: { persons: ['clerk'] },
} as const

export interface World {
  readonly made: Awaited<ReturnType<typeof county>>
  /** The id of the sealed case; of none, in the world without it. */
  readonly hidden: string
  /** The id of the complaint that the sealed case was taken over from; of none otherwise. */
  readonly alsoHidden: string
  readonly hiddenNumber: string
  /** The other cases, by the order of their filing. */
  readonly others: readonly { readonly id: string; readonly code: string; readonly number: string }[]
}

/** A town with some cases of its own, and with or without a sealed accusation among them. */
export async function world(story: Story, withSealed: boolean): Promise<World> {
  const made = await county()
  const { platform, complaint, clock, today } = made
  const department = { level: 'county', type: 'department' }
  await platform.organizations.open(
    [
      { id: 'county-school', name: 'county-school', parent: 'county', ...department },
      { id: 'water-works', name: 'water-works', parent: 'county-water', ...department },
    ],
    host,
  )
  await platform.organizations.appoint({ unit: 'county-water', person: 'water-head', roles: ['head'] }, host)

  const others: { readonly id: string; readonly code: string; readonly number: string }[] = []
  const names: HiddenNames = {
    hidden: '01910000-0000-7000-8000-000000000000',
    alsoHidden: '01910000-0000-7000-8000-000000000001',
    hiddenNumber: 'XF20240801-00000000',
  }

  /** One step of the town, in both worlds at the same moment. */
  const open = async (by: Actor, unit: string, to?: string, ends = false) => {
    const id0 = by.kind === 'resident' ? by.id : 'r1'
    const phone = '13800000000'
    const filed = await complaint.file(
      { ...letter, unit, petitioners: [{ id: id0, name: '某某', phone }] },
      by,
    )
    const { state } = await complaint.register(filed.id, {}, host)
    await complaint.classify(filed.id, { class: 'appeal', route: 'petition' }, host)
    if (to !== undefined) {
      await complaint.refer(filed.id, { to, manner: 'transfer' }, host)
      await complaint.accept(filed.id, {}, host)
    }
    if (ends) await complaint.withdraw(filed.id, { reason: 'r', freely: true }, by)
    others.push({ id: filed.id, code: filed.receipt.queryCode, number: state.number ?? '' })
  }

  /** One step of the sealed case, where there is one. */
  const accused = accusedIn[story.against]
  const complaintSteps = [
    async () => {
      const { sealed, receiver } = story
      const filing = { ...letter, unit: receiver, channel: 'visit' as const, matter: 'bribes', area: 'town' }
      const { id } = await complaint.file(sealed === 'atOnce' ? { ...filing, accused } : filing, citizen)
      names.hidden = id
      names.hiddenNumber = (await complaint.register(id, {}, host)).state.number ?? ''
      if (sealed === 'later') await complaint.classify(id, { class: 'accusation', accused }, host)
    },
    () => complaint.refer(names.hidden, { to: 'city-discipline', manner: 'transfer' }, host),
    () => complaint.accept(names.hidden, {}, host),
    () => platform.personal.read(names.hidden, { purpose: 'handling' }, host),
    () => complaint.hearStatement(names.hidden, { on: today(), manner: 'phone', summary: 's' }, host),
    () => complaint.answer(names.hidden, { ...sections, outcome: 'explained', remedy }, host),
    () => complaint.deliver(names.hidden, { on: today(), manner: 'receipt', proof: 'p' }, host),
    () => complaint.close(names.hidden, { summary: 's' }, host),
  ]
  const sealedSteps =
    story.kind === 'complaint'
      ? complaintSteps
      : accusationSteps(story, made, accused, () => others[0]?.id ?? '', names)
  const townSteps = [
    () => open(citizen, 'county-petition', 'county-water'),
    () => open(neighbour, 'county-petition'),
    () => open({ kind: 'resident', id: 'water-head' }, 'county-water'),
    () => open(citizen, 'city-petition', 'county-housing'),
    () => open({ kind: 'resident', id: 'clerk' }, 'county-petition', 'county-water', true),
    () => open(neighbour, 'county-water', 'water-works'),
    () => platform.deadlines.tick(),
    () => open(citizen, 'county-petition'),
  ]
  for (const [n, step] of townSteps.entries()) {
    await step()
    clock.addDays(story.days[n] ?? 1)
    if (withSealed && n < story.course) await sealedSteps[n]?.()
    // Ids are made of the moment: two at one moment would count.
    clock.addDays(1 / 86_400)
  }
  await platform.deadlines.tick()
  await platform.audit.checkpoint(host)
  return { made, ...names, others }
}
