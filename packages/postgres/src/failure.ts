import { coreErrors, isPlatformError } from '@redress/core'

/** What to do about an error of the driver. */
export type Failure = 'repeat' | 'unavailable' | 'refused'

/** Lost a race that the next attempt sees the end of: a unique key, a deadlock, a serialization failure. */
const raceCodes = new Set(['23505', '40P01', '40001'])
/** The statement itself was wrong: its data, a constraint, a name, a size. */
const refusedClasses = new Set(['0A', '21', '22', '23', '42', '54'])
export const undefinedTable = '42P01'

export function sqlState(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  // Five characters: the codes of Node's sockets are longer.
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

export function failureOf(error: unknown): Failure {
  const code = sqlState(error)
  if (code === undefined) return 'unavailable'
  if (raceCodes.has(code)) return 'repeat'
  return refusedClasses.has(code.slice(0, 2)) ? 'refused' : 'unavailable'
}

/** The error that callers get for one of the driver: `STORE_UNAVAILABLE` with its cause, unless the statement was at fault. */
export function toCaller(error: unknown): unknown {
  if (isPlatformError(error) || failureOf(error) === 'refused') return error
  return Object.assign(coreErrors.STORE_UNAVAILABLE({ reason: reasonOf(error) }), { cause: error })
}

function reasonOf(error: unknown): string {
  const code = sqlState(error)
  switch (code) {
    case '25006':
      return 'the server is read-only, perhaps a standby'
    case '57014':
      return 'the statement was cancelled, perhaps by statement_timeout'
    case '53100':
      return 'the disk of the server is full'
    case '53200':
      return 'the server is out of memory'
    case '53300':
      return 'the server has no connection left'
    case '57P01':
    case '57P02':
    case '57P03':
      return 'the server is stopping or starting'
    case undefined:
      break
    default:
      return `SQLSTATE ${code}`
  }
  // Messages of sockets name addresses and no data; an AggregateError of several addresses has none.
  const socket = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (typeof socket === 'string') return `the connection failed (${socket})`
  return error instanceof Error && error.message !== '' ? error.message : 'the connection failed'
}
