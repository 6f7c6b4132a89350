import { expect, it } from 'vitest'
import { newToken, rememberedRows } from './remembered-rows.js'

it('the two thousand rows that were written last are remembered', () => {
  const rows = rememberedRows()
  const row = (id: number) => ({ id, token: newToken(), values: [id] })
  for (let n = 0; n < 2000; n++) rows.set(`k${n}`, row(n))
  // Written again, and so no longer the oldest.
  rows.set('k0', row(0))
  rows.set('k2000', row(2000))
  expect(rows.get('k0')?.id).toBe(0)
  expect(rows.get('k1')).toBeUndefined()
  expect(rows.get('k2')?.id).toBe(2)
  rows.forget('k2')
  expect(rows.get('k2')).toBeUndefined()
})
