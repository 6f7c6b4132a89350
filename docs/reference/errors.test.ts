import { readFileSync } from 'node:fs'
import { coreErrors, type PlatformError } from '@redress/core'
import { petitionErrors } from '@redress/petition'
import { describe, expect, it } from 'vitest'

const page = readFileSync(new URL('./errors.md', import.meta.url), 'utf8')
const [, core = '', petition = ''] = page.split(/^## /m)

/** Answers every field of the details with something that any message can print. */
const anyDetails = new Proxy({}, { get: () => Object.assign([], { map: () => [], join: () => '' }) })

const catalogues: readonly (readonly [string, string, object])[] = [
  ['core', core, coreErrors],
  ['petition', petition, petitionErrors],
]

describe.each(catalogues)('the table of %s', (_, section, catalogue) => {
  it('lists exactly the codes of the catalogue, each with its kind', () => {
    const listed = [...section.matchAll(/^\| `([A-Z_]+)` \| ([a-z-]+) \|/gm)].map(
      ([, code, kind]) => `${code} ${kind}`,
    )
    const made = Object.entries(catalogue as Record<string, (details: object) => PlatformError>).map(
      ([code, make]) => `${code} ${make(anyDetails).kind}`,
    )
    expect(listed.sort()).toEqual(made.sort())
  })
})
