import type { Officer } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, letter, neighbour, staff, why } from '../county.fixture.js'
import { another, person, retold, text, town } from './town.fixture.js'

const neighbours = [{ id: 'r2', name: '李某某', phone: '13900000000' }]

describe('what is suggested', () => {
  it('is a case with almost the same text, wherever it is, with how much of it is the same in both languages', async () => {
    const { file, asked, complaint } = await town()
    const elder = await file({ unit: 'city-petition', text: retold, petitioners: person('13922222222') })
    await file({ text: another, title: '账目不公开', petitioners: person('13933333333') })
    const own = await file({ text })
    const found = await asked(own.id)
    expect([...found.keys()]).toEqual([elder.id])
    const [suggestion] = found.values()
    // The desk of the county may not read what lies with the city, and is told that it is there.
    expect(await why(complaint.get(elder.id, staff.desk))).toEqual(['READ_NOT_ALLOWED'])
    expect(suggestion).toEqual({
      id: elder.id,
      number: null,
      status: 'received',
      unit: 'city-petition',
      receivedOn: '2024-08-01',
      area: null,
      matter: null,
      reasons: [
        {
          reason: 'similarText',
          similarity: expect.closeTo(0.8, 1) as number,
          text: {
            en: expect.stringMatching(/^\d\d % of the text is the same$/) as string,
            zh: expect.stringMatching(/^文字相似度\d\d%$/) as string,
          },
        },
      ],
    })
    expect((await complaint.duplicates(own.id, staff.desk)).compared).toBe('all')
  })

  it('is a case in English too, whatever its punctuation and case', async () => {
    const { file, asked } = await town()
    const english =
      'Loudspeakers below our flats play until half past ten, for 30 days now. We asked them 4 times to stop.'
    const elder = await file({ title: 'Noise every night', text: english })
    const own = await file({
      title: 'NOISE EVERY NIGHT',
      text: english.toUpperCase().replaceAll('.', ' !!'),
      petitioners: person('13922222222'),
    })
    expect((await asked(own.id)).get(elder.id)?.reasons).toMatchObject([{ similarity: 1 }])
  })

  it('is a case of the same account, phone or identity number, the numbers only for who may look for persons', async () => {
    const { file, asked, complaint } = await town()
    const idNumber = '32080119900101000X'
    const of = (title: string, petitioner: object) =>
      file({ title, text: `${title}${another}`, petitioners: [{ name: '张某某', ...petitioner }] })
    const byAccount = await of('账号', { id: 'r1' })
    const byPhone = await of('电话', { phone: '+86 138-0000-0000' })
    const byNumber = await of('证件', { idNumber: ' 32080119900101000x' })
    const own = await file({ petitioners: [{ id: 'r1', name: '张某某', phone: '13800000000', idNumber }] })
    await complaint.register(own.id, {}, staff.desk)
    const ways = async (by: Officer) =>
      new Map([...(await asked(own.id, by))].map(([id, { reasons }]) => [id, reasons[0]]))
    const desk = await ways(staff.desk)
    expect(desk.get(byAccount.id)).toMatchObject({ reason: 'samePetitioner', by: ['account'] })
    expect(desk.get(byPhone.id)).toMatchObject({
      by: ['phone'],
      text: { en: 'The same petitioner, by phone number', zh: '同一信访人（电话相同）' },
    })
    expect(desk.get(byNumber.id)).toMatchObject({ by: ['idNumber'] })
    const handler: Officer = { kind: 'officer', id: 'h', unit: 'county-petition', roles: ['handler'] }
    expect([...(await ways(handler)).keys()]).toEqual([byAccount.id])
  })

  it('is a case at the same place, and the area and matter strengthen what else is alike', async () => {
    const { file, asked, complaint } = await town()
    const at = (area: string, place: string, title: string) =>
      file({
        area,
        place,
        title,
        text: `${title}，${title}`,
        petitioners: person(`139${title.length}0000000`),
      })
    const same = await at('county', '建设路 12 号 3 栋', '电梯停运')
    await at('town', '建设路12号3栋', '在别处')
    await at('county', '建设路13号', '下水道堵塞很久')
    const own = await at('county', '建设路１２号，3栋', '楼道没有灯了')
    expect([...(await asked(own.id))].map(([id, { reasons }]) => [id, reasons])).toEqual([
      [same.id, [{ reason: 'samePlace', by: 'place', text: { en: 'The same place', zh: '同一地点' } }]],
    ])
    const first = await file({ text, area: 'town', matter: 'housing' })
    const second = await file({
      text: retold,
      area: 'town',
      matter: 'housing',
      petitioners: person('13922222222'),
    })
    await complaint.register(second.id, {}, staff.desk)
    expect((await asked(second.id)).get(first.id)?.reasons.map(({ reason }) => reason)).toEqual([
      'similarText',
      'samePlace',
    ])
  })

  it('is ordered: more reasons first, then the more similar text, then the elder case', async () => {
    const { file, complaint } = await town()
    const weak = await file({ title: '账目', text: another })
    const alike = await file({ text: retold, petitioners: person('13922222222') })
    const copy = await file({ text, petitioners: person('13933333333') })
    const copyLater = await file({ text, petitioners: person('13944444444') })
    const both = await file({ text: retold })
    const own = await file({ text })
    const { suggestions } = await complaint.duplicates(own.id, staff.desk)
    expect(suggestions.map(({ id }) => id)).toEqual([both.id, copy.id, copyLater.id, alike.id, weak.id])
  })

  it('is at most fifty of those who hand in one letter', async () => {
    const { file, complaint } = await town()
    for (let n = 0; n < 60; n++) await file({ text, petitioners: person(`139${String(n).padStart(8, '0')}`) })
    const own = await file({ text, petitioners: person('13700000000') })
    expect((await complaint.duplicates(own.id, staff.desk)).suggestions).toHaveLength(50)
  })
})

describe('an accusation, and what is kept in confidence', () => {
  it('is suggested to nobody by its text, and not compared itself', async () => {
    const { file, asked, complaint, held } = await town()
    const sealed = await complaint.file({ ...letter, text, accused: { units: ['county-water'] } }, citizen)
    const confidential = await complaint.file({ ...letter, text, confidential: true }, citizen)
    const own = await file({ text })
    expect([...(await asked(own.id, host)).keys()]).toEqual([])
    expect(await held()).toBe(1)
    for (const { id } of [sealed, confidential])
      expect(await complaint.duplicates(id, host)).toMatchObject({ compared: 'none' })
  })

  it('is forgotten as soon as it becomes one', async () => {
    const { file, asked, complaint, held } = await town()
    const own = await file({ text })
    const other = await file({ text: retold, petitioners: person('13922222222') })
    await complaint.register(other.id, {}, staff.desk)
    expect([...(await asked(own.id)).keys()]).toEqual([other.id])
    expect(await held()).toBe(2)
    await complaint.classify(other.id, { class: 'accusation', accusedUnknown: true }, staff.desk)
    expect([...(await asked(own.id, host)).keys()]).toEqual([])
    expect(await held()).toBe(1)
  })

  it('is suggested to nobody by its petitioner either, an accusation; what is confidential to who may read it', async () => {
    const { file, asked, complaint } = await town()
    const filing = { ...letter, unit: 'city-discipline', text: another }
    await complaint.file({ ...filing, accused: { units: ['county-water'] } }, citizen)
    const confidential = await complaint.file({ ...filing, confidential: true }, citizen)
    const own = await file({ unit: 'county-water', petitioners: letter.petitioners ?? [] })
    expect([...(await asked(own.id, staff.water)).keys()]).toEqual([])
    expect([...(await asked(own.id, host)).keys()]).toEqual([confidential.id])
  })
})

describe('a petitioner', () => {
  it('learns of their own matters, and of nobody else’s', async () => {
    const { complaint, asked, file } = await town()
    const mine = await complaint.file({ ...letter, text: another }, citizen)
    const theirs = await file({ text, petitioners: neighbours })
    const group = await complaint.file(
      {
        ...letter,
        text,
        petitioners: [...(letter.petitioners ?? []), ...neighbours],
        representatives: ['r1'],
      },
      citizen,
    )
    expect([...(await asked(group.id, citizen)).keys()]).toEqual([mine.id])
    expect([...(await asked(group.id, neighbour)).keys()]).toEqual([theirs.id])
    expect((await complaint.duplicates(group.id, citizen)).compared).toBe('none')
    for (const by of [neighbour, { kind: 'anonymous' } as const])
      expect(await why(complaint.duplicates(mine.id, by))).toEqual(['READ_NOT_ALLOWED'])
  })
})
