import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { host, letter, staff } from '../../complaint/county.fixture.js'
import type { MatterCounts } from '../statistics/measures.js'
import { live, type Told, town } from '../town.fixture.js'
import type { AnnualReport } from './annual-report.js'
import { renderAnnualReport } from './render-annual-report.js'
import { renderBulletin } from './render-bulletin.js'

const told = (more: Partial<Told> = {}): Told => ({
  course: 'answered',
  area: 'town',
  matter: 'noise',
  channel: 'online',
  days: 0,
  ...more,
})
const many = (count: number, more: Partial<Told> = {}) => Array.from({ length: count }, () => told(more))

/** A year that is over. */
async function yearOf(stories: readonly Told[]) {
  const made = await town(stories)
  made.clock.set('2025-02-01T09:00:00+08:00')
  await made.platform.tallies.update()
  return made
}

describe('the annual report', () => {
  it('has what the law asks for (信访工作条例 2022 Art. 41)', async () => {
    const made = await yearOf([
      ...many(6),
      ...many(3, { channel: 'letter', matter: 'water' }),
      told({ course: 'late' }),
    ])
    const report = await made.platform.petition.analysis.annualReport({ year: 2024 }, staff.county)
    expect(report).toMatchObject({
      unit: 'county',
      year: 2024,
      audience: 'internal',
      isFinished: true,
      isComplete: true,
    })
    expect(report.statistics.counts).toMatchObject({
      received: 10,
      completed: 10,
      supported: 10,
      transferred: 10,
    })
    expect(report.statistics.byChannel).toEqual([
      { of: 'online', count: 7, share: 0.7 },
      { of: 'letter', count: 3, share: 0.3 },
    ])
    expect(report.fields.byMatter.map(({ of, count }) => [of, count])).toEqual([
      ['noise', 7],
      ['water', 3],
    ])
    expect(report.fields.byArea).toEqual([{ of: 'town', count: 10, share: 1 }])
    expect(report.timeliness.completion).toEqual({ count: 9, of: 10, rate: 0.9 })
    expect(report.units.map(({ unit }) => unit)).toEqual(['county-housing', 'county-petition'])
    expect(report.supervision).toMatchObject({ supervisions: 0, adopted: 0 })
    expect(report.satisfaction.handlingBody).toMatchObject({
      answers: 10,
      asked: 0,
      satisfaction: { rate: null },
    })
  })

  it('names bodies with far more matters than the others in the order of their ids, and no place', async () => {
    const made = await town(many(12, { course: 'referred' }))
    const { complaint } = made
    for (const unit of ['county-water', 'city-housing', 'city-discipline']) {
      const { id } = await complaint.file({ ...letter }, staff.desk)
      await complaint.register(id, { matter: 'noise' }, staff.desk)
      await complaint.classify(id, { class: 'appeal', route: 'petition' }, staff.desk)
      await complaint.refer(id, { to: unit, manner: 'transfer' }, staff.desk)
    }
    const report = await made.platform.petition.analysis.annualReport({ year: 2024 }, host)
    expect(report.bodies.map(({ unit, received }) => [unit, received])).toEqual([['county-housing', 12]])
  })

  it('reads in both languages as a page of its own, and what matters are called cannot break it', async () => {
    const made = await yearOf([...many(6, { matter: 'a|b\n# <b>x</b>' }), told({ course: 'late' })])
    const report = await made.platform.petition.analysis.annualReport({ year: 2024 }, staff.county)
    const zh = renderAnnualReport(report, 'zh', { matters: { noise: { zh: '噪声扰民', en: 'Noise' } } })
    expect(zh.match(/^## .*$/gm)).toEqual([
      '## 一、信访事项数据统计',
      '## 二、信访事项涉及领域',
      '## 三、被投诉较多的机关、单位',
      '## 四、转送、交办、督办情况',
      '## 五、督办与三项建议及采纳情况',
      '## 六、其他情况',
      '## 说明',
    ])
    expect(zh).toContain('# county2024年度信访情况报告')
    expect(zh).toContain('| 按期办结率 | 85.7%（6/7） |')
    expect(zh).toContain('| 噪声扰民 | 1 | 14.3% |')
    expect(zh).toContain('| a\\|b \\# \\<b\\>x\\</b\\> | 6 | 85.7% |')
    const en = renderAnnualReport(report, 'en')
    expect(en).toContain('# Petitions in 2024: annual report of county')
    expect(en).toContain('| Answers in time | 85.7% (6/7) |')
    // Every row of a table has as many cells as its head.
    for (const block of zh.matchAll(/(?:^\|.*\|$\n?)+/gm)) {
      const widths = block[0]
        .trim()
        .split('\n')
        .map((row) => row.replaceAll('\\|', '').split('|').length)
      expect(new Set(widths).size).toBe(1)
    }
  })
})

describe('the bulletin', () => {
  it('holds a month against the one before and that of the year before', async () => {
    const made = await town([...many(3), ...many(1, { days: 31 }), ...many(6)])
    const { analysis } = made.platform.petition
    const bulletin = await analysis.bulletin({ month: '2024-09' }, staff.desk)
    expect(bulletin).toMatchObject({ isFinished: false, counts: { received: 6 }, before: { received: 4 } })
    const zh = renderBulletin(bulletin, 'zh')
    expect(zh).toContain('# county2024年9月信访工作通报')
    expect(zh).toContain('| 收到信访事项 | 6 | 4 | +50.0% |')
    expect(zh).toContain('本月尚未结束')
    expect(renderBulletin(bulletin, 'en')).toContain('# Petitions in 2024-09: bulletin of county')
  })
})

describe('what is published', () => {
  it('is a year that is over, and nothing that is still being counted', async () => {
    const made = await town(many(2))
    const { analysis } = made.platform.petition
    await expect(analysis.publicReport({ year: 2024 })).rejects.toMatchObject({ code: 'PERIOD_NOT_FINISHED' })
    await expect(analysis.publicReport({} as never)).rejects.toMatchObject({ code: 'QUERY_INVALID' })
    for (let n = 0; n < 2100; n++) await live(made, told({ course: 'registered' }))
    made.clock.set('2025-02-01T09:00:00+08:00')
    await expect(analysis.publicReport({ year: 2024 })).rejects.toMatchObject({
      code: 'COUNTING_NOT_FINISHED',
    })
    await made.platform.tallies.update()
    expect((await analysis.publicReport({ year: 2024 })).statistics.counts.received).toBe(2102)
  }, 30_000)

  it('has no small count, no topic and no place that is told one by one', async () => {
    const made = await yearOf([...many(40), ...many(2, { channel: 'letter', matter: '张某某受骗' })])
    const report = await made.platform.petition.analysis.publicReport({ year: 2024 })
    expect(report).toMatchObject({ audience: 'public', topics: [], hotSpots: [] })
    // The two letters, and the others with them, since the total would tell.
    expect(report.statistics.byChannel.map(({ count }) => count)).toEqual([null, null])
    // What they are about has no name of its own.
    expect(JSON.stringify(report)).not.toContain('张某某')
    expect(report.fields.table.columns).toEqual(['noise', '*'])
    const text = renderAnnualReport(report, 'zh')
    expect(text).toContain('| 网上信访 | ※ | ※ |')
    expect(text).toContain('※ 为保护个人信息')
    expect(text).not.toContain('高频共性问题')
  })

  it('never shows a count below the least one, nor leaves one to be computed from what is shown', async () => {
    const story: fc.Arbitrary<Told> = fc.record({
      course: fc.constantFrom(
        ...(['registered', 'referred', 'answered', 'late', 'withdrawn', 'routedOut'] as const),
      ),
      area: fc.constantFrom('town' as const, 'county' as const, undefined),
      matter: fc.constantFrom('noise', 'water', 'dust', undefined),
      channel: fc.constantFrom('online' as const, 'letter' as const),
      days: fc.constantFrom(0, 0, 3),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 30 }), async (stories) => {
        const made = await yearOf(stories)
        const { analysis } = made.platform.petition
        const report = await analysis.publicReport({ year: 2024 })
        const real = await analysis.annualReport({ year: 2024 }, host)
        for (const count of countsIn(report)) expect(count === 0 || count >= 5, String(count)).toBe(true)
        for (const rows of [
          report.statistics.byChannel,
          report.statistics.byClass,
          report.statistics.received,
        ])
          expect(
            hiddenAlone(
              rows.map(({ count }) => count),
              report.statistics.counts.received,
            ),
          ).toBe(false)
        // What is shown is true.
        const shown = report.statistics.counts
        for (const name of Object.keys(shown) as (keyof MatterCounts)[])
          if (shown[name] !== null) expect(shown[name]).toBe(real.statistics.counts[name])
      }),
      { numRuns: 30 },
    )
  })
})

/** The counts of matters that a report shows. */
function countsIn({ statistics, fields }: AnnualReport): readonly number[] {
  const lists = [statistics.byChannel, statistics.byClass, statistics.received, statistics.completed]
  const cells = [...fields.table.cells.flat(), ...fields.table.rowTotals, ...fields.table.columnTotals]
  return [...Object.values(statistics.counts), ...lists.flat().map(({ count }) => count), ...cells].filter(
    (count) => count !== null,
  )
}

/** Whether a total tells the one count that is kept back. */
const hiddenAlone = (counts: readonly (number | null)[], total: number | null): boolean =>
  total !== null && counts.filter((count) => count === null).length === 1
