import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, staff, why } from '../complaint/county.fixture.js'
import { friday, host, people, town, zhang } from './town.fixture.js'

const housingHead: Actor = { ...people.housing, id: 'housing-head', roles: ['head', 'handler'] }
const accused = { units: ['county-housing'] }

describe('whoever is accused in a visit', () => {
  it('does not learn of it at the windows, though they work there', async () => {
    const { visit, waiting, reception, centre, platform, booked } = await town()
    await waiting({ petitioners: [{ name: '张某某' }] })
    const before = await reception.queue(centre, people.housing)
    const { id } = await waiting({ accused })
    const appointed = await booked({ on: friday, accused })
    expect(await reception.queue(centre, people.housing)).toEqual(before)
    expect((await reception.queue(centre, people.desk)).lines[0]?.waiting.map((one) => one.visit)).toContain(
      id,
    )
    for (const by of [people.housing, housingHead]) {
      const seen = JSON.stringify([
        await reception.queue(centre, by),
        (await platform.cases.find({ involving: 'county-petition', limit: 200 }, by)).items,
        await Promise.all(
          (await platform.cases.find({ kind: 'petition.reception-day' }, host)).items.flatMap((day) => [
            reception.day.get(day.id, by),
            reception.day.history(day.id, by),
          ]),
        ),
      ])
      for (const hidden of [id, appointed.id]) {
        expect(seen).not.toContain(hidden)
        expect(await why(visit.get(hidden, by))).toEqual(['CASE_NOT_FOUND'])
        expect(await why(visit.call(hidden, { outOfTurn: 'x' }, by))).toEqual(['CASE_NOT_FOUND'])
        expect(await why(visit.ahead(hidden, by))).toEqual(['CASE_NOT_FOUND'])
        expect(await why(visit.finishHandOver(hidden, by))).toEqual(['CASE_NOT_FOUND'])
      }
      expect(await why(visit.byCode(appointed.receipt.queryCode, by))).toEqual(['CASE_NOT_FOUND'])
    }
    // The display of the hall is for everybody: it shows a number.
    const text = JSON.stringify(await reception.display(centre))
    for (const hidden of [id, '张某某', 'housing-head']) expect(text).not.toContain(hidden)
  })

  it('is no window, takes no part and is no advice', async () => {
    const { visit, waiting, heard } = await town()
    expect(await why(waiting({ accused, window: 'housing' }))).toEqual(['ACCUSED_RECIPIENT'])
    const { id } = await heard({ accused })
    expect(await why(visit.invite(id, { unit: 'county-housing', question: 'q' }, people.desk))).toEqual([
      'ACCUSED_RECIPIENT',
    ])
    expect(await why(visit.advise(id, { to: 'county-housing', note: 'n' }, people.desk))).toEqual([
      'ACCUSED_RECIPIENT',
    ])
    const move = { window: 'housing', reason: 'r' }
    expect(await why(visit.transfer(id, move, people.desk))).toEqual(['ACCUSED_RECIPIENT'])
    expect(await why(waiting({ accused: { units: ['county-petition'] } }))).toEqual(['ACCUSED_RECIPIENT'])
  })

  it('at the very window loses sight of it when the person goes on elsewhere', async () => {
    const { visit, waiting, centre } = await town()
    const { id } = await waiting({ window: 'housing' })
    await visit.callNext({ centre, window: 'housing' }, people.housing)
    await visit.receive(id, {}, people.housing)
    expect(await why(visit.accuse(id, { accused: {} }, people.housing))).toEqual(['ACCUSED_MISSING'])
    expect(await why(visit.accuse(id, { accused }, people.housing))).toEqual(['ACCUSED_RECIPIENT'])
    expect(await visit.accuse(id, { accused, window: '1' }, people.housing)).toBeUndefined()
    expect(await why(visit.get(id, people.housing))).toEqual(['CASE_NOT_FOUND'])
    expect((await visit.get(id, people.desk)).state).toMatchObject({ status: 'waiting', window: '1' })
  })

  it('does not learn of the matter that comes of it, and no visit points at that', async () => {
    const { visit, heard, waiting, platform } = await town()
    const { id } = await heard({ accused: { persons: ['housing-head'], units: ['county-housing'] } })
    const input = { to: 'accusation', title: '收受礼品' } as const
    const handed = await visit.handOver(id, input, people.desk)
    for (const by of [people.desk, citizen, host])
      expect(JSON.stringify(await visit.get(id, by))).not.toContain(handed.case)
    const { state } = await platform.petition.accusation.get(handed.case, host)
    expect(state.accused).toMatchObject({ persons: ['housing-head'], units: ['county-housing'] })
    for (const by of [people.housing, housingHead])
      expect(await platform.cases.mayRead(handed.case, by)).toBe(false)
    // Its code shows it to the person, at a window too; not to whom it accuses.
    const { queryCode } = handed.receipt
    const other = await waiting({ window: 'housing' })
    await visit.call(other.id, { outOfTurn: 'x' }, people.housing)
    await visit.receive(other.id, {}, people.housing)
    expect(await why(visit.inquire(other.id, { queryCode }, people.housing))).toEqual(['QUERY_CODE_UNKNOWN'])
    expect((await visit.inquire(other.id, { queryCode }, people.desk)).id).toBe(handed.case)
  })

  it('is kept from it by a complaint too; a suggestion cannot, and an accusation needs a sealed visit', async () => {
    const { visit, heard, complaint } = await town()
    const { id } = await heard({ accused })
    expect(await why(visit.handOver(id, { to: 'suggestion', title: 't' }, people.desk))).toEqual([
      'HAND_OVER_ACCUSES',
    ])
    const handed = await visit.handOver(id, { to: 'complaint', title: 't' }, people.desk)
    expect(await why(complaint.get(handed.case, people.housing))).toEqual(['CASE_NOT_FOUND'])
    const open = await heard()
    expect(await why(visit.handOver(open.id, { to: 'accusation', title: 't' }, people.desk))).toEqual([
      'HAND_OVER_UNSEALED',
    ])
  })

  it('takes no charge of it, nor does anybody else', async () => {
    const { reception, complaint } = await town()
    const taken = { leader: 'vice', leaderUnit: 'county', until: '2024-09-30', goal: 'g' }
    const { id } = await complaint.file(
      {
        channel: 'online',
        unit: 'county-petition',
        title: 't',
        text: 't',
        petitioners: [zhang],
        accused: { persons: ['x'] },
      },
      citizen,
    )
    expect(await why(reception.charge.take({ case: id, ...taken }, staff.desk))).toEqual(['CHARGE_OF_SEALED'])
    const housing = { case: id, ...taken, leader: 'housing-head', leaderUnit: 'county-housing' }
    expect(await why(reception.charge.take(housing, people.water))).toEqual(['CASE_NOT_FOUND'])
  })
})

describe('what people say of themselves', () => {
  it('stands in the vault, and nowhere else', async () => {
    const made = await town()
    const { visit, store, reception, centre, platform } = made
    const word = 'SECRETWORD'
    const person = { name: word, phone: `138${word}`, address: word, idNumber: word }
    const { id } = await made.received({ petitioners: [person], title: word, help: word, needsHelp: true })
    await visit.record(id, { text: word, readBack: { outcome: 'refused', note: word } }, people.desk)
    await visit.invite(id, { unit: 'county-water', question: word }, people.desk)
    await visit.attend(id, { unit: 'county-water', present: true }, people.desk)
    const commitment = { text: word, by: friday }
    await visit.answer(id, { unit: 'county-water', text: word, commitment }, people.desk)
    await visit.refer(id, { kind: 'hardship', to: word, note: word, consents: true }, people.desk)
    await visit.advise(id, { to: 'city-housing', note: word }, people.desk)
    const handed = await visit.handOver(id, { to: 'complaint', title: word, place: word }, people.desk)
    const taken = { case: handed.case, leader: 'vice', leaderUnit: 'county', until: '2024-09-30', goal: word }
    const { id: charge } = await reception.charge.take(taken, people.desk)
    await reception.charge.conclude(charge, { outcome: 'resolved', result: word }, people.desk)
    await visit.close(id, { told: word }, people.desk)
    await visit.keep(id, { commitment: 1, on: '2024-08-01', proof: word }, people.desk)

    const views = ['core.inbox', 'petition.hall', 'petition.reception-days']
    const rows = await Promise.all(views.map((view) => store.find(view, { limit: 1000 })))
    const readings = [
      await visit.get(id, people.desk),
      await visit.history(id, people.desk),
      await reception.queue(centre, people.desk),
      await reception.counts({ centre, from: '2024-08-01', until: friday }, people.desk),
      await reception.charge.get(charge, people.desk),
    ]
    expect(JSON.stringify([await store.readAll(0, 10_000), rows, readings])).not.toContain(word)
    const file = await platform.personal.read(id, { purpose: 'reception', reveal: ['name'] }, people.water)
    expect(file.persons[0]?.fields).toMatchObject({ name: word })
    expect(file.persons[0]?.fields.phone).not.toBe(person.phone)
    expect(JSON.stringify(file.texts)).toContain(word)
    // Of why somebody needs help nothing is kept in the log: one flag of this visit.
    expect((await visit.get(id, people.desk)).state.needsHelp).toBe(true)
  })

  it('is read for a purpose, and not by whoever has no part in it', async () => {
    const { platform, heard } = await town()
    const { id } = await heard()
    const read = (purpose: string, by: Actor, reveal: readonly string[] = []) =>
      platform.personal.read(id, { purpose, reveal }, by)
    await read('delivery', people.desk, ['receipt', 'phone'])
    await read('ownMatter', citizen, ['receipt'])
    await read('supervision', people.cityDesk)
    for (const [purpose, by] of [
      ['reception', people.school],
      ['delivery', people.water],
      ['handOver', people.desk],
      ['ownMatter', people.desk],
    ] as const)
      expect(await why(read(purpose, by)), purpose).toEqual(['READ_NOT_ALLOWED'])
    expect(await why(read('reception', people.desk, ['phone']))).toEqual(['READ_NOT_ALLOWED'])
  })
})
