import { type Actor, checkActor } from '../access/actor.js'
import { coreErrors, shown } from '../errors.js'
import type { DomainEvent } from '../event/event.js'
import type { SubscriptionDefinition } from './api.js'

/** A definition with every default filled in, and without its types. */
export type Settings = {
  readonly [Field in Exclude<keyof SubscriptionDefinition<DomainEvent>, 'reader'>]-?: NonNullable<
    SubscriptionDefinition<DomainEvent>[Field]
  >
} & { readonly reader: Actor | undefined }

/** @throws SUBSCRIPTION_INVALID */
export function settingsOf(given: SubscriptionDefinition<DomainEvent>): Settings {
  const definition = copyOf(given)
  const { name } = definition
  if (typeof name !== 'string' || name.length === 0 || name.length > 100)
    throw invalid(name, 'its name must be a text of 1 to 100 characters')
  const { from = 'start', types = [], handle, onError = () => {}, reader } = definition
  if (typeof handle !== 'function' || typeof onError !== 'function')
    throw invalid(name, '`handle` and `onError` are functions')
  if (from !== 'start' && from !== 'now' && !(Number.isSafeInteger(from) && from >= 0))
    throw invalid(name, "`from` is 'start', 'now' or a position")
  const wanted: readonly string[] = types
  // Nobody who names no type means all of them: those leave the list out.
  if (
    !Array.isArray(types) ||
    types.some((type) => typeof type !== 'string') ||
    definition.types?.length === 0
  )
    throw invalid(name, '`types` is a list of at least one type of events')
  const number = (
    field: 'attempts' | 'retryAfter' | 'concurrency' | 'batch' | 'pollEvery' | 'leaseFor',
    usual: number,
  ) => {
    const value = definition[field] ?? usual
    if (Number.isSafeInteger(value) && value >= 1 && value <= 86_400_000) return value
    throw invalid(name, `\`${field}\` is a whole number, 1 or more`)
  }
  return {
    name,
    from,
    types: [...wanted],
    handle,
    onError,
    reader: reader === undefined ? undefined : checkActor(reader),
    attempts: number('attempts', 6),
    retryAfter: number('retryAfter', 250),
    concurrency: number('concurrency', 8),
    batch: number('batch', 100),
    pollEvery: number('pollEvery', 1000),
    leaseFor: number('leaseFor', 15_000),
  }
}

/** Read once, so that a getter or a proxy that throws is told as what it is. */
function copyOf(given: SubscriptionDefinition<DomainEvent>): SubscriptionDefinition<DomainEvent> {
  try {
    const copy = { ...given }
    const types: unknown = copy.types
    return Array.isArray(types) ? { ...copy, types: types.slice() as readonly string[] } : copy
  } catch {
    throw invalid(undefined, 'reading its definition failed')
  }
}

export const invalid = (name: unknown, reason: string) =>
  coreErrors.SUBSCRIPTION_INVALID({ name: shown(name), reason })
