import type { Row } from '@redress/core'

/** Reads a field of a row; a dot reaches into an object. Own properties only: rows are JSON. */
export function fieldOf(row: Row, field: string): unknown {
  const dot = field.indexOf('.')
  if (dot < 0) return own(row, field)
  const inner = own(row, field.slice(0, dot))
  return typeof inner === 'object' && inner !== null ? own(inner, field.slice(dot + 1)) : undefined
}

/** A scalar as JSON, so that `'true'`, `true`, `'1'` and `1` are four values; `undefined` for everything else. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  return typeof value === 'number' && Number.isFinite(value) ? JSON.stringify(value) : undefined
}

/** The values of a list field as JSON, each once. */
export function listTexts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return [...new Set(values.map(scalarText).filter((text) => text !== undefined))]
}

/** The number that orders a row; what has none counts as greatest. */
export function sortNumber(value: unknown): number {
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY
}

/** The path of a field as SQLite's JSON functions take it; `undefined` for names that it cannot hold. */
export function jsonPath(field: string): string | undefined {
  const dot = field.indexOf('.')
  const names = dot < 0 ? [field] : [field.slice(0, dot), field.slice(dot + 1)]
  const quoted = names.map((name) => JSON.stringify(name))
  // SQLite knows no escapes in a path.
  if (quoted.some((text) => text.includes('\\'))) return undefined
  return `$.${quoted.join('.')}`
}

function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Row)[name] : undefined
}
