import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QueuePolicy, receptionPolicy } from './policy.js'
import { orderQueue, type Waiting } from './queue.js'

const { queue } = receptionPolicy
const start = Date.parse('2024-08-01T01:00:00Z')
const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString()

const sorts = ['appointment', 'help', 'other', 'both', 'early'] as const
const person = (ticket: number, sort: (typeof sorts)[number], minutes = ticket): Waiting => ({
  visit: `v${ticket}`,
  ticket,
  since: at(minutes),
  dueFrom: sort === 'appointment' || sort === 'both' ? at(0) : sort === 'early' ? at(10_000) : null,
  needsHelp: sort === 'help' || sort === 'both',
})

const hall = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.constantFrom(...sorts)), {
    selector: ([ticket]) => ticket,
    maxLength: 60,
  })
  .map((all) => all.map(([ticket, sort]) => person(ticket, sort)))
const lastCalled = fc.option(fc.integer({ min: 1, max: 500 }))
const policies = fc.record({
  classes: fc.uniqueArray(fc.constantFrom('appointmentDue', 'needsHelp', 'others'), { maxLength: 3 }),
  longestWaitMinutes: fc.option(fc.integer({ min: 0, max: 400 })),
  source: fc.constant('test'),
})

const tickets = (waiting: readonly Waiting[], policy: QueuePolicy = queue, last: number | null = null) =>
  orderQueue(waiting, policy, { now: at(500), lastCalled: last }).map((one) => one.ticket)

describe('the order of a line', () => {
  it('puts somebody who needs help next, and then whoever was overtaken', () => {
    const waiting = [person(1, 'other'), person(2, 'other'), person(3, 'other'), person(9, 'help')]
    expect(tickets(waiting)).toEqual([9, 1, 2, 3])
    expect(tickets([...waiting, person(10, 'help')])).toEqual([9, 1, 10, 2, 3])
    // The help that was called before counts too.
    expect(tickets(waiting, queue, 8)).toEqual([1, 9, 2, 3])
  })

  it('says why', () => {
    const waiting = [person(1, 'other'), person(2, 'other'), person(3, 'appointment'), person(4, 'early')]
    const reasons = orderQueue(waiting, queue, { now: at(500), lastCalled: null })
    expect(reasons.map((one) => [one.ticket, one.ahead, one.class, one.reason])).toEqual([
      [3, 0, 'appointmentDue', 'appointmentDue'],
      [1, 1, 'others', 'overtaken'],
      [2, 2, 'others', 'inTurn'],
      [4, 3, 'others', 'inTurn'],
    ])
  })

  it('takes whoever has waited too long first, where the rules say how long that is', () => {
    const waiting = [person(1, 'other', 0), person(2, 'other', 460), person(3, 'appointment', 490)]
    expect(tickets(waiting, { ...queue, longestWaitMinutes: 60 })).toEqual([1, 3, 2])
    expect(tickets(waiting, { ...queue, longestWaitMinutes: 30 })).toEqual([1, 2, 3])
  })

  it('holds everybody once, and does not hang on the order of what it is given', () => {
    fc.assert(
      fc.property(hall, policies, lastCalled, fc.nat(), (waiting, policy, last, turn) => {
        const order = tickets(waiting, policy, last)
        expect([...order].sort((a, b) => a - b)).toEqual(
          waiting.map((one) => one.ticket).sort((a, b) => a - b),
        )
        const cut = waiting.length === 0 ? 0 : turn % waiting.length
        const turned = [...waiting.slice(cut), ...waiting.slice(0, cut)]
        expect(tickets(turned, policy, last)).toEqual(order)
        expect(tickets(turned.reverse(), policy, last)).toEqual(order)
      }),
    )
  })

  it('lets nobody overtake another of the same class, nor a lower class a higher one', () => {
    fc.assert(
      fc.property(hall, lastCalled, (waiting, last) => {
        const order = orderQueue(waiting, queue, { now: at(500), lastCalled: last })
        const rank = (name: string) => queue.classes.findIndex((one) => one === name)
        order.forEach((one, n) => {
          for (const later of order.slice(n + 1))
            if (later.ticket < one.ticket) expect(rank(one.class)).toBeLessThan(rank(later.class))
        })
      }),
    )
  })

  it('puts everybody who has waited too long before everybody else, by ticket', () => {
    fc.assert(
      fc.property(hall, lastCalled, fc.integer({ min: 0, max: 500 }), (waiting, last, most) => {
        const late = waiting.filter((one) => 500 - one.ticket > most).map((one) => one.ticket)
        const order = tickets(waiting, { ...queue, longestWaitMinutes: most }, last)
        expect(order.slice(0, late.length)).toEqual(late.sort((a, b) => a - b))
      }),
    )
  })

  it('is the order in which people are called, if nobody else comes', () => {
    fc.assert(
      fc.property(hall, lastCalled, (waiting, last) => {
        const order = tickets(waiting, queue, last)
        let left = waiting
        let called = last
        for (const ticket of order) {
          expect(tickets(left, queue, called)[0]).toBe(ticket)
          left = left.filter((one) => one.ticket !== ticket)
          called = ticket
        }
      }),
    )
  })

  it('makes nobody wait for ever, whoever comes and goes: with m people before them, 2(m + 1) calls at most', () => {
    const act = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...sorts) },
      { weight: 2, arbitrary: fc.constant('call' as const) },
      { weight: 1, arbitrary: fc.constant('leave' as const) },
    )
    const limits = fc.option(fc.integer({ min: 0, max: 400 }))
    fc.assert(
      fc.property(fc.array(act, { maxLength: 400 }), limits, (acts, longestWaitMinutes) => {
        const policy = { ...queue, longestWaitMinutes }
        let waiting: Waiting[] = []
        let called: number | null = null
        let calls = 0
        const latest = new Map<number, number>()
        acts.forEach((one, minute) => {
          if (one === 'leave') waiting = waiting.slice(0, -1)
          else if (one !== 'call') {
            const ticket = latest.size + 1
            latest.set(ticket, calls + 2 * (waiting.length + 1))
            waiting.push(person(ticket, one, minute))
          } else {
            const [next] = orderQueue(waiting, policy, { now: at(minute), lastCalled: called })
            if (next === undefined) return
            calls++
            expect(calls).toBeLessThanOrEqual(latest.get(next.ticket) ?? 0)
            waiting = waiting.filter((other) => other.ticket !== next.ticket)
            called = next.ticket
          }
        })
        for (const { ticket } of waiting) expect(calls).toBeLessThan(latest.get(ticket) ?? 0)
      }),
      { numRuns: 300 },
    )
  })
})
