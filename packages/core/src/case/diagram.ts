import type { CaseKind, CaseTypes } from './kind.js'

/**
 * Draws the life cycle of a kind of case as a Mermaid state diagram, from the table that guards its commands.
 *
 * Commands that leave the status as it is are not drawn.
 */
export function toMermaid<Types extends CaseTypes>(kind: CaseKind<Types>): string {
  const lifecycle = kind.lifecycle as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  const initial = kind.initial.status
  const labels = new Map<string, string[]>()
  for (const [status, commands] of Object.entries(lifecycle)) {
    for (const [command, targets] of Object.entries(commands)) {
      for (const target of targets) {
        if (target === status) continue
        const edge = `${status === initial ? '[*]' : status} --> ${target}`
        labels.set(edge, [...(labels.get(edge) ?? []), command])
      }
    }
  }
  const ends = Object.entries(lifecycle)
    .filter(
      ([status, commands]) =>
        status !== initial && Object.values(commands).every((targets) => targets.length === 0),
    )
    .map(([status]) => `  ${status} --> [*]`)
  const edges = [...labels].map(([edge, commands]) => `  ${edge}: ${commands.join(', ')}`)
  return ['stateDiagram-v2', ...edges, ...ends].join('\n')
}
