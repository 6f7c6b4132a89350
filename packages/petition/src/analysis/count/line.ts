/** The tables that core keeps for complaints. */
export type StoredTable = 'unit' | 'receivedBy' | 'area' | 'matter' | 'channel' | 'class' | 'area×matter'

/** What stands for an area, a matter or a class that nobody has stated. */
export const unstated = '-'

/** What stands for all others: what is too long to be a line of its own, and in what is published what is too rare. */
export const others = '*'
const longest = 256

/** The name of a line: the unit, and what the table is about. */
export function lineOf(unit: string, keys: readonly string[]): string {
  if (keys.length === 0) return unit
  const line = printable([unit, ...keys])
  return line.length <= longest ? line : printable([unit, ...keys.map(() => others)])
}

/** JSON that every database can hold: what JSON itself leaves unescaped and is no text is escaped too. */
const printable = (parts: readonly string[]): string =>
  JSON.stringify(parts).replace(/[\u007f-\u009f]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)

/** The parts of a line that is not about a unit alone. */
export function partsOf(line: string): { readonly unit: string; readonly keys: readonly string[] } {
  const [unit = '', ...keys] = JSON.parse(line) as string[]
  return { unit, keys }
}

/** Some counts by name. */
export type Amounts = Readonly<Record<string, number>>

/** Adds some amounts to others. */
export function addTo(sum: Record<string, number>, amounts: Amounts): void {
  for (const name of Object.keys(amounts)) sum[name] = (sum[name] ?? 0) + (amounts[name] ?? 0)
}

/** The sum of many. */
export function sumOf(many: Iterable<Amounts>): Amounts {
  const sum: Record<string, number> = {}
  for (const one of many) addTo(sum, one)
  return sum
}
