import { describe, expect, it } from 'vitest'
import { citizen, neighbour, why } from '../complaint/county.fixture.js'
import { friday, host, people, thursday, town, zhang } from './town.fixture.js'

describe('an appointment', () => {
  it('is found by its code at the door, and goes before those without while its half of the day lasts', async () => {
    const { visit, booked, waiting, minutes } = await town()
    const { id, receipt } = await booked()
    const other = await waiting({ petitioners: [{ name: '张某某' }] })
    minutes(10)
    expect((await visit.byCode(receipt.queryCode, people.desk)).id).toBe(id)
    expect(await why(visit.byCode(receipt.queryCode, people.school))).toEqual(['READ_NOT_ALLOWED'])
    const { state } = await visit.arrive(id, {}, people.desk)
    expect(state).toMatchObject({ status: 'waiting', ticket: { number: 2 } })
    expect(await visit.ahead(id, citizen)).toMatchObject({ ahead: 0, reason: 'appointmentDue' })
    expect(await visit.ahead(other.id, host)).toMatchObject({ ahead: 1, reason: 'overtaken' })
  })

  it('of the afternoon is none yet in the morning, and none any more after its time', async () => {
    const { visit, booked, waiting, minutes } = await town()
    const early = await booked({ half: 'afternoon' })
    const late = await booked({ half: 'morning', petitioners: [{ name: '张某某' }] }, people.desk)
    const other = await waiting()
    await visit.arrive(early.id, {}, people.desk)
    expect(await visit.ahead(early.id, citizen)).toMatchObject({ ahead: 1, reason: 'inTurn' })
    minutes(5 * 60 + 1)
    expect(await visit.ahead(early.id, citizen)).toMatchObject({ ahead: 0, reason: 'appointmentDue' })
    await visit.arrive(late.id, {}, people.desk)
    expect(await visit.ahead(late.id, host)).toMatchObject({ ahead: 2, class: 'others' })
    expect(await visit.ahead(other.id, host)).toMatchObject({ ahead: 1 })
  })

  it('that nobody comes to is recorded after its time, and not before', async () => {
    const { visit, booked, minutes, reception, centre } = await town()
    const { id } = await booked()
    expect(await why(visit.miss(id, {}, people.desk))).toEqual(['APPOINTMENT_NOT_OVER'])
    minutes(3 * 60)
    const { state } = await visit.miss(id, {}, people.desk)
    expect(state.status).toBe('missed')
    expect(await why(visit.arrive(id, {}, people.desk))).toEqual(['STATUS'])
    // Who comes later all the same is received.
    expect((await visit.walkIn({ centre, petitioners: [zhang] }, people.desk)).state.status).toBe('waiting')
    const counted = await reception.counts({ centre, from: thursday, until: thursday }, people.desk)
    expect(counted.total).toMatchObject({ appointments: 1, missed: 1, came: 1, served: 0 })
  })

  it('that is given up is free for others', async () => {
    const { visit, booked, bookedByDesk } = await town()
    const first = await booked()
    await bookedByDesk()
    expect(await why(bookedByDesk())).toEqual(['SLOT_FULL'])
    await visit.cancel(first.id, {}, citizen)
    await visit.cancel(first.id, {}, citizen)
    await booked()
    expect(await why(bookedByDesk())).toEqual(['SLOT_FULL'])
    expect(await why(visit.cancel(first.id, {}, neighbour))).toEqual(['NOT_INVOLVED'])
  })

  it('is one for each half of a day, so that nobody holds the places of others', async () => {
    const { booked, bookedByDesk, visit } = await town()
    const first = await booked()
    expect(await why(booked({ window: 'housing' }))).toEqual(['APPOINTMENT_HELD'])
    await booked({ half: 'afternoon' })
    await booked({ on: friday })
    await visit.cancel(first.id, {}, citizen)
    await booked({ window: 'housing' })
    // The desk makes appointments for many.
    await bookedByDesk({ petitioners: [zhang] })
    await bookedByDesk({ petitioners: [zhang] })
  })

  it('is made for days on which the centre is open, within what the rules allow', async () => {
    const { booked, reception, centre, store, clock } = await town()
    const head = await store.head()
    expect(await why(booked({ on: '2024-07-31' }))).toEqual(['DAY_PAST'])
    expect(await why(booked({ on: '2024-08-03' }))).toEqual(['NOT_OPEN_THAT_DAY'])
    expect(await why(booked({ on: '2024-10-01' }))).toEqual(['NOT_OPEN_THAT_DAY'])
    expect(await why(booked({ on: '9999-12-31' }))).toEqual(['NOT_OPEN_THAT_DAY'])
    expect(await why(booked({ window: 'water' }))).toEqual(['SLOT_FULL'])
    expect(await why(booked({ window: 'nobody' }))).toEqual(['WINDOW_UNKNOWN'])
    expect(await why(booked({}, { kind: 'anonymous' }))).toEqual(['NOT_IDENTIFIED'])
    expect(await why(booked({}, neighbour))).toEqual(['FILED_FOR_OTHERS'])
    expect(await store.head()).toBe(head)
    // A Saturday that is worked, and one that the office plans.
    await booked({ on: '2024-09-14' })
    await reception.day.plan({ centre, on: '2024-08-03' }, people.desk)
    const { state } = await booked({ on: '2024-08-03' })
    expect(state.appointment).toMatchObject({ on: '2024-08-03', from: '08:00', until: '12:00' })
    clock.set(`${thursday}T12:00:00+08:00`)
    expect(await why(booked())).toEqual(['HALF_DAY_OVER'])
  })

  it('cannot be a ticket from home', async () => {
    const { visit, centre } = await town()
    expect(await why(visit.walkIn({ centre, petitioners: [zhang] }, citizen))).toEqual(['TICKET_AT_CENTRE'])
    expect(await why(visit.walkIn({ centre, petitioners: [zhang] }, people.school))).toEqual([
      'NOT_STAFF_OF_CENTRE',
    ])
  })

  it('can be for another day than the one on which the person comes', async () => {
    const { visit, booked } = await town()
    const { id } = await booked({ on: friday })
    expect(await why(visit.arrive(id, {}, people.desk))).toEqual(['APPOINTMENT_OTHER_DAY'])
  })
})
