import {
  type Actor,
  coreErrors,
  isPlatformError,
  type PluginHost,
  type SealedTexts,
  systemActor,
} from '@redress/core'
import type { ComplaintApi } from '../complaint/api.js'
import type { Stage } from '../complaint/state.js'
import type { PetitionEvent } from '../events.js'
import type { Documents } from '../feedback/feedback.js'
import type { PetitionRules } from '../rules/policy.js'
import { documents, isNoticeType, noticeModel, noticeTypes } from './build/documents.js'
import type { NoticeFacts } from './build/facts.js'
import { noticeErrors } from './errors.js'
import type { NoticeModel, NoticeType, NoticeUnit } from './model.js'
import { documentOf, type NoticeDocument } from './render/document.js'
import { noticeMarkdown } from './render/markdown.js'
import { noticeText } from './render/paper.js'
import { asWord } from './texts/as-word.js'
import { createTexts, type Texts } from './texts/texts.js'

/** The documents of a complaint (文书): what they hold, and how they read. */
export interface NoticesApi {
  /**
   * What stands in a document of a case, made of what has happened. Names and texts are read for a purpose and recorded: by an officer
   * for delivery (送达), by a petitioner in the own matter.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, NOTICE_TYPE_UNKNOWN, NOTICE_NOT_DUE
   * @example
   * ```ts
   * const model = await platform.petition.notices.model(id, 'handlingOpinion', officer)
   * const page = await platform.petition.notices.render(model, 'zh')
   * ```
   */
  model(id: string, type: NoticeType, by: Actor): Promise<NoticeModel>
  /**
   * The documents that the case has something to say for now. No personal data is read.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED
   */
  types(id: string, by: Actor): Promise<readonly NoticeType[]>
  /** A document in words, before it takes a shape: for a host that sets it itself. @throws NOTICE_MODEL_INVALID */
  document(model: NoticeModel, language: string): NoticeDocument
  /**
   * A document in the shape of the host's renderer; by default Markdown.
   *
   * @param language BCP 47, such as `zh`, `en`, or one that the host has texts for
   * @throws NOTICE_MODEL_INVALID
   */
  render(model: NoticeModel, language: string): Promise<string>
  /** The words of the library, with those of the host over them. */
  readonly texts: Texts
}

/** Sets a document: as HTML, for a word processor, for a printer. */
export type NoticeRenderer = (document: NoticeDocument, model: NoticeModel) => string | Promise<string>

export interface NoticesOptions {
  /** Default: Markdown. */
  readonly renderer?: NoticeRenderer | undefined
  /** Default: Chinese and English. `createTexts` adds to them. */
  readonly texts?: Texts | undefined
}

export function createNotices(
  host: PluginHost<PetitionEvent>,
  complaint: ComplaintApi,
  rules: readonly PetitionRules[],
  { renderer = noticeMarkdown, texts = createTexts() }: NoticesOptions = {},
): NoticesApi {
  /** All but names, texts and units. */
  const bareFacts = async (id: string, by: Actor): Promise<Bare> => {
    const { state, rules: pinned } = await complaint.get(id, by)
    const profile = rules.find((one) => one.id === pinned) ?? rules[0]
    return {
      ...unread,
      id,
      state,
      history: await complaint.history(id, by),
      // Of a case that the actor has just read.
      deadlines: await host.platform.deadlines.of(id, systemActor),
      // A case is never loaded without the profile that it pins.
      rules: profile as PetitionRules,
    }
  }

  /** Each unit under its name of that day; one that did not exist yet, under its name of today. */
  const unitsOn = async (date: string): Promise<NoticeFacts['unit']> => {
    const then = await host.platform.organizations.asOf(date)
    const today = await host.directory()
    return (id) => {
      const unit = then.unit(id) ?? today.unit(id)
      if (unit === undefined) return { id, name: id }
      const { name, nameEn } = unit
      return nameEn === undefined ? { id, name } : { id, name, nameEn }
    }
  }

  const isDue = (type: NoticeType, facts: Bare): string | undefined =>
    noticeModel(type, { ...facts, unit: justId })?.on

  const document: NoticesApi['document'] = (model, language) => {
    let reason = "its 'type' names no document"
    try {
      if (isNoticeType(model.type)) {
        reason = 'a part of it is missing or has another type'
        return documentOf(model, asWord(language), texts)
      }
    } catch {
      // Hosts in JavaScript pass anything.
    }
    throw noticeErrors.NOTICE_MODEL_INVALID({ reason })
  }

  return {
    texts,
    async model(id, type, by) {
      if (!isNoticeType(type))
        throw noticeErrors.NOTICE_TYPE_UNKNOWN({ type: asWord(type), known: noticeTypes })
      const facts = await bareFacts(id, by)
      const on = isDue(type, facts)
      if (on === undefined) throw noticeErrors.NOTICE_NOT_DUE({ type, id })
      const read = await readFor(host, id, type, by)
      const model = noticeModel(type, { ...facts, ...read, unit: await unitsOn(on) })
      if (model === undefined) throw noticeErrors.NOTICE_NOT_DUE({ type, id })
      return model
    },
    async types(id, by) {
      const facts = await bareFacts(id, by)
      return noticeTypes.filter((type) => isDue(type, facts) !== undefined)
    },
    document,
    async render(model, language) {
      return await renderer(document(model, language), model)
    },
  }
}

type Read = Pick<NoticeFacts, 'names' | 'masked' | 'texts' | 'queryCode'>
type Bare = Omit<NoticeFacts, 'unit'>

const unread: Read = { names: [], masked: false, texts: new Map(), queryCode: null }
const justId = (id: string): NoticeUnit => ({ id, name: id })

/** Reads what a document needs and nothing else: names for delivery, and the texts that stand in it. */
async function readFor(
  { platform: { personal } }: PluginHost<PetitionEvent>,
  id: string,
  type: NoticeType,
  by: Actor,
): Promise<Read> {
  const { named, texts: fields } = documents[type]
  const isOwn = by.kind === 'resident'
  const withCode = type === 'receiptNotice' ? ['receipt'] : []
  /** A body that had a part in the case, and is not in charge of it now, sees no whole names. */
  const readAs = async (purpose: string, reveal: readonly string[], wanted: readonly string[]) => {
    try {
      return { masked: false, ...(await personal.read(id, { purpose, reveal, fields: wanted }, by)) }
    } catch (error) {
      if (isOwn || !isPlatformError(error) || error.code !== 'READ_NOT_ALLOWED') throw error
      return { masked: true, ...(await personal.read(id, { purpose: 'followUp', fields: wanted }, by)) }
    }
  }
  const whom = named
    ? await readAs(isOwn ? 'ownMatter' : 'delivery', ['name', ...withCode], ['name'])
    : undefined
  const what =
    fields.length === 0 ? undefined : await readAs(isOwn ? 'ownMatter' : 'handling', [], [...fields])
  const names = whom?.persons.flatMap((one) => (one.fields.name === undefined ? [] : [one.fields.name])) ?? []
  return {
    names,
    masked: whom?.masked === true && names.length > 0,
    texts: new Map(what?.texts.map(({ version, fields: found }: SealedTexts) => [version, found])),
    queryCode: whom?.receipt?.queryCode ?? null,
  }
}

const documentOfStage = {
  handling: 'handlingOpinion',
  review: 'reviewOpinion',
  reReview: 'reReviewOpinion',
} as const satisfies Readonly<Record<Stage, NoticeType>>

/** The opinion document of a stage as a letter in both languages, for the courier that takes it to the petitioner. */
export const opinionLetter =
  (notices: NoticesApi): Documents =>
  async (id, stage, by) => {
    const opinion = await notices.model(id, documentOfStage[stage], by)
    const zh = notices.document(opinion, 'zh')
    const en = notices.document(opinion, 'en')
    return { subject: { zh: zh.title, en: en.title }, text: { zh: noticeText(zh), en: noticeText(en) } }
  }

/** @throws OPTIONS_INVALID */
export function checkNoticesOptions(options: NoticesOptions | undefined): NoticesOptions | undefined {
  if (options === undefined) return undefined
  const { renderer, texts } = options
  const isRenderer = renderer === undefined || typeof renderer === 'function'
  const areTexts = texts === undefined || typeof texts.text === 'function'
  if (typeof options === 'object' && isRenderer && areTexts) return { renderer, texts }
  const reason = "'notices' takes a function 'renderer' and 'texts' made by createTexts"
  throw coreErrors.OPTIONS_INVALID({ what: 'petition', reason })
}
