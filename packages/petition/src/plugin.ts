import { coreErrors, definePlugin, isPlatformError, type Plugin } from '@redress/core'
import { type AccusationApi, createAccusationApi } from './accusation/api.js'
import { accusationKind } from './accusation/kind.js'
import { createRetaliationApi, type RetaliationApi } from './accusation/retaliation.js'
import { accusationWords } from './accusation/statuses.js'
import type { AccusationTypes } from './accusation/types.js'
import { createAnalysis } from './analysis/analysis.js'
import type { AnalysisApi } from './analysis/api.js'
import { type ComplaintApi, createComplaintApi } from './complaint/api.js'
import { complaintKind } from './complaint/kind.js'
import type { ComplaintTypes } from './complaint/types.js'
import type { PetitionEvent } from './events.js'
import type { Couriers } from './feedback/courier.js'
import { createFeedback, type FeedbackApi } from './feedback/feedback.js'
import { createCaseOfCode, type MayTrack } from './inquiry/by-code.js'
import type { Followed } from './inquiry/followed.js'
import { createInquiry, type InquiryApi } from './inquiry/inquiry.js'
import { subscribeToNews } from './inquiry/news.js'
import { complaintWords } from './inquiry/statuses.js'
import { defaultNumbering, type Numbering } from './matter/numbering.js'
import {
  checkNoticesOptions,
  createNotices,
  type NoticesApi,
  type NoticesOptions,
  opinionLetter,
} from './notice/notices.js'
import {
  checkOnlineCentreOptions,
  createOnlineCentre,
  type OnlineCentreApi,
  type OnlineCentreOptions,
} from './online-centre/centre.js'
import { accusationTarget, complaintTarget, suggestionTarget } from './online-centre/targets.js'
import { addReceptionCases, createReceptionCentre, type ReceptionCentreApi } from './reception-centre/api.js'
import { cn2005 } from './rules/cn-2005.js'
import { cn2022 } from './rules/cn-2022.js'
import type { PetitionRules } from './rules/policy.js'
import { createSuggestionApi, type SuggestionApi } from './suggestion/api.js'
import { suggestionKind } from './suggestion/kind.js'
import { suggestionWords } from './suggestion/statuses.js'
import type { MaySupport } from './suggestion/support/api.js'
import type { SupervisionApi } from './supervision/api.js'
import { supervisable } from './supervision/subject.js'
import { createSupervision } from './supervision/supervision.js'

/** `platform.petition`: the Huai'an model's "126". */
export interface PetitionApi {
  /** 投诉 */
  readonly complaint: ComplaintApi
  /** 检举控告 */
  readonly accusation: AccusationApi
  /** 打击报复 */
  readonly retaliation: RetaliationApi
  /** 查询 */
  readonly inquiry: InquiryApi
  /** 反馈 */
  readonly feedback: FeedbackApi
  /** 人民建议 */
  readonly suggestion: SuggestionApi
  /** 分析 */
  readonly analysis: AnalysisApi
  /** 监督 */
  readonly supervision: SupervisionApi
  /** 文书 */
  readonly notices: NoticesApi
  /** 联合接访中心 */
  readonly receptionCentre: ReceptionCentreApi
  /** 电子网络信访服务中心 */
  readonly onlineCentre: OnlineCentreApi
}

export interface PetitionPlugin extends Plugin<'petition', PetitionApi, PetitionEvent> {}

export interface PetitionOptions {
  /** The rule profiles; a case pins the one in force on the day of receipt. Default: the national rules of 2005 and 2022. */
  readonly rules?: readonly PetitionRules[] | undefined
  /** Makes the number that people quote. Default: day and random characters. */
  readonly numbering?: Numbering | undefined
  /**
   * Asked before each attempt to follow a matter by its code, with the origin that the host names; false refuses it. Query codes have
   * 80 random bits, and still nobody should be free to try millions. `attemptLimit` makes one for a single process.
   */
  readonly mayTrack?: MayTrack | undefined
  /** How the host brings answers, questions and news to people, by channel. Default: only `online`, where they look themselves. */
  readonly couriers?: Couriers | undefined
  /** Asked before a support is taken: the host knows accounts, origins and rates. Default: every account may support. */
  readonly maySupport?: MaySupport | undefined
  /** How documents read and are set. */
  readonly notices?: NoticesOptions | undefined
  /** The ways in which matters come online, and what stands behind them. */
  readonly onlineCentre?: OnlineCentreOptions | undefined
}

/**
 * Petitions (信访).
 *
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * const platform = createPlatform({ store: memoryStore(), plugins: [petition()] })
 * const filed = await platform.petition.complaint.file({ channel: 'online', unit, title, text, petitioners }, citizen)
 * ```
 */
export function petition(options: PetitionOptions = {}): PetitionPlugin {
  const {
    rules = [cn2005, cn2022],
    numbering = defaultNumbering,
    mayTrack,
    couriers = {},
    maySupport,
    notices: noticeOptions,
    onlineCentre: centreOptions,
  } = checkOptions(options)
  return definePlugin<PetitionPlugin>({
    id: 'petition',
    requires: [],
    setup(host) {
      const kind = complaintKind(rules, numbering)
      const complaint = createComplaintApi(host, host.addKind<ComplaintTypes>(kind), rules)
      const accusations = host.addKind<AccusationTypes>(accusationKind(rules, numbering))
      const suggestion = createSuggestionApi(host, { rules, numbering, maySupport })
      const reception = addReceptionCases(host, rules)
      /** Everything that a petitioner can follow. */
      const followed: readonly Followed[] = [
        // First: one that was a complaint goes on under the same code.
        { kind: 'petition.accusation', words: accusationWords, ...accusations },
        { kind: 'petition.complaint', words: complaintWords, ...complaint },
        { kind: 'petition.suggestion', words: suggestionWords, ...suggestion },
        reception.followed,
      ]
      const notices = createNotices(host, complaint, rules, noticeOptions)
      const targets = {
        complaint: complaintTarget(complaint),
        suggestion: suggestionTarget(suggestion),
        accusation: accusationTarget(accusations),
      }
      const caseOfCode = createCaseOfCode(host, followed, mayTrack)
      const inquiry = createInquiry(host, followed, caseOfCode, (definition) =>
        subscribeToNews(host, followed, couriers, definition),
      )
      const accusation = createAccusationApi(host, accusations, complaint, caseOfCode, rules)
      return {
        complaint,
        accusation,
        retaliation: createRetaliationApi(host, accusations, followed, caseOfCode),
        inquiry,
        feedback: createFeedback(host, complaint, caseOfCode, couriers, opinionLetter(notices)),
        suggestion,
        analysis: createAnalysis(host, rules),
        supervision: createSupervision(host, rules, complaint, [
          supervisable(kind, complaint),
          supervisable(accusationKind(rules, numbering), accusations),
          supervisable(suggestionKind(rules, numbering), suggestion),
        ]),
        notices,
        receptionCentre: createReceptionCentre(host, rules, reception, {
          complaint,
          suggestion,
          accusation,
          inquiry,
          followed,
          caseOfCode,
        }),
        onlineCentre: createOnlineCentre(host, targets, rules, notices.texts, centreOptions),
      }
    },
  })
}

/** Read once, so that a getter or a proxy that throws is told as what it is. */
function checkOptions(options: PetitionOptions): PetitionOptions {
  const fail = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'petition', reason })
  if (typeof options !== 'object' || options === null) throw fail('it takes an object')
  try {
    const { rules, numbering, mayTrack, couriers, maySupport, notices, onlineCentre } = options
    if (rules !== undefined && (!Array.isArray(rules) || rules.length === 0))
      throw fail("'rules' must be a list of at least one profile")
    if (numbering !== undefined && typeof numbering !== 'function')
      throw fail("'numbering' must be a function")
    if (mayTrack !== undefined && typeof mayTrack !== 'function') throw fail("'mayTrack' must be a function")
    if (maySupport !== undefined && typeof maySupport !== 'function')
      throw fail("'maySupport' must be a function")
    if (couriers !== undefined && (typeof couriers !== 'object' || couriers === null))
      throw fail("'couriers' must name a function for each channel")
    return {
      rules: rules?.slice(),
      numbering,
      mayTrack,
      couriers: couriers && { ...couriers },
      maySupport,
      notices: checkNoticesOptions(notices),
      onlineCentre: checkOnlineCentreOptions(onlineCentre),
    }
  } catch (error) {
    throw isPlatformError(error) ? error : fail('reading it failed')
  }
}
