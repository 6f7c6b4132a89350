import { coreErrors } from '@redress/core'

/** The names of everything in one schema, quoted. */
export interface Names {
  readonly schema: string
  readonly meta: string
  readonly events: string
  readonly requests: string
  readonly cells: string
  readonly views: string
  /** A table in the schema. */
  table(name: string): string
}

const schemaPattern = /^[A-Za-z_][A-Za-z0-9_-]{0,62}$/
const viewPattern = /^[A-Za-z][A-Za-z0-9.-]{0,39}$/
/** A field, or one inside an object after the first dot. Fields of queries are bound; only those of indexes become names. */
const fieldPattern = /^[A-Za-z_][A-Za-z0-9_-]{0,29}(\.[A-Za-z0-9_.-]{1,29})?$/

export function namesIn(schema: string): Names {
  if (typeof schema !== 'string' || !schemaPattern.test(schema) || schema.startsWith('pg_')) {
    const reason = 'a schema has up to 63 letters, digits, - and _, and does not start with a digit or pg_'
    throw coreErrors.OPTIONS_INVALID({ what: 'postgresStore', reason })
  }
  const table = (name: string) => `"${schema}"."${name}"`
  return {
    schema: `"${schema}"`,
    meta: table('meta'),
    events: table('events'),
    requests: table('requests'),
    cells: table('cells'),
    views: table('views'),
    table,
  }
}

export function checkViewName(name: string): void {
  if (!viewPattern.test(name))
    invalid(`the view name ${JSON.stringify(name)} is not up to 40 letters, digits, . and -`)
}

export function checkField(field: string): void {
  if (!fieldPattern.test(field))
    invalid(`the field ${JSON.stringify(field)} of an index is not made of letters, digits, _ and -`)
}

function invalid(reason: string): never {
  throw coreErrors.OPTIONS_INVALID({ what: 'store.prepare', reason })
}
