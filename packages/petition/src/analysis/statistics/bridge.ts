/**
 * The cells that would join the two sides of a hidden cell that is on no circle (a bridge of the graph); undefined if there is none.
 * Rows and columns are the nodes, hidden cells the edges.
 */
export function joiners(
  hidden: readonly (readonly boolean[])[],
): readonly (readonly [row: number, column: number])[] | undefined {
  const below = bridgeIn(hidden)
  if (below === undefined) return undefined
  const height = hidden.length
  return hidden.flatMap((row, i) =>
    row.flatMap((_, j): (readonly [number, number])[] =>
      below.has(i) !== below.has(height + j) ? [[i, j]] : [],
    ),
  )
}

/** The nodes on one side of the first bridge. Rows are numbered first, columns after them. */
function bridgeIn(hidden: readonly (readonly boolean[])[]): ReadonlySet<number> | undefined {
  const height = hidden.length
  const width = hidden[0]?.length ?? 0
  const neighbours = (node: number): readonly number[] =>
    node < height
      ? Array.from({ length: width }, (_, j) => j).flatMap((j) => (hidden[node]?.[j] ? [height + j] : []))
      : Array.from({ length: height }, (_, i) => i).filter((i) => hidden[i]?.[node - height])
  const entered = new Map<number, number>()
  const order: number[] = []

  /** The earliest node that the part below reaches by another way; a set if that is none before it. */
  const visit = (node: number, from: number): number | ReadonlySet<number> => {
    const own = order.length
    entered.set(node, own)
    order.push(node)
    let earliest = own
    for (const next of neighbours(node)) {
      if (next === from) continue
      const known = entered.get(next)
      const reached = known ?? visit(next, node)
      if (typeof reached !== 'number') return reached
      if (known === undefined && reached > own) return new Set(order.slice(entered.get(next)))
      earliest = Math.min(earliest, reached)
    }
    return earliest
  }
  for (let node = 0; node < height + width; node++) {
    if (entered.has(node)) continue
    const reached = visit(node, -1)
    if (typeof reached !== 'number') return reached
  }
  return undefined
}
