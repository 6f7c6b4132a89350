import { type Actor, isPlatformError } from '@redress/core'
import { testPlatform } from '@redress/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, staff } from '../complaint/county.fixture.js'
import { petition } from '../plugin.js'
import { suggestionInputs } from './commands/index.js'
import { type Command, inputFor } from './inputs.fixture.js'
import { suggestionLifecycle } from './lifecycle.js'
import type { Suggestion, SuggestionStatus } from './state.js'
import { idea, placeRules, town } from './town.fixture.js'

const commands = Object.keys(suggestionInputs) as Command[]
const statuses = Object.keys(suggestionLifecycle) as SuggestionStatus[]
const table = suggestionLifecycle as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
const rules = placeRules([{ supports: 5, duty: 'answer', source: 'made for tests' }])
const authorOnly: ReadonlySet<Command> = new Set(['withdraw'])

type Run = (
  id: string,
  input: object,
  by: Actor,
) => Promise<{ readonly id: string; readonly state: Suggestion }>

/** How to bring a suggestion into each status. */
async function inStatus(status: SuggestionStatus) {
  const made = await town({ rules })
  const { suggestion, registered, today, complaint } = made
  const appeal = (await complaint.file({ ...idea, title: 't', text: 't' }, citizen)).id
  const run = async (id: string, command: Command, by: Actor = host) =>
    await (suggestion[command] as Run)(id, inputFor(command, today(), appeal), by)
  const ways: Record<Exclude<SuggestionStatus, 'new'>, () => Promise<{ readonly id: string }>> = {
    received: () => suggestion.file(idea, citizen),
    registered,
    screened: () => made.screened(),
    referred: () => made.referred(),
    inStudy: () => made.inStudy(),
    decided: () => made.decided('adoptFully'),
    replied: () => made.replied('adoptFully'),
    closed: () => made.closed(),
    declined: async () => run((await registered()).id, 'decline'),
    handedOver: async () => run((await registered()).id, 'handOver'),
    withdrawn: async () => run((await registered()).id, 'withdraw', citizen),
  }
  const { id } = await ways[status as Exclude<SuggestionStatus, 'new'>]()
  return { ...made, id, appeal }
}

describe('the life cycle of a suggestion', () => {
  it.each(statuses.filter((status) => status !== 'new'))(
    '%s allows exactly the commands of the table',
    async (status) => {
      for (const command of commands) {
        if (command === 'file') continue
        const { suggestion, id, today, appeal } = await inStatus(status)
        const before = await suggestion.get(id, host)
        expect(before.state.status).toBe(status)
        const by = authorOnly.has(command) ? citizen : host
        const outcome = await (suggestion[command] as Run)(id, inputFor(command, today(), appeal), by).catch(
          (error: unknown) => error,
        )
        const targets = table[status]?.[command]
        if (isPlatformError(outcome)) {
          const reasons =
            (outcome.details as { reasons?: { code: string }[] }).reasons?.map((one) => one.code) ?? []
          expect(reasons.includes('STATUS'), `${command}: ${outcome.message}`).toBe(targets === undefined)
          expect(await suggestion.get(id, host)).toEqual(before)
        } else {
          const after = (outcome as { readonly state: Suggestion }).state.status
          expect(targets, `${command} worked`).toBeDefined()
          expect(after === status || targets?.includes(after), `${command} led to ${after}`).toBe(true)
        }
      }
    },
  )

  it('names only commands and statuses that exist', () => {
    for (const [status, allowed] of Object.entries(table)) {
      for (const [command, targets] of Object.entries(allowed)) {
        expect(commands, status).toContain(command)
        for (const target of targets) expect(statuses).toContain(target)
      }
    }
  })
})

describe('any sequence of commands', () => {
  const actors: readonly Actor[] = [citizen, neighbour, host, ...Object.values(staff)]
  const toTheEnd: readonly Command[] = [
    'decide',
    'reply',
    'failReply',
    'plan',
    'realise',
    'giveUp',
    'close',
    'reopen',
  ]
  const step = fc.record({
    command: fc.oneof(
      fc.constantFrom(...commands.filter((command) => command !== 'file')),
      fc.constantFrom(...toTheEnd),
    ),
    by: fc.nat(actors.length - 1),
    asHost: fc.boolean(),
    days: fc.integer({ min: -3, max: 20 }),
  })

  it('stays in the table, folds to what is stored, and replies before it closes', async () => {
    const closed = { count: 0 }
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(step, { minLength: 10, maxLength: 60 }),
        async (late, steps) => {
          const { suggestion, platform, clock, store, inStudy, decided, complaint, today } = await town({
            rules,
          })
          const { id } = late ? await decided('adoptFully') : await inStudy()
          const appeal = (await complaint.file({ ...idea, title: 't', text: 't' }, citizen)).id
          for (const { command, by, asHost, days } of steps) {
            clock.addDays(days)
            const before = await suggestion.get(id, host)
            const actor = authorOnly.has(command) ? citizen : asHost ? host : (actors[by] as Actor)
            try {
              await (suggestion[command] as Run)(id, inputFor(command, today(), appeal), actor)
            } catch (error) {
              if (!isPlatformError(error)) throw error
              expect(await suggestion.get(id, host)).toEqual(before)
              continue
            }
            const { state, updatedAt } = await suggestion.get(id, host)
            const [from, to] = [before.state.status, state.status]
            expect(from === to || table[from]?.[command]?.includes(to), `${command}: ${from} → ${to}`).toBe(
              true,
            )
            expect(updatedAt >= before.updatedAt).toBe(true)
            if (state.status !== 'closed') continue
            closed.count++
            expect(state.reply ?? state.notReached).not.toBeNull()
            if (state.decision?.outcome !== 'notAdopt')
              expect(state.realisation?.endedOn).toEqual(expect.any(String))
          }
          const record = await suggestion.get(id, host)
          const deadlines = await platform.deadlines.of(id, host)
          for (const [n, run] of record.clocks.entries()) {
            const end = deadlines[n]?.dueOn
            if (end !== undefined) expect(end >= run.from, `${run.clock}: ${run.from} to ${end}`).toBe(true)
          }
          // A platform that has seen nothing folds the same log to the same case.
          const fresh = testPlatform({
            plugins: [petition({ rules })],
            at: new Date(clock.now()).toISOString(),
            store,
          })
          expect(await fresh.platform.petition.suggestion.get(id, host)).toEqual(record)
        },
      ),
      { numRuns: 60 },
    )
    expect(closed.count).toBeGreaterThan(0)
  }, 60_000)
})
