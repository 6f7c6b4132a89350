import { type Actor, type CaseDeadline, coreErrors, isPlatformError } from '@redress/core'
import type { NoticeUnit } from '../notice/model.js'
import { acceptAttachments, type LeftOut, leftOut } from './attachments/accept.js'
import type { AttachmentsRoom } from './attachments/attachments.js'
import type { AttachmentReference } from './attachments/reference.js'
import { type IntakeChannel, isProblems } from './channel.js'
import type { IntakeDraft } from './draft.js'
import { onlineCentreErrors } from './errors.js'
import { centreActor, copyOf, filerOf, withAccounts } from './filer.js'
import { checkIdentity, type IdentityProof } from './identity.js'
import { isLimited, type MayFile } from './limits.js'
import { notesOf } from './notes.js'
import type { OnlineCentrePolicy } from './policy.js'
import { problem, wordOf } from './problems.js'
import type { PublishedEntry } from './publication.js'
import { readDraft } from './read-draft.js'
import { type IntakeReceipt, stepsOf } from './receipt.js'
import type { FiledMatter, FilingTargets } from './targets.js'

/** What a caller may say about a message. */
export interface SubmitOptions {
  /** Where it comes from, such as an address or a session: only what is counted against the limits, and kept nowhere. */
  readonly origin?: string | undefined
  /**
   * Makes sending it again safe, as with every command. Default: the id that the channel gave the message, and what it says; so that a
   * false id never swallows another matter.
   */
  readonly idempotencyKey?: string | undefined
}

/** What submitting stands on. */
export interface SubmitPorts {
  readonly targets: FilingTargets
  readonly room: Pick<AttachmentsRoom, 'keep' | 'isInstalled'>
  readonly identity: IdentityProof | undefined
  readonly mayFile: MayFile
  readonly policyToday: () => Promise<OnlineCentrePolicy>
  readonly otherWays: (unit: string) => Promise<readonly PublishedEntry[]>
  readonly queryWays: (unit: string) => Promise<readonly PublishedEntry[]>
  readonly unitOf: (id: string) => Promise<NoticeUnit>
  readonly deadlines: (id: string) => Promise<readonly CaseDeadline[]>
  readonly digest: (text: string) => Promise<string>
}

export type Submit = (
  channel: IntakeChannel<never>,
  message: unknown,
  by: Actor,
  given?: SubmitOptions,
) => Promise<IntakeReceipt>

export function createSubmit(ports: SubmitPorts): Submit {
  const { targets, room, mayFile, identity } = ports

  return async (channel, message, actor, given) => {
    const by = copyOf(actor)
    const options = checkOptions(given)
    const draft = withAccounts(wholeDraft(channel, message, by), by)
    const policy = await ports.policyToday()
    const otherWays = () => ports.otherWays(draft.unit)
    if (by.kind !== 'officer' && isLimited(draft.channel)) {
      const account = by.kind === 'resident' && !draft.anonymous ? by.id : undefined
      if (!(await mayFile({ origin: options.origin, account })))
        throw onlineCentreErrors.FILING_LIMITED({ otherWays: await otherWays() })
    }
    await checkIdentity(draft, by, policy, identity, otherWays)

    const target = targets[draft.about]
    if (target === undefined) throw onlineCentreErrors.TARGET_MISSING({ about: draft.about })
    const filer = filerOf(draft, by)
    const key = await keyOf(channel, draft, filer, options, ports.digest)
    const filed = await target.file(draft, filer, key === undefined ? {} : { idempotencyKey: key })

    // From here on it is filed: what fails now is told on the receipt, or done when the message comes again.
    const out = leftOut()
    const { id } = filed
    /** The same files and notes of the same message once, also where a first attempt got only half of them; another filer's is another case. */
    const onceFor = async (what: string) =>
      key === undefined ? {} : { idempotencyKey: await ports.digest(`${key} ${id} ${what}`) }
    const mayAttach = draft.attachments.length > 0 && (await isTaken(target.mayAttach(id, centreActor)))
    const references = await keepFiles(draft, id, policy, mayAttach ? room : undefined, out)
    if (references.length > 0) {
      const once = await onceFor(`files ${references.map(({ sha256 }) => sha256).join(' ')}`)
      await target.attach(id, references, centreActor, once)
    }
    const note = notesOf(draft, out.list(), by)
    if (note !== undefined) await isTaken(target.note(id, note, centreActor, await onceFor(`note ${note}`)))
    return await receiptOf(ports, draft, filed, policy, references, out)
  }
}

/** @throws INTAKE_INVALID */
function wholeDraft(channel: IntakeChannel<never>, message: unknown, by: Actor): IntakeDraft {
  const read = readDraft(channel, message)
  const problems = isProblems(read)
    ? read
    : // Who writes down what is said is an officer, or else it would be a way around the limits.
      read.spoken !== undefined && by.kind !== 'officer'
      ? [problem('spoken', 'spokenByStaff')]
      : []
  if (isProblems(read) || problems.length > 0)
    throw onlineCentreErrors.INTAKE_INVALID({ channel: channel.id, problems })
  return read
}

/** Whether a case takes something: one whose message comes again after its end does not, and that is no failure. */
async function isTaken(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (isPlatformError(error) && error.kind === 'not-allowed') return false
    throw error
  }
}

/** @param room none where the case takes no files any more */
async function keepFiles(
  { attachments: files, anonymous }: IntakeDraft,
  id: string,
  { attachments }: OnlineCentrePolicy,
  room: SubmitPorts['room'] | undefined,
  out: LeftOut,
): Promise<readonly AttachmentReference[]> {
  if (files.length === 0) return []
  if (room?.isInstalled !== true) {
    const reason = room === undefined ? 'notStored' : 'notInstalled'
    out.add(reason, wordOf('field.attachments').zh, files.length)
    return []
  }
  return await room.keep(id, acceptAttachments(files, attachments, anonymous, out), out)
}

async function receiptOf(
  ports: SubmitPorts,
  draft: IntakeDraft,
  filed: FiledMatter,
  policy: OnlineCentrePolicy,
  attachments: readonly AttachmentReference[],
  out: LeftOut,
): Promise<IntakeReceipt> {
  const { id, openedAt, state, receipt } = filed
  return {
    id,
    about: draft.about,
    number: state.number ?? undefined,
    queryCode: receipt.queryCode,
    at: openedAt,
    receivedOn: state.receivedOn,
    unit: await ports.unitOf(state.unit),
    next: stepsOf(await ports.deadlines(id), draft.about, policy),
    query: {
      text: wordOf('receipt.query'),
      ways: await ports.queryWays(state.unit),
      source: policy.query,
    },
    remarks: draft.anonymous ? [wordOf('anonymous.terms')] : [],
    attachments,
    leftOut: out.list(),
    unsure: draft.unsure,
  }
}

/** As long as a random UUID without its hyphens: those who do not say who they are share one space of keys. */
const leastOfNobody = 22

async function keyOf(
  { id }: IntakeChannel<never>,
  draft: IntakeDraft,
  filer: Actor,
  { idempotencyKey }: SubmitOptions,
  digest: SubmitPorts['digest'],
): Promise<string | undefined> {
  if (idempotencyKey !== undefined) {
    if (filer.kind === 'anonymous' && idempotencyKey.length < leastOfNobody)
      throw invalid('idempotencyKey', `of somebody anonymous it has at least ${leastOfNobody} characters`)
    return await digest(JSON.stringify(['key', id, idempotencyKey]))
  }
  if (draft.messageId === undefined) return undefined
  const { attachments: _, identity: __, unsure: ___, ...said } = draft
  return await digest(JSON.stringify(['message', id, said]))
}

/** @throws INPUT_INVALID */
function checkOptions(given: SubmitOptions | null | undefined): SubmitOptions {
  if (given === undefined || given === null) return {}
  try {
    const { origin, idempotencyKey } = given
    if (origin !== undefined && (typeof origin !== 'string' || origin.length > 1000))
      throw invalid('origin', 'not a text of at most 1000 characters')
    const isKey =
      typeof idempotencyKey === 'string' && idempotencyKey.length > 0 && idempotencyKey.length <= 200
    if (idempotencyKey !== undefined && !isKey)
      throw invalid('idempotencyKey', 'not a text of 1 to 200 characters')
    return { origin, idempotencyKey }
  } catch (error) {
    throw isPlatformError(error) ? error : invalid('', 'reading it failed')
  }
}

const invalid = (path: string, message: string) =>
  coreErrors.INPUT_INVALID({
    what: 'onlineCentre.submit',
    issues: [{ path, code: 'invalid', message }],
  })
