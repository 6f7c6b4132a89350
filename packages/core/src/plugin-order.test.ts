import { describe, expect, it } from 'vitest'
import { permits } from './case/permit.fixture.js'
import { type ErrorKind, isPlatformError, type PlatformError } from './errors.js'
import { createPlatform } from './platform.js'
import { memoryStore } from './store/memory.js'

/** A plugin as a host without types may write it. */
const plugin = (id: unknown, requires: unknown = [], setup: unknown = () => ({})) => ({ id, requires, setup })

/** Makes a platform of anything, as a host without types can. */
const make = (plugins: unknown, store: unknown = memoryStore()) =>
  createPlatform({ store: store as ReturnType<typeof memoryStore>, plugins: plugins as readonly [] })

/** The error that refuses the work. */
function refusal(work: () => unknown): PlatformError {
  try {
    work()
  } catch (error) {
    if (isPlatformError(error)) return error
    throw error
  }
  throw new Error('it was not refused')
}

const unreadable = new Proxy([], {
  get: () => {
    throw new Error('a trap')
  },
})

const misconfigured: ErrorKind = 'misconfigured'

describe('a host without types', () => {
  it.each([
    ['null', null],
    ['nothing', undefined],
    ['a text', 'petition'],
    ['an empty object', {}],
    ['a list', []],
    ['a plugin without an id', { requires: [], setup: () => ({}) }],
    ['a plugin without requires', { id: 'a', setup: () => ({}) }],
    ['a plugin without setup', { id: 'a', requires: [] }],
    ['a setup that is no function', plugin('a', [], {})],
    ['requires that are no list', plugin('a', 'b')],
    ['an id that is no text', plugin(7)],
    ['an empty id', plugin('')],
    ['an id with a dash', plugin('risk-assessment')],
    ['an id with a capital', plugin('Petition')],
    ['an id that would change the prototype', plugin('__proto__')],
    ['a promise of a plugin', Promise.resolve(permits())],
  ])('cannot install %s', (_, element) => {
    const error = refusal(() => make([permits(), element]))
    expect(error).toMatchObject({ code: 'PLUGIN_INVALID', kind: misconfigured })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['one plugin without a list', permits()],
    ['a set of plugins', new Set([permits()])],
    ['a list that cannot be read', unreadable],
  ])('cannot give %s as plugins', (_, plugins) => {
    expect(refusal(() => make(plugins))).toMatchObject({ code: 'PLUGIN_INVALID', kind: misconfigured })
  })

  it('is told which factory it forgot to call', () => {
    expect(refusal(() => make([permits])).message).toContain('did you forget to call permits()?')
    expect(refusal(() => make([() => permits()])).message).toContain('did you forget to call the factory()?')
  })

  it('cannot install a plugin twice', () => {
    const error = refusal(() => make([permits(), permits()]))
    expect(error).toMatchObject({ code: 'PLUGIN_DUPLICATE', kind: misconfigured, details: { id: 'permit' } })
  })

  it.each(['organizations', 'cases', 'deadlines', 'calendars', 'events'])('cannot take the name %s', (id) => {
    const error = refusal(() => make([plugin(id)]))
    expect(error).toMatchObject({ code: 'PLUGIN_ID_TAKEN', kind: misconfigured, details: { id } })
    expect(error.message).toBe(`Plugin id '${id}' is taken by core: choose another id.`)
  })

  it('is told which required plugin is missing, in the words of the compile error', () => {
    const error = refusal(() => make([permits(), plugin('site', ['permit', 'inspection'])]))
    expect(error).toMatchObject({
      code: 'PLUGIN_MISSING',
      kind: misconfigured,
      details: { id: 'site', missing: 'inspection' },
    })
    expect(error.message).toBe("Plugin 'site' requires plugin 'inspection': add it to the plugins array.")
  })

  it.each([
    ['itself', [plugin('a', ['a'])], ['a', 'a']],
    ['one that requires it', [plugin('a', ['b']), plugin('b', ['a'])], ['a', 'b', 'a']],
    [
      'one that requires it through others',
      [plugin('a', ['b']), plugin('b', ['c', 'd']), plugin('c'), plugin('d', ['a'])],
      ['a', 'b', 'd', 'a'],
    ],
  ])('is told the way round when a plugin requires %s', (_, plugins, path) => {
    const error = refusal(() => make(plugins))
    expect(error).toMatchObject({ code: 'PLUGIN_CYCLE', kind: misconfigured, details: { path } })
  })

  it.each(['prepare', 'read', 'readAll', 'find', 'commit', 'recall'] as const)(
    'cannot give a store without %s',
    (missing) => {
      const error = refusal(() => make([], { ...memoryStore(), [missing]: undefined }))
      expect(error).toMatchObject({ code: 'STORE_INVALID', kind: misconfigured, details: { missing } })
    },
  )

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a map', new Map()],
    ['the factory', memoryStore],
  ])('cannot give %s as store', (_, store) => {
    expect(refusal(() => createPlatform({ store, plugins: [] } as never)).code).toBe('STORE_INVALID')
  })

  it('runs no setup when any element is wrong', () => {
    const ran: string[] = []
    const first = plugin('first', [], () => ran.push('first'))
    for (const wrong of [plugin('second', ['third']), permits, null, plugin('cases'), first])
      expect(() => make([first, wrong])).toThrow()
    expect(ran).toEqual([])
  })
})

describe('the order of setup', () => {
  /** Installs plugins in an order, and answers with the order in which they were set up. */
  function setUp(order: readonly string[]): readonly string[] {
    const requires: Record<string, readonly string[]> = { a: ['b', 'd'], b: ['c'], c: [], d: ['c'] }
    const done: string[] = []
    make(order.map((id) => plugin(id, requires[id], () => ({ place: done.push(id) }))))
    return done
  }

  it('puts each required plugin before the ones that require it, in whatever order they are given', () => {
    const orders = permutations(['a', 'b', 'c', 'd'])
    expect(orders).toHaveLength(24)
    for (const order of orders) expect(['cbda', 'cdba']).toContain(setUp(order).join(''))
  })

  it('keeps the given order of plugins that do not require each other', () => {
    const done: string[] = []
    make(['x', 'z', 'y'].map((id) => plugin(id, [], () => ({ place: done.push(id) }))))
    expect(done).toEqual(['x', 'z', 'y'])
  })
})

function permutations(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length < 2) return [words]
  return words.flatMap((word) =>
    permutations(words.filter((other) => other !== word)).map((rest) => [word, ...rest]),
  )
}
