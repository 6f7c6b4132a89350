/** What verification can find. */
export type FindingKind =
  /** An event does not have its hash: its content or metadata was changed, or the event before it. */
  | 'EVENT_CHANGED'
  /** A version of a stream is missing. */
  | 'EVENT_MISSING'
  /** A version of a stream is there twice. */
  | 'EVENT_INSERTED'
  /** An event stands in the log behind a later one of its stream. */
  | 'EVENTS_REORDERED'
  /** An event was pruned and no later event of its stream seals that. */
  | 'EVENT_REMOVED'
  /** What was sealed beside an event is not in the vault, and nothing says that it was erased. */
  | 'SEALED_MISSING'
  /** What the vault holds is not what was sealed beside the event. */
  | 'SEALED_CHANGED'
  /** What the log says is erased is still in the vault. */
  | 'SEALED_LEFT'
  /** The log ends before a checkpoint. */
  | 'TAIL_CUT'
  /** There are fewer events before a checkpoint than it counts. */
  | 'LOG_SHORTER'
  /** There are more events before a checkpoint than it counts. */
  | 'LOG_LONGER'
  /** The events before a checkpoint are the same, in another order. */
  | 'LOG_REORDERED'
  /** The events before a checkpoint are as many, and others. */
  | 'LOG_REWRITTEN'
  /** A checkpoint is not what was signed, or does not follow the one before it. */
  | 'CHECKPOINT_INVALID'
  /** A checkpoint is not kept any more. */
  | 'CHECKPOINT_MISSING'

/** One thing that verification has found. */
export interface Finding {
  readonly kind: FindingKind
  /** English, for people; may change. */
  readonly message: string
  readonly stream?: string
  /** The version of the event in its stream. */
  readonly version?: number
  /** The place in the log: of the event, or of the checkpoint. */
  readonly position?: number
  /** The number of the checkpoint that disagrees. */
  readonly checkpoint?: number
  /** The number of the last checkpoint before it that was compared; 0 for the beginning of the log. What was found lies between. */
  readonly since?: number
}

/** All findings counted, and the first ones kept. */
export interface Findings {
  add(finding: Finding): void
  readonly found: number
  readonly kept: readonly Finding[]
}

export function collectFindings(most: number, found: number, kept: readonly Finding[]): Findings {
  let count = found
  const list = [...kept]
  return {
    get found() {
      return count
    },
    kept: list,
    add(finding) {
      count++
      if (list.length < most) list.push(Object.freeze(finding))
    },
  }
}
