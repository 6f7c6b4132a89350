import { cellPages } from '../store/pages.js'
import type { NamedCell, Store } from '../store/port.js'

const prefix = 'audit/checkpoint/'

/** The cell of a checkpoint. Whoever writes a number first has it: two processes cannot fork the chain. */
export const checkpointCell = (number: number): string => `${prefix}${String(number).padStart(16, '0')}`

/** The number in the name of a cell; `NaN` where somebody has written another name. */
export const cellNumber = (name: string): number =>
  /^\d{16}$/.test(name.slice(prefix.length)) ? Number(name.slice(prefix.length)) : Number.NaN

/** A page of the kept checkpoints, oldest first, after the cell of this name. */
export async function keptAfter(store: Store, name: string, limit: number): Promise<readonly NamedCell[]> {
  return await store.listCells(prefix, name, limit)
}

/** All kept checkpoints, page by page, oldest first. */
export const keptPages = (store: Store): ReturnType<typeof cellPages> => cellPages(store, prefix, 100)

/** The last of the kept checkpoints, also where one before it is missing: some forty reads, however many there are. */
export async function lastKept(store: Store): Promise<NamedCell | undefined> {
  const next = async (number: number) => (await keptAfter(store, checkpointCell(number), 1))[0]
  let last: NamedCell | undefined
  let known = 0
  let step = 1
  let none = Number.POSITIVE_INFINITY
  while (known < none) {
    const from = none === Number.POSITIVE_INFINITY ? known + step - 1 : Math.floor((known + none) / 2)
    const cell = await next(from)
    const number = cell === undefined ? Number.NaN : cellNumber(cell.name)
    if (number > known) {
      last = cell
      known = number
      step *= 2
    } else {
      // Nothing, or a cell with a strange name, which sorts behind all others: verification tells of it.
      none = from
    }
  }
  return last
}
