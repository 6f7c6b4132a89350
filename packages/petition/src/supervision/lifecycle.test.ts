import { type Actor, isPlatformError } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, staff } from '../complaint/county.fixture.js'
import { inspectionInputs } from './inspection/commands.js'
import { inspectionLifecycle } from './inspection/kind.js'
import { matterInputs } from './matter/commands.js'
import { matterLifecycle } from './matter/lifecycle.js'
import { proposalInputs } from './proposal/commands.js'
import { proposalLifecycle } from './proposal/kind.js'
import { answersOf, closedCase, secondDesk, supervised } from './supervision.fixture.js'
import { urgentInputs } from './urgent/commands.js'
import { urgentLifecycle } from './urgent/kind.js'

type Town = Awaited<ReturnType<typeof supervised>>
interface Case {
  readonly id: string
  readonly version: number
  readonly state: { readonly status: string }
}
type Method = (id: string, input: object, by: Actor) => Promise<Case>

/** One kind of case: its table, how to bring a case into each status, and an input that fits each command. */
interface Kind {
  readonly name: 'matters' | 'proposals' | 'inspections' | 'urgent'
  readonly table: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  readonly commands: readonly string[]
  readonly bring: (town: Town, status: string) => Promise<Case>
  readonly input: (command: string, town: Town, of: Case) => object
}

const run = async (town: Town, name: Kind['name'], command: string, id: string, input: object) => {
  const api = town.supervision[name] as unknown as Readonly<Record<string, Method>>
  return await (api[command] as Method)(id, input, host)
}
const text = 't'
const later = '2024-12-31'

const kinds: readonly Kind[] = [
  {
    name: 'matters',
    table: matterLifecycle,
    commands: Object.keys(matterInputs),
    async bring(town, status) {
      const { id } = await town.opened()
      const opened = await town.supervision.matters.get(id, host)
      return status === 'open'
        ? opened
        : await run(town, 'matters', 'close', id, { result: 'unfounded', text })
    },
    input: (command, { today }) =>
      ({
        urge: { text, answerBy: later },
        list: { leader: 'county-head', dueOn: later, text },
        delist: { finding: text },
        interview: { on: today(), record: text },
        orderRectification: { dueOn: later, text },
        reportRectification: { report: text, proof: 'p' },
        checkRectification: { passed: true, finding: text },
        close: { result: 'handedOver', text },
      })[command] ?? { text },
  },
  {
    name: 'proposals',
    table: proposalLifecycle,
    commands: Object.keys(proposalInputs),
    async bring(town, status) {
      const { proposals } = town.supervision
      const proposed = await proposals.propose(
        { type: 'improveWork', to: 'county-housing', title: 't', text },
        staff.desk,
      )
      const { id } = proposed
      if (status === 'sent') return proposed
      if (status === 'withdrawn') return await proposals.withdraw(id, { reason: text }, staff.desk)
      const answered = await proposals.answer(id, { uptake: 'adopted', text }, staff.housing)
      if (status === 'answered') return answered
      return status === 'realised'
        ? await proposals.confirmRealisation(id, { on: town.today(), finding: text }, staff.desk)
        : await proposals.close(id, { text }, staff.desk)
    },
    input: (command, { today }) =>
      ({
        answer: { uptake: 'adopted', text },
        reportProgress: { on: today(), text },
        confirmRealisation: { on: today(), finding: text },
        withdraw: { reason: text },
        publish: { title: 't', text, deidentified: true },
      })[command] ?? { text },
  },
  {
    name: 'inspections',
    table: inspectionLifecycle,
    commands: Object.keys(inspectionInputs),
    async bring(town, status) {
      const { inspections } = town.supervision
      await closedCase(town)
      const period = { from: '2024-08-01', to: '2024-08-31' }
      const opened = await town.supervision.sample(
        { unit: 'county-housing', period, size: 5, seed: 's' },
        staff.desk,
      )
      if (status === 'open') return opened
      const [first] = opened.state.drawn
      await inspections.setAside(opened.id, { case: first?.id ?? '', reason: text }, staff.desk)
      return await inspections.conclude(opened.id, { finding: text }, staff.desk)
    },
    input: (command, { today }, of) => {
      const { drawn } = of.state as unknown as { readonly drawn: readonly { readonly id: string }[] }
      const one = drawn[0]?.id
      return (
        {
          recordCheck: { case: one, checks: answersOf('met') },
          setAside: { case: one, reason: text },
          takeStep: { step: 'filesCopied', on: today(), record: text },
          conclude: { finding: text },
        }[command] ?? { text }
      )
    },
  },
  {
    name: 'urgent',
    table: urgentLifecycle,
    commands: Object.keys(urgentInputs),
    async bring(town, status) {
      const reported = await town.supervision.reportUrgent({ text }, staff.desk)
      return status === 'reported'
        ? reported
        : await town.supervision.urgent.close(reported.id, { text }, staff.desk)
    },
    input: (command, { today }) =>
      ({ receive: { unit: 'county' }, takeMeasure: { on: today(), text } })[command] ?? { text },
  },
]

describe.each(kinds)('the life cycle of $name', ({ name, table, commands, bring, input }) => {
  const statuses = Object.keys(table).filter((status) => status !== 'new')

  it.each(statuses)('%s allows exactly the commands of the table', async (status) => {
    for (const command of commands) {
      const town = await supervised()
      if (!(command in town.supervision[name])) continue
      if (command === 'propose' || command === 'open') continue
      const before = await bring(town, status)
      expect(before.state.status).toBe(status)
      const outcome: unknown = await run(town, name, command, before.id, input(command, town, before)).catch(
        (error: unknown) => error,
      )
      const targets = table[status]?.[command]
      if (isPlatformError(outcome)) {
        const { reasons = [] } = outcome.details as {
          readonly reasons?: readonly { readonly code: string }[]
        }
        const codes = reasons.map(({ code }) => code)
        expect(codes.includes('STATUS'), `${command}: ${outcome.message}`).toBe(targets === undefined)
        const after = (await town.supervision[name].get(before.id, host)) as Case
        expect(after.version).toBe(before.version)
      } else {
        const after = (outcome as Case).state.status
        expect(targets, `${command} worked`).toBeDefined()
        expect(after === status || targets?.includes(after), `${command} led to ${after}`).toBe(true)
      }
    }
  })

  it('names only commands and statuses that exist', () => {
    for (const [status, allowed] of Object.entries(table))
      for (const [command, targets] of Object.entries(allowed)) {
        expect(commands, status).toContain(command)
        for (const target of targets) expect(Object.keys(table)).toContain(target)
      }
  })

  it.each(statuses)('%s shows the same verdicts on the buttons as the commands give', async (status) => {
    const town = await supervised()
    const { id } = await bring(town, status)
    for (const by of [staff.desk, secondDesk, staff.housing, staff.county, host]) {
      if (!(await town.platform.cases.mayRead(id, by))) continue
      const api = town.supervision[name]
      for (const { command, allowed } of await api.actions(id, by)) {
        if (!allowed || !(command in api)) continue
        const fresh = await supervised()
        const there = await bring(fresh, status)
        const method = (fresh.supervision[name] as unknown as Readonly<Record<string, Method>>)[command]
        const outcome = method?.(there.id, input(command, fresh, there), by)
        await expect(outcome, `${command} in ${status}`).resolves.toBeDefined()
      }
    }
  })

  it('is nothing for residents', async () => {
    const town = await supervised()
    const { id } = await bring(town, statuses[0] ?? '')
    await expect(town.supervision[name].get(id, citizen)).rejects.toMatchObject({ code: 'READ_NOT_ALLOWED' })
  })
})
