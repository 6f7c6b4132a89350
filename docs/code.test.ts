import { expect, it } from 'vitest'
// @ts-expect-error a plain script without types of its own
import { writeDocCode } from '../scripts/doc-code.mjs'

const files = (writeDocCode as () => string[])()

it('there is code in the documentation', () => {
  expect(files.length).toBeGreaterThan(3)
})

it.each(files.map((file) => [file.replace(/^.*\//, ''), file]))('the code of %s runs', async (_, file) => {
  await import(/* @vite-ignore */ file)
})
