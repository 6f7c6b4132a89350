import { coreErrors } from '../errors.js'
import type { Store } from './port.js'

/** Refuses something that is not a store, when the platform is made and not in the middle of a case. */
export function checkStore(store: Store): void {
  for (const method of [
    'prepare',
    'read',
    'readAll',
    'head',
    'find',
    'commit',
    'recall',
    'swap',
    'readCell',
    'writeCell',
    'listCells',
    'watch',
  ] as const) {
    if (!hasMethod(store, method)) throw coreErrors.STORE_INVALID({ missing: method })
  }
}

/** Whether something has a method; nothing has one that throws while it is looked at. */
function hasMethod(thing: unknown, name: string): boolean {
  try {
    return typeof (thing as Readonly<Record<string, unknown>> | null | undefined)?.[name] === 'function'
  } catch {
    return false
  }
}
