import { analysisErrors } from '../errors.js'
import type { Language } from '../report/words.js'

/** How a chart is drawn. */
export interface ChartOptions {
  readonly language: Language
  /** In pixels, 320 to 4000. Default: 880. The height follows from what is drawn. */
  readonly width?: number | undefined
  /** Families of fonts in the order of preference: an SVG names fonts and holds none. Default: those of the usual systems for Chinese. */
  readonly fonts?: readonly string[] | undefined
}

/** What a chart says of itself around the drawing. */
export interface Caption {
  readonly title: string
  /** What is counted, and as of when. */
  readonly note: string
}

/** What is drawn, in the words of ECharts, whose own types stay inside. */
export interface Drawing {
  /** The names of the series, where there are several. */
  readonly legend?: readonly string[]
  readonly xAxis: object
  readonly yAxis: object
  readonly series: readonly object[]
}

const usualFonts = [
  'Noto Sans SC',
  'Source Han Sans SC',
  'PingFang SC',
  'Microsoft YaHei',
  'WenQuanYi Zen Hei',
  'sans-serif',
]

/** Ink, lines and colours: apart also in print without colour and for those who see red and green alike. */
export const ink = { text: '#1f2a37', soft: '#5b6673', line: '#d5dbe3', grid: '#eef1f5' } as const
export const colours = {
  blue: '#1b4f8f',
  sky: '#7aa6d6',
  orange: '#d9822b',
  red: '#b3261e',
  amber: '#e6a817',
  green: '#3b7d5a',
  grey: '#c3cad3',
} as const

const margin = 24
const headHeight = 78
const lineHeight = 18
const footHeight = 22

/** How many lines a note takes: Chinese characters are as wide as they are high, Latin ones about half of it. */
function linesOf(note: string, width: number): number {
  const wide = Array.from(note).reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12.5 : 6.6), 0)
  return Math.max(1, Math.ceil(wide / (width - 2 * margin)))
}

/**
 * Draws an SVG in any JavaScript run time: no DOM, no browser.
 *
 * @param height of the drawing itself, in pixels
 * @throws CHARTS_NOT_INSTALLED
 */
export async function draw(
  { title, note }: Caption,
  { legend, xAxis, yAxis, series }: Drawing,
  height: number,
  options: ChartOptions,
): Promise<string> {
  const echarts = await load()
  const { width: wanted = 880, fonts = usualFonts } = options
  const width = Number.isFinite(wanted) ? Math.min(Math.max(wanted, 320), 4000) : 880
  const head = headHeight + (linesOf(note, width) - 1) * lineHeight
  const chart = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width,
    height: head + height + footHeight,
  })
  try {
    const fontFamily = fonts.map((font) => font.replace(/[^\p{L}\p{N} _-]/gu, '')).join(', ')
    chart.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      textStyle: { fontFamily, color: ink.text, fontSize: 13 },
      title: {
        text: title,
        subtext: note,
        left: margin,
        top: 18,
        itemGap: 8,
        textStyle: { fontFamily, fontSize: 19, fontWeight: 600, color: ink.text },
        subtextStyle: {
          fontFamily,
          fontSize: 12.5,
          lineHeight,
          color: ink.soft,
          width: width - 2 * margin,
          overflow: 'break',
        },
      },
      grid: {
        left: margin,
        right: 40,
        top: head + 30,
        bottom: footHeight,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      ...(legend === undefined
        ? {}
        : {
            legend: {
              data: legend,
              right: 40,
              top: head + 2,
              itemWidth: 14,
              itemHeight: 10,
              itemGap: 18,
              textStyle: { fontFamily, color: ink.text, fontSize: 12.5 },
            },
          }),
      xAxis,
      yAxis,
      series,
    })
    return described(chart.renderToSVGString(), title, note)
  } finally {
    chart.dispose()
  }
}

/**
 * For whoever hears a page instead of seeing it. What ECharts adds for a mouse in a browser is left out: its names are counted up, and a
 * drawing of the same figures is to be the same file.
 */
function described(svg: string, title: string, note: string): string {
  const text = `${title}. ${note}`.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return svg
    .replaceAll(/<style[^>]*><!\[CDATA\[[^\]]*\]\]>\s*<\/style>/g, '')
    .replaceAll(/ (?:class="zr\d+-[^"]*"|ecmeta_\w+="[^"]*")/g, '')
    .replaceAll(/zr\d+-/g, 'zr-')
    .replace(/^<svg\b([^>]*)>/, `<svg role="img" aria-label="${text}"$1><title>${text}</title>`)
}

async function load() {
  try {
    const [core, charts, components, renderers] = await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ])
    core.use([
      charts.BarChart,
      charts.LineChart,
      components.GridComponent,
      components.LegendComponent,
      components.MarkLineComponent,
      components.TitleComponent,
      renderers.SVGRenderer,
    ])
    return core
  } catch {
    throw analysisErrors.CHARTS_NOT_INSTALLED()
  }
}
