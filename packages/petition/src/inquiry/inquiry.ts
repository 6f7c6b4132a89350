import {
  type Action,
  type Actor,
  type CaseDeadline,
  type PluginHost,
  type RecordedEvent,
  systemActor,
} from '@redress/core'
import type { ComplaintApi } from '../complaint/api.js'
import type { ComplaintCommands } from '../complaint/commands/index.js'
import { type ProcedureDeadline, procedureDeadlines } from '../complaint/procedure-deadlines.js'
import type { Complaint, ComplaintStatus, DeliveredOpinion, Refusal } from '../complaint/state.js'
import { petitionErrors } from '../errors.js'
import type { PetitionEvent } from '../events.js'
import { canonicalCode, isSameDigest, textOfCode } from '../matter/query-code.js'
import type { Text } from '../matter/text.js'
import { clockText, eventText, statusText } from './statuses.js'

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
}

/** A matter as its petitioner sees it. */
export interface Tracking {
  readonly id: string
  readonly number: string | undefined
  /** What the petitioner called it; undefined once it is erased. */
  readonly title: string | undefined
  readonly status: ComplaintStatus
  readonly statusText: Text
  readonly receivedOn: string
  /** The body that has it now. */
  readonly unit: { readonly id: string; readonly name: string; readonly nameEn?: string }
  /** What happened, oldest first. */
  readonly steps: readonly TrackingStep[]
  /** What comes next, by when and by which article; nearest first. */
  readonly next: readonly TrackingNext[]
  /** What the petitioner may do now. */
  readonly actions: readonly (keyof ComplaintCommands)[]
  /** The answers so far. */
  readonly answers: readonly TrackingAnswer[]
  /** The case in which a merged matter goes on. */
  readonly continuesIn: string | undefined
  /** Why it was not accepted, and what to do instead. */
  readonly refusal: TrackingRefusal | undefined
  /** Where the matter was led to, and the limits that count there. */
  readonly elsewhere: TrackingElsewhere | undefined
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

/** Whether a request to follow a matter by its code may go on. It is asked before the code is looked at. */
export type MayTrack = (origin: string | undefined) => boolean | Promise<boolean>

export function createInquiry(
  host: PluginHost<PetitionEvent>,
  complaint: ComplaintApi,
  mayTrack: MayTrack = () => true,
): InquiryApi {
  const tracking = async (
    id: string,
    actions: readonly Action<keyof ComplaintCommands>[],
    reader: Actor,
  ): Promise<Tracking> => {
    const { state } = await complaint.get(id, systemActor)
    const file = await host.platform.personal.read(id, { purpose: 'ownMatter', fields: told }, reader)
    const texts = new Map(file.texts.map(({ version, fields }) => [version, fields]))
    const history = await complaint.history(id, systemActor)
    const deadlines = await host.platform.deadlines.of(id, systemActor)
    const directory = await host.directory()
    // A unit that has ended is followed to the one that took over its work.
    const unit = directory.successors(state.unit)[0]
    const steps: TrackingStep[] = []
    for (const event of history) {
      const text = textOf(event)
      if (text !== undefined)
        steps.push({ at: event.at, type: event.type, text, unit: await nameThen(event) })
    }
    return {
      id,
      number: state.number ?? undefined,
      title: texts.get(1)?.title,
      status: state.status,
      statusText: statusText[state.status],
      receivedOn: state.receivedOn,
      unit: {
        id: unit?.id ?? state.unit,
        name: unit?.name ?? state.unit,
        ...(unit?.nameEn === undefined ? {} : { nameEn: unit.nameEn }),
      },
      steps,
      next: deadlines.filter(isOpen).map(nextOf).sort(byDay),
      actions: actions.filter((one) => one.allowed).map((one) => one.command),
      answers: state.delivered.map((one) => ({ ...one, ...textsOf(texts, one.version, sections) })),
      continuesIn: state.mergedInto ?? undefined,
      refusal:
        state.refusal === null
          ? undefined
          : { ...state.refusal, ...textsOf(texts, state.refusal.version, grounds) },
      elsewhere: elsewhereOf(state, texts),
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
      if (!(await mayTrack(origin))) throw petitionErrors.TOO_MANY_ATTEMPTS()
      const code = canonicalCode(queryCode)
      if (code === undefined) throw petitionErrors.QUERY_CODE_UNKNOWN()
      const digest = await host.digest(textOfCode(code))
      const [id] = await host.lookup('petition.complaint', 'code', digest)
      if (id === undefined) throw petitionErrors.QUERY_CODE_UNKNOWN()
      const { state } = await complaint.get(id, systemActor)
      if (!isSameDigest(state.codeDigest, digest)) throw petitionErrors.QUERY_CODE_UNKNOWN()
      const { recused, accused } = state
      const account = state.petitionerIds.find(
        (one) => !recused.includes(one) && !accused.persons.includes(one),
      )
      const actions =
        account === undefined ? [] : await complaint.actions(id, { kind: 'resident', id: account })
      return await tracking(id, actions, codeHolder)
    },
    async follow(id, by) {
      return await tracking(id, await complaint.actions(id, by), by)
    },
  }
}

/** Whoever holds a code has no account here; the access log says so. */
const codeHolder: Actor = Object.freeze({ kind: 'system', id: 'query-code' })

const sections = ['request', 'facts', 'opinion'] as const
const grounds = ['reasons', 'advice'] as const
/** What of the texts a petitioner is told on the way; the rest is for the subject access export. */
const told = ['title', 'body', ...sections, ...grounds]

type Texts = ReadonlyMap<number, Readonly<Record<string, string>>>

/** Some texts that were sealed beside one event. */
function textsOf<Field extends string>(
  texts: Texts,
  version: number,
  fields: readonly Field[],
): Readonly<Record<Field, string>> {
  const found = texts.get(version)
  return Object.fromEntries(fields.map((field) => [field, found?.[field] ?? ''])) as Record<Field, string>
}

function elsewhereOf({ route, routedOut }: Complaint, texts: Texts): TrackingElsewhere | undefined {
  if (routedOut === null) return undefined
  const { knownOn, version } = routedOut
  return {
    ...textsOf(texts, version, ['body', 'advice']),
    deadlines: route === null || knownOn === null ? [] : procedureDeadlines(route, knownOn),
  }
}

/** What an act means to the petitioner; undefined for an internal one. An opinion and its delivery are told by their stage. */
function textOf({ type, data }: RecordedEvent): Text | undefined {
  const stage = typeof data === 'object' && data !== null && 'stage' in data ? String(data.stage) : ''
  return eventText[`${type} ${stage}`] ?? eventText[type]
}

function isOpen({ state, clock }: CaseDeadline): boolean {
  return (state === 'running' || state === 'paused') && clockText[clock] !== undefined
}

function nextOf(deadline: CaseDeadline): TrackingNext {
  const { clock, limit, dueOn, overdue } = deadline
  return {
    clock,
    text: clockText[clock] as Text,
    nature: limit?.nature ?? 'duty',
    by: dueOn,
    overdue,
    source: limit?.source ?? '',
  }
}

function byDay(a: TrackingNext, b: TrackingNext): number {
  return (a.by ?? '9999').localeCompare(b.by ?? '9999')
}
