import { type Actor, coreErrors, type PluginHost, type Subscription } from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import { asWord } from '../../notice/texts/as-word.js'
import type { IncomingAttachment, MatterKind } from '../draft.js'
import { onlineCentreErrors } from '../errors.js'
import { kindOf } from '../filer.js'
import type { AttachmentPolicy } from '../policy.js'
import type { FilingTargets } from '../targets.js'
import {
  type AcceptedAttachment,
  acceptAttachments,
  type LeftOut,
  type LeftOutAttachments,
  leftOut,
} from './accept.js'
import { type AttachmentReference, attachmentsIn, type CaseAttachment } from './reference.js'
import { type AttachmentStore, isSha256, sha256Of } from './store.js'

/** The files of cases (附件). */
export interface AttachmentsApi {
  /**
   * The files of a case. The reading is recorded.
   *
   * @param purpose one of those of the kind of case that shows texts. Default: `ownMatter` for a resident, `handling` for others
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, PURPOSE_UNKNOWN
   */
  list(id: string, by: Actor, purpose?: string): Promise<readonly CaseAttachment[]>
  /**
   * The content of a file, held against the digest with which it came in. The reading is recorded, also where the content is missing.
   *
   * @param sha256 from `list`
   * @throws what `list` throws, ATTACHMENT_NOT_FOUND, ATTACHMENT_DAMAGED, ATTACHMENTS_NOT_INSTALLED
   */
  read(id: string, sha256: string, by: Actor, purpose?: string): Promise<AttachmentContent>
  /**
   * Adds files to a case that goes on, by its petitioner or its desk.
   *
   * @throws CASE_NOT_FOUND, COMMAND_NOT_ALLOWED, ATTACHMENTS_NOT_INSTALLED
   */
  add(
    about: MatterKind,
    id: string,
    attachments: readonly IncomingAttachment[],
    by: Actor,
  ): Promise<AddedAttachments>
  /**
   * Starts the durable subscriber that takes the files of a case out of the store when its personal data is erased. Call it once when the
   * host starts.
   *
   * @param name under which its checkpoint stands. Default: `petition-attachments`
   */
  followErasure(name?: string): Promise<Subscription>
}

export interface AttachmentContent extends CaseAttachment {
  readonly content: Uint8Array
}

export interface AddedAttachments {
  readonly stored: readonly AttachmentReference[]
  readonly leftOut: readonly LeftOutAttachments[]
}

/** Whether a file is safe: the host's own scanner. It is asked before anything is stored. */
export type AttachmentScan = (
  content: Uint8Array,
  reference: AttachmentReference,
) => boolean | Promise<boolean>

export interface AttachmentsOptions {
  readonly store: AttachmentStore
  /** Default: every file that the policy lets in is taken for safe. */
  readonly scan?: AttachmentScan | undefined
}

/** What the intake needs of it. */
export interface AttachmentsRoom {
  readonly api: AttachmentsApi
  /** Stores what is safe; what is not, or cannot be stored now, is left out. */
  readonly keep: (
    id: string,
    files: readonly AcceptedAttachment[],
    out: LeftOut,
  ) => Promise<readonly AttachmentReference[]>
  readonly isInstalled: boolean
}

export function createAttachments(
  host: PluginHost<PetitionEvent>,
  targets: FilingTargets,
  policyToday: () => Promise<AttachmentPolicy>,
  options: AttachmentsOptions | undefined,
): AttachmentsRoom {
  const storeOf = (): AttachmentStore => {
    if (options === undefined) throw onlineCentreErrors.ATTACHMENTS_NOT_INSTALLED()
    return options.store
  }

  const list: AttachmentsApi['list'] = async (id, by, purpose = purposeOf(by)) => {
    const request = { purpose, fields: ['text', 'evidence'] }
    return attachmentsIn(await host.platform.personal.read(id, request, by))
  }

  const keep: AttachmentsRoom['keep'] = async (id, files, out) => {
    const store = storeOf()
    const stored: AttachmentReference[] = []
    for (const { name, type, bytes } of files) {
      const reference = { name, type, size: bytes.length, sha256: await sha256Of(bytes) }
      if (stored.some((one) => one.sha256 === reference.sha256)) continue
      try {
        if (options?.scan !== undefined && (await options.scan(bytes, reference)) !== true) {
          out.add('unsafe', name)
          continue
        }
        await store.put({ case: id, sha256: reference.sha256 }, bytes, type)
        stored.push(reference)
      } catch {
        // A scanner or a store that is down: the matter is filed, and the person is told to send the file again.
        out.add('notStored', name)
      }
    }
    return stored
  }

  const api: AttachmentsApi = {
    list,
    async read(id, sha256, by, purpose) {
      const store = storeOf()
      // Before the list is read, which is recorded.
      if (!isSha256(sha256)) throw onlineCentreErrors.ATTACHMENT_NOT_FOUND({ id: asWord(id) })
      const reference = (await list(id, by, purpose)).find((one) => one.sha256 === sha256)
      if (reference === undefined) throw onlineCentreErrors.ATTACHMENT_NOT_FOUND({ id })
      const content = await store.get({ case: id, sha256 })
      if (content === undefined) throw onlineCentreErrors.ATTACHMENT_NOT_FOUND({ id })
      if ((await sha256Of(new Uint8Array(content))) !== sha256)
        throw onlineCentreErrors.ATTACHMENT_DAMAGED({ id })
      return { ...reference, content }
    },
    async add(about, id, attachments, by) {
      storeOf()
      const given = listOf(attachments)
      const isKnown = typeof about === 'string' && Object.hasOwn(targets, about)
      const target = isKnown ? targets[about] : undefined
      if (target === undefined) throw onlineCentreErrors.TARGET_MISSING({ about: asWord(about) })
      // Before anything is stored, or else anybody could fill the store.
      await target.mayAttach(id, by)
      const out = leftOut()
      const files = acceptAttachments(given, await policyToday(), false, out)
      const stored = await keep(id, files, out)
      if (stored.length > 0) await target.attach(id, stored, by, {})
      return { stored, leftOut: out.list() }
    },
    async followErasure(name = 'petition-attachments') {
      const store = storeOf()
      return await host.platform.subscriptions.add({
        name,
        types: ['core.personal-data-erased', 'core.case-pruned'],
        async handle({ stream, type, data }) {
          if (type === 'core.personal-data-erased' && !data.subjects.includes('case')) return
          await store.delete(stream)
        },
      })
    },
  }
  return { api, keep, isInstalled: options !== undefined }
}

const purposeOf = (by: Actor): string => (kindOf(by) === 'resident' ? 'ownMatter' : 'handling')

/** A copy of what may be anything. @throws INPUT_INVALID */
function listOf(attachments: readonly IncomingAttachment[]): readonly IncomingAttachment[] {
  try {
    const given: unknown = attachments
    if (Array.isArray(given)) return [...(given as readonly IncomingAttachment[])]
  } catch {
    // A trap.
  }
  throw coreErrors.INPUT_INVALID({
    what: 'onlineCentre.attachments.add',
    issues: [{ path: 'attachments', code: 'invalid_type', message: 'not a list of files' }],
  })
}
