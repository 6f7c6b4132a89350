import { memoryStore, type Store } from '@redress/core'

export interface Opened {
  readonly store: Store
  /** Where the city is kept, for people. */
  readonly name: string
  readonly close: () => Promise<void>
}

/** Opens the store that the command line and the environment ask for. */
export async function openStore(
  _args: readonly string[],
  _env: Readonly<Record<string, string | undefined>>,
): Promise<Opened> {
  return { store: memoryStore(), name: 'memory', close: async () => {} }
}
