import type { PersonalFile } from '@redress/core'
import { isSha256 } from './store.js'

/** What a case keeps of a file: what it is called, what it is, and the digest that proves it. */
export interface AttachmentReference {
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly sha256: string
}

/** A reference, and when it came into the case. */
export interface CaseAttachment extends AttachmentReference {
  /** The version of the event beside which it is sealed. */
  readonly version: number
  /** ISO 8601. */
  readonly at: string
}

/** A reference as one line of a text, as officers read it and `attachmentsIn` finds it again. */
export const lineOf = ({ name, type, size, sha256 }: AttachmentReference): string =>
  JSON.stringify({ name, type, size, sha256 })

/** How many references one text takes; it is bounded. */
export const linesPerText = 40

/** The files of a case, in the order in which they came. What is no reference is left to be read as what it is. */
export function attachmentsIn({ texts }: PersonalFile): readonly CaseAttachment[] {
  const found = new Map<string, CaseAttachment>()
  for (const { version, at, fields } of texts) {
    for (const line of Object.values(fields).flatMap((text) => text.split('\n'))) {
      const reference = referenceOf(line)
      if (reference !== undefined && !found.has(reference.sha256))
        found.set(reference.sha256, { ...reference, version, at })
    }
  }
  return [...found.values()]
}

function referenceOf(line: string): AttachmentReference | undefined {
  if (!line.startsWith('{"name":') || line.length > 1000) return undefined
  try {
    const { name, type, size, sha256 } = JSON.parse(line) as Record<keyof AttachmentReference, unknown>
    const isNamed = typeof name === 'string' && typeof type === 'string'
    const isMeasured = typeof size === 'number' && isSha256(sha256)
    return isNamed && isMeasured ? { name, type, size, sha256 } : undefined
  } catch {
    return undefined
  }
}
