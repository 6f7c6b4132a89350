import { expect, it } from 'vitest'
import { staff } from '../complaint/county.fixture.js'
import { supervised } from './supervision.fixture.js'

it('no way around the API hands a matter to a case that it is not about', async () => {
  const { supervision, accepted } = await supervised()
  const { id } = await accepted()
  const subject = { case: null, accused: { persons: [], units: [] }, confidential: false }
  const more = { grounds: ['late'], text: 't', case: id, subject, parts: ['county-petition'] }
  await expect(supervision.matters.open(more as never, staff.desk)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  })
  for (const name of ['seal', 'keep', 'tell']) expect(name in supervision.matters).toBe(false)
  expect('seal' in supervision.urgent || 'report' in supervision.urgent).toBe(false)
  expect('sample' in supervision.inspections).toBe(false)
})
