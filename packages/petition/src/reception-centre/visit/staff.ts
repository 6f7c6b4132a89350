import type { Directory } from '@redress/core'
import type { Visit } from './state.js'
import type { VisitContext } from './types.js'

/** Whether a unit is the one named, or has taken over its work. */
const isOrContinues = (unit: string, named: string, directory: Directory): boolean =>
  unit === named || directory.successors(named).some(({ id }) => id === unit)

type At = Pick<Visit, 'unit' | 'windowUnit'>

/** Whether somebody who is staff works for the centre, or at the window where the person is. */
export const isAtWindow = (
  { unit, windowUnit }: At,
  { by, directory }: Pick<VisitContext, 'by' | 'directory'>,
): boolean =>
  by.kind !== 'officer' || [unit, windowUnit].some((one) => isOrContinues(by.unit, one, directory))

/** Whether somebody may say what a unit that takes part has said. */
export const speaksFor = (
  unit: string,
  state: At,
  context: Pick<VisitContext, 'by' | 'directory'>,
): boolean =>
  isAtWindow(state, context) ||
  (context.by.kind === 'officer' && isOrContinues(context.by.unit, unit, context.directory))
