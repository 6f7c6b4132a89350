import type { CellWrite } from '../store/port.js'
import { cellOf } from './checkpoint.js'
import type { RunningTally } from './running.js'

const mostListed = 1000

const folder = (running: RunningTally): string => `${cellOf(running)}/failed/`

/**
 * The cases that could not be counted when they last changed: cells, since it may have been a query that met them, and `update` is to
 * report them. At most a thousand.
 */
export async function failingCases(running: RunningTally): Promise<readonly string[]> {
  const prefix = folder(running)
  const cells = await running.engine.store.listCells(prefix, '', mostListed)
  return cells.map(({ name }) => name.slice(prefix.length))
}

export const markFailing = (running: RunningTally, id: string): CellWrite =>
  Object.freeze({ name: folder(running) + id, value: true })

export const unmarkFailing = (running: RunningTally, id: string): CellWrite =>
  Object.freeze({ name: folder(running) + id, value: undefined })
