import type { Digest } from '../event/chain.js'
import type { NamedCell, Store } from '../store/port.js'
import { type Checkpoint, checkpointDigest, readCheckpoint } from './checkpoint.js'
import type { Findings } from './findings.js'
import { cellNumber, keptAfter } from './kept.js'
import { type EcPublicKey, isSignedBy } from './keys.js'

/** How far the checkpoints have been looked at. */
export interface AnchorPlace {
  /** The name of the last cell that was looked at. */
  readonly cell: string
  /** The number of the last checkpoint. */
  readonly number: number
  /** What the next one must name as its `previous`; undefined where the last one was damaged. */
  readonly digest: string | null | undefined
  readonly count: number
  readonly position: number
}

export const noAnchors: AnchorPlace = Object.freeze({
  cell: '',
  number: 0,
  digest: null,
  count: 0,
  position: 0,
})

/** The checkpoints that the log is compared with, those kept in the store and those kept elsewhere, one after the other. */
export interface Anchors {
  /** The next one that is in order; tells of those that are not. Undefined where there is none yet. */
  next(): Promise<Checkpoint | undefined>
  place(): AnchorPlace
}

export interface AnchorOptions {
  readonly store: Store
  readonly digest: Digest
  /** Kept elsewhere, and trusted more than the store. */
  readonly trusted: readonly unknown[]
  readonly keys: Readonly<Record<string, EcPublicKey>> | undefined
  readonly findings: Findings
  readonly from: AnchorPlace
}

export function followAnchors(options: AnchorOptions): Anchors {
  const { store, digest, keys, findings } = options
  let place = options.from
  const trusted = readTrusted(options)
  let cells: NamedCell[] = []

  const invalid = (number: number, message: string) =>
    findings.add({
      kind: 'CHECKPOINT_INVALID',
      message: `checkpoint ${number} ${message}`,
      checkpoint: number,
    })

  /** The next kept cell that has a number; it stays there until it is taken. */
  const peekCell = async (): Promise<NamedCell | undefined> => {
    for (;;) {
      if (cells.length === 0) cells = [...(await keptAfter(store, place.cell, 100))]
      const cell = cells[0]
      if (cell === undefined || cellNumber(cell.name) > place.number) return cell
      const message = `a checkpoint is kept under the name '${cell.name.slice(0, 64)}'`
      findings.add({ kind: 'CHECKPOINT_INVALID', message })
      place = { ...place, cell: cell.name }
      cells.shift()
    }
  }

  /** The checkpoint of a number: the one kept elsewhere, if there is one, and otherwise the one in the store. */
  const choose = (number: number, cell: NamedCell | undefined, elsewhere: Checkpoint | undefined) => {
    if (cell === undefined) {
      missing(number, number)
      return elsewhere
    }
    const kept = readCheckpoint(digest, cell.value)
    if (elsewhere === undefined || kept === undefined) {
      if (elsewhere !== undefined) invalid(number, 'is damaged here; the one that is kept elsewhere counts')
      return elsewhere ?? kept
    }
    if (checkpointDigest(digest, kept) !== checkpointDigest(digest, elsewhere))
      invalid(number, 'is another one here than elsewhere, which counts')
    return elsewhere
  }

  /** What is wrong with a checkpoint itself. */
  const faultOf = async (
    number: number,
    checkpoint: Checkpoint | undefined,
    later: Checkpoint | undefined,
  ): Promise<string | undefined> => {
    if (checkpoint === undefined)
      return 'it is damaged: it has another form, or its parts do not make up its root'
    if (checkpoint.number !== number) return `it is kept as number ${number}`
    if (covers(place, checkpoint)) return 'it covers less than the one before it'
    if (later !== undefined && covers(checkpoint, later))
      return `it covers more than checkpoint ${later.number}, which is kept elsewhere`
    if (keys === undefined) return undefined
    const key = Object.hasOwn(keys, checkpoint.signer) ? keys[checkpoint.signer] : undefined
    if (key === undefined) return 'there is no key under the name of its signer'
    return (await isSignedBy(checkpoint, key)) ? undefined : 'its signature is not that of its signer'
  }

  return {
    place: () => place,
    async next() {
      for (;;) {
        const next = await peekCell()
        const elsewhere = trusted.find((one) => one.number > place.number)
        const keptNumber = next === undefined ? Number.POSITIVE_INFINITY : cellNumber(next.name)
        const number = Math.min(keptNumber, elsewhere?.number ?? Number.POSITIVE_INFINITY)
        if (number === Number.POSITIVE_INFINITY) return undefined
        const gap = number - place.number - 1
        if (gap > 0) missing(place.number + 1, number - 1)

        const cell = keptNumber === number ? cells.shift() : undefined
        const checkpoint = choose(number, cell, elsewhere?.number === number ? elsewhere : undefined)
        const passed = { cell: cell?.name ?? place.cell, number }
        const fault = await faultOf(number, checkpoint, elsewhere)
        if (fault !== undefined || checkpoint === undefined) {
          invalid(number, `does not count: ${fault}`)
          place = { ...place, ...passed, digest: undefined }
          continue
        }
        if (gap === 0 && place.digest !== undefined && checkpoint.previous !== place.digest)
          invalid(number, 'does not follow the one before it: one of the two was replaced')
        const { count, position } = checkpoint
        place = { ...passed, digest: checkpointDigest(digest, checkpoint), count, position }
        return checkpoint
      }
    },
  }

  function missing(first: number, last: number) {
    const which = first === last ? `checkpoint ${first} is` : `checkpoints ${first} to ${last} are`
    findings.add({ kind: 'CHECKPOINT_MISSING', message: `${which} not kept here`, checkpoint: first })
  }
}

type Covered = Pick<Checkpoint, 'count' | 'position'>

/** Whether one covers something that another one does not. */
const covers = (one: Covered, other: Covered) => one.count > other.count || one.position > other.position

/** Those kept elsewhere, by number. Of two with the same number the first one counts. */
function readTrusted({ trusted, digest, findings, from }: AnchorOptions): readonly Checkpoint[] {
  const known = new Map<number, Checkpoint>()
  for (const value of trusted) {
    const checkpoint = readCheckpoint(digest, value)
    const other = checkpoint && known.get(checkpoint.number)
    const fault =
      checkpoint === undefined
        ? 'a checkpoint that is kept elsewhere is damaged'
        : other !== undefined && checkpointDigest(digest, other) !== checkpointDigest(digest, checkpoint)
          ? `there are two checkpoints ${checkpoint.number} that are kept elsewhere`
          : undefined
    // A run that goes on has told it already.
    if (fault !== undefined && from === noAnchors)
      findings.add({ kind: 'CHECKPOINT_INVALID', message: fault })
    if (checkpoint !== undefined && other === undefined) known.set(checkpoint.number, checkpoint)
  }
  return [...known.values()].sort((a, b) => a.number - b.number)
}
