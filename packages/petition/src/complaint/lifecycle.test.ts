import { type Actor, isPlatformError } from '@redress/core'
import { testPlatform } from '@redress/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { petition } from '../plugin.js'
import { complaintInputs } from './commands/index.js'
import { citizen, county, host, letter, neighbour, sections, staff } from './county.fixture.js'
import { type Command, inputFor, namesAnother } from './inputs.fixture.js'
import { complaintLifecycle } from './lifecycle.js'
import type { Complaint, ComplaintStatus } from './state.js'

const commands = Object.keys(complaintInputs) as Command[]
const statuses = Object.keys(complaintLifecycle) as ComplaintStatus[]
const table = complaintLifecycle as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** How to bring a complaint into each status. */
async function inStatus(status: ComplaintStatus) {
  const town = await county()
  const { complaint, registered, referred, accepted, answered, delivered, today } = town
  const reviewed = async () => {
    const { id } = await delivered()
    return await complaint.requestReview(id, { reasons: 'r' }, citizen)
  }
  const reReviewed = async () => {
    const { id } = await reviewed()
    await complaint.answerReview(
      id,
      { ...sections, outcome: 'upheld', remedy: { body: 'city', days: 30 } },
      staff.county,
    )
    await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'p' }, staff.county)
    return await complaint.requestReReview(id, { reasons: 'r' }, citizen)
  }
  const run = async (id: string, command: Command, by: Actor = host) => {
    const method = complaint[command] as (
      id: string,
      input: object,
      by: Actor,
    ) => Promise<{ readonly id: string }>
    return await method(id, inputFor(command, today(), id), by)
  }
  const ways: Record<Exclude<ComplaintStatus, 'new'>, () => Promise<{ readonly id: string }>> = {
    received: () => complaint.file(letter, citizen),
    registered,
    referred,
    accepted,
    answered,
    delivered: () => delivered(),
    reviewRequested: reviewed,
    reviewAnswered: async () => run((await reviewed()).id, 'answerReview'),
    reviewDelivered: async () => run((await run((await reviewed()).id, 'answerReview')).id, 'deliver'),
    reReviewRequested: reReviewed,
    reReviewAnswered: async () => run((await reReviewed()).id, 'answerReReview'),
    reReviewDelivered: async () => run((await run((await reReviewed()).id, 'answerReReview')).id, 'deliver'),
    completed: async () => run((await delivered()).id, 'close'),
    ended: async () => run((await delivered()).id, 'end'),
    routedOut: async () => run((await registered()).id, 'routeOut'),
    notAccepted: async () => run((await registered()).id, 'notAccept'),
    merged: async () => {
      const { id } = await registered()
      const other = await registered()
      return complaint.merge(id, { into: other.id, finding: 'f', noticeOn: today() }, host)
    },
    withdrawn: async () => run((await registered()).id, 'withdraw', citizen),
  }
  const { id } = await ways[status as Exclude<ComplaintStatus, 'new'>]()
  return { ...town, id }
}

const petitionerOnly: ReadonlySet<Command> = new Set(['evaluate', 'requestRecusal', 'withdraw'])

describe('the life cycle', () => {
  it.each(statuses.filter((status) => status !== 'new'))(
    '%s allows exactly the commands of the table',
    async (status) => {
      for (const command of commands) {
        if (command === 'file') continue
        const { complaint, id, today, registered } = await inStatus(status)
        const other = namesAnother.has(command) ? (await registered()).id : id
        const before = await complaint.get(id, host)
        expect(before.state.status).toBe(status)
        const by = petitionerOnly.has(command) ? citizen : host
        const method = complaint[command] as (
          id: string,
          input: object,
          by: Actor,
        ) => Promise<{ readonly state: Complaint }>
        const outcome = await method(id, inputFor(command, today(), other), by).catch(
          (error: unknown) => error,
        )
        const targets = table[status]?.[command]
        if (isPlatformError(outcome)) {
          const reasons =
            (outcome.details as { reasons?: { code: string }[] }).reasons?.map((one) => one.code) ?? []
          expect(reasons.includes('STATUS'), `${command}: ${outcome.message}`).toBe(targets === undefined)
          expect(await complaint.get(id, host)).toEqual(before)
        } else {
          const after = (outcome as { readonly state: Complaint }).state.status
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
  const step = fc.record({
    command: fc.constantFrom(...commands.filter((command) => command !== 'file')),
    by: fc.nat(actors.length - 1),
    asHost: fc.boolean(),
    days: fc.integer({ min: -3, max: 20 }),
  })

  it('stays in the table, folds to what is stored, and never runs a clock backwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const { complaint, platform, clock, store, registered, referred } = await county()
        const { id } = await referred()
        const other = (await registered()).id
        for (const { command, by, asHost, days } of steps) {
          clock.addDays(days)
          const before = await complaint.get(id, host)
          const day = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
          const actor = petitionerOnly.has(command) ? citizen : asHost ? host : (actors[by] as Actor)
          const method = complaint[command] as (id: string, input: object, by: Actor) => Promise<unknown>
          try {
            await method(id, inputFor(command, day, other), actor)
          } catch (error) {
            if (!isPlatformError(error)) throw error
            expect(await complaint.get(id, host)).toEqual(before)
            continue
          }
          const after = await complaint.get(id, host)
          const [from, to] = [before.state.status, after.state.status]
          expect(from === to || table[from]?.[command]?.includes(to), `${command}: ${from} → ${to}`).toBe(
            true,
          )
          expect(after.updatedAt >= before.updatedAt).toBe(true)
        }

        const events = await store.read(id)
        for (let n = 1; n < events.length; n++) {
          expect((events[n]?.at ?? '') >= (events[n - 1]?.at ?? '')).toBe(true)
          expect(events[n]?.version).toBe(n + 1)
        }
        const record = await complaint.get(id, host)
        const deadlines = await platform.deadlines.of(id, host)
        record.clocks.forEach((run, index) => {
          expect(deadlines[index]?.clock).toBe(run.clock)
          const end = deadlines[index]?.dueOn
          if (end !== undefined) expect(end >= run.from, `${run.clock}: ${run.from} to ${end}`).toBe(true)
        })
        // A platform that has seen nothing folds the same log to the same case.
        const fresh = testPlatform({ plugins: [petition()], at: new Date(clock.now()).toISOString(), store })
        expect(await fresh.platform.petition.complaint.get(id, host)).toEqual(record)
        const { items } = await platform.cases.find({ sort: 'opened', limit: 200 }, host)
        const item = items.find((one) => one.id === id)
        expect(item).toMatchObject({
          status: record.state.status,
          unit: record.state.unit,
          updatedAt: record.updatedAt,
        })
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
