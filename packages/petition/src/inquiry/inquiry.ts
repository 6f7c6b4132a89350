import {
  type Action,
  type Actor,
  type CaseDeadline,
  isPlatformError,
  type PluginHost,
  type RecordedEvent,
  type Subscription,
  systemActor,
} from '@redress/core'
import type { ProcedureDeadline } from '../complaint/procedure-deadlines.js'
import type { Complaint, DeliveredOpinion, Refusal, SecondLook } from '../complaint/state.js'
import type { PetitionEvent } from '../events.js'
import type { Text } from '../matter/text.js'
import { type CaseOfCode, codeHolder } from './by-code.js'
import { type Followed, type FollowedWords, textOf } from './followed.js'
import type { NewsDefinition } from './news.js'
import { ofComplaint, ofOthers } from './of-complaint.js'

/** Following a matter (查询): by the code on the receipt, or by the petitioner's account. */
export interface InquiryApi {
  /**
   * What happened, who has it, what comes next and by when, and what the petitioner may do now. The reading is recorded.
   *
   * @param queryCode the code on the receipt; the hyphens do not matter
   * @param origin where the request comes from, such as an address or a session: what `mayTrack` of the host goes by
   * @throws QUERY_CODE_UNKNOWN, TOO_MANY_ATTEMPTS
   * @example
   * ```ts
   * const matter = await platform.petition.inquiry.track('7K3M-9QXD-2H4J-8P0T', request.ip)
   * ```
   */
  track(queryCode: string, origin?: string): Promise<Tracking>
  /** The same for a petitioner with an account, by the id of the case. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  follow(id: string, by: Actor): Promise<Tracking>
  /**
   * Brings news of a case to whoever asked for it (`newsBy`), by the couriers of the host: starts a durable subscriber in this process.
   *
   * @throws SUBSCRIPTION_INVALID
   * @example
   * ```ts
   * const news = await platform.petition.inquiry.news({ name: 'news' })
   * ```
   */
  news(definition: NewsDefinition): Promise<Subscription>
}

/** A matter as its petitioner sees it. */
export interface Tracking {
  readonly id: string
  /** Such as `petition.complaint`. */
  readonly kind: string
  readonly number: string | undefined
  /** What the petitioner called it; undefined once it is erased. */
  readonly title: string | undefined
  readonly status: string
  readonly statusText: Text
  readonly receivedOn: string
  /** The body that has it now. */
  readonly unit: { readonly id: string; readonly name: string; readonly nameEn?: string }
  /** What happened, oldest first. */
  readonly steps: readonly TrackingStep[]
  /** What comes next, by when and by which article; nearest first. */
  readonly next: readonly TrackingNext[]
  /** What the petitioner may do now. */
  readonly actions: readonly string[]
  /** What the body wrote to the petitioner, oldest first. */
  readonly letters: readonly TrackingLetter[]
  /** Of a complaint: the answers so far. */
  readonly answers: readonly TrackingAnswer[]
  /** The case in which a merged matter goes on. */
  readonly continuesIn: string | undefined
  /** Why it was not accepted, and what to do instead. */
  readonly refusal: TrackingRefusal | undefined
  /** Where the matter was led to, and the limits that count there. */
  readonly elsewhere: TrackingElsewhere | undefined
  /** Who looks at it a second time, or has. */
  readonly secondLook: SecondLook | undefined
}

/** What was written to the petitioner beside one act; the fields are named as in the command. */
export interface TrackingLetter {
  readonly at: string
  readonly type: string
  readonly text: Text
  readonly fields: Readonly<Record<string, string>>
}

/** An answer with its sections; they are empty once they are erased. */
export interface TrackingAnswer extends DeliveredOpinion {
  readonly request: string
  readonly facts: string
  readonly opinion: string
}

export interface TrackingRefusal extends Refusal {
  readonly reasons: string
  readonly advice: string
}

export interface TrackingElsewhere {
  readonly body: string
  readonly advice: string
  readonly deadlines: readonly ProcedureDeadline[]
}

export interface TrackingStep {
  /** ISO 8601. */
  readonly at: string
  readonly type: string
  readonly text: Text
  /** The name of the unit that acted. */
  readonly unit: string | undefined
}

export interface TrackingNext {
  readonly clock: string
  readonly text: Text
  /** A duty of the body, or a right of the petitioner. */
  readonly nature: 'duty' | 'right'
  /** The last day, as a local date; undefined while the clock stands still. */
  readonly by: string | undefined
  readonly overdue: boolean
  readonly source: string
}

export function createInquiry(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Followed[],
  caseOfCode: CaseOfCode,
  news: (definition: NewsDefinition) => Promise<Subscription>,
): InquiryApi {
  const followed = (kind: string): Followed => kinds.find((one) => one.kind === kind) as Followed

  const tracking = async (
    kind: Followed,
    id: string,
    actions: readonly Action[],
    reader: Actor,
  ): Promise<Tracking> => {
    const { words } = kind
    const { state } = await kind.get(id, systemActor)
    const fields = ['title', ...new Set(Object.values(words.told).flat())]
    const file = await host.platform.personal.read(id, { purpose: 'ownMatter', fields }, reader)
    const texts = new Map(file.texts.map((one) => [one.version, one.fields]))
    const history = await kind.history(id, systemActor)
    const deadlines = await host.platform.deadlines.of(id, systemActor)
    const directory = await host.directory()
    // A unit that has ended is followed to the one that took over its work.
    const unit = directory.successors(state.unit)[0]
    const steps: TrackingStep[] = []
    const letters: TrackingLetter[] = []
    for (const event of history) {
      const text = textOf(words, event)
      if (text === undefined) continue
      const { at, type, version } = event
      steps.push({ at, type, text, unit: await nameThen(event) })
      const written = Object.entries(texts.get(version) ?? {}).filter(([name]) =>
        words.told[type]?.includes(name),
      )
      if (written.length > 0) letters.push({ at, type, text, fields: Object.fromEntries(written) })
    }
    return {
      id,
      kind: kind.kind,
      number: state.number ?? undefined,
      title: texts.get(1)?.title,
      status: state.status,
      statusText: words.status[state.status] as Text,
      receivedOn: state.receivedOn,
      unit: {
        id: unit?.id ?? state.unit,
        name: unit?.name ?? state.unit,
        ...(unit?.nameEn === undefined ? {} : { nameEn: unit.nameEn }),
      },
      steps,
      next: deadlines.flatMap((one) => nextOf(words, one)).sort(byDay),
      actions: actions.filter((one) => one.allowed).map((one) => one.command),
      letters,
      ...(kind.kind === 'petition.complaint' ? ofComplaint(state as Complaint, texts) : ofOthers),
    }
  }

  /** The unit that acted, under the name it had on that day. */
  const nameThen = async ({ at, by }: RecordedEvent): Promise<string | undefined> => {
    if (by.unit === undefined) return undefined
    const then = await host.platform.organizations.asOf(at.slice(0, 10))
    return then.unit(by.unit)?.name ?? by.unit
  }

  return {
    async track(queryCode, origin) {
      const { kind: name, id } = await caseOfCode(queryCode, origin)
      const kind = followed(name)
      const { recused = [], accused, petitionerIds } = (await kind.get(id, systemActor)).state
      const account = petitionerIds.find((one) => !recused.includes(one) && !accused?.persons.includes(one))
      const actions = account === undefined ? [] : await kind.actions(id, { kind: 'resident', id: account })
      return await tracking(kind, id, actions, codeHolder)
    },
    async follow(id, by) {
      const kind = await kindOf(kinds, id, by)
      return await tracking(kind, id, await kind.actions(id, by), by)
    },
    news,
  }
}

/** The kind of a case that the actor may read. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
async function kindOf(kinds: readonly Followed[], id: string, by: Actor): Promise<Followed> {
  let notFound: unknown
  for (const kind of kinds) {
    try {
      await kind.get(id, by)
      return kind
    } catch (error) {
      if (!isPlatformError(error) || error.code !== 'CASE_NOT_FOUND') throw error
      notFound ??= error
    }
  }
  throw notFound
}

function nextOf({ clock: words }: FollowedWords, deadline: CaseDeadline): readonly TrackingNext[] {
  const { clock, limit, dueOn, overdue, state } = deadline
  const text = words[clock]
  if (text === undefined || (state !== 'running' && state !== 'paused')) return []
  return [{ clock, text, nature: limit?.nature ?? 'duty', by: dueOn, overdue, source: limit?.source ?? '' }]
}

function byDay(a: TrackingNext, b: TrackingNext): number {
  return (a.by ?? '9999').localeCompare(b.by ?? '9999')
}
