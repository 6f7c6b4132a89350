import { type Actor, type Commit, createPlatform, memoryStore, type Store } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, refusal, why } from '../complaint/county.fixture.js'
import { petition } from '../plugin.js'
import { friday, host, people, said, type Town, thursday, town, zhang } from './town.fixture.js'

const somebody = { petitioners: [{ name: '张某某' }] }
const resident = (n: number): Actor => ({ kind: 'resident', id: `r${n}` })

/** A store that breaks off before it stores an event of this type, so many times. */
function breaking(): { readonly store: Store; readonly before: (type: string, times?: number) => void } {
  const whole = memoryStore()
  let [broken, left] = ['', 0]
  const commit = async (given: Commit) => {
    const isIt = given.streams.some(({ events }) => events.some(({ type }) => type === broken))
    if (isIt && left-- > 0) throw new Error('the process was killed')
    return await whole.commit(given)
  }
  return {
    store: { ...whole, commit },
    before(type, times = 1) {
      broken = type
      left = times
    },
  }
}

/** Another process on the same store. */
function neighbourOf({ store, clock }: Town) {
  return createPlatform({ store, plugins: [petition()], now: clock.now }).petition.receptionCentre
}

const outcomes = async (all: readonly Promise<{ readonly id: string }>[]) => {
  const settled = await Promise.allSettled(all)
  const ids = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []))
  const codes = settled.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
  )
  return { ids, codes }
}

const visitsOf = async ({ platform }: Town, status: string) =>
  (await platform.cases.find({ kind: 'petition.visit', status, limit: 200 }, host)).items.map((one) => one.id)

describe('a crowd', () => {
  it('of fifty that books five places gets five, and the others leave no trace', async () => {
    const made = await town()
    const { visit, centre, store, platform } = made
    const before = await store.head()
    const input = { centre, on: friday, half: 'morning', window: 'housing' } as const
    const { ids, codes } = await outcomes(
      Array.from({ length: 50 }, (_, n) =>
        visit.book({ ...input, petitioners: [{ id: `r${n}`, name: '张某某' }] }, resident(n)),
      ),
    )
    expect(new Set(ids).size).toBe(5)
    expect(codes).toEqual(Array.from({ length: 45 }, () => 'SLOT_FULL'))
    expect(await visitsOf(made, 'appointed')).toHaveLength(5)
    // The day, and of each of the five: asked for, place, appointment.
    expect((await store.head()) - before).toBe(1 + 5 * 3)
    const [day] = (await platform.cases.find({ kind: 'petition.reception-day' }, host)).items
    expect((await made.reception.day.get(day?.id ?? '', host)).state.places).toHaveLength(5)
  })

  it('that books in two processes at once gets the places that there are', async () => {
    const made = await town()
    const other = neighbourOf(made)
    const input = { centre: made.centre, on: friday, half: 'morning', window: 'housing' } as const
    const { ids, codes } = await outcomes(
      Array.from({ length: 20 }, (_, n) => {
        const of = n % 2 === 0 ? made.visit : other.visit
        return of.book({ ...input, petitioners: [{ id: `r${n}`, name: '张某某' }] }, resident(n))
      }),
    )
    expect(ids).toHaveLength(5)
    expect(new Set(codes)).toEqual(new Set(['SLOT_FULL']))
    expect((await visitsOf(made, 'appointed')).sort()).toEqual(ids.sort())
    expect(await visitsOf(made, 'requested')).toEqual([])
    expect((await made.platform.cases.find({ kind: 'petition.reception-day' }, host)).items).toHaveLength(1)
  })

  it('of two hundred draws two hundred different tickets, also in two processes', async () => {
    const made = await town()
    const other = neighbourOf(made)
    const drawn = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        (n % 10 === 0 ? other.visit : made.visit).walkIn({ centre: made.centre, ...somebody }, people.desk),
      ),
    )
    const numbers = drawn.map(({ state }) => state.ticket?.number ?? 0).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
    const { lines } = await made.reception.queue(made.centre, people.desk)
    expect(lines[0]?.waiting).toHaveLength(200)
  })

  it('at one window is called by two officers without calling anybody twice', async () => {
    const { visit, centre, waiting } = await town()
    for (let n = 0; n < 10; n++) await waiting(somebody)
    const called = await Promise.all(
      Array.from({ length: 12 }, () => visit.callNext({ centre, window: '1' }, people.desk)),
    )
    const ids = called.flatMap((one) => one?.id ?? [])
    expect(new Set(ids).size).toBe(10)
    expect(called.filter((one) => one === undefined)).toHaveLength(2)
  })
})

describe('a request that is repeated with its key', () => {
  it('makes one appointment, however often and at whatever time', async () => {
    const made = await town()
    const { visit, centre, reception } = made
    const input = { centre, on: friday, half: 'morning', petitioners: [zhang] } as const
    const key = { idempotencyKey: 'one' }
    const all = await Promise.all(Array.from({ length: 10 }, () => visit.book(input, citizen, key)))
    const [first] = all
    expect(new Set(all.map(({ id, receipt }) => `${id} ${receipt.queryCode}`)).size).toBe(1)
    // Who is on duty has changed, and the place is the last one: it is theirs all the same.
    const { id: day } = await reception.day.plan({ centre, on: friday }, people.desk)
    await reception.day.staff(day, { window: '1', half: 'morning', unit: 'county-housing' }, people.desk)
    await made.bookedByDesk({ on: friday })
    const again = await visit.book(input, citizen, key)
    expect([again.id, again.receipt]).toEqual([first?.id, first?.receipt])
    expect(await why(visit.book({ ...input, half: 'afternoon' }, citizen, key))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ])
    expect(await why(visit.walkIn({ centre, petitioners: [zhang] }, citizen, key))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ])
    expect(await visitsOf(made, 'appointed')).toHaveLength(2)
  })

  it.each(['petition.reception-day-planned', 'petition.place-taken', 'petition.visit-appointed'])(
    'goes on with an appointment that was cut off before %s',
    async (type) => {
      const { store, before } = breaking()
      const made = await town({}, undefined, store)
      before(type)
      const key = { idempotencyKey: 'one' }
      const input = { centre: made.centre, on: friday, half: 'morning', petitioners: [zhang] } as const
      await expect(made.visit.book(input, citizen, key)).rejects.toThrow('killed')
      expect(await visitsOf(made, 'requested')).toHaveLength(1)
      const visit = await made.visit.book(input, citizen, key)
      expect(visit.state.status).toBe('appointed')
      expect((await made.visit.byCode(visit.receipt.queryCode, people.desk)).id).toBe(visit.id)
      expect(await visitsOf(made, 'requested')).toEqual([])
    },
  )

  it.each(['petition.ticket-issued', 'petition.visit-ticket-drawn'])(
    'goes on with a ticket that was cut off before %s',
    async (type) => {
      const { store, before } = breaking()
      const made = await town({}, undefined, store)
      const { id } = await made.booked()
      before(type)
      await expect(made.visit.arrive(id, {}, people.desk)).rejects.toThrow('killed')
      expect(await visitsOf(made, 'arrived')).toEqual([id])
      expect((await made.visit.arrive(id, {}, people.desk)).state.ticket?.number).toBe(1)
      expect((await made.waiting()).state.ticket?.number).toBe(2)
    },
  )

  it('takes in whoever was at the door when it was cut off, once', async () => {
    const { store, before } = breaking()
    const made = await town({}, undefined, store)
    const input = { centre: made.centre, ...somebody }
    const key = { idempotencyKey: 'one' }
    before('petition.ticket-issued')
    await expect(made.visit.walkIn(input, people.desk, key)).rejects.toThrow('killed')
    const came = await made.visit.walkIn(input, people.desk, key)
    expect(came.state).toMatchObject({ status: 'waiting', ticket: { number: 1 } })
    expect((await made.visit.walkIn(input, people.desk, key)).id).toBe(came.id)
    expect(await visitsOf(made, 'waiting')).toEqual([came.id])
  })

  it('frees a place whose freeing was cut off', async () => {
    const { store, before } = breaking()
    const made = await town({}, undefined, store)
    const first = await made.booked()
    await made.bookedByDesk()
    before('petition.place-freed')
    await expect(made.visit.cancel(first.id, {}, citizen)).rejects.toThrow('killed')
    expect(await why(made.bookedByDesk())).toEqual(['SLOT_FULL'])
    await made.visit.cancel(first.id, {}, citizen)
    await made.booked()
  })
})

describe('a hand-over', () => {
  const complaintsOf = async ({ platform }: Town) =>
    (await platform.cases.find({ kind: 'petition.complaint', limit: 200 }, host)).items.map((one) => one.id)

  it.each(['petition.complaint-filed', 'petition.visit-hand-over-settled'])(
    'that was cut off before %s is finished once, by whoever goes on with it',
    async (type) => {
      const { store, before } = breaking()
      const made = await town({}, undefined, store)
      const { visit } = made
      const { id } = await made.heard()
      before(type)
      const input = { to: 'complaint', title: '漏水' } as const
      await expect(visit.handOver(id, input, people.desk)).rejects.toThrow('killed')
      // What is said or found in between changes nothing of what was decided.
      await visit.record(id, { text: '还有一件事', readBack: { outcome: 'confirmed' } }, people.desk)
      await visit.accuse(id, { accused: { units: ['county-water'] } }, people.desk)
      // Neither another one, nor the end of the visit, until it is finished.
      expect(await why(visit.handOver(id, { ...input, title: '别的' }, people.desk))).toEqual([
        'HAND_OVER_PENDING',
      ])
      expect(await why(visit.close(id, { told: 't' }, people.desk))).toEqual(['HAND_OVER_PENDING'])
      expect(await why(visit.finishHandOver(id, people.housing))).toEqual(['CASE_NOT_FOUND'])
      made.clock.addDays(1)
      const colleague = { ...people.desk, id: 'desk-2' }
      const done = await Promise.all([
        visit.finishHandOver(id, colleague),
        visit.finishHandOver(id, people.desk),
      ])
      expect(done.map((one) => one.case)).toEqual([done[0]?.case, done[0]?.case])
      expect(done[0]?.receipt).toEqual(done[1]?.receipt)
      expect(await complaintsOf(made)).toEqual([done[0]?.case])
      const { state } = await made.complaint.get(done[0]?.case ?? '', host)
      expect(state).toMatchObject({ receivedOn: thursday, accused: { units: [] } })
      const file = await made.platform.personal.read(done[0]?.case ?? '', { purpose: 'handling' }, host)
      expect(file.texts[0]?.fields.text).toBe(said)
      expect(await why(visit.finishHandOver(id, people.desk))).toEqual(['HAND_OVER_NOT_OPEN'])
      await visit.handOver(id, { ...input, title: '另一件事', text: said }, people.desk)
      expect(await complaintsOf(made)).toHaveLength(2)
    },
  )

  it('that is repeated with its key answers with the first', async () => {
    const made = await town()
    const { id } = await made.heard()
    const input = { to: 'complaint', title: '漏水' } as const
    const key = { idempotencyKey: 'one' }
    const first = await made.visit.handOver(id, input, people.desk, key)
    const again = await made.visit.handOver(id, input, people.desk, key)
    expect([again.case, again.receipt]).toEqual([first.case, first.receipt])
    expect(await complaintsOf(made)).toHaveLength(1)
  })

  it('that the other function refuses is told, and another one can be decided', async () => {
    const { store, before } = breaking()
    const made = await town({}, undefined, store)
    const { visit, platform, clock } = made
    const { id } = await made.heard()
    before('petition.complaint-filed')
    const input = { to: 'complaint', title: '漏水' } as const
    await expect(visit.handOver(id, input, people.desk)).rejects.toThrow('killed')
    clock.addDays(1)
    // The office that was to receive it is gone; its work goes on elsewhere.
    const office = { id: 'new-office', name: 'n', level: 'county', type: 'petitionOffice', parent: 'county' }
    await platform.organizations.merge({ from: ['county-petition'], into: office, on: friday }, host)
    const desk = { ...people.desk, unit: 'new-office' }
    expect((await refusal(visit.finishHandOver(id, desk))).code).toBe('UNIT_UNKNOWN')
    expect((await visit.get(id, desk)).state.handOvers).toMatchObject([{ state: 'failed' }])
    const done = await visit.handOver(id, input, desk)
    expect((await made.complaint.get(done.case, host)).state.unit).toBe('new-office')
  })

  it('of more than fits into one text says so before anything is decided', async () => {
    const made = await town()
    const { id } = await made.received()
    const statement = { text: '漏'.repeat(15_000), readBack: { outcome: 'confirmed' } } as const
    for (let n = 0; n < 2; n++) await made.visit.record(id, statement, people.desk)
    const input = { to: 'complaint', title: '漏水' } as const
    expect(await why(made.visit.handOver(id, input, people.desk))).toEqual(['HAND_OVER_TEXT_TOO_LONG'])
    await made.visit.handOver(id, { ...input, text: said }, people.desk)
  })
})

describe('a clock that is set wrong', () => {
  it('moves no number back, and no visit before what has happened to it', async () => {
    const made = await town()
    const { visit, clock, reception, centre } = made
    const first = await made.waiting()
    clock.set(`${thursday}T08:00:00+08:00`)
    const second = await made.waiting(somebody)
    const [a, b] = [first.state.ticket, second.state.ticket]
    expect([a?.number, b?.number]).toEqual([1, 2])
    expect(await visit.ahead(second.id, host)).toMatchObject({ ahead: 1 })
    const called = await visit.callNext({ centre, window: '1' }, people.desk)
    expect(called?.id).toBe(first.id)
    expect((called?.state.calledAt ?? '') >= (a?.at ?? '')).toBe(true)
    // Far ahead: another day has other tickets.
    clock.addDays(400)
    expect((await reception.queue(centre, people.desk)).lines.every((one) => one.waiting.length === 0)).toBe(
      true,
    )
    const later = await made.waiting(somebody)
    expect(later.state.ticket).toMatchObject({ number: 1, on: '2025-09-05' })
    clock.addDays(-400)
    const counts = await reception.counts({ centre, from: thursday, until: thursday }, people.desk)
    expect(counts.total.wait).toEqual({ called: 1, p50: 0, p90: 0, most: 0 })
  })
})
