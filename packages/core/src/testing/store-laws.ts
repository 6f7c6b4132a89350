import { buildingLaws } from './store-laws/building.js'
import { cellLaws } from './store-laws/cell.js'
import { cellListLaws } from './store-laws/cell-list.js'
import { cellsInCommitLaws } from './store-laws/cells-in-commit.js'
import { logLaws } from './store-laws/log.js'
import { pruneLaws } from './store-laws/prune.js'
import { requestLaws } from './store-laws/request.js'
import type { StoreLaw } from './store-laws/sample.js'
import { viewLaws } from './store-laws/view.js'

export type { StoreLaw } from './store-laws/sample.js'

/**
 * The contract of a store. Run every law on a fresh, empty store; none may be skipped.
 *
 * @example
 * ```ts
 * for (const law of storeLaws) it(law.name, () => law.run(async () => myStore(await emptyDatabase())))
 * ```
 */
export const storeLaws: readonly StoreLaw[] = [
  ...logLaws,
  ...requestLaws,
  ...viewLaws,
  ...cellLaws,
  ...cellsInCommitLaws,
  ...cellListLaws,
  ...pruneLaws,
  ...buildingLaws,
]
