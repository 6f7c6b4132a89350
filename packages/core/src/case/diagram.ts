import type { CaseKind, CaseTypes } from './kind.js'

/**
 * Draws the life cycle of a kind of case as a Mermaid state diagram, from the table that guards its commands.
 *
 * Commands that leave the status as it is are not drawn.
 *
 * @param omit commands that lead from everywhere and would hide the main road
 */
export function toMermaid<Types extends CaseTypes>(
  kind: CaseKind<Types>,
  omit: readonly (keyof Types['commands'] & string)[] = [],
): string {
  const omitted: ReadonlySet<string> = new Set(omit)
  const lifecycle = kind.lifecycle as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  const initial = kind.initial.status
  const labels = new Map<string, string[]>()
  for (const [status, commands] of Object.entries(lifecycle)) {
    for (const [command, targets] of Object.entries(commands)) {
      if (omitted.has(command)) continue
      for (const target of targets) {
        if (target === status) continue
        const edge = `${status === initial ? '[*]' : status} --> ${target}`
        labels.set(edge, [...(labels.get(edge) ?? []), command])
      }
    }
  }
  const leads = (commands: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(commands).some(([command, targets]) => !omitted.has(command) && targets.length > 0)
  const ends = Object.entries(lifecycle)
    .filter(([status, commands]) => status !== initial && !leads(commands))
    .map(([status]) => `  ${status} --> [*]`)
  const edges = [...labels].map(([edge, commands]) => `  ${edge}: ${commands.join(', ')}`)
  return ['stateDiagram-v2', ...edges, ...ends].join('\n')
}
