/**
 * Charts of the statistics as SVG, drawn with Apache ECharts (an optional peer dependency, loaded when the first chart is drawn).
 *
 * @module
 */
export type { Language, RenderOptions } from '../report/words.js'
export type { ChartOptions } from './draw.js'
export { riseChart, standingChart } from './overview-charts.js'
export { mattersChart, monthsChart, satisfactionChart, timelinessChart } from './report-charts.js'
