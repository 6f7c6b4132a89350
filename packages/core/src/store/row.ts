import type { Row, RowQuery, Scalar } from './port.js'

/** Reads a field of a row; a dot reaches into an object. */
export function fieldOf(row: Row, field: string): unknown {
  const dot = field.indexOf('.')
  if (dot < 0) return row[field]
  const inner = row[field.slice(0, dot)]
  return typeof inner === 'object' && inner !== null ? (inner as Row)[field.slice(dot + 1)] : undefined
}

/** Whether a row has the wanted value, or one of them. A list field has each of its values. */
function matches(value: unknown, wanted: Scalar | readonly Scalar[]): boolean {
  if (Array.isArray(value)) return value.some((one) => matches(one, wanted))
  return Array.isArray(wanted) ? wanted.includes(value) : value === wanted
}

/** Whether a row fulfils every condition of a query. */
export function fits(row: Row, query: RowQuery): boolean {
  if (query.where !== undefined) {
    for (const [field, wanted] of Object.entries(query.where)) {
      if (!matches(fieldOf(row, field), wanted)) return false
    }
  }
  if (query.range !== undefined) {
    const value = fieldOf(row, query.range.field)
    if (typeof value !== 'number') return false
    if (query.range.from !== undefined && value < query.range.from) return false
    if (query.range.below !== undefined && value >= query.range.below) return false
  }
  return true
}

/** The number that orders a row: `null` and everything else that is no number counts as greatest. */
export function sortValue(row: Row, field: string | undefined): number {
  if (field === undefined) return 0
  const value = fieldOf(row, field)
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY
}
