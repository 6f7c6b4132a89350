import { compileCalendar, memoryStore } from '@redress/core'
import { chinaCalendar } from '@redress/core/calendars/china'
import { testPlatform } from '@redress/core/testing'
import { describe, expect, it } from 'vitest'
import { citizen, host, remedy, sections, staff } from '../../complaint/county.fixture.js'
import { petitionErrors } from '../../errors.js'
import { petition } from '../../plugin.js'
import { figures, rulesWith, supervised } from '../supervision.fixture.js'
import { all, inShort } from './all.fixture.js'
import { idleDays } from './idle.js'
import { procedureChecks } from './procedure.js'

describe('the findings', () => {
  it('are none where everything is in time', async () => {
    const town = await supervised()
    await town.accepted()
    expect(await all(town, {}, staff.county)).toEqual([])
  })

  it('name the late duty, its unit and the article, in both languages, and the matters that are open', async () => {
    const town = await supervised({})
    const { id: matter, state } = await town.opened()
    town.clock.addDays(61)
    const [late] = await all(town, {}, staff.desk)
    expect(late).toEqual({
      trigger: 'late',
      case: { id: state.case?.id, kind: 'petition.complaint', number: state.case?.number },
      unit: 'county-housing',
      fact: { found: 'lateDuty', clock: 'handle', dueOn: '2024-09-30' },
      source: '信访工作条例 2022 Art. 40 ¶1',
      text: {
        en: "'county-housing' is late with handling the matter: it was due on 2024-09-30.",
        zh: '“county-housing”逾期：办理并出具处理意见书，应于2024-09-30前完成。',
      },
      matters: [matter],
    })
    await town.supervision.matters.close(matter, { result: 'unfounded', text: 't' }, staff.desk)
    expect((await all(town, {}, staff.desk))[0]?.matters).toEqual([])
  })

  it('tell a report that is owed from other late duties, also after the case is closed', async () => {
    const town = await supervised({})
    const { id } = await town.registered()
    const order = { to: 'county-housing', manner: 'assignment', reportBy: '2024-08-20' } as const
    await town.complaint.refer(id, order, staff.desk)
    await town.complaint.accept(id, {}, staff.housingDesk)
    await town.heard(id)
    const answer = { ...sections, outcome: 'explained', remedy } as const
    await town.complaint.answer(id, answer, staff.housing)
    await town.complaint.deliver(id, { on: town.today(), manner: 'receipt', proof: 'p' }, staff.housing)
    await town.complaint.close(id, { summary: 's' }, staff.housing)
    town.clock.addDays(30)
    expect((await all(town, {}, staff.desk)).map(inShort)).toEqual([
      ['notReported', 'county-housing', 'lateDuty'],
    ])
    expect(await all(town, { triggers: ['late'] }, staff.desk)).toEqual([])
    await town.complaint.reportBack(id, { report: 'r' }, staff.housingDesk)
    expect(await all(town, {}, staff.desk)).toEqual([])
  })

  it('see every late duty of a case', async () => {
    const town = await supervised({})
    const { id } = await town.registered()
    const order = { to: 'county-housing', manner: 'assignment', reportBy: '2024-08-10' } as const
    await town.complaint.refer(id, order, staff.desk)
    town.clock.addDays(30)
    const facts = (await all(town, {}, staff.desk)).map(({ fact }) => 'clock' in fact && fact.clock)
    expect(facts).toEqual(['forwardedNotice', 'assignedReport'])
  })

  it('see an unanswered urging and an unanswered explanation as late too', async () => {
    const town = await supervised({})
    const { id } = await town.opened()
    await town.supervision.matters.urge(id, { text: 't', answerBy: '2024-08-05' }, staff.desk)
    town.clock.addDays(10)
    const [found] = await all(town, {}, staff.desk)
    expect(found).toMatchObject({
      case: { id, kind: 'petition.supervision' },
      unit: 'county-housing',
      fact: { clock: 'answerUrging', dueOn: '2024-08-05' },
    })
  })
})

describe('delay', () => {
  it('is so many working days without an act; a note, a supplement and an assignment are none', async () => {
    const town = await supervised()
    const { id } = await town.accepted()
    const query = { triggers: ['shirking'] } as const
    town.clock.set('2024-08-15T01:00:00Z')
    await town.complaint.note(id, { text: 'n' }, staff.housing)
    await town.complaint.supplement(id, { text: 's' }, citizen)
    await town.complaint.assign(id, { handler: 'other' }, staff.housingDesk)
    // From Thursday the first to Thursday the fifteenth: ten working days.
    const [found] = await all(town, query, staff.desk)
    expect(found).toMatchObject({
      unit: 'county-housing',
      source: '信访工作条例 2022 Art. 28 ¶1, 40 ¶1',
      fact: { found: 'idle', since: '2024-08-01', workDays: 10, threshold: figures.idleWorkDays },
    })
    expect(found?.text.en).toContain('not verified')
    town.clock.set('2024-08-14T01:00:00Z')
    expect(await all(town, query, staff.desk)).toEqual([])
    town.clock.set('2024-08-15T01:00:00Z')
    await town.heard(id)
    expect(await all(town, query, staff.desk)).toEqual([])
  })

  it('of one working day is found on the next day', async () => {
    const town = await supervised({ idleWorkDays: { ...figures.idleWorkDays, amount: 1 } })
    await town.accepted()
    expect(await all(town, {}, staff.desk)).toEqual([])
    town.clock.addDays(1)
    expect((await all(town, {}, staff.desk)).map(inShort)).toEqual([['shirking', 'county-housing', 'idle']])
  })

  it('is not of a case in which the next step is the petitioner’s, nor of a closed one', async () => {
    const town = await supervised()
    const { id } = await town.delivered()
    town.clock.addDays(60)
    expect(await all(town, {}, staff.desk)).toEqual([])
    await town.complaint.close(id, { summary: 's' }, staff.housing)
    expect(await all(town, {}, staff.desk)).toEqual([])
  })

  it('starts anew with a reopening', async () => {
    const town = await supervised()
    const { id } = await town.delivered()
    town.clock.addDays(50)
    await town.complaint.reopen(id, { ground: 'supervision', facts: 'f' }, staff.housingHead)
    expect(await all(town, { triggers: ['shirking'] }, staff.desk)).toEqual([])
    town.clock.addDays(30)
    expect((await all(town, { triggers: ['shirking'] }, staff.desk)).map(inShort)).toEqual([
      ['shirking', 'county-housing', 'idle'],
    ])
  })

  it('counts weekdays where the holidays are not known, and says so', () => {
    const calendar = compileCalendar(chinaCalendar)
    const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
    const count = (from: string, to: string) => idleDays(day(from), day(to), calendar, chinaCalendar.weekend)
    // Saturday 2024-09-14 is worked, 15 to 17 are days off.
    expect(count('2024-09-12', '2024-09-20')).toEqual({ workDays: 5 })
    expect(count('2024-09-20', '2024-09-20')).toEqual({ workDays: 0 })
    expect(count('2024-09-20', '2024-09-10')).toEqual({ workDays: 0 })
    expect(count('2099-01-01', '2099-01-08')).toEqual({ workDays: 5, provisional: 2099 })
  })
})

describe('shirking', () => {
  it('is so many objections, whoever raised them', async () => {
    const town = await supervised({ ...figures, idleWorkDays: null })
    const { complaint } = town
    const { id } = await town.referred()
    const giveBack = async (by: typeof staff.housingDesk) => {
      await complaint.object(id, { reasons: 'r' }, by)
      await complaint.answerObjection(id, { consent: true, reasons: 'r' }, staff.desk)
    }
    await giveBack(staff.housingDesk)
    await complaint.refer(id, { to: 'county-water', manner: 'transfer' }, staff.desk)
    expect(await all(town, {}, staff.desk)).toEqual([])
    await giveBack(staff.water)
    const [found] = await all(town, {}, staff.desk)
    expect(found).toMatchObject({
      trigger: 'shirking',
      unit: 'county-water',
      fact: { found: 'objections', times: 2 },
    })
  })

  it('is not found in a case that was only handed on', async () => {
    const town = await supervised({ ...figures, idleWorkDays: null })
    const { id } = await town.referred()
    await town.complaint.refer(id, { to: 'county-water', manner: 'transfer' }, staff.housingDesk)
    await town.complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.water)
    expect(await all(town, {}, staff.desk)).toEqual([])
  })
})

describe('an opinion that supports the request', () => {
  it('is found where it is not carried out in time', async () => {
    const town = await supervised()
    const { id } = await town.delivered('supported')
    const query = { triggers: ['notExecuted'] } as const
    town.clock.addDays(30)
    expect(await all(town, query, staff.desk)).toEqual([])
    town.clock.addDays(1)
    expect((await all(town, query, staff.desk))[0]).toMatchObject({
      unit: 'county-housing',
      source: '信访工作条例 2022 Art. 32 ¶2, 40 ¶1',
      fact: { found: 'notExecuted', since: '2024-08-01', days: 31, threshold: { verified: true } },
    })
    await town.complaint.recordExecution(id, { on: town.today(), proof: 'p' }, staff.housing)
    expect(await all(town, query, staff.desk)).toEqual([])
  })

  it('of which the petitioner wants no more is not', async () => {
    const town = await supervised()
    const { id } = await town.delivered('supported')
    await town.complaint.withdraw(id, { reason: 'r', freely: true }, citizen)
    town.clock.addDays(90)
    expect(await all(town, {}, staff.desk)).toEqual([])
  })
})

describe('the procedure', () => {
  it('finds a notice that keeps something of the remedy from the petitioner', async () => {
    const town = await supervised()
    const { id } = await town.accepted()
    await town.heard(id)
    await town.complaint.answer(id, { ...sections, outcome: 'explained' }, staff.housing)
    const [found] = await all(town, { triggers: ['procedure'] }, staff.desk)
    expect(found).toMatchObject({
      trigger: 'procedure',
      unit: 'county-housing',
      fact: { found: 'defectiveNotice', on: '2024-08-01' },
    })
  })

  it('does not find one where there is no right of review', async () => {
    const town = await supervised()
    const { id } = await town.registered()
    await town.complaint.classify(id, { class: 'appeal', route: 'statutoryDuty' }, staff.desk)
    await town.complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.desk)
    await town.complaint.accept(id, {}, staff.housingDesk)
    await town.complaint.answer(id, { ...sections, outcome: 'explained' }, staff.housing)
    expect(await all(town, { triggers: ['procedure'] }, staff.desk)).toEqual([])
  })

  it('names for what it need not look for the code that refuses it', async () => {
    const { readFile } = await import('node:fs/promises')
    const read = (file: string) => readFile(new URL(file, import.meta.url), 'utf8')
    const reasons = [
      await read('../../complaint/guards.ts'),
      await read('../../../../core/src/access/rules.ts'),
    ].join('\n')
    for (const { by, id } of procedureChecks) {
      if (!('refused' in by)) continue
      const isKnown = by.refused in petitionErrors || reasons.includes(`'${by.refused}'`)
      expect(isKnown, `${id}: ${by.refused}`).toBe(true)
    }
    expect(new Set(procedureChecks.map(({ id }) => id)).size).toBe(procedureChecks.length)
  })
})

describe('thresholds', () => {
  it('that no text sets are not in the profiles that come with the library, and the answer says so', async () => {
    const town = await supervised({})
    const { id } = await town.accepted()
    await town.complaint.note(id, { text: 'n' }, staff.housing)
    town.clock.addDays(45)
    const { findings, notJudged } = await town.supervision.findings({}, staff.desk)
    expect(findings).toEqual([])
    expect(notJudged.map(({ threshold }) => threshold)).toEqual([
      'idleWorkDays',
      'objections',
      'executionDays',
    ])
    expect(notJudged[0]?.text.zh).toContain('未设定')
    const some = await town.supervision.findings({ triggers: ['late', 'notExecuted'] }, staff.desk)
    expect(some.notJudged.map(({ threshold }) => threshold)).toEqual(['executionDays'])
  })

  it('are those of the profile that a case pins', async () => {
    const store = memoryStore()
    const strict = { ...rulesWith(figures), id: 'strict', effectiveFrom: '2024-08-10' }
    const plain = rulesWith({})
    const { platform, clock } = testPlatform({
      plugins: [petition({ rules: [plain, strict] })],
      at: '2024-08-01T09:00:00+08:00',
      store,
    })
    await platform.organizations.open(
      [{ id: 'office', name: 'office', level: 'county', type: 'petitionOffice' }],
      host,
    )
    const file = () =>
      platform.petition.complaint.file(
        { channel: 'phone', unit: 'office', title: 't', text: 't', anonymous: true },
        host,
      )
    await file()
    clock.set('2024-08-12T09:00:00+08:00')
    const { id } = await file()
    clock.set('2024-09-20T09:00:00+08:00')
    const { findings } = await platform.petition.supervision.findings({ triggers: ['shirking'] }, host)
    expect(findings.map((one) => one.case.id)).toEqual([id])
  })
})
