import { readFileSync } from 'node:fs'
import { toMermaid } from '@redress/core'
import { cn2022, complaintKind, defaultNumbering } from '@redress/petition'
import { expect, it } from 'vitest'

it('the page shows the diagram that the table draws, and names every status', () => {
  const kind = complaintKind([cn2022], defaultNumbering)
  const page = readFileSync(new URL('./complaint-life-cycle.md', import.meta.url), 'utf8')
  const drawn = page.match(/```mermaid\n([\s\S]*?)\n```/)?.[1]
  expect(drawn).toBe(toMermaid(kind, ['withdraw', 'reopen']))
  for (const status of Object.keys(kind.lifecycle)) {
    if (status !== 'new') expect(page).toContain(`\`${status}\``)
  }
})
