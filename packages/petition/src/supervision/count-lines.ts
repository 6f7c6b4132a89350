import type { Accused, Count } from '@redress/core'
import { isNobody } from '../matter/checks.js'

/**
 * The lines of one matter: by the unit that it is about, and by the one that opened it. What accuses anybody stands in a table of its
 * own, which is only for whose duty it is: a line of the accused unit would tell that there is something.
 */
export function countLines(
  { unit, accused }: { readonly unit: string; readonly accused: Accused },
  day: string,
  opener: string,
  amounts: Readonly<Record<string, number>>,
): readonly Count[] {
  const period = day.slice(0, 7)
  const counted = Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount > 0))
  if (!isNobody(accused)) return [{ period, by: 'sealed', of: opener, amounts: counted }]
  return [
    { period, by: 'unit', of: unit, amounts: counted },
    { period, by: 'opener', of: opener, amounts: counted },
  ]
}
