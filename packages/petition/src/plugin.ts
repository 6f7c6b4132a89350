import { coreErrors, definePlugin, isPlatformError, type Plugin } from '@redress/core'
import { type ComplaintApi, createComplaintApi } from './complaint/api.js'
import { complaintKind } from './complaint/kind.js'
import type { ComplaintTypes } from './complaint/types.js'
import type { PetitionEvent } from './events.js'
import type { Couriers } from './feedback/courier.js'
import { createFeedback, type FeedbackApi } from './feedback/feedback.js'
import { answerNote } from './feedback/letter.js'
import { createCaseOfCode, type MayTrack } from './inquiry/by-code.js'
import type { Followed } from './inquiry/followed.js'
import { createInquiry, type InquiryApi } from './inquiry/inquiry.js'
import { subscribeToNews } from './inquiry/news.js'
import { complaintWords } from './inquiry/statuses.js'
import { defaultNumbering, type Numbering } from './matter/numbering.js'
import { cn2005 } from './rules/cn-2005.js'
import { cn2022 } from './rules/cn-2022.js'
import type { PetitionRules } from './rules/policy.js'

/** `platform.petition`: the Huai'an model's "126". */
export interface PetitionApi {
  /** 投诉 */
  readonly complaint: ComplaintApi
  /** 查询 */
  readonly inquiry: InquiryApi
  /** 反馈 */
  readonly feedback: FeedbackApi
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
  } = checkOptions(options)
  return definePlugin<PetitionPlugin>({
    id: 'petition',
    requires: [],
    setup(host) {
      const kind = complaintKind(rules, numbering)
      const complaint = createComplaintApi(host, host.addKind<ComplaintTypes>(kind))
      /** Everything that a petitioner can follow. */
      const followed: readonly Followed[] = [
        { kind: 'petition.complaint', words: complaintWords, ...complaint },
      ]
      const caseOfCode = createCaseOfCode(host, followed, mayTrack)
      return {
        complaint,
        inquiry: createInquiry(host, followed, caseOfCode, (definition) =>
          subscribeToNews(host, followed, couriers, definition),
        ),
        feedback: createFeedback(host, complaint, caseOfCode, couriers, async () =>
          answerNote({ number: null }),
        ),
      }
    },
  })
}

/** Read once, so that a getter or a proxy that throws is told as what it is. */
function checkOptions(options: PetitionOptions): PetitionOptions {
  const fail = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'petition', reason })
  if (typeof options !== 'object' || options === null) throw fail('it takes an object')
  try {
    const { rules, numbering, mayTrack, couriers } = options
    if (rules !== undefined && (!Array.isArray(rules) || rules.length === 0))
      throw fail("'rules' must be a list of at least one profile")
    if (numbering !== undefined && typeof numbering !== 'function')
      throw fail("'numbering' must be a function")
    if (mayTrack !== undefined && typeof mayTrack !== 'function') throw fail("'mayTrack' must be a function")
    if (couriers !== undefined && (typeof couriers !== 'object' || couriers === null))
      throw fail("'couriers' must name a function for each channel")
    return { rules: rules?.slice(), numbering, mayTrack, couriers: couriers && { ...couriers } }
  } catch (error) {
    throw isPlatformError(error) ? error : fail('reading it failed')
  }
}
