import { memoryStore, type Store } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { host, letter, staff, why } from '../complaint/county.fixture.js'
import { accuser, people, town } from './town.fixture.js'

/** A complaint that a desk has found to be an accusation. */
async function sorted(store?: Store) {
  const made = await town({}, store)
  const filed = await made.complaint.file({ ...letter, text: '水务局收受好处', place: '某街' }, accuser)
  const { id } = filed
  await made.complaint.supplement(id, { text: '后来又收了一次' }, accuser)
  await made.complaint.register(id, {}, people.desk)
  await made.complaint.note(id, { text: '内部备注' }, people.desk)
  await made.complaint.classify(
    id,
    { class: 'accusation', accused: { units: ['county-water'] } },
    people.desk,
  )
  return { ...made, id, code: filed.receipt.queryCode }
}

describe('a complaint that turns out to be an accusation', () => {
  it('goes on as one: sealed anew, under the same number and code, and closed as handed over', async () => {
    const { accusation, complaint, inquiry, platform, id, code } = await sorted()
    const taken = await accusation.takeOver(id, { accused: { persons: ['wu'] } }, people.desk)
    const before = (await complaint.get(id, host)).state
    expect(before).toMatchObject({ status: 'routedOut', confidentiality: 'sealedAccusation' })
    const { state } = await accusation.get(taken.accusation, host)
    expect(state).toMatchObject({
      status: 'registered',
      unit: 'county-discipline',
      receivedBy: 'county-petition',
      involved: ['county-petition', 'county-discipline'],
      number: before.number,
      takenFrom: id,
      identity: 'named',
      petitionerIds: ['r1'],
      accused: { units: ['county-water'], persons: ['wu'] },
      receivedOn: before.receivedOn,
    })
    const reveal = ['name', 'phone', 'receipt']
    const own = await platform.personal.read(taken.accusation, { purpose: 'ownMatter', reveal }, accuser)
    expect(own.persons[0]?.fields).toMatchObject({ name: '张某某', phone: '13800000000' })
    expect(own.receipt).toEqual({ queryCode: code })
    expect(own.texts.map(({ fields }) => fields)).toEqual([
      { title: letter.title, text: '水务局收受好处', place: '某街' },
      { text: '后来又收了一次' },
    ])
    // The receipt opens the case that goes on; the account sees where the other one was led.
    expect(await inquiry.track(code)).toMatchObject({ id: taken.accusation, kind: 'petition.accusation' })
    expect((await inquiry.follow(id, accuser)).elsewhere).toMatchObject({ body: '县纪委监委' })
    const reads = (await platform.personal.accesses(id, host)).filter(
      ({ by }) => by.id === 'accusation-take-over',
    )
    expect(reads.map(({ purpose, revealed }) => [purpose, ...revealed])).toEqual([
      ['handling'],
      ['delivery', 'receipt'],
      ['handling'],
    ])
  })

  it('is there for neither the accused nor outsiders, as the complaint was', async () => {
    const { accusation, id } = await sorted()
    for (const by of [people.water, people.housingDesk])
      expect(await why(accusation.takeOver(id, {}, by))).toEqual(['CASE_NOT_FOUND'])
    const taken = await accusation.takeOver(id, {}, people.desk)
    for (const by of [people.water, people.housingDesk]) {
      expect(await why(accusation.get(taken.accusation, by))).toEqual(['CASE_NOT_FOUND'])
      expect(await why(accusation.takeOver(id, {}, by))).toEqual(['CASE_NOT_FOUND'])
    }
  })

  it('is taken over once, however often and by however many at once', async () => {
    const { accusation, platform, id } = await sorted()
    const both = await Promise.all([1, 2, 3].map(() => accusation.takeOver(id, {}, people.desk)))
    const again = await accusation.takeOver(id, { unit: 'city-discipline' }, people.desk)
    expect(new Set([...both, again].map((one) => one.accusation)).size).toBe(1)
    const { items } = await platform.cases.find({ kind: 'petition.accusation' }, host)
    expect(items).toHaveLength(1)
  })

  it('goes on where it stopped, and a mistake in the input stores nothing', async () => {
    const store = memoryStore()
    let isDown = true
    const commit: Store['commit'] = async (given) => {
      const ends = JSON.stringify(given.streams).includes('petition.complaint-routed-out')
      if (ends && isDown) throw new Error('the process has ended')
      return await store.commit(given)
    }
    const { accusation, complaint, platform, id } = await sorted({ ...store, commit })
    const opened = async () =>
      (await platform.cases.find({ kind: 'petition.accusation' }, host)).items.map((one) => one.id)
    const head = await store.head()
    const wrong = accusation.takeOver(id, { noticeOn: '2030-01-01' }, people.desk)
    expect(await why(wrong)).toEqual(['RECEIVED_IN_FUTURE'])
    expect(await store.head()).toBe(head)

    await expect(accusation.takeOver(id, {}, people.desk)).rejects.toThrow('the process has ended')
    const [first] = await opened()
    expect((await complaint.get(id, host)).state.status).toBe('registered')
    await complaint.supplement(id, { text: '第三次' }, accuser)
    isDown = false
    expect(await accusation.takeOver(id, {}, people.desk)).toEqual({ accusation: first })
    expect(await opened()).toEqual([first])
    expect((await complaint.get(id, host)).state.status).toBe('routedOut')
    // What was said in between goes on too, once.
    await accusation.takeOver(id, {}, people.desk)
    const file = await platform.personal.read(
      first ?? '',
      { purpose: 'ownMatter', fields: ['text'] },
      accuser,
    )
    expect(file.texts.map(({ fields }) => fields.text)).toEqual([
      '水务局收受好处',
      '后来又收了一次',
      '第三次',
    ])
  })

  it('is taken over only as what it is, by whoever may lead it out, to whom it does not accuse', async () => {
    const { accusation, complaint, registered: _, id } = await sorted()
    expect(await why(accusation.takeOver(id, { unit: 'county-water' }, people.desk))).toEqual([
      'ACCUSED_RECIPIENT',
    ])
    expect(await why(accusation.takeOver(id, { accused: { units: ['city'] } }, people.desk))).toEqual([
      'COMPETENT_BODY_MISSING',
    ])
    expect(await why(accusation.takeOver(id, {}, accuser))).toEqual(['NOT_IN_CHARGE'])
    for (const input of [null, 5, { unit: 5 }, { more: 1 }, { accused: 'x' }])
      expect(await why(accusation.takeOver(id, input as never, people.desk))).toEqual(['INPUT_INVALID'])
    const appeal = await complaint.file(letter, accuser)
    expect(await why(accusation.takeOver(appeal.id, {}, people.desk))).toEqual(['STATUS'])
    await complaint.register(appeal.id, {}, people.desk)
    await complaint.classify(appeal.id, { class: 'appeal', route: 'petition' }, people.desk)
    expect(await why(accusation.takeOver(appeal.id, {}, people.desk))).toEqual(['TAKE_OVER_UNFIT'])
    expect(await why(accusation.takeOver('nowhere', {}, people.desk))).toEqual(['CASE_NOT_FOUND'])
  })

  it('keeps the days that the body has had already', async () => {
    const due = async (unit: string) => {
      const made = await sorted()
      made.clock.addDays(10)
      const { accusation } = await made.accusation.takeOver(made.id, { unit }, people.desk)
      const all = await made.platform.deadlines.of(accusation, host)
      return all.map((one) => `${one.clock} ${one.dueOn}`)
    }
    expect(await due('county-petition')).toEqual(['sortAndForward 2024-08-16'])
    expect(await due('county-housing')).toEqual(['forwardedNotice 2024-08-26'])
    expect(await due('county-discipline')).toEqual([])
  })

  it('of an author without a name stays one', async () => {
    const made = await town()
    const { id, receipt } = await made.complaint.file(
      { channel: 'online', unit: 'county-petition', title: 't', text: 't', anonymous: true },
      { kind: 'anonymous' },
    )
    await made.complaint.register(id, {}, staff.desk)
    await made.complaint.classify(id, { class: 'accusation', accusedUnknown: true }, staff.desk)
    const { accusation } = await made.accusation.takeOver(id, { unit: 'county-discipline' }, staff.desk)
    expect((await made.accusation.get(accusation, host)).state.identity).toBe('anonymous')
    await made.accusation.supplementByCode(receipt.queryCode, { text: 'more' })
    expect((await made.accusation.get(accusation, host)).version).toBe(3)
  })
})
