import { type Actor, isPlatformError } from '@redress/core'
import { testPlatform } from '@redress/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { host } from '../complaint/county.fixture.js'
import { petition } from '../plugin.js'
import { accusationInputs } from './commands/index.js'
import { type Command, inputFor, runOf } from './inputs.fixture.js'
import { accusationLifecycle } from './lifecycle.js'
import type { Accusation, AccusationStatus } from './state.js'
import { accuser, people, type Town, town } from './town.fixture.js'

const commands = (Object.keys(accusationInputs) as Command[]).filter((command) => command !== 'file')
const statuses = Object.keys(accusationLifecycle) as AccusationStatus[]
const table = accusationLifecycle as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
const actorOf = (command: Command): Actor => (command === 'withdraw' ? accuser : host)

/** How to bring an accusation into each status. */
async function inStatus(status: AccusationStatus): Promise<Town & { readonly id: string }> {
  const made = await town()
  const run = async (from: Promise<{ readonly id: string }>, command: Command) => {
    const { id } = await from
    await runOf(made.accusation, command)(id, inputFor(command, made.today()), actorOf(command))
    return { id }
  }
  const ways: Record<Exclude<AccusationStatus, 'new'>, () => Promise<{ readonly id: string }>> = {
    received: () => made.filed(),
    registered: () => made.registered(),
    routed: () => made.routed(),
    accepted: () => made.accepted(),
    investigating: () => made.investigating(),
    concluded: () => made.concluded(),
    closed: () => run(made.told(), 'close'),
    notAccepted: () => run(made.registered(), 'notAccept'),
    discontinued: () => run(run(made.registered(), 'withdraw'), 'decideWithdrawal'),
  }
  const { id } = await ways[status as Exclude<AccusationStatus, 'new'>]()
  return { ...made, id }
}

describe('the life cycle', () => {
  it.each(statuses.filter((status) => status !== 'new'))(
    '%s allows exactly the commands of the table',
    async (status) => {
      for (const command of commands) {
        const { accusation, id, today } = await inStatus(status)
        const before = await accusation.get(id, host)
        expect(before.state.status).toBe(status)
        const by = actorOf(command)
        const targets = table[status]?.[command]
        try {
          await runOf(accusation, command)(id, inputFor(command, today()), by)
        } catch (error) {
          if (!isPlatformError(error)) throw error
          const { reasons = [] } = error.details as { readonly reasons?: readonly { code: string }[] }
          const isStatus = reasons.some(({ code }) => code === 'STATUS')
          expect(isStatus, `${command}: ${error.message}`).toBe(targets === undefined)
          expect(await accusation.get(id, host)).toEqual(before)
          continue
        }
        const after = (await accusation.get(id, host)).state.status
        expect(targets, `${command} worked`).toBeDefined()
        expect(after === status || targets?.includes(after), `${command} led to ${after}`).toBe(true)
      }
    },
  )

  it('lets each command work somewhere as its table says', async () => {
    const worked = new Set<string>()
    for (const status of statuses.filter((one) => one !== 'new'))
      for (const command of commands.filter((one) => table[status]?.[one] !== undefined)) {
        const { accusation, id, today } = await inStatus(status)
        const withdrawn =
          command === 'decideWithdrawal' && (await accusation.get(id, host)).state.withdrawal === null
        if (withdrawn)
          await accusation.withdraw(id, { reason: 'r', freely: true }, accuser).catch(() => undefined)
        if (command === 'close')
          await accusation.failToReach(id, { on: today(), attempts: 'a', answer: 'a' }, host)
        if (command === 'clarify') {
          await accusation.reopen(id, { ground: 'newFacts', reasons: 'r' }, host)
          await accusation.investigate(id, { investigators: ['inv-1'] }, host)
          await accusation.conclude(id, { outcome: 'clarified', findings: 'f' }, host)
        }
        const before = (await accusation.get(id, host)).version
        await runOf(accusation, command)(id, inputFor(command, today()), actorOf(command)).catch(
          () => undefined,
        )
        if ((await accusation.get(id, host)).version > before) worked.add(command)
      }
    expect([...worked].sort()).toEqual([...commands].sort())
  })

  it('names only commands and statuses that exist', () => {
    for (const allowed of Object.values(table))
      for (const [command, targets] of Object.entries(allowed)) {
        expect([...commands, 'file']).toContain(command)
        for (const target of targets) expect(statuses).toContain(target)
      }
  })
})

describe('any sequence of commands', () => {
  const actors: readonly Actor[] = [accuser, host, ...Object.values(people)]
  const step = fc.record({
    command: fc.constantFrom(...commands),
    by: fc.nat(actors.length - 1),
    asHost: fc.boolean(),
    days: fc.integer({ min: -3, max: 20 }),
  })

  it('stays in the table, and another process folds the same log to the same case', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
        const { accusation, clock, store, registered, today } = await town()
        const { id } = await registered()
        for (const { command, by, asHost, days } of steps) {
          clock.addDays(days)
          const before = await accusation.get(id, host)
          const actor = command === 'withdraw' ? accuser : asHost ? host : (actors[by] as Actor)
          try {
            await runOf(accusation, command)(id, inputFor(command, today()), actor)
          } catch (error) {
            if (!isPlatformError(error)) throw error
            expect(await accusation.get(id, host)).toEqual(before)
            continue
          }
          const after = await accusation.get(id, host)
          const [from, to] = [before.state.status, after.state.status]
          expect(from === to || table[from]?.[command]?.includes(to), `${command}: ${from} → ${to}`).toBe(
            true,
          )
          expectTruth(after.state)
        }
        const record = await accusation.get(id, host)
        const fresh = testPlatform({ plugins: [petition()], at: new Date(clock.now()).toISOString(), store })
        expect(await fresh.platform.petition.accusation.get(id, host)).toEqual(record)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  /** What holds at every moment. */
  function expectTruth(state: Accusation): void {
    expect(state.involved).toContain(state.unit)
    expect(state.accused.units).not.toContain(state.unit)
    for (const person of state.investigators) expect(state.recused).not.toContain(person)
    if (state.status === 'closed') expect(state.feedback).not.toBeNull()
    if (state.status === 'investigating') expect(state.acceptedOn).not.toBeNull()
  }
})
