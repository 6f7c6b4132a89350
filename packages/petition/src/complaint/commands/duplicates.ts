import * as z from 'zod'
import { id, text } from '../../matter/words.js'
import type { LinkRelation } from '../state.js'

/** Another case that a person found to belong with this one. Both go on, and each keeps its clocks and its answer. */
export interface LinkComplaint {
  /** The id of the other case. */
  readonly to: string
  /** A `repeat` names an earlier one. */
  readonly relation: LinkRelation
  /** What an officer found: which facts and requests are the same. */
  readonly finding: string
}

/** A case that looks like this one, and is not. */
export interface DismissDuplicate {
  /** The id of the other case. */
  readonly of: string
  readonly reason: string
}

export const duplicateInputs = {
  link: z.strictObject({ to: id, relation: z.enum(['sameMatter', 'repeat', 'related']), finding: text }),
  dismissDuplicate: z.strictObject({ of: id, reason: text }),
}
