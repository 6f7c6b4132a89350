import type { Actor, PluginHost } from '@redress/core'
import { coreErrors, selectRules, systemActor } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { Text } from '../matter/text.js'
import type { NoticeUnit } from '../notice/model.js'
import { asWord } from '../notice/texts/as-word.js'
import type { Texts } from '../notice/texts/texts.js'
import type { PetitionRules } from '../rules/policy.js'
import { acceptAttachments, leftOut } from './attachments/accept.js'
import { type AttachmentsApi, type AttachmentsOptions, createAttachments } from './attachments/attachments.js'
import type { IntakeChannel } from './channel.js'
import { formChannel } from './channels/form.js'
import type { IntakeProblem } from './draft.js'
import { onlineCentreErrors } from './errors.js'
import type { IdentityProof } from './identity.js'
import { filingLimit, type MayFile } from './limits.js'
import { type OnlineCentrePolicy, onlineCentre2022 } from './policy.js'
import { advice, problem, wordOf } from './problems.js'
import { checkPublication, otherWaysIn, type PublicationsOf, type UnitPublication } from './publication.js'
import { readDraft } from './read-draft.js'
import { type IntakeReceipt, type ReceiptStyle, receiptText } from './receipt.js'
import { createSubmit, type SubmitOptions } from './submit.js'
import type { FilingTargets } from './targets.js'

/** The online centre (电子网络信访服务中心): every way that needs no visit, and one way in for all of them. */
export interface OnlineCentreApi {
  /** The installed channels. */
  readonly channels: readonly Pick<IntakeChannel<never>, 'id' | 'channel'>[]
  /** What somebody must know before they file anonymously (信访工作条例 2022 Art. 23 ¶2). */
  readonly anonymousTerms: Text
  /**
   * What a message still needs, and what its sender should know, in plain words; nothing is filed or kept. Called with a form that is half
   * filled in, it tells of each field; an empty list: it can be filed.
   *
   * @throws CHANNEL_UNKNOWN
   */
  validate(channel: string, message: unknown): Promise<readonly IntakeProblem[]>
  /**
   * Files a message of a channel and gives its sender a receipt with a query code (信访工作条例 2022 Art. 18, 21–22). Files that cannot be taken
   * never keep a matter from being filed. The same message delivered twice is filed once.
   *
   * @throws CHANNEL_UNKNOWN, INTAKE_INVALID, IDENTITY_INSUFFICIENT, FILING_LIMITED, TARGET_MISSING, and what `file` of the matter throws
   * @example
   * ```ts
   * const receipt = await platform.petition.onlineCentre.submit('web', form, citizen, { origin: request.ip })
   * ```
   */
  submit(channel: string, message: unknown, by: Actor, options?: SubmitOptions): Promise<IntakeReceipt>
  /** A receipt in words: plain, in large print, or for a text message. @throws INPUT_INVALID */
  receiptText(receipt: IntakeReceipt, language: string, style?: ReceiptStyle): string
  /** What a unit publishes about petitions, and what of it is missing (信访工作条例 2022 Art. 18 ¶1). @throws UNIT_UNKNOWN */
  published(unit: string): Promise<UnitPublication>
  readonly attachments: AttachmentsApi
}

export interface OnlineCentreOptions {
  /** Default: one form, `web`. */
  readonly channels?: readonly IntakeChannel<never>[] | undefined
  /** Proves identities. Default: somebody with an account is at the level `account`. */
  readonly identity?: IdentityProof | undefined
  /** Counts filings where all processes of the host see it. Default: what the policy says, counted in this process. */
  readonly mayFile?: MayFile | undefined
  /** Where files go. Default: none are taken. */
  readonly attachments?: AttachmentsOptions | undefined
  /** What the units publish. */
  readonly publications?: PublicationsOf | undefined
}

export function createOnlineCentre(
  host: PluginHost<PetitionEvent>,
  targets: FilingTargets,
  rules: readonly PetitionRules[],
  texts: Texts,
  options: OnlineCentreOptions = {},
): OnlineCentreApi {
  const { channels = [formChannel()], identity, publications, attachments: files } = options
  const byId = new Map(channels.map((one) => [one.id, one]))
  const channelOf = (id: string): IntakeChannel<never> => {
    const channel = byId.get(id)
    if (channel !== undefined) return channel
    throw onlineCentreErrors.CHANNEL_UNKNOWN({ channel: asWord(id), known: [...byId.keys()] })
  }

  /** The policy in force today. */
  const policyToday = async (): Promise<OnlineCentrePolicy> => {
    const { on } = await host.directory()
    return selectRules(rules, on).policy.onlineCentre ?? onlineCentre2022
  }
  /** One count for each set of limits, for as long as the process runs. */
  const counts = new Map<unknown, MayFile>()
  const mayFile: MayFile = async (subject) => {
    if (options.mayFile !== undefined) return await options.mayFile(subject)
    const { limits } = await policyToday()
    if (limits === undefined) return true
    const count = counts.get(limits) ?? filingLimit(limits, () => Date.parse(host.now()))
    counts.set(limits, count)
    return await count(subject)
  }

  const informationOf = async (unit: string) => (await publications?.(unit)) ?? {}
  /** Of the unit, or of the nearest above it that publishes any. */
  const otherWays = async (unit: string) => {
    const directory = await host.directory()
    for (const id of [unit, ...directory.reportingChain(unit).map((one) => one.id)]) {
      const ways = otherWaysIn(await informationOf(id))
      if (ways.length > 0) return ways
    }
    return []
  }
  const unitOf = async (id: string): Promise<NoticeUnit> => {
    const unit = (await host.directory()).unit(id)
    if (unit === undefined) return { id, name: id }
    const { name, nameEn } = unit
    return nameEn === undefined ? { id, name } : { id, name, nameEn }
  }

  const room = createAttachments(host, targets, async () => (await policyToday()).attachments, files)
  const submit = createSubmit({
    targets,
    room,
    identity,
    mayFile,
    policyToday,
    otherWays,
    unitOf,
    queryWays: async (unit) => (await informationOf(unit)).howToQuery ?? [],
    deadlines: (id) => host.platform.deadlines.of(id, systemActor),
    digest: (text) => host.digest(text),
  })

  return {
    channels: channels.map(({ id, channel }) => ({ id, channel })),
    anonymousTerms: wordOf('anonymous.terms'),
    async validate(channel, message) {
      const draft = readDraft(channelOf(channel), message)
      if (!('about' in draft)) return draft
      const out = leftOut()
      const { attachments } = await policyToday()
      acceptAttachments(draft.attachments, attachments, draft.anonymous, out)
      if (!room.isInstalled && draft.attachments.length > 0)
        out.add('notInstalled', '', draft.attachments.length)
      const isReachable = draft.petitioners.some(({ id, phone, email, address }) =>
        [id, phone, email, address].some((way) => way !== undefined),
      )
      return [
        ...(draft.anonymous || isReachable ? [] : [advice('petitioners[0].phone', 'noContact')]),
        ...out
          .list()
          .map(({ text, count, names }) =>
            advice('attachments', 'filesLeftOut', { reason: text, count, names: names.join('、') }),
          ),
        ...(draft.anonymous && draft.attachments.length > 0
          ? [{ ...problem('attachments', 'anonymousFiles'), blocks: false }]
          : []),
      ]
    },
    async submit(channel, message, by, given) {
      return await submit(channelOf(channel), message, by, given)
    },
    receiptText(receipt, language, style) {
      try {
        return receiptText(receipt, asWord(language), texts, style)
      } catch {
        const issues = [{ path: '', code: 'invalid', message: 'not what `submit` returned' }]
        throw coreErrors.INPUT_INVALID({ what: 'onlineCentre.receiptText', issues })
      }
    },
    async published(unit) {
      ;(await host.directory()).get(unit)
      const information = await informationOf(unit)
      const { publication } = await policyToday()
      return { unit: await unitOf(unit), information, missing: checkPublication(information, publication) }
    },
    attachments: room.api,
  }
}

/** @throws OPTIONS_INVALID */
export function checkOnlineCentreOptions(
  options: OnlineCentreOptions | undefined,
): OnlineCentreOptions | undefined {
  if (options === undefined) return undefined
  const fail = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'petition', reason })
  if (typeof options !== 'object') throw fail("'onlineCentre' takes an object")
  const { channels, identity, mayFile, attachments, publications } = options
  if (channels !== undefined && !areChannels(channels))
    throw fail("'onlineCentre.channels' are channels with ids of their own and a function 'read'")
  for (const [name, hook] of Object.entries({ identity, mayFile, publications, scan: attachments?.scan }))
    if (hook !== undefined && typeof hook !== 'function')
      throw fail(`'onlineCentre.${name}' must be a function`)
  if (attachments !== undefined && !isStore(attachments.store))
    throw fail("'onlineCentre.attachments.store' has functions 'put', 'get' and 'delete'")
  return { channels: channels?.slice(), identity, mayFile, attachments, publications }
}

const isStore = (store: unknown): boolean =>
  typeof store === 'object' &&
  store !== null &&
  ['put', 'get', 'delete'].every((name) => typeof Reflect.get(store, name) === 'function')

function areChannels(channels: unknown): boolean {
  if (!Array.isArray(channels)) return false
  const given = channels as readonly Partial<IntakeChannel<never>>[]
  const areWhole = given.every((one) => typeof one.id === 'string' && typeof one.read === 'function')
  return areWhole && new Set(given.map(({ id }) => id)).size === given.length
}
