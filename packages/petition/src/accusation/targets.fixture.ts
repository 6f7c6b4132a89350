import type { Actor } from '@redress/core'
import { host, letter } from '../complaint/county.fixture.js'
import { options, type Target, targetsOf } from '../fuzz/target.fixture.js'
import { accusationInputs } from './commands/index.js'
import { type Command, inputFor } from './inputs.fixture.js'
import { accuser, charge, people, type Town, withAccusations } from './town.fixture.js'

const target = targetsOf('petition', withAccusations)

type Way = (made: Town) => Promise<{ readonly id: string }>

const investigating: Way = (made) => made.investigating()
const concluded: Way = (made) => made.concluded()
const told: Way = async (made) => {
  const { id } = await made.concluded()
  return await made.accusation.failToReach(id, { on: made.today(), attempts: 'a', answer: 'a' }, host)
}

/** Where a command works; one that is not named here, where it is registered. */
const ways: Readonly<Partial<Record<Command, Way>>> = {
  register: (made) => made.filed(),
  giveBack: (made) => made.routed(),
  investigate: (made) => made.accepted(),
  conclude: investigating,
  withdraw: investigating,
  decideWithdrawal: async (made) => {
    const { id } = await made.investigating()
    return await made.accusation.withdraw(id, { reason: 'r', freely: true }, accuser)
  },
  clarify: (made) => made.concluded({}, 'clarified'),
  propose: concluded,
  feedBack: concluded,
  reopen: concluded,
  failToReach: told,
  close: told,
}

const commands = (Object.keys(accusationInputs) as Command[]).map((command) =>
  target(`accusation.${command}`, async (made) => {
    if (command === 'file') return [{ ...charge, place: 'x', accusedAs: 'x' }, accuser, options]
    const by: Actor = command === 'withdraw' ? accuser : host
    const { id } = await (ways[command] ?? ((town: Town) => town.registered()))(made)
    return [id, inputFor(command, made.today()), by, options]
  }),
)

/** Every public method of accusations and of retaliation, for whoever tries them with anything. */
export const accusationTargets: readonly Target[] = [
  ...commands,
  ...['get', 'actions', 'history', 'competent'].map((method) =>
    target(`accusation.${method}`, async (made) => [(await made.investigating()).id, host]),
  ),
  target('accusation.takeOver', async ({ complaint, today }) => {
    const { id } = await complaint.file({ ...letter, accused: { units: ['county-water'] } }, accuser)
    await complaint.register(id, {}, people.desk)
    const accused = { persons: ['wu'], units: ['water-works'] }
    return [id, { unit: 'county-discipline', accused, noticeOn: today() }, people.desk]
  }),
  target('accusation.supplementByCode', async (made) => [
    (await made.filed()).receipt.queryCode,
    { text: 't', evidence: ['e'] },
    'origin',
  ]),
  target('retaliation.report', async (made) => {
    const { id } = await made.pendingComplaint()
    const report = { ...charge, unit: 'county-discipline', follows: { case: id } }
    return [report, accuser, options, 'origin']
  }),
]
