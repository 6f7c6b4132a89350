import {
  type Accused,
  type Actor,
  type CaseApi,
  type CaseSnapshot,
  coreErrors,
  type Directory,
  isPlatformError,
  type PluginHost,
  parseInput,
  type SystemActor,
} from '@redress/core'
import * as z from 'zod'
import type { ComplaintApi } from '../complaint/api.js'
import type { Complaint } from '../complaint/state.js'
import type { PetitionEvent } from '../events.js'
import { type AccusedParties, accusedInput, checkDay } from '../matter/checks.js'
import { date, id as idText } from '../matter/words.js'
import type { PetitionRules } from '../rules/policy.js'
import type { FiledAccusation } from './decide/intake.js'
import { partiesOf, receiverOf, together } from './decide/parties.js'
import { accusationErrors } from './errors.js'
import { originOf } from './origin.js'
import type { AccusationTypes } from './types.js'

export interface TakeOverComplaint {
  /** The body that takes it. Default: the nearest competent body that it does not accuse. */
  readonly unit?: string | undefined
  /** Whom it accuses, beside those that the complaint names. */
  readonly accused?: AccusedParties | undefined
  /** The day on which the petitioner was told. Default: today, when the query code shows it. */
  readonly noticeOn?: string | undefined
}

export interface TakenOver {
  /** The id of the accusation. */
  readonly accusation: string
}

const takeOverInput = z.strictObject({
  unit: idText.optional(),
  accused: accusedInput.optional(),
  noticeOn: date.optional(),
})

/** What was written is read for this and for nothing else; the access log of the complaint says so. */
const reader: SystemActor = Object.freeze({ kind: 'system', id: 'accusation-take-over' })

const advice =
  '该事项属检举控告，已转为检举控告类事项办理，仍凭原查询码查询。' +
  ' It is an accusation and goes on as one; the same query code follows it. (信访工作条例 2022 Art. 30)'

type TakeOver = (complaintId: string, input: TakeOverComplaint, by: Actor) => Promise<TakenOver>

/**
 * Two cases of two kinds cannot be stored at once. The accusation is opened first, under a key that is the complaint's own, and the
 * complaint is led out last: whatever stops in between loses nothing, and the same call goes on where it stopped.
 */
export function createTakeOver(
  host: PluginHost<PetitionEvent>,
  cases: CaseApi<AccusationTypes>,
  complaint: ComplaintApi,
  rules: readonly PetitionRules[],
): TakeOver {
  return async (id, rawInput, by) => {
    const input = parseInput('petition.accusation.takeOver', takeOverInput, rawInput)
    await complaint.get(id, by)
    const record = await complaint.get(id, reader)
    const [earlier] = await host.lookup('petition.accusation', 'takenFrom', id)
    if (earlier !== undefined && record.state.status === 'routedOut') {
      await passOn(host, cases, id, earlier)
      return { accusation: earlier }
    }
    await askRouteOut(complaint, id, by)
    // Before anything is read or stored: a mistake in the input changes nothing.
    const checked = check(record, input, rules, await host.directory())
    const accusation = earlier ?? (await open(host, cases, record, checked))
    const { unit } = (await cases.get(accusation, reader)).state
    const directory = await host.directory()
    const body = directory.unit(unit)?.name ?? unit
    await leadOut(complaint, id, body, checked.noticeOn, by)
    await passOn(host, cases, id, accusation)
    return { accusation }
  }
}

async function leadOut(
  complaint: ComplaintApi,
  id: string,
  body: string,
  noticeOn: string,
  by: Actor,
): Promise<void> {
  try {
    await complaint.routeOut(id, { route: 'accusation', body, advice, noticeOn }, by)
  } catch (error) {
    // Somebody else, who took it over at the same time, was faster.
    const isLedOut = (await complaint.get(id, reader)).state.status === 'routedOut'
    if (!isPlatformError(error) || !isLedOut) throw error
  }
}

/** What the petitioner said later, once each. Nothing more can come when the complaint is led out, so this is the last step. */
async function passOn(
  { platform }: PluginHost<PetitionEvent>,
  cases: CaseApi<AccusationTypes>,
  id: string,
  accusation: string,
): Promise<void> {
  const { texts } = await platform.personal.read(id, { purpose: 'handling', fields: ['text'] }, reader)
  for (const { version, type, fields } of texts) {
    if (type !== 'petition.complaint-supplemented' || fields.text === undefined) continue
    const once = { idempotencyKey: `take over ${id} ${version}` }
    await cases.supplement(accusation, { text: fields.text }, reader, once)
  }
}

/** Asked before anything is opened. @throws COMMAND_NOT_ALLOWED */
async function askRouteOut(complaint: ComplaintApi, id: string, by: Actor): Promise<void> {
  const action = (await complaint.actions(id, by)).find(({ command }) => command === 'routeOut')
  if (action?.allowed === true) return
  const reasons = action?.reasons ?? []
  throw coreErrors.COMMAND_NOT_ALLOWED({ command: 'petition.complaint.routeOut', reasons })
}

interface Checked {
  readonly unit: string
  readonly accused: Accused
  readonly noticeOn: string
}

/** @throws TAKE_OVER_UNFIT, COMPETENT_BODY_MISSING, ACCUSED_RECIPIENT, UNIT_UNKNOWN, RECEIVED_IN_FUTURE, DATE_BEFORE_EVENT */
function check(
  { state, rules: pinned }: CaseSnapshot<Complaint>,
  { unit, accused: more = {}, noticeOn }: TakeOverComplaint,
  rules: readonly PetitionRules[],
  directory: Directory,
): Checked {
  if (state.class !== 'accusation') {
    const why = 'it is not classified as an accusation. Classify it as one first'
    throw accusationErrors.TAKE_OVER_UNFIT({ why })
  }
  const accused = together(state.accused, partiesOf(more, 'misconduct', { directory }))
  const policy = rules.find(({ id }) => id === pinned)?.policy.accusation
  const today = directory.on
  return {
    unit: receiverOf(unit, { ...accused, since: state.receivedOn }, policy, directory),
    accused,
    noticeOn: checkDay('noticeOn', noticeOn ?? today, { today }, state.receivedOn),
  }
}

async function open(
  host: PluginHost<PetitionEvent>,
  cases: CaseApi<AccusationTypes>,
  { id, state }: CaseSnapshot<Complaint>,
  { unit, accused }: Checked,
): Promise<string> {
  const { personal } = host.platform
  const { texts } = await personal.read(
    id,
    { purpose: 'handling', fields: ['title', 'text', 'place'] },
    reader,
  )
  const { receipt } = await personal.read(
    id,
    { purpose: 'delivery', reveal: ['receipt'], fields: [] },
    reader,
  )
  const first = texts.find(({ version }) => version === 1)?.fields
  if (first?.title === undefined || first.text === undefined) {
    const why = 'what it says is erased'
    throw accusationErrors.TAKE_OVER_UNFIT({ why })
  }
  const { channel, receivedOn, petitioners, codeDigest } = state
  const input: FiledAccusation = {
    channel,
    unit,
    receivedOn,
    title: first.title,
    text: first.text,
    place: first.place,
    accused,
    origin: originOf({
      kind: 'complaint',
      case: id,
      from: state.unit,
      number: state.number ?? '',
      petitioners,
      codeDigest,
      queryCode: receipt?.queryCode,
    }),
  }
  const opened = await cases.file(input, reader, { idempotencyKey: `take over ${id}` })
  return opened.id
}
