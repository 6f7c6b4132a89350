/** What was drawn, and from what. */
export interface SampleDrawing<Item> {
  readonly drawn: readonly Item[]
  readonly population: number
  readonly populationDigest: string
}

/**
 * Draws so that anybody can draw again: the ids are put in the order of SHA-256 of `seed`, a line feed and the id (base64url, as text),
 * and the first ones are taken. Every case has the same chance, and no order of filing shines through.
 *
 * @example
 * ```ts
 * const { drawn } = await drawFrom(cases, 'seed', 10, host.digest)
 * ```
 */
export async function drawFrom<Item extends { readonly id: string }>(
  items: readonly Item[],
  seed: string,
  size: number,
  digest: (text: string) => Promise<string>,
): Promise<SampleDrawing<Item>> {
  const placed = await Promise.all(
    items.map(async (item) => ({ item, place: await digest(`${seed}\n${item.id}`) })),
  )
  placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
  const ids = items.map(({ id }) => id).sort()
  return {
    drawn: placed.slice(0, size).map(({ item }) => item),
    population: items.length,
    populationDigest: await digest(ids.map((id) => `${id}\n`).join('')),
  }
}
