import {
  type Actor,
  type CaseSnapshot,
  coreErrors,
  type InboxPage,
  type PluginHost,
  parseInput,
} from '@redress/core'
import * as z from 'zod'
import type { ComplaintApi } from '../complaint/api.js'
import type { EvaluateAnswer } from '../complaint/commands/feedback.js'
import type { FeedbackStep } from '../complaint/feedback-step.js'
import type { AnswerChannel, Complaint, DeliveryManner, Stage } from '../complaint/state.js'
import { petitionErrors } from '../errors.js'
import type { PetitionEvent } from '../events.js'
import { type CaseOfCode, codeHolder } from '../inquiry/by-code.js'
import { contactFields } from '../matter/persons.js'
import { type Carried, type Couriers, carry, recipientOf } from './courier.js'
import { answerNote, evaluationNote, type Note } from './letter.js'

/** The commands of a complaint that are about its answer reaching the petitioner and theirs coming back. */
type FeedbackCommands = Pick<
  ComplaintApi,
  | 'chooseChannels'
  | 'deliver'
  | 'failDelivery'
  | 'askEvaluation'
  | 'evaluate'
  | 'assignSecondLook'
  | 'concludeSecondLook'
>

/** Feedback (反馈): the answer reaches the petitioner, and what they think of it comes back. */
export interface FeedbackApi extends FeedbackCommands {
  /**
   * Sends the last opinion by the channel that the petitioner chose, through the host's courier, and records the delivery with its proof,
   * or that it failed to reach the petitioner (未能送达). Call it again, or deliver it otherwise, after a failure.
   *
   * @throws CHANNEL_NOT_CHOSEN, and what `deliver` throws
   * @example
   * ```ts
   * const { failures } = await platform.petition.feedback.send(id, officer)
   * ```
   */
  send(id: string, by: Actor): Promise<SentAnswer>
  /** Asks by the channel that the petitioner chose how satisfied they are, and records that they were asked. */
  ask(id: string, by: Actor): Promise<SentAnswer>
  /** The evaluation of whoever holds the query code. @throws QUERY_CODE_UNKNOWN, TOO_MANY_ATTEMPTS, and what `evaluate` throws */
  evaluateByCode(queryCode: string, input: EvaluateAnswer, origin?: string): Promise<void>
  /**
   * What waits in a unit and below it: answers to deliver, petitioners to ask, second looks to take.
   *
   * @throws INPUT_INVALID, QUERY_INVALID, UNIT_UNKNOWN, CURSOR_INVALID
   */
  waiting(query: WaitingQuery, by: Actor): Promise<InboxPage>
}

export interface WaitingQuery {
  readonly step: FeedbackStep
  /** Default: the unit of the officer. */
  readonly unit?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** What came of sending. */
export interface SentAnswer {
  readonly case: CaseSnapshot<Complaint>
  /** The persons who were not reached, and why; nobody: it is delivered. */
  readonly failures: readonly {
    readonly person: string
    readonly carried: Extract<Carried, { failed: unknown }>
  }[]
}

/** The bounds of the page are those of `cases.find`. */
const waitingQuery = z.strictObject({
  step: z.enum(['toDeliver', 'toAsk', 'secondLook']),
  unit: z.string().optional(),
  limit: z.number().optional(),
  cursor: z.string().optional(),
})

/** How a channel counts as delivery (民事诉讼法 Art. 87–91, by analogy). */
const mannerOf: Readonly<Record<AnswerChannel, DeliveryManner>> = {
  online: 'electronic',
  sms: 'electronic',
  email: 'electronic',
  phone: 'receipt',
  post: 'post',
  inPerson: 'receipt',
}

export function createFeedback(
  host: PluginHost<PetitionEvent>,
  complaint: ComplaintApi,
  caseOfCode: CaseOfCode,
  couriers: Couriers,
  documents: Documents,
): FeedbackApi {
  const { chooseChannels, deliver, failDelivery, askEvaluation, evaluate } = complaint
  const { assignSecondLook, concludeSecondLook } = complaint

  /** Takes a note to every petitioner, if the actor may then record that. */
  const bring = async (
    id: string,
    what: 'deliver' | 'askEvaluation',
    by: Actor,
    note: NoteOf,
  ): Promise<Brought> => {
    await requireAllowed(complaint, id, what, by)
    const { state, version } = await complaint.get(id, by)
    const channel = state.answerBy
    if (channel === null) throw petitionErrors.CHANNEL_NOT_CHOSEN()
    const request = { purpose: 'delivery', reveal: contactFields, fields: contactFields }
    const { persons } = await host.platform.personal.read(id, request, by)
    const { subject, text } = await note(state, channel)
    const letter = { channel, case: id, number: state.number ?? undefined, subject, text }
    const about = state.opinion?.version ?? state.delivered.at(-1)?.version ?? version
    const failures: SentAnswer['failures'][number][] = []
    const proofs: string[] = []
    // Whoever left no name still has the query code.
    for (const { person, id: account, fields } of persons.length === 0 ? [nobody] : persons) {
      const key = `${id}/${about}/${what}/${person}`
      const carried = await carry(couriers, { ...letter, key, to: recipientOf(account, fields) })
      if ('failed' in carried) failures.push({ person, carried })
      else proofs.push(`${person}: ${carried.proof}`)
    }
    return { channel, version, failures, proofs }
  }

  return {
    chooseChannels,
    deliver,
    failDelivery,
    askEvaluation,
    evaluate,
    assignSecondLook,
    concludeSecondLook,
    async send(id, by) {
      const note: NoteOf = async (state, channel) =>
        isPrivate(channel) && state.opinion !== null
          ? await documents(id, state.opinion.stage, by)
          : answerNote(state)
      const { channel, version, failures, proofs } = await bring(id, 'deliver', by, note)
      const options = { expectedVersion: version }
      const [first] = failures
      if (first !== undefined) {
        const { failed: reason, detail } = first.carried
        return { case: await failDelivery(id, { channel, reason, detail }, by, options), failures }
      }
      const proof = proofs.join('; ').slice(0, 500)
      const manner = mannerOf[channel]
      return { case: await deliver(id, { manner, proof, channel }, by, options), failures }
    },
    async ask(id, by) {
      const note: NoteOf = async (state) => evaluationNote(state)
      const { channel, version, failures, proofs } = await bring(id, 'askEvaluation', by, note)
      // Nobody was asked, so that they can be asked once.
      if (proofs.length === 0) return { case: await complaint.get(id, by), failures }
      return { case: await askEvaluation(id, { channel }, by, { expectedVersion: version }), failures }
    },
    async evaluateByCode(queryCode, input, origin) {
      const { kind, id } = await caseOfCode(queryCode, origin)
      if (kind !== 'petition.complaint') throw petitionErrors.QUERY_CODE_UNKNOWN()
      await evaluate(id, input, codeHolder)
    },
    async waiting(given, by) {
      const { step, ...more } = parseInput('petition.feedback.waiting', waitingQuery, given)
      const query = {
        kind: 'petition.complaint',
        facets: { feedback: step },
        sort: 'updated',
        ...more,
      } as const
      return await host.platform.cases.find(query, by)
    },
  }
}

/** Writes the opinion document of a stage for its petitioner, in both languages. */
export type Documents = (id: string, stage: Stage, by: Actor) => Promise<Note>

type NoteOf = (state: Complaint, channel: AnswerChannel) => Promise<Note>

interface Brought extends Pick<SentAnswer, 'failures'> {
  readonly channel: AnswerChannel
  readonly version: number
  readonly proofs: readonly string[]
}

const nobody = { person: 'code', id: undefined, fields: {} }

/** Whether what goes by a channel is seen by the receiver alone. */
const isPrivate = (channel: AnswerChannel): boolean =>
  channel === 'post' || channel === 'email' || channel === 'inPerson'

/** Asked before anything is sent: what went out cannot be taken back. @throws COMMAND_NOT_ALLOWED */
async function requireAllowed(
  complaint: ComplaintApi,
  id: string,
  command: 'deliver' | 'askEvaluation',
  by: Actor,
): Promise<void> {
  const action = (await complaint.actions(id, by)).find((one) => one.command === command)
  if (action?.allowed !== true)
    throw coreErrors.COMMAND_NOT_ALLOWED({
      command: `petition.complaint.${command}`,
      reasons: action?.reasons ?? [],
    })
}
