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
import type { ComplaintEvent } from '../complaint/events.js'
import { type ProcedureDeadline, procedureDeadlines } from '../complaint/procedure-deadlines.js'
import type { Complaint, ComplaintStatus, DeliveredOpinion, Refusal } from '../complaint/state.js'
import { petitionErrors } from '../errors.js'
import { clockText, eventText, statusText, type Text } from './statuses.js'

/** Following a matter (查询): by the code on the receipt, or by the petitioner's account. */
export interface InquiryApi {
  /**
   * What happened, who has it, what comes next and by when, and what the petitioner may do now.
   *
   * @param queryCode the code on the receipt; the hyphens do not matter
   * @throws QUERY_CODE_UNKNOWN
   * @example
   * ```ts
   * const matter = await platform.petition.inquiry.track('7K3M-9QXD-2H4J-8P0T')
   * ```
   */
  track(queryCode: string): Promise<Tracking>
  /** The same for a petitioner with an account, by the id of the case. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  follow(id: string, by: Actor): Promise<Tracking>
}

/** A matter as its petitioner sees it. */
export interface Tracking {
  readonly id: string
  readonly number: string | undefined
  readonly title: string
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
  readonly answers: readonly DeliveredOpinion[]
  /** The case in which a merged matter goes on. */
  readonly continuesIn: string | undefined
  /** Why it was not accepted, and what to do instead. */
  readonly refusal: Refusal | undefined
  /** Where the matter was led to, and the limits that count there. */
  readonly elsewhere: TrackingElsewhere | undefined
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

export function createInquiry(host: PluginHost<ComplaintEvent>, complaint: ComplaintApi): InquiryApi {
  const tracking = async (
    id: string,
    actions: readonly Action<keyof ComplaintCommands>[],
  ): Promise<Tracking> => {
    const { state } = await complaint.get(id, systemActor)
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
      title: state.title,
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
      answers: state.delivered,
      continuesIn: state.mergedInto ?? undefined,
      refusal: state.refusal ?? undefined,
      elsewhere: elsewhereOf(state),
    }
  }

  /** The unit that acted, under the name it had on that day. */
  const nameThen = async ({ at, by }: RecordedEvent): Promise<string | undefined> => {
    if (by.unit === undefined) return undefined
    const then = await host.platform.organizations.asOf(at.slice(0, 10))
    return then.unit(by.unit)?.name ?? by.unit
  }

  return {
    async track(queryCode) {
      const code = canonical(queryCode)
      const [id] = code === undefined ? [] : await host.lookup('petition.complaint', 'queryCode', code)
      if (id === undefined) throw petitionErrors.QUERY_CODE_UNKNOWN()
      const { state } = await complaint.get(id, systemActor)
      const { recused, accused } = state
      const account = state.petitionerIds.find(
        (one) => !recused.includes(one) && !accused.persons.includes(one),
      )
      const actions =
        account === undefined ? [] : await complaint.actions(id, { kind: 'resident', id: account })
      return await tracking(id, actions)
    },
    async follow(id, by) {
      return await tracking(id, await complaint.actions(id, by))
    },
  }
}

function elsewhereOf({ route, routedOut }: Complaint): TrackingElsewhere | undefined {
  if (routedOut === null) return undefined
  const { body, advice, knownOn } = routedOut
  return {
    body,
    advice,
    deadlines: route === null || knownOn === null ? [] : procedureDeadlines(route, knownOn),
  }
}

/** Accepts what people type: lower case, spaces, other hyphens, and the letters that look like digits. */
function canonical(queryCode: unknown): string | undefined {
  if (typeof queryCode !== 'string' || queryCode.length > 64) return undefined
  const bare = queryCode
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-Z]{16}$/.test(bare) ? (bare.match(/.{4}/g) ?? []).join('-') : undefined
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
