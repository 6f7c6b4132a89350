import { coreErrors, isPlatformError, type PlatformError } from '@redress/core'

const busy = 5
const locked = 6

/** What the three drivers write on their errors. */
interface DriverError {
  readonly message: string
  readonly code?: unknown
  /** Of `node:sqlite`. */
  readonly errcode?: unknown
  /** Of libsql. */
  readonly rawCode?: unknown
}

/** Whether another connection is writing, so that the same work may succeed in a moment. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, errcode, rawCode } = error as DriverError
  const number = errcode ?? rawCode
  if (typeof number === 'number') return (number & 0xff) === busy || (number & 0xff) === locked
  return typeof code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(code)
}

/** Whether a statement names a table that is gone: another process has finished building a view. */
export function isMissingTable(error: unknown): boolean {
  return error instanceof Error && error.message.includes('no such table')
}

/** The error for the caller: ours as they are, the driver's in a form that every store shares. */
export function unavailable(error: unknown): PlatformError {
  if (isPlatformError(error)) return error
  const { message, code } = error instanceof Error ? (error as DriverError) : { message: String(error) }
  const reason = typeof code === 'string' && code.startsWith('SQLITE_') ? `${code}, ${message}` : message
  const wrapped = coreErrors.STORE_UNAVAILABLE({ reason })
  wrapped.cause = error
  return wrapped
}
