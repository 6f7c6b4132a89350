/**
 * Where the host keeps the files of cases: a folder, a bucket, a table. Content stands under its case and its digest, so that putting it
 * twice is putting it once, and so that everything of a case can go when its personal data is erased. It holds personal data: the host
 * encrypts it and guards it like the store.
 */
export interface AttachmentStore {
  put(place: AttachmentPlace, content: Uint8Array, type: string): Promise<unknown>
  /** Undefined if there is none. */
  get(place: AttachmentPlace): Promise<Uint8Array | undefined>
  /** Takes away everything of a case. Of a case without any it does nothing. */
  delete(caseId: string): Promise<unknown>
}

export interface AttachmentPlace {
  readonly case: string
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly sha256: string
}

/** Keeps files in memory: for tests and demonstrations. */
export function memoryAttachments(): AttachmentStore {
  const cases = new Map<string, Map<string, Uint8Array>>()
  return {
    async put({ case: id, sha256 }, content) {
      const files = cases.get(id) ?? new Map<string, Uint8Array>()
      cases.set(id, files.set(sha256, content.slice()))
    },
    async get({ case: id, sha256 }) {
      return cases.get(id)?.get(sha256)?.slice()
    },
    async delete(id) {
      cases.delete(id)
    },
  }
}

/** SHA-256 in hexadecimal, as people compare it with other tools. */
export async function sha256Of(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const isSha256 = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
