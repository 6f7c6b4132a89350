import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { host, refusal, why } from '../complaint/county.fixture.js'
import { accuser, charge, people, town } from './town.fixture.js'

const above = { kind: 'officer', id: 'county-head', unit: 'county', roles: ['head'] } as const
const records = { kind: 'officer', id: 'rec', unit: 'county-discipline', roles: ['recordsOfficer'] } as const

/** Who may read for each purpose, at a case under investigation; and what is revealed of the accuser. */
const table: readonly (readonly [purpose: string, may: readonly Actor[], name: string, hasTexts: boolean])[] =
  [
    ['registration', [people.discipline, people.disciplineHead], '张某某', true],
    ['investigation', [people.investigator], '张某某', true],
    ['feedback', [people.discipline, people.disciplineHead, people.investigator], '张某某', false],
    ['protection', [people.disciplineHead], '张某某', true],
    ['supervision', [above], '', true],
    ['ownMatter', [accuser], '张某某', true],
    ['recordKeeping', [records], '', false],
  ]
const everybody: readonly Actor[] = [
  people.desk,
  people.discipline,
  people.disciplineHead,
  people.investigator,
  people.colleague,
  people.water,
  above,
  records,
  accuser,
  { kind: 'resident', id: 'r2' },
  { kind: 'anonymous' },
]

describe('who accuses', () => {
  it.each(table)('is read for %s by nobody but whose duty it is', async (purpose, may, name, hasTexts) => {
    const { platform, investigating } = await town()
    const { id } = await investigating({ accusers: [{ id: 'r1', name: '张某某', phone: '13800000000' }] })
    const reveal = name === '' ? [] : ['name']
    for (const by of everybody) {
      const reading = platform.personal.read(id, { purpose, reveal }, by)
      if (!may.includes(by)) {
        expect(['READ_NOT_ALLOWED', 'CASE_NOT_FOUND'], JSON.stringify(by)).toContain(
          (await refusal(reading)).code,
        )
        continue
      }
      const { persons, texts } = await reading
      expect(persons[0]?.fields.name).toBe(name === '' ? '张**' : name)
      expect(persons[0]?.fields.phone).toBe('138****0000')
      expect(texts.length > 0).toBe(hasTexts)
    }
    const reads = (await platform.personal.accesses(id, host)).filter((one) => one.purpose === purpose)
    expect(reads.map(({ by }) => by.id)).toEqual(may.map((by) => ('id' in by ? by.id : undefined)))
  })

  it('is masked from those who supervise or keep it, whatever they ask', async () => {
    const { platform, investigating } = await town()
    const { id } = await investigating()
    for (const [purpose, by] of [
      ['supervision', above],
      ['recordKeeping', records],
    ] as const)
      for (const field of ['name', 'phone', 'receipt'])
        expect((await refusal(platform.personal.read(id, { purpose, reveal: [field] }, by))).code).toBe(
          'READ_NOT_ALLOWED',
        )
  })

  it('is found by no search', async () => {
    const { platform, filed } = await town()
    await filed()
    const search = { kind: 'petition.accusation', field: 'phone', value: '13800000000' }
    for (const purpose of ['duplicates', 'identification'])
      expect(await why(platform.personal.find({ ...search, purpose }, people.desk))).toEqual([
        'INPUT_INVALID',
      ])
  })

  it('and what is written stand in the vault alone', async () => {
    const { accusation, store, told, today } = await town()
    const { id } = await told()
    await accusation.supplement(id, { text: '补充材料甲', evidence: ['upload-9'] }, accuser)
    await accusation.protect(id, { measure: '保护措施乙' }, host)
    await accusation.propose(id, { to: 'city', proposal: '建议丙' }, host)
    await accusation.tellPersonnel(id, { to: 'city-organization', report: '通报丁' }, host)
    await accusation.recuse(id, { person: 'x', reason: '回避戊' }, host)
    await accusation.nameAccused(id, { accused: { persons: ['y'] } }, host)
    await accusation.close(id, {}, host)
    await accusation.reopen(id, { ground: 'supervision', reasons: '重办己' }, host)
    await accusation.investigate(id, { investigators: ['inv-1'] }, host)
    await accusation.conclude(id, { outcome: 'clarified', findings: '结论庚' }, host)
    const clearing = {
      on: today(),
      manner: 'writing',
      units: ['county-water'],
      approvedBy: 'dis-head',
    } as const
    await accusation.clarify(id, { ...clearing, statement: '澄清辛' }, host)
    const log = JSON.stringify([await store.readAll(0, 1000), await store.find('core.inbox', { limit: 100 })])
    expect(log).not.toMatch(/张某某|13800000000|收受|upload|甲|乙|丙|丁|戊|己|庚|辛|属实|call 1/)
    expect(log).not.toContain(charge.title)
  })
})
