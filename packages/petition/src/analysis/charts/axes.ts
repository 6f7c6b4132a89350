import { dutyWords } from '../report/words.js'
import { ink } from './draw.js'

/** Duties in the order of the procedure; those of a host's own after them. */
export function dutiesOf<Facts>(
  clocks: Readonly<Record<string, Facts>>,
): readonly (readonly [string, Facts])[] {
  const order = Object.keys(dutyWords)
  const place = (clock: string) => (order.includes(clock) ? order.indexOf(clock) : order.length)
  return Object.entries(clocks).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
}

/** An axis of names; of lying bars the first name is on top. */
export const names = (data: readonly string[], lying = false) => ({
  type: 'category',
  data,
  inverse: lying,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: ink.line } },
  axisLabel: { color: ink.text, fontSize: 13, ...(lying ? { width: 210, overflow: 'truncate' } : {}) },
})

/** An axis of whole numbers. */
export const counts = () => ({
  type: 'value',
  minInterval: 1,
  splitLine: { lineStyle: { color: ink.grid } },
  axisLabel: { color: ink.soft, fontSize: 12 },
})

/** An axis from 0 to 100 %. */
export const percents = () => ({
  type: 'value',
  min: 0,
  max: 100,
  interval: 20,
  splitLine: { lineStyle: { color: ink.grid } },
  axisLabel: { color: ink.soft, fontSize: 12, formatter: '{value}%' },
})

/** The number on a bar; none on an empty one, or on one too small to hold it. */
export const onBar =
  (least = 1) =>
  ({ value }: { readonly value: unknown }): string =>
    Number(value) >= Math.max(least, 1) ? String(value) : ''

/** How high lying bars are together. */
export const rowsHigh = (rows: number): number => Math.max(rows, 2) * 34 + 44
