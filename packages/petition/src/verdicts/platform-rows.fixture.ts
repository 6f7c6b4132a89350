import type { Actor } from '@redress/core'
import type { Town } from './cases.fixture.js'

/** What concerns the organisation, the calendars or every case at once: a row of the second table. */
export interface PlatformRow {
  readonly method: string
  /** @param n another number for each call, where something must be new */
  readonly call: (made: Town, by: Actor, n: number) => Promise<unknown>
}

const row = (method: string, call: PlatformRow['call']): PlatformRow => ({ method, call })
const on = '2024-08-02'
const part = (id: string) => ({ id, name: id, level: 'township', type: 'street' })

/** Units for one call, opened by the host, so that each call has something of its own to change. */
async function fresh({ platform }: Town, ...ids: readonly string[]): Promise<void> {
  await platform.organizations.open(ids.map(part), { kind: 'system', id: 'test' })
}

const host: Actor = { kind: 'system', id: 'test' }

export const platformRows: readonly PlatformRow[] = [
  row('organizations.open', ({ platform }, by, n) => platform.organizations.open(part(`open-${n}`), by)),
  row('organizations.rename', ({ platform }, by) =>
    platform.organizations.rename({ unit: 'town', name: 'town', on }, by),
  ),
  row('organizations.move', ({ platform }, by) =>
    platform.organizations.move({ unit: 'town', parent: 'county', on }, by),
  ),
  row('organizations.merge', async (made, by, n) => {
    await fresh(made, `merge-${n}`)
    await made.platform.organizations.merge({ from: [`merge-${n}`], into: 'town', on }, by)
  }),
  row('organizations.split', async (made, by, n) => {
    await fresh(made, `split-${n}`)
    const into = [part(`split-${n}-a`), part(`split-${n}-b`)]
    await made.platform.organizations.split({ unit: `split-${n}`, into, on }, by)
  }),
  row('organizations.close', async (made, by, n) => {
    await fresh(made, `close-${n}`)
    await made.platform.organizations.close({ unit: `close-${n}`, on }, by)
  }),
  row('organizations.appoint', ({ platform }, by, n) =>
    platform.organizations.appoint({ unit: 'town', person: `person-${n}`, roles: ['head'] }, by),
  ),
  row('organizations.dismiss', async ({ platform }, by, n) => {
    const post = { unit: 'town', person: `leaver-${n}` }
    await platform.organizations.appoint({ ...post, roles: [] }, host)
    await platform.organizations.dismiss({ ...post, on }, by)
  }),
  row('organizations.assignResponsibility', ({ platform }, by, n) =>
    platform.organizations.assignResponsibility({ matter: `m-${n}`, area: 'town', unit: 'town' }, by),
  ),
  row('organizations.revokeResponsibility', async ({ platform }, by, n) => {
    const line = { matter: `r-${n}`, area: 'town' }
    await platform.organizations.assignResponsibility({ ...line, unit: 'town' }, host)
    await platform.organizations.revokeResponsibility({ ...line, on }, by)
  }),
  row('calendars.announce', ({ platform }, by) =>
    platform.calendars.announce('cn', { holidays: ['2024-12-30'], workdays: [], source: 'test' }, by),
  ),
  row('deadlines.rehearse', async ({ platform }, by) => {
    const { cn2022 } = await import('../rules/cn-2022.js')
    for await (const _ of platform.deadlines.rehearse(cn2022, by));
  }),
  row('audit.checkpoint', ({ platform }, by) => platform.audit.checkpoint(by)),
  row('audit.checkpoints', async ({ platform }, by) => {
    await platform.audit.checkpoints(by)
  }),
  row('audit.verify', ({ platform }, by) => platform.audit.verify({}, by)),
  row('personal.rotate', async ({ platform }, by) => {
    await platform.personal.rotate(by)
  }),
  row('retention.sweep', async ({ platform }, by) => {
    await platform.retention.sweep(by)
  }),
]

/** Methods that take no actor: for the host's own code, which decides who reaches them. */
export const hostMethods: Readonly<Record<string, string>> = {
  'organizations.asOf': 'what is public: units, posts, responsibilities',
  'organizations.current': 'the same, of today',
  'organizations.actor': 'makes the actor of a person whose identity the host has proved',
  'organizations.lineage': 'what is public: the life of a unit',
  'deadlines.tick': 'a timer; answers with numbers and ids of cases that failed',
  'events.on': 'listeners of the host hear every event, without names and texts',
  'subscriptions.add': 'subscribers of the host hear every event, without names and texts',
  'views.building': 'names of views',
  'views.rebuild': 'at the start of a process',
  'petition.complaint.prepareDuplicates': 'at the start of a process; answers with numbers',
  'petition.inquiry.track':
    'whoever holds the query code of the matter; the limit of attempts is asked first',
  'petition.inquiry.news':
    'at the start of a process; writes to those who asked for news, and only that there are some',
  'petition.feedback.evaluateByCode': 'whoever holds the query code; the limit of attempts is asked first',
  'petition.accusation.supplementByCode':
    'whoever holds the query code; the limit of attempts is asked first; shows nothing',
  'petition.suggestion.published': 'what an office has published, in its own words',
  'petition.suggestion.readPublished': 'the same of one suggestion',
  'petition.suggestion.recordDuties': 'a timer; answers with numbers and ids',
  'petition.suggestion.calls.published': 'what an office has published',
  'petition.analysis.publicReport': 'a year that is over, with small counts kept back',
  'petition.notices.document': 'sets a model that somebody has read for a purpose',
  'petition.notices.render': 'the same, in the shape of the host',
  'petition.notices.texts.text': 'the words of the library',
  'petition.notices.texts.date': 'a date in words',
  'petition.notices.texts.error': 'an error in words',
  'petition.receptionCentre.published': 'what must be public of a centre',
  'petition.receptionCentre.display': 'the display of the hall: ticket numbers and windows',
  'petition.onlineCentre.validate': 'reads a message and keeps nothing',
  'petition.onlineCentre.receiptText': 'sets a receipt that somebody has got',
  'petition.onlineCentre.published': 'what a unit publishes',
  'petition.onlineCentre.attachments.followErasure': 'at the start of a process',
  'forms.kinds': 'names of kinds of case',
  'forms.schemas': 'what the commands of a kind take',
  'tallies.update': 'a timer; answers with numbers and ids of cases that failed',
}
