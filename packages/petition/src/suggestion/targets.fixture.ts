import type { Actor } from '@redress/core'
import { citizen, host, staff } from '../complaint/county.fixture.js'
import { options, type Target, targetsOf } from '../fuzz/target.fixture.js'
import { type CallCommands, callInputs } from './call/commands.js'
import { suggestionInputs } from './commands/index.js'
import { type Command, inputFor } from './inputs.fixture.js'
import { idea, resident, type Town, theme, withSuggestions } from './town.fixture.js'

const target = targetsOf('petition.suggestion', withSuggestions)

type Way = (town: Town) => Promise<{ readonly id: string }>

const adopted: Way = (town) => town.decided('adoptFully')
const planned: Way = (town) => town.planned()
const published: Way = (town) => town.published()
const supported: Way = async (town) => {
  const { id } = await town.published()
  await town.suggestion.support(id, resident(1))
  return { id }
}
const supportsOf = async ({ suggestion }: Town, id: string) =>
  (await suggestion.supportList(id, {}, host)).items.map((one) => one.id)
const setAside: Way = async (town) => {
  const { id } = await supported(town)
  return await town.suggestion.setAside(id, { supports: await supportsOf(town, id), reason: 'r' }, host)
}

/** Where a command works; one that is not named here, where it is registered. */
const ways: Readonly<Partial<Record<Command, Way>>> = {
  register: ({ suggestion }) => suggestion.file(idea, citizen),
  transfer: (town) => town.screened(),
  askReturn: (town) => town.referred(),
  answerReturn: async (town) => {
    const { id } = await town.referred()
    return await town.suggestion.askReturn(id, { reasons: 'r' }, staff.housingDesk)
  },
  study: (town) => town.referred(),
  assign: (town) => town.inStudy(),
  hearView: (town) => town.inStudy(),
  decide: (town) => town.inStudy(),
  reply: (town) => town.decided(),
  failReply: (town) => town.decided(),
  plan: adopted,
  honour: adopted,
  reportProgress: planned,
  realise: planned,
  giveUp: planned,
  publish: (town) => town.screened(),
  unpublish: published,
  recordSupport: published,
  setAside: supported,
  restore: setAside,
  close: (town) => town.replied(),
  reopen: (town) => town.closed(),
}
const registered: Way = (town) => town.registered()

const more: Readonly<Partial<Record<Command, object>>> = {
  file: {
    ...idea,
    place: 'p',
    area: 'town',
    petitioners: [{ ...idea.petitioners?.[0], email: 'z@example.cn', idNumber: '320801199001010000' }],
  },
  reply: { channel: 'phone', proof: 'p' },
}

const commands = (Object.keys(suggestionInputs) as Command[]).map((command) =>
  target(command, async (town) => {
    if (command === 'file') return [more.file, citizen, options]
    const other = command === 'handOver' ? (await town.complaint.file({ ...idea }, citizen)).id : ''
    const { id } = await (ways[command] ?? registered)(town)
    const supports =
      command === 'setAside' ? { supports: await supportsOf(town, id), reason: 'r' } : undefined
    const by: Actor = command === 'withdraw' ? citizen : host
    return [id, supports ?? more[command] ?? inputFor(command, town.today(), other), by, options]
  }),
)

const draft: Way = ({ suggestion }) => suggestion.calls.draft(theme, host)
const called: Way = async (town) =>
  await town.suggestion.calls.publish((await draft(town)).id, {}, staff.desk)
const closed: Way = async (town) =>
  await town.suggestion.calls.close((await called(town)).id, { reason: 'r' }, staff.desk)

const calls: Readonly<Record<Exclude<keyof CallCommands, 'draft'>, readonly [Way, object]>> = {
  publish: [draft, {}],
  extend: [called, { until: '2024-09-30', reason: 'r' }],
  close: [called, { reason: 'r' }],
  report: [closed, { report: 'r' }],
  cancel: [draft, { reason: 'r' }],
}

/** Every public method of suggestions and of calls for them, for whoever tries them with anything. */
export const suggestionTargets: readonly Target[] = [
  ...commands,
  ...['get', 'actions', 'history'].flatMap((method) => [
    target(method, async (town) => [(await town.inStudy()).id, host]),
    target(`calls.${method}`, async (town) => [(await draft(town)).id, host]),
  ]),
  target('handedOverTo', async (town) => {
    const { id } = await town.registered()
    const to = (await town.complaint.file({ ...idea }, citizen)).id
    await town.suggestion.handOver(id, { to, class: 'appeal', consent: true }, host)
    return [id, host]
  }),
  target('published', async (town) => {
    await town.published()
    return [{ unit: 'county-petition', open: true, call: undefined, limit: 5 }]
  }),
  target('readPublished', async (town) => [(await town.published()).id]),
  target('support', async (town) => [(await town.published()).id, resident(1), { origin: 'o' }]),
  ...['withdrawSupport', 'ownSupport'].map((method) =>
    target(method, async (town) => [(await supported(town)).id, resident(1)]),
  ),
  target('supports', async (town) => [(await supported(town)).id, host]),
  target('supportList', async (town) => [(await supported(town)).id, { status: 'given', limit: 5 }, host]),
  target('recordDuties', async () => []),
  target('calls.draft', async () => [{ ...theme, area: 'town', matter: 'm' }, host, options]),
  ...Object.keys(callInputs)
    .filter((command) => command !== 'draft')
    .map((command) => {
      const [way, input] = calls[command as keyof typeof calls]
      return target(`calls.${command}`, async (town) => [(await way(town)).id, input, host, options])
    }),
  target('calls.published', async (town) => {
    await called(town)
    return [{ status: 'published', limit: 5 }]
  }),
  target('calls.outcome', async (town) => [(await called(town)).id, host]),
]
