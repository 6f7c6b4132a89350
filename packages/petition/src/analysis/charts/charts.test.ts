import { afterEach, describe, expect, it, vi } from 'vitest'
import { host } from '../../complaint/county.fixture.js'
import { type Told, town } from '../town.fixture.js'
import {
  mattersChart,
  monthsChart,
  riseChart,
  satisfactionChart,
  standingChart,
  timelinessChart,
} from './index.js'

const told = (more: Partial<Told> = {}): Told => ({
  course: 'answered',
  area: 'town',
  matter: 'noise',
  channel: 'online',
  days: 3,
  ...more,
})

async function figures(matter = 'noise') {
  const made = await town([
    told({ matter }),
    told({ course: 'late' }),
    told({ course: 'accepted' }),
    told({ course: 'registered', matter: undefined }),
  ])
  const { analysis } = made.platform.petition
  return {
    report: await analysis.annualReport({ year: 2024 }, host),
    overview: await analysis.overview({}, host),
    rises: await analysis.rises({ table: 'matter', week: '2024-W31' }, host),
  }
}

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)

describe('a chart', () => {
  it('is an SVG in either language that says what it shows', async () => {
    const { report } = await figures()
    const svg = await monthsChart(report, { language: 'zh' })
    expect(svg).toMatch(/^<svg role="img" aria-label="city2024年各月收到和办结的信访事项\. /)
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['收到', '办结', '8月', '单位：件。统计截至2024-10-22。']),
    )
    const english = await monthsChart(report, { language: 'en' })
    expect(texts(english)).toContain('Matters received and completed by month, 2024 · city')
  })

  it('of duties shows rate and numbers, in the order of the procedure', async () => {
    const { report } = await figures()
    const shown = texts(await timelinessChart(report, { language: 'zh' }))
    expect(
      shown.filter((text) => ['登记、转送、交办', '转送、交办后的告知', '办结答复'].includes(text ?? '')),
    ).toEqual(['登记、转送、交办', '转送、交办后的告知', '办结答复'])
    expect(shown).toContain('50.0%  1/2')
  })

  it('of satisfaction shows the response beside the rate', async () => {
    const { report } = await figures()
    const svg = await satisfactionChart(report, { language: 'zh' })
    expect(svg).toContain('参评率 —')
  })

  it('of what waits shows the lights of steps', async () => {
    const { overview } = await figures()
    const shown = texts(await standingChart(overview, { language: 'zh' }))
    expect(shown).toEqual(expect.arrayContaining(['逾期', '临近到期', '正常', '办结答复']))
  })

  it('of a week shows what it was held against', async () => {
    const { rises } = await figures()
    const row = rises.rows.find(({ key }) => key === 'noise')
    if (row === undefined) throw new Error('nothing was received')
    const matters = { noise: { zh: '噪声扰民', en: 'Noise' } }
    const shown = texts(await riseChart(rises, row, { language: 'zh', matters }))
    expect(shown[0]).toBeDefined()
    expect(shown.join(' ')).toContain('噪声扰民：2024年第31周收到件数')
    expect(shown.join(' ')).toContain('不作判断')
  })

  it('is the same each time it is drawn', async () => {
    const { report } = await figures()
    expect(await mattersChart(report, { language: 'en' })).toBe(
      await mattersChart(report, { language: 'en' }),
    )
  })

  it('cannot be broken by what a matter is called, or by fonts and sizes that a host makes up', async () => {
    const { report } = await figures('"><script>alert(1)</script><text>')
    const svg = await mattersChart(report, {
      language: 'en',
      width: Number.NaN,
      fonts: ['x"/><script>', 'Noto Sans SC'],
    })
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script')
    expect(svg.match(/<svg/g)).toHaveLength(1)
    expect(await mattersChart(report, { language: 'en', width: 1e9 })).toContain('width="4000"')
  })

  it('of what is published says where counts are kept back, and shows them as no zero', async () => {
    const { report } = await figures()
    const { handlingBody } = report.satisfaction
    const hidden = { ...handlingBody, notSatisfied: null, silent: null }
    const svg = await satisfactionChart(
      { ...report, satisfaction: { ...report.satisfaction, handlingBody: hidden } },
      { language: 'zh' },
    )
    expect(svg).toContain('较小的数字未予公布')
    expect(await satisfactionChart(report, { language: 'zh' })).not.toContain('未予公布')
  })

  it('of an empty year is drawn as well', async () => {
    const { report, overview } = await figures()
    const empty = {
      ...report,
      timeliness: { ...report.timeliness, clocks: {} },
      fields: { ...report.fields, byMatter: [] },
    }
    for (const svg of [
      await timelinessChart(empty, { language: 'zh' }),
      await mattersChart(empty, { language: 'zh' }),
      await standingChart(
        { ...overview, unit: undefined, standing: { ...overview.standing, clocks: {} } },
        { language: 'zh' },
      ),
    ])
      expect(svg).toContain('</svg>')
  })
})

describe('without the package that draws', () => {
  afterEach(() => {
    vi.doUnmock('echarts/core')
    vi.resetModules()
  })

  it('a chart says which one is missing', async () => {
    const { report } = await figures()
    vi.resetModules()
    vi.doMock('echarts/core', () => {
      throw new Error('Cannot find package')
    })
    const charts = await import('./index.js')
    await expect(charts.monthsChart(report, { language: 'zh' })).rejects.toMatchObject({
      code: 'CHARTS_NOT_INSTALLED',
      kind: 'misconfigured',
    })
  })
})
