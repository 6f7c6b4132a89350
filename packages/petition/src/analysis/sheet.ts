import type { PluginHost } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import { type Amounts, partsOf, type StoredTable, sumOf } from './count/line.js'
import type { Scope } from './scope.js'

/** One line of a table, as far as a scope reaches. */
export interface SheetLine {
  readonly period: string
  readonly unit: string
  readonly keys: readonly string[]
  readonly amounts: Amounts
}

/** Lines of the statistics, and whether all that has happened is in them. */
export interface Sheet {
  readonly lines: readonly SheetLine[]
  readonly isComplete: boolean
}

/** Up to so many units are asked for by name; more are picked out of the whole table. */
const fewUnits = 100

/**
 * Reads a table. How much is read depends on units, periods and kinds of matters, never on how many complaints there are.
 *
 * What core says of how far it has counted stays here: the moment of the last event would tell of cases that the reader must not know of.
 */
export async function readSheet(
  host: PluginHost<PetitionEvent>,
  table: StoredTable | 'open',
  periods: readonly string[],
  { units }: Scope,
): Promise<Sheet> {
  const isByUnit = table === 'unit' || table === 'receivedBy' || table === 'open'
  const of = isByUnit && units !== undefined && units.size <= fewUnits ? [...units] : undefined
  const { lines, isComplete } = await host.tally('petition.complaint', { by: table, periods, of })
  return {
    lines: lines.flatMap((line): SheetLine[] => {
      const { unit, keys } = isByUnit ? { unit: line.of, keys: [] } : partsOf(line.of)
      return units === undefined || units.has(unit)
        ? [{ period: line.period, unit, keys, amounts: line.amounts }]
        : []
    }),
    isComplete,
  }
}

/** Adds up the lines that have the same name, in the order of the names. */
export function sumBy(
  lines: readonly SheetLine[],
  nameOf: (line: SheetLine) => string,
): ReadonlyMap<string, Amounts> {
  const groups = new Map<string, Amounts[]>()
  for (const line of lines) {
    const name = nameOf(line)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [line.amounts])
    else group.push(line.amounts)
  }
  const names = [...groups.keys()].sort()
  return new Map(names.map((name) => [name, sumOf(groups.get(name) ?? [])]))
}

/** Everything together. */
export const sumAll = (lines: readonly SheetLine[]): Amounts => sumOf(lines.map(({ amounts }) => amounts))
