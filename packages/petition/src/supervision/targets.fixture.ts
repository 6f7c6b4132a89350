import { host, staff } from '../complaint/county.fixture.js'
import { type County, options, type Target, targetsOf } from '../fuzz/target.fixture.js'
import { answersOf, closedCase } from './supervision.fixture.js'

const withSupervision = (made: County) => ({ ...made, ...made.platform.petition.supervision })
type Town = ReturnType<typeof withSupervision>
type Way = (town: Town) => Promise<{ readonly id: string }>

const target = targetsOf('petition.supervision', withSupervision)
const text = 't'
const later = '2024-12-31'
const onBehalfOf = 'county-petition'
const period = { from: '2024-08-01', to: '2024-08-31' }

/** Of a complaint that the housing department has. */
const opened: Way = async (town) =>
  await town.matters.open({ case: (await town.accepted()).id, grounds: ['late'], text }, staff.desk)
const urged: Way = async (town) =>
  await town.matters.urge((await opened(town)).id, { text, answerBy: later }, staff.desk)
const list = { leader: 'county-head', dueOn: later, text, decidedBy: 'county' }
const listed: Way = async (town) => await town.matters.list((await opened(town)).id, list, host)
const order = { dueOn: later, text, decidedBy: 'county' }
const ordered: Way = async (town) =>
  await town.matters.orderRectification((await opened(town)).id, order, host)
const reported: Way = async (town) =>
  await town.matters.reportRectification((await ordered(town)).id, { report: text, proof: 'p' }, host)

const propose = { type: 'improveWork', to: 'county-housing', title: 't', text } as const
const proposed: Way = (town) => town.proposals.propose(propose, staff.desk)
const answered: Way = async (town) =>
  await town.proposals.answer((await proposed(town)).id, { uptake: 'adopted', text }, host)

const draw = { unit: 'county-housing', period, size: 1, seed: 's' }
const drawn = async (town: Town) => {
  await closedCase(town)
  const { id, state } = await town.sample(draw, staff.desk)
  return { id, case: state.drawn[0]?.id ?? '' }
}
const demand = ({ today }: Town) => ({
  step: 'explanationDemanded' as const,
  on: today(),
  record: text,
  answerBy: later,
})
const asked: Way = async (town) =>
  await town.inspections.takeStep((await drawn(town)).id, demand(town), staff.desk)
const setAside: Way = async (town) => {
  const { id, case: one } = await drawn(town)
  return await town.inspections.setAside(id, { case: one, reason: text }, host)
}

/** The housing department has not answered in time. */
const late = async (town: Town) => {
  await town.accepted()
  town.clock.addDays(70)
}

const urgent: Way = (town) => town.reportUrgent({ text }, staff.desk)

/** Where a command works, and an input that fits it there. */
const commands: Readonly<Record<string, readonly [Way, object | ((town: Town) => object)]>> = {
  'matters.urge': [opened, { text, answerBy: later }],
  'matters.answerUrging': [urged, { text }],
  'matters.list': [opened, list],
  'matters.delist': [listed, { finding: text }],
  'matters.interview': [opened, ({ today }: Town) => ({ on: today(), record: text, decidedBy: 'county' })],
  'matters.circulate': [opened, { text, decidedBy: 'county' }],
  'matters.orderRectification': [opened, order],
  'matters.reportRectification': [ordered, { report: text, proof: 'p' }],
  'matters.checkRectification': [reported, { passed: true, finding: text }],
  'matters.close': [opened, { result: 'unfounded', text }],
  'proposals.remind': [proposed, { text }],
  'proposals.answer': [proposed, { uptake: 'partly', text, reasons: text }],
  'proposals.reportProgress': [answered, ({ today }: Town) => ({ on: today(), text })],
  'proposals.confirmRealisation': [answered, ({ today }: Town) => ({ on: today(), finding: text })],
  'proposals.close': [answered, { text }],
  'proposals.withdraw': [proposed, { reason: text }],
  'proposals.publish': [answered, { title: 't', text, deidentified: true }],
  'inspections.takeStep': [drawn, demand],
  'inspections.explain': [asked, { text }],
  'inspections.conclude': [setAside, { finding: text }],
  'urgent.receive': [urgent, { unit: 'county', receivedAt: '2024-08-01T09:00:00+08:00' }],
  'urgent.takeMeasure': [urgent, ({ today }: Town) => ({ on: today(), text })],
  'urgent.close': [urgent, { text }],
}

const reads: Readonly<Record<string, Way>> = {
  matters: opened,
  proposals: proposed,
  inspections: drawn,
  urgent,
}

/** Every public method of supervision, for whoever tries them with anything. */
export const supervisionTargets: readonly Target[] = [
  target('matters.open', async (town) => [
    {
      case: (await town.accepted()).id,
      unit: 'county-housing',
      grounds: ['late'],
      text,
      number: 'n',
      onBehalfOf,
    },
    host,
    options,
  ]),
  target('proposals.propose', async (town) => [
    {
      ...propose,
      type: 'pursueResponsibility',
      to: 'county',
      about: { units: ['county-housing'], persons: ['hou'] },
      receivedOn: town.today(),
      number: 'n',
      onBehalfOf,
    },
    host,
    options,
  ]),
  ...Object.entries(commands).map(([command, [way, input]]) =>
    target(command, async (town) => [
      (await way(town)).id,
      typeof input === 'function' ? (input as (town: Town) => object)(town) : input,
      host,
      options,
    ]),
  ),
  target('inspections.recordCheck', async (town) => {
    const { id, case: one } = await drawn(town)
    return [id, { case: one, checks: answersOf('met'), note: text }, host, options]
  }),
  target('inspections.setAside', async (town) => {
    const { id, case: one } = await drawn(town)
    return [id, { case: one, reason: text }, host, options]
  }),
  ...Object.entries(reads).flatMap(([part, way]) =>
    ['get', 'actions', 'history'].map((method) =>
      target(`${part}.${method}`, async (town) => [(await way(town)).id, host]),
    ),
  ),
  target('sample', async (town) => {
    await closedCase(town)
    return [{ ...draw, onBehalfOf }, host, options]
  }),
  target('reportUrgent', async (town) => [
    {
      text,
      case: (await town.accepted()).id,
      learnedAt: '2024-08-01T08:00:00+08:00',
      also: ['city'],
      onBehalfOf,
    },
    host,
    options,
  ]),
  target('findings', async (town) => {
    await late(town)
    return [{ triggers: ['late'], unit: 'county-housing', limit: 5 }, host]
  }),
  target('signals', async (town) => [{ case: (await town.accepted()).id }, host], 'of a case'),
  target(
    'signals',
    async (town) => {
      await late(town)
      return [{ unit: 'county', limit: 5, cursor: undefined }, host]
    },
    'of a unit',
  ),
  target('agencies', async (town) => {
    await late(town)
    return [{ unit: 'county' }, host]
  }),
  target('escalations', async (town) => {
    await late(town)
    await town.sweep(host)
    return [{ unit: 'county', limit: 5, cursor: undefined }, host]
  }),
  target('sweep', async () => [host]),
]
