import { readFileSync } from 'node:fs'
import {
  type CaseKind,
  type CaseTypes,
  createPlatform,
  definePlugin,
  memoryStore,
  toMermaid,
} from '@redress/core'
import { type PetitionPlugin, petition } from '@redress/petition'
import { describe, expect, it } from 'vitest'

const page = ['life-cycles.md', 'complaint-life-cycle.md']
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n')

/** Every kind of case that the plugin installs. */
function installed(): readonly CaseKind<CaseTypes>[] {
  const kinds: CaseKind<CaseTypes>[] = []
  const plugin = petition()
  const watched = definePlugin<PetitionPlugin>({
    ...plugin,
    setup: (host) =>
      plugin.setup({
        ...host,
        addKind: (kind) => {
          kinds.push(kind as never)
          return host.addKind(kind)
        },
      }),
  })
  createPlatform({ store: memoryStore(), plugins: [watched] })
  return kinds
}

const kinds = installed()

describe.each(kinds)('the section of $kind', (kind) => {
  const section = page.split(/^#+ /m).find((one) => one.includes(`\n\`${kind.kind}\``)) ?? ''

  it('shows the diagram that the table draws', () => {
    const [, named = ''] = section.match(/^Not drawn: ([\s\S]*?)\n\n/m) ?? []
    const left = [...named.matchAll(/`(\w+)`/g)].map(([, command = '']) => command as never)
    expect(section.match(/```mermaid\n([\s\S]*?)\n```/)?.[1]).toBe(toMermaid(kind, left))
  })

  it('says of every status what it means', () => {
    const rows = [...section.matchAll(/^\| (`.+?`) \| (.+?) \| (.+?) \|$/gm)]
    const said = rows.flatMap(([, statuses = '']) => [...statuses.matchAll(/`(\w+)`/g)].map(([, one]) => one))
    expect(said).toEqual(Object.keys(kind.lifecycle).filter((status) => status !== kind.initial.status))
  })
})

it('every diagram on the page is that of a kind of case', () => {
  expect(page.match(/```mermaid/g)?.length).toBe(kinds.length)
})
