import { expect, it } from 'vitest'
import { deepFreeze } from './freeze.js'

it('a frozen value cannot be changed at any depth', () => {
  const value = deepFreeze({ list: [{ name: 'a' }], inner: { deep: { er: 1 } } })
  expect(() => Object.assign(value.list[0] ?? {}, { name: 'b' })).toThrow(TypeError)
  expect(() => Object.assign(value.inner.deep, { er: 2 })).toThrow(TypeError)
  expect(() => (value.list as object[]).push({})).toThrow(TypeError)
})

it('a field without a value is dropped, as JSON would drop it', () => {
  const value = deepFreeze({ a: 1, b: undefined, c: [{ d: undefined, e: null }] })
  expect(Object.keys(value)).toEqual(['a', 'c'])
  expect(value).toEqual(JSON.parse(JSON.stringify(value)))
})

it('scalars and what is frozen already are left as they are', () => {
  const shared = Object.freeze({ x: 1 })
  expect(deepFreeze({ shared }).shared).toBe(shared)
  expect(deepFreeze(null)).toBe(null)
  expect(deepFreeze('text')).toBe('text')
})
