import fc from 'fast-check'

const spring = (): never => {
  throw new Error('sprung')
}

/** A proxy that throws whatever is done with it. */
const trap = (target: object): object =>
  new Proxy(target, {
    get: spring,
    has: spring,
    ownKeys: spring,
    getOwnPropertyDescriptor: spring,
    getPrototypeOf: spring,
  })

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function deep(levels: number): unknown {
  let value: unknown = 'bottom'
  for (let n = 0; n < levels; n++) value = n % 2 === 0 ? [value] : { value }
  return value
}

function cyclic(): object {
  const value: Record<string, unknown> = {}
  value.self = value
  value.list = [value]
  return value
}

/** What is waited for, since it has this method. */
function awaited(then: () => unknown): object {
  const thing = {}
  Reflect.set(thing, 'then', then)
  return thing
}

/** Each made anew: some of them remember. */
const makers: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => 0,
  () => -1,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 1e308,
  () => 2 ** 53,
  () => 10n ** 40n,
  () => Symbol('word'),
  () => '',
  () => ' ',
  () => '\u0000',
  () => '\ud800',
  () => '\udc00x\ud83d',
  () => '\u202e\u2066',
  () => 'x'.repeat(1_000_000),
  () => '县'.repeat(200_000),
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => '2024-02-30',
  () => '9999-12-31',
  () => '0000-01-01',
  () => '+275760-09-13T00:00:00Z',
  () => '2024-08-01T09:00:00+08:00',
  () => [],
  () => {
    const holes: unknown[] = []
    holes[3] = 'x'
    return holes
  },
  () => Array.from({ length: 100_000 }, () => 'x'),
  () => Array.from({ length: 20_000 }, () => ({})),
  () => ({}),
  () => Object.create(null) as unknown,
  () =>
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => ({ constructor: { name: 'Array' }, hasOwnProperty: 1 }),
  () => Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`field ${n}`, n])),
  () => deep(20_000),
  () => cyclic(),
  () => trap({}),
  () => trap([]),
  () => trap(() => {}),
  () => revoked(),
  () => ({
    get unit() {
      return spring()
    },
  }),
  () => ({ toString: spring, valueOf: spring, toJSON: spring }),
  () => ({ [Symbol.toPrimitive]: spring, length: 1e9 }),
  () => awaited(spring),
  () => awaited(() => {}),
  () => new Date(Number.NaN),
  () => new Date(0),
  () => new Map([['unit', 'county']]),
  () => new Set(['x']),
  () => new Uint8Array(32),
  () => new Uint8Array(1_000_000),
  () => /x/,
  () => Object('boxed') as unknown,
  // What a function of the host throws is the host's.
  () => () => 'x',
  () => async () => 'x',
]

/** How to make a value. It is made where it is used: whoever prints a failure would spring the traps. */
export type Hostile = { readonly maker: number } | { readonly json: unknown } | { readonly text: string }

export const hostile: fc.Arbitrary<Hostile> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ maker: fc.nat(makers.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ json: fc.jsonValue({ maxDepth: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ text: fc.string({ unit: 'binary', maxLength: 300 }) }) },
)

export function made(one: Hostile): unknown {
  if ('maker' in one) return makers[one.maker]?.()
  return 'json' in one ? one.json : one.text
}

export interface Change {
  /** Which argument, and where in it. */
  readonly path: readonly number[]
  readonly act: 'replace' | 'remove' | 'add' | 'repeat'
  readonly value: Hostile
}

export const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
  act: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'repeat'),
  value: hostile,
})

/** Arguments with one thing in them changed: the path goes down as far as there is something. */
export function changed(args: readonly unknown[], { path, act, value }: Change): readonly unknown[] {
  return copyWith(args, path, act, made(value)) as readonly unknown[]
}

function put(inside: object, path: readonly number[], act: Change['act'], value: unknown): unknown {
  try {
    return copyWith(inside, path, act, value)
  } catch {
    // What an earlier change has put there is a trap.
    return value
  }
}

function copyWith(
  inside: object,
  [step = 0, ...rest]: readonly number[],
  act: Change['act'],
  value: unknown,
): unknown {
  const copy: unknown = Array.isArray(inside) ? [...(inside as unknown[])] : { ...inside }
  const fields = copy as Record<PropertyKey, unknown>
  const keys = Object.keys(fields)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return copy
  const next = fields[key]
  if (rest.length > 0 && typeof next === 'object' && next !== null && isPlain(next))
    fields[key] = put(next, rest, act, value)
  else if (act === 'remove' && !Array.isArray(copy)) delete fields[key]
  else if (act === 'add' && !Array.isArray(copy)) fields.more = value
  else if (act === 'repeat' && Array.isArray(copy))
    return [...(copy as unknown[]), ...Array.from({ length: 300 }, () => next)]
  else fields[key] = value
  return copy
}

function isPlain(value: object): boolean {
  try {
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  } catch {
    return false
  }
}
