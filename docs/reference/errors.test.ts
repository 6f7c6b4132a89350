import { readFileSync } from 'node:fs'
import * as core from '@redress/core'
import * as petition from '@redress/petition'
import { describe, expect, it } from 'vitest'

const page = readFileSync(new URL('./errors.md', import.meta.url), 'utf8')
const sections = page.split(/^## /m).slice(1)

type Catalogue = Readonly<Record<string, (details: object) => core.PlatformError>>

/** Every catalogue that a package exports, by its name. */
const catalogues = Object.entries({ ...core, ...petition }).filter(
  ([name, exported]) => name.endsWith('Errors') && typeof exported === 'object',
) as [string, Catalogue][]

/** Answers every field of the details with something that any message can print. */
const anyDetails = new Proxy(
  {},
  { get: () => Object.assign([], { map: () => [], slice: () => [], join: () => '' }) },
)

describe.each(catalogues)('the table of %s', (name, catalogue) => {
  it('lists exactly the codes of the catalogue, each with its kind', () => {
    const section = sections.find((one) => one.includes(`\n\`${name}\` of \`@redress/`)) ?? ''
    const listed = [...section.matchAll(/^\| `([A-Z_]+)` \| ([a-z-]+) \|/gm)].map(
      ([, code, kind]) => `${code} ${kind}`,
    )
    const made = Object.entries(catalogue).map(([code, make]) => `${code} ${make(anyDetails).kind}`)
    expect(listed.sort()).toEqual(made.sort())
  })
})

it('the page has a section for each catalogue and no other', () => {
  expect(sections.length).toBe(catalogues.length)
})

it('a code stands in one catalogue alone', () => {
  const codes = catalogues.flatMap(([, catalogue]) => Object.keys(catalogue))
  expect(codes.filter((code, n) => codes.indexOf(code) !== n)).toEqual([])
})
