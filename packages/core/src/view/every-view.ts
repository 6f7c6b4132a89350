import type { Engine } from '../case/engine.js'
import { inboxView } from '../inbox/row.js'
import type { ViewDefinition } from '../store/port.js'
import { deadLetterView } from '../subscription/dead-letters.js'
import { tallyViews } from '../tally/views.js'

/** Those whose rows do not follow from one case as it stands. */
export const otherViews: readonly ViewDefinition[] = [deadLetterView, ...tallyViews]

/** The views of core and of every installed kind of case. */
export function everyView(kinds: Engine['kinds']): readonly ViewDefinition[] {
  return [inboxView, ...otherViews, ...[...kinds.values()].flatMap((kind) => kind.views)]
}
