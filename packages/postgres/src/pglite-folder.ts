/**
 * PGlite on a folder, held by one process at a time.
 *
 * @module
 */
import { lockFolder } from './folder-lock.js'

/** A PGlite on a folder that nobody else has open. */
export interface PgliteFolder<Client> {
  readonly client: Client
  /** Closes the PGlite and gives the folder free. */
  close(): Promise<void>
}

/**
 * Opens a PGlite on a folder and holds it: PGlite itself takes no lock, and what two processes write there is lost without an error.
 *
 * The lock is a file beside the folder with the number of the process. A process that has ended holds nothing. The clients are those
 * of this machine: do not share the folder over a network.
 *
 * @throws STORE_UNAVAILABLE when the folder is open already
 * @example
 * ```ts
 * const { client, close } = await openPgliteFolder('./data', (folder) => PGlite.create(folder))
 * const store = postgresStore({ client })
 * ```
 */
export async function openPgliteFolder<Client extends { close(): Promise<void> }>(
  folder: string,
  create: (folder: string) => Promise<Client>,
): Promise<PgliteFolder<Client>> {
  const release = lockFolder(folder)
  try {
    const client = await create(folder)
    return {
      client,
      async close() {
        try {
          await client.close()
        } finally {
          release()
        }
      },
    }
  } catch (error) {
    release()
    throw error
  }
}
