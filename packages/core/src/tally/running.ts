import type { Engine } from '../case/engine.js'
import type { AnyState, WiredKind } from '../case/wire.js'
import { coreErrors, shown } from '../errors.js'
import { lineText } from './check.js'
import type { CaseTally, Count } from './tally.js'

/** The tally of one kind of case, at work. */
export interface RunningTally {
  readonly engine: Engine
  readonly kind: WiredKind
  readonly tally: CaseTally<AnyState>
  /** The kind and the version of its tally: what is counted in another way shares nothing with it. */
  readonly name: string
}

/** @throws KIND_INVALID */
export function runningTally(engine: Engine, kindName: string): RunningTally {
  const kind = engine.kinds.get(kindName)
  if (kind?.tally === undefined) {
    const reason = kind === undefined ? 'no installed plugin defines it' : "it has no 'tally'"
    throw coreErrors.KIND_INVALID({ kind: shown(kindName), reason })
  }
  return { engine, kind, tally: kind.tally, name: `${kind.kind}@${kind.tally.version}` }
}

export const tableOf = ({ name }: RunningTally, by: string): string => `${name}/${by}`

/** Short, whatever the line is called: databases bound how long a value in an index is. */
export const lineKey = ({ engine, name }: RunningTally, { period, by, of }: Omit<Count, 'amounts'>): string =>
  engine.digest(`${name} ${lineText(period, by, of)}`)
