import type { Actor } from '@redress/core'
import { complaintInputs } from '../complaint/commands/index.js'
import { host, letter } from '../complaint/county.fixture.js'
import { type Command, inputFor, namesAnother } from '../complaint/inputs.fixture.js'
import { type Sort, type Stage, sorts, type TheCase, type Town } from './cases.fixture.js'

/** One way of asking about a case: a row of the page. */
export interface Row {
  readonly title: string
  /** The method it calls, as it is found on the platform. */
  readonly method: string
  readonly stage: Stage
  readonly call: (made: Town, of: TheCase, by: Actor, sort: Sort) => Promise<unknown>
}

const stages: Readonly<Partial<Record<Command, Stage>>> = {
  register: 'received',
  classify: 'registered',
  separate: 'registered',
  merge: 'registered',
  refer: 'registered',
  notAccept: 'registered',
  routeOut: 'registered',
  object: 'referred',
  answerObjection: 'objected',
  settleDispute: 'disputed',
  accept: 'referred',
  reportBack: 'assigned',
  concludeHearing: 'hearing',
  failMediation: 'mediating',
  recordPerformance: 'settled',
  deliver: 'answered',
  failDelivery: 'answered',
  askEvaluation: 'delivered',
  assignSecondLook: 'dissatisfied',
  concludeSecondLook: 'dissatisfied',
  evaluate: 'delivered',
  requestReview: 'delivered',
  answerReview: 'reviewRequested',
  requestReReview: 'reviewDelivered',
  answerReReview: 'reReviewRequested',
  recordExecution: 'supported',
  close: 'delivered',
  end: 'delivered',
  reopen: 'closed',
}

/** Where a command is possible. */
export const stageOf = (command: Command): Stage => stages[command] ?? 'accepted'

function commandRow(command: Command): Row {
  const method = `petition.complaint.${command}`
  return {
    title: `complaint.${command}`,
    method,
    stage: stageOf(command),
    async call(made, { id }, by, sort) {
      const { complaint, today } = made
      if (command === 'file') return await complaint.file({ ...letter, ...sorts[sort] }, by)
      const other = namesAnother.has(command) ? (await made.registered()).id : id
      const input = { ...inputFor(command, today(), other), ...special(command) }
      const run = complaint[command] as (id: string, input: object, by: Actor) => Promise<unknown>
      return await run(id, input, by)
    },
  }
}

function special(command: Command): object {
  if (command === 'settleDispute') return { to: 'county-school' }
  return command === 'refer' ? { to: 'county-housing' } : {}
}

const read = (title: string, method: string, call: Row['call'], stage: Stage = 'accepted'): Row => ({
  title,
  method,
  stage,
  call,
})

/** What each purpose shows unmasked at most. */
const reveals: Readonly<Record<string, readonly string[]>> = {
  registration: ['name', 'idNumber'],
  duplicateCheck: ['phone'],
  handling: ['name', 'phone'],
  delivery: ['name', 'receipt'],
  supervision: [],
  followUp: [],
  ownMatter: ['name', 'receipt'],
  recordKeeping: [],
}

const personalRows: readonly Row[] = Object.entries(reveals).map(([purpose, reveal]) =>
  read(`personal.read, ${purpose}`, 'personal.read', ({ platform }, { id }, by) =>
    platform.personal.read(id, { purpose, reveal }, by),
  ),
)

/** Whether a list holds the case. */
const listed = async (list: Promise<readonly { readonly id: string }[]>, { id }: TheCase) =>
  (await list).filter((one) => one.id === id)

const find = (title: string, query: (of: TheCase) => object): Row =>
  read(`cases.find, ${title}`, 'cases.find', ({ platform }, of, by) =>
    listed(
      platform.cases.find({ limit: 200, ...query(of) }, by).then((page) => page.items),
      of,
    ),
  )

const readRows: readonly Row[] = [
  read('complaint.get', 'petition.complaint.get', ({ complaint }, { id }, by) => complaint.get(id, by)),
  read('complaint.actions', 'petition.complaint.actions', ({ complaint }, { id }, by) =>
    complaint.actions(id, by),
  ),
  read('complaint.history', 'petition.complaint.history', ({ complaint }, { id }, by) =>
    complaint.history(id, by),
  ),
  read('complaint.duplicates', 'petition.complaint.duplicates', async (made, { id }, by) => {
    const other = await made.registered()
    const suggestions = made.complaint.duplicates(id, by).then((found) => found.suggestions)
    return await listed(suggestions, { ...other, queryCode: '' })
  }),
  read('complaint.links', 'petition.complaint.links', async (made, { id }, by) => {
    const other = await made.registered()
    await made.complaint.link(id, { to: other.id, relation: 'related', finding: 'f' }, host)
    return await made.complaint.links(id, by)
  }),
  read('inquiry.follow', 'petition.inquiry.follow', ({ inquiry }, { id }, by) => inquiry.follow(id, by)),
  find('its unit', ({ state }) => ({ unit: state.unit })),
  find('a part in it', ({ state }) => ({ involving: state.receivedBy })),
  find('its number', ({ state }) => ({ number: state.number })),
  read('cases.mayRead', 'cases.mayRead', async ({ platform }, { id }, by) =>
    (await platform.cases.mayRead(id, by)) ? id : [],
  ),
  read('audit.proof', 'audit.proof', async ({ platform, store }, { id }, by) => {
    await platform.audit.checkpoint(host)
    const position = (await store.read(id))[0]?.position ?? 0
    const auditor = by.kind === 'officer' ? { ...by, roles: [...by.roles, 'auditor'] } : by
    return (await platform.audit.proof(position, auditor)) ?? []
  }),
  read('deadlines.of', 'deadlines.of', ({ platform }, { id }, by) => platform.deadlines.of(id, by)),
  read('deadlines.explain', 'deadlines.explain', ({ platform }, { id }, by) =>
    platform.deadlines.explain(id, 'sortAndForward', by),
  ),
  ...personalRows,
  read('personal.readMany, handling', 'personal.readMany', ({ platform }, { id }, by) =>
    platform.personal.readMany([id], { purpose: 'handling' }, by),
  ),
  read('personal.find, duplicates', 'personal.find', async ({ platform }, { id }, by) => {
    const search = { kind: 'petition.complaint', field: 'phone', value: '13800000000', purpose: 'duplicates' }
    return (await platform.personal.find(search, by)).filter((one) => one.case === id)
  }),
  read('personal.accesses', 'personal.accesses', async ({ platform }, { id }, by) => {
    await platform.personal.accesses(id, by)
  }),
  read('personal.subjectAccessExport, account', 'personal.subjectAccessExport', async (made, of, by) => {
    const { cases } = await made.platform.personal.subjectAccessExport({ id: 'r1' }, by)
    return cases.filter(({ record }) => record.id === of.id)
  }),
  read('personal.subjectAccessExport, case', 'personal.subjectAccessExport', async (made, { id }, by) => {
    const { cases } = await made.platform.personal.subjectAccessExport({ case: id, person: 'p1' }, by)
    return cases
  }),
  read(
    'retention.assign',
    'retention.assign',
    ({ platform }, { id }, by) => platform.retention.assign(id, { class: 'ordinary' }, by),
    'closed',
  ),
  read(
    'retention.restrict',
    'retention.restrict',
    ({ platform }, { id }, by) => platform.retention.restrict(id, { ground: 'legalOrder' }, by),
    'closed',
  ),
  read(
    'retention.lift',
    'retention.lift',
    ({ platform }, { id }, by) => platform.retention.lift(id, { ground: 'correction' }, by),
    'restricted',
  ),
  read(
    'retention.erase',
    'retention.erase',
    ({ platform }, { id }, by) => platform.retention.erase(id, { ground: 'legalOrder' }, by),
    'closed',
  ),
  read(
    'retention.prune',
    'retention.prune',
    ({ platform }, { id }, by) => platform.retention.prune(id, { ground: 'legalOrder' }, by),
    'erased',
  ),
]

export const caseRows: readonly Row[] = [
  ...(Object.keys(complaintInputs) as Command[]).map(commandRow),
  ...readRows,
]
