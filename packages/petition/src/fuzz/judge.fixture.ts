import { coreErrors, isPlatformError } from '@redress/core'
import * as petition from '../index.js'
import { secret } from './markers.fixture.js'

/** The codes of every catalogue that the package exports. */
const codes: ReadonlySet<string> = new Set(
  Object.entries({ ...petition, coreErrors }).flatMap(([name, exported]) =>
    name.endsWith('Errors') ? Object.keys(exported) : [],
  ),
)
const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
  (one) => [one, Reflect.ownKeys(one).length] as const,
)

/** How long one call may take; the machines of others are slow. */
const longest = 5000
/** How much of an error is text: what came in is quoted shortly, if at all. */
const mostText = 12_000

/** Makes a call and says what is wrong with its outcome; nothing where it worked or was refused as it should be. */
export async function faultOf(
  call: () => unknown,
  stored: () => Promise<number>,
): Promise<string | undefined> {
  const before = await stored()
  const started = performance.now()
  let fault: string | undefined
  try {
    await finished(call)
  } catch (error) {
    fault = faultOfError(error)
    if ((await stored()) !== before) fault ??= 'it was refused and has stored something'
  }
  if (performance.now() - started > longest) fault ??= `it took more than ${longest} ms`
  for (const [one, keys] of prototypes)
    if (Reflect.ownKeys(one).length !== keys) fault ??= 'it has changed a prototype'
  return fault
}

/** Makes a call to its end. */
async function finished(call: () => unknown): Promise<void> {
  const result = await call()
  if (isAsyncIterable(result)) for await (const _ of result);
  if (isSubscription(result)) await result.stop()
}

/** Why a call was refused. */
export async function refusalOf(call: () => unknown): Promise<string | undefined> {
  try {
    await finished(call)
    return undefined
  } catch (error) {
    return isPlatformError(error) ? `${error.code}: ${error.message}` : describe(error)
  }
}

function faultOfError(error: unknown): string | undefined {
  if (!isPlatformError(error)) return `it threw ${describe(error)}`
  if (!codes.has(error.code)) return `no catalogue has ${error.code}`
  const text = `${error.message} ${JSON.stringify(error.details)}`
  if (text.length > mostText) return `${error.code} is ${text.length} characters long`
  return text.includes(secret) ? `${error.code} repeats what was told: ${text.slice(0, 300)}` : undefined
}

function describe(error: unknown): string {
  try {
    return error instanceof Error
      ? `${error.name}: ${error.message.slice(0, 200)}\n${error.stack?.slice(0, 900)}`
      : typeof error
  } catch {
    return 'something that cannot be read'
  }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

function isSubscription(value: unknown): value is { stop(): Promise<void> } {
  return typeof value === 'object' && value !== null && 'stop' in value && typeof value.stop === 'function'
}
