import type { Text } from '../../matter/text.js'
import { cleanFileName, extensionOf } from '../clean.js'
import type { IncomingAttachment } from '../draft.js'
import type { AcceptedType, AttachmentPolicy } from '../policy.js'
import { wordOf } from '../problems.js'

/** A file that may come in, under a name that is safe to show and to store. */
export interface AcceptedAttachment {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type LeftOutReason =
  | 'tooMany'
  | 'tooBig'
  | 'empty'
  | 'typeNotTaken'
  | 'unsafe'
  | 'notStored'
  | 'unreadable'
  | 'notInstalled'

/** Files that did not come in, and why. The matter is filed all the same: a file never costs anybody their petition. */
export interface LeftOutAttachments {
  readonly reason: LeftOutReason
  readonly text: Text
  readonly count: number
  /** The first of their names. */
  readonly names: readonly string[]
}

/** Collects what is left out, by reason. */
export interface LeftOut {
  add(reason: LeftOutReason, name: string, count?: number): void
  list(): readonly LeftOutAttachments[]
}

/** The most names that are told. */
const mostNames = 5

export function leftOut(): LeftOut {
  const groups = new Map<LeftOutReason, { count: number; readonly names: string[] }>()
  return {
    add(reason, name, count = 1) {
      const group = groups.get(reason) ?? { count: 0, names: [] }
      group.count += count
      if (group.names.length < mostNames) group.names.push(name)
      groups.set(reason, group)
    },
    list: () =>
      [...groups].map(([reason, { count, names }]) => ({
        reason,
        text: wordOf(`file.${reason}`),
        count,
        names,
      })),
  }
}

/**
 * The files that the policy lets in, in their order. Their kind is told by what they begin with; what the sender declares only chooses
 * between kinds that begin alike.
 */
export function acceptAttachments(
  attachments: readonly IncomingAttachment[],
  policy: AttachmentPolicy,
  anonymous: boolean,
  out: LeftOut,
): readonly AcceptedAttachment[] {
  const accepted: AcceptedAttachment[] = []
  let bytesInAll = 0
  for (const [n, one] of attachments.entries()) {
    if (accepted.length >= policy.most) {
      out.add('tooMany', nameOf(one, n), attachments.length - n)
      break
    }
    const read = readOne(one, n)
    if (read === undefined) {
      out.add('unreadable', nameOf(one, n))
      continue
    }
    const { name, bytes, declared } = read
    const type = typeOf(bytes, declared, extensionOf(name), policy.types)
    const reason = whyNot(bytes, bytesInAll, type, policy)
    if (reason !== undefined || type === undefined) {
      out.add(reason ?? 'typeNotTaken', name)
      continue
    }
    bytesInAll += bytes.length
    // A name tells of people, as in 张某某的诊断书.pdf.
    const shown = anonymous ? `附件${n + 1}` : name
    accepted.push({ name: withExtension(shown, type), type: type.type, bytes })
  }
  return accepted
}

function whyNot(
  bytes: Uint8Array,
  before: number,
  type: AcceptedType | undefined,
  { mostBytes, mostBytesInAll }: AttachmentPolicy,
): LeftOutReason | undefined {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > mostBytes || before + bytes.length > mostBytesInAll) return 'tooBig'
  return type === undefined ? 'typeNotTaken' : undefined
}

/** A copy of what may be anything. */
function readOne(
  one: IncomingAttachment,
  n: number,
): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly declared: string } | undefined {
  try {
    const { bytes, type } = one
    if (!(bytes instanceof Uint8Array)) return undefined
    const declared =
      typeof type === 'string' ? (type.slice(0, 200).split(';')[0] ?? '').trim().toLowerCase() : ''
    // A copy: what the host does with its own later changes nothing.
    return { name: nameOf(one, n), bytes: new Uint8Array(bytes), declared }
  } catch {
    return undefined
  }
}

function nameOf(one: IncomingAttachment, n: number): string {
  try {
    const { name } = one
    return (typeof name === 'string' ? cleanFileName(name) : '') || `附件${n + 1}`
  } catch {
    return `附件${n + 1}`
  }
}

/** The kind of a content. Several that begin alike are told apart by what is declared, then by the extension. */
function typeOf(
  bytes: Uint8Array,
  declared: string,
  extension: string,
  types: readonly AcceptedType[],
): AcceptedType | undefined {
  const alike = types.filter(({ begins }) => begins.some((pattern) => beginsWith(bytes, pattern)))
  // Text begins with anything, so its name or its sender must say that it is one, and it must look like one.
  const candidates =
    alike.length > 0
      ? alike
      : types.filter(
          ({ type, begins, extensions }) =>
            begins.length === 0 && isText(bytes) && (type === declared || extensions.includes(extension)),
        )
  return (
    candidates.find(({ type }) => type === declared) ??
    candidates.find(({ extensions }) => extensions.includes(extension)) ??
    (candidates.length === 1 ? candidates[0] : undefined)
  )
}

function beginsWith(bytes: Uint8Array, pattern: string): boolean {
  for (let n = 0; n < pattern.length / 2; n++) {
    const byte = pattern.slice(2 * n, 2 * n + 2)
    if (byte !== '??' && bytes[n] !== Number.parseInt(byte, 16)) return false
  }
  return pattern.length > 0
}

/** No byte of the beginning is one that no text has. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 4096).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)

/** A name whose extension says what the content is: a picture never comes out as a program. */
function withExtension(name: string, { extensions }: AcceptedType): string {
  if (extensions.includes(extensionOf(name))) return name
  return extensions[0] === undefined ? name : `${name}.${extensions[0]}`
}
