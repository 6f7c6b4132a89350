import type { Actor } from '@redress/core'
import { accusationTargets } from '../accusation/targets.fixture.js'
import { analysisTargets } from '../analysis/targets.fixture.js'
import { complaintInputs } from '../complaint/commands/index.js'
import { citizen, host, letter } from '../complaint/county.fixture.js'
import { type Command, inputFor, namesAnother } from '../complaint/inputs.fixture.js'
import { feedbackTargets } from '../feedback/targets.fixture.js'
import { noticeTargets } from '../notice/targets.fixture.js'
import { onlineCentreTargets } from '../online-centre/targets.fixture.js'
import { receptionTargets } from '../reception-centre/targets.fixture.js'
import { cn2022 } from '../rules/cn-2022.js'
import { suggestionTargets } from '../suggestion/targets.fixture.js'
import { supervisionTargets } from '../supervision/targets.fixture.js'
import { stageOf } from '../verdicts/case-rows.fixture.js'
import { bring } from '../verdicts/cases.fixture.js'
import { withSecrets } from './markers.fixture.js'
import { options, type Target } from './target.fixture.js'

const target = (method: string, args: Target['args']): Target => ({ method, args })
const fixed = (method: string, ...args: readonly unknown[]): Target => target(method, async () => args)
const person = {
  id: 'r1',
  name: 'x',
  phone: '13900000001',
  address: 'x',
  idNumber: '320801199001010000',
}
const secretLetter = withSecrets({ ...letter, place: 'x', petitioners: [person] })

const commands = (Object.keys(complaintInputs) as Command[]).map((command) =>
  target(`petition.complaint.${command}`, async (made) => {
    if (command === 'file') return [{ ...secretLetter }, citizen, options]
    const { id } = await bring(made, 'ordinary', stageOf(command))
    const other = namesAnother.has(command) ? (await made.registered()).id : id
    const by: Actor = ['evaluate', 'withdraw', 'requestRecusal'].includes(command) ? citizen : host
    const input = inputFor(command, made.today(), other)
    // Its reason is one of a list.
    return [id, command === 'failDelivery' ? input : withSecrets(input), by, options]
  }),
)

const ofCase = (method: string, ...more: readonly unknown[]): Target =>
  target(method, async (made) => [(await bring(made, 'ordinary', 'accepted')).id, ...more, host])

const ofClosed = (
  method: string,
  input: object,
  stage: 'closed' | 'restricted' | 'erased' = 'closed',
): Target => target(method, async (made) => [(await bring(made, 'ordinary', stage)).id, input, host])

const on = '2024-08-02'
const ground = 'legalOrder'
const part = (id: string) => ({ id, name: id, level: 'township', type: 'street' })

/** Every public method of complaints and of following them. */
const complaintTargets: readonly Target[] = [
  ...commands,
  ...['get', 'actions', 'history', 'duplicates', 'links'].map((method) =>
    ofCase(`petition.complaint.${method}`),
  ),
  fixed('petition.complaint.prepareDuplicates'),
  ofCase('petition.inquiry.follow'),
  target('petition.inquiry.track', async (made) => [
    (await bring(made, 'ordinary', 'accepted')).queryCode,
    'origin',
  ]),
  fixed('petition.inquiry.news', { name: 'news', from: 'now', onError: () => {} }),
]

/** Every public method of core. */
const coreTargets: readonly Target[] = [
  fixed('forms.kinds'),
  fixed('forms.schemas', 'petition.complaint'),
  fixed('tallies.update'),
  fixed(
    'cases.find',
    {
      unit: 'county',
      facets: { channel: 'online' },
      sort: 'opened',
      limit: 5,
      dueBefore: '2025-01-01T00:00:00Z',
      kind: ['petition.complaint'],
      cursor: undefined,
    },
    host,
  ),
  ofCase('cases.mayRead'),
  fixed('audit.checkpoint', host),
  fixed('audit.checkpoints', host),
  fixed(
    'audit.verify',
    { checkpoints: [], keys: {}, vault: true, batch: 10, mostFindings: 5, onProgress: () => {} },
    host,
  ),
  target('audit.proof', async ({ platform }) => [(await platform.audit.checkpoint(host)).position, host]),
  ofCase('deadlines.of'),
  ofCase('deadlines.explain', 'handle'),
  fixed('deadlines.tick', '2024-08-01T00:00:00Z'),
  fixed('deadlines.rehearse', cn2022, host, 'cn-2022-regulation'),
  fixed(
    'calendars.announce',
    'cn',
    { holidays: ['2024-12-30'], workdays: ['2024-12-29'], year: 2024, source: 's' },
    host,
  ),
  fixed('events.on', 'petition.complaint-filed', () => {}),
  fixed('subscriptions.add', {
    name: 'fuzz',
    from: 'now',
    types: ['petition.complaint-filed'],
    handle: () => {},
    attempts: 2,
    batch: 5,
    pollEvery: 1000,
    onError: () => {},
  }),
  fixed('views.building'),
  fixed('views.rebuild', () => {}),
  ofCase('personal.read', { purpose: 'handling', reveal: ['name'], fields: ['name', 'text'] }),
  target('personal.readMany', async (made) => [
    [(await bring(made, 'ordinary', 'accepted')).id],
    { purpose: 'handling' },
    host,
  ]),
  fixed(
    'personal.find',
    { kind: 'petition.complaint', field: 'phone', value: '13900000001', purpose: 'duplicates' },
    host,
  ),
  ofCase('personal.accesses'),
  target('personal.subjectAccessExport', async (made) => [
    { case: (await bring(made, 'ordinary', 'accepted')).id, person: 'p1' },
    host,
  ]),
  fixed('personal.rotate', host, () => {}),
  ofClosed('retention.assign', { class: 'ordinary', from: '2024-08-01' }),
  ofClosed('retention.restrict', { ground }),
  ofClosed('retention.lift', { ground }, 'restricted'),
  ofClosed('retention.erase', { ground, person: 'p1' }),
  ofClosed('retention.prune', { ground }, 'erased'),
  fixed('retention.sweep', host),
  fixed(
    'organizations.open',
    [{ ...part('fuzz'), openedOn: on, parent: 'county', nameEn: 'x', code: '1' }],
    host,
  ),
  fixed('organizations.rename', { unit: 'town', name: 'x', nameEn: 'x', on, source: 's' }, host),
  fixed('organizations.move', { unit: 'town', parent: 'county', superior: null, on }, host),
  fixed('organizations.merge', { from: ['town'], into: part('merged'), on }, host),
  fixed('organizations.split', { unit: 'town', into: [part('a'), part('b')], on }, host),
  fixed('organizations.close', { unit: 'town', successor: 'county', on }, host),
  fixed('organizations.appoint', [{ unit: 'town', person: 'p', roles: ['head'], from: on }], host),
  fixed('organizations.dismiss', { unit: 'county-housing', person: 'housing-head', on }, host),
  fixed('organizations.assignResponsibility', [{ matter: 'm', area: 'town', unit: 'town', from: on }], host),
  target('organizations.revokeResponsibility', async ({ platform, store }) => {
    const unit = `unit-${await store.head()}`
    await platform.organizations.open(part(unit), host)
    await platform.organizations.assignResponsibility({ matter: 'm', area: unit, unit }, host)
    return [{ matter: 'm', area: unit, on }, host]
  }),
  fixed('organizations.asOf', on),
  fixed('organizations.current'),
  fixed('organizations.actor', 'housing-head', 'county-housing'),
  fixed('organizations.lineage', 'town'),
]

/** Those of the rooms beside complaints, by the name that the page of verdicts gives them. */
export const rooms = {
  accusation: accusationTargets,
  suggestion: suggestionTargets,
  supervision: supervisionTargets,
  receptionCentre: receptionTargets,
  onlineCentre: onlineCentreTargets,
  feedback: feedbackTargets,
  notices: noticeTargets,
  analysis: analysisTargets,
} as const satisfies Readonly<Record<string, readonly Target[]>>

export const targets: readonly Target[] = [
  ...complaintTargets,
  ...coreTargets,
  ...Object.values(rooms).flat(),
]
