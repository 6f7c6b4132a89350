import { type Actor, type CaseSnapshot, type CommandOptions, coreErrors } from '@redress/core'
import type { FileAccusation } from '../../accusation/commands/intake.js'
import type { FileComplaint } from '../../complaint/commands/intake.js'
import { isNobody } from '../../matter/checks.js'
import { contactFields, type PersonFiling } from '../../matter/persons.js'
import type { FileSuggestion } from '../../suggestion/commands/intake.js'
import { isRefused, receptionActor } from '../actor.js'
import { receptionErrors } from '../errors.js'
import { betweenStatements } from './decide/outcome.js'
import type { VisitParts } from './parts.js'
import { pendingHandOver, type Visit, type VisitHandOver } from './state.js'

/** What a visit was made into, and what the person is told of it. */
export interface HandedOver {
  readonly visit: CaseSnapshot<Visit>
  /** The case that was opened. */
  readonly case: string
  /** For the person alone: with the query code they follow the matter. */
  readonly receipt: { readonly queryCode: string }
}

/** A matter that was opened. */
export interface OpenedMatter {
  readonly id: string
  readonly receipt: { readonly queryCode: string }
}

/** Opens a matter of one kind. */
export type FileMatter<Input> = (input: Input, by: Actor, options: CommandOptions) => Promise<OpenedMatter>

/** Where visits can be handed over to. */
export interface MatterIntakes {
  readonly complaint: FileMatter<FileComplaint>
  readonly suggestion: FileMatter<FileSuggestion>
  readonly accusation: FileMatter<FileAccusation>
}

/**
 * Opens the matter of a hand-over that is decided, and records it. What is filed is what was decided, and its key is made of the visit:
 * so however often it is cut off and repeated, and by whom, it is filed once.
 *
 * @param handOver its number; default: the one that is still to be finished
 */
export async function finishHandOver(
  { host, visits }: VisitParts,
  intakes: MatterIntakes,
  id: string,
  by: Actor,
  handOver?: number,
): Promise<HandedOver> {
  const { state } = await visits.get(id, receptionActor)
  const decided =
    handOver === undefined
      ? pendingHandOver(state)
      : state.handOvers.find((one) => one.handOver === handOver && one.state !== 'failed')
  if (decided === undefined) throw receptionErrors.HAND_OVER_NOT_OPEN()
  const settle = (outcome: Pick<VisitHandOver, 'case'> & { readonly state: 'done' | 'failed' }) =>
    visits.settle(id, { handOver: decided.handOver, ...outcome }, receptionActor)
  const matter = await matterOf(host, id, state, decided)
  const idempotencyKey = `reception-centre/${id}/${decided.handOver}`
  let filed: OpenedMatter
  try {
    filed = await fileWith(intakes, matter, { idempotencyKey })
  } catch (error) {
    // Refused for good: another one can be decided. Whatever else went wrong is tried again.
    if (isRefused(error) && decided.state === 'pending') await settle({ state: 'failed', case: null })
    throw error
  }
  // No other case points at an accusation.
  await settle({ state: 'done', case: isNobody(decided.accused) ? filed.id : null })
  return { visit: await visits.get(id, by), case: filed.id, receipt: filed.receipt }
}

interface Matter {
  readonly state: Visit
  readonly decided: VisitHandOver
  readonly persons: readonly PersonFiling[]
  readonly title: string
  readonly text: string
  readonly place: string | undefined
}

async function matterOf(
  host: VisitParts['host'],
  id: string,
  state: Visit,
  decided: VisitHandOver,
): Promise<Matter> {
  const request = { purpose: 'handOver', reveal: [...contactFields, 'idNumber'] }
  const file = await host.platform.personal.read(id, request, receptionActor)
  const words = file.texts.find(({ version }) => version === decided.version)?.fields
  // What is said later belongs to no decision of before.
  const said = file.texts.filter(
    ({ type, version }) => type === 'petition.visit-recorded' && version < decided.version,
  )
  const statements = said.flatMap(({ fields }) => fields.text ?? []).join(betweenStatements)
  const persons = file.persons.map(({ id: account, fields }) => {
    const { name = '', phone, email, address, idNumber } = fields
    return { id: account, name, phone, email, address, idNumber }
  })
  const { title = '', text = statements, place } = words ?? {}
  return { state, decided, persons: state.anonymous ? [] : persons, title, text, place }
}

async function fileWith(
  intakes: MatterIntakes,
  { state, decided, persons, ...texts }: Matter,
  options: CommandOptions,
): Promise<OpenedMatter> {
  const { anonymous, confidential, people } = state
  const { to, unit, on: receivedOn, matter, area, accused } = decided
  const common = { channel: 'visit', receivedOn, anonymous, ...texts } as const
  const about = {
    unit,
    petitioners: persons,
    confidential,
    matter: matter ?? undefined,
    area: area ?? undefined,
  }
  switch (to) {
    case 'complaint': {
      const representatives = anonymous
        ? []
        : state.representatives.flatMap((key) => nameOf(key, state, persons))
      const accuses = isNobody(accused) ? {} : { accused }
      const complaint = { ...common, ...about, people, representatives, ...accuses }
      return await intakes.complaint(complaint, receptionActor, options)
    }
    case 'suggestion':
      return await intakes.suggestion({ ...common, ...about }, receptionActor, options)
    case 'accusation': {
      const accusation = { ...common, accused, accusers: persons }
      return await intakes.accusation(accusation, receptionActor, options)
    }
  }
}

/** A representative as a filing names them. */
function nameOf(key: string, { petitioners }: Visit, persons: readonly PersonFiling[]): readonly string[] {
  const person = persons[petitioners.findIndex((one) => one.person === key)]
  return person === undefined ? [] : [person.id ?? person.name]
}

/**
 * Refuses an actor who may not give a command now, before anything is done for it.
 *
 * @param except codes of reasons that do not matter here
 * @throws COMMAND_NOT_ALLOWED, CASE_NOT_FOUND, READ_NOT_ALLOWED
 */
export async function askTo(
  { visits }: VisitParts,
  command: 'handOver' | 'noteInquiry',
  id: string,
  by: Actor,
  except: readonly string[] = [],
): Promise<void> {
  const action = (await visits.actions(id, by)).find((one) => one.command === command)
  const reasons = action?.reasons.filter(({ code }) => !except.includes(code)) ?? []
  if (reasons.length > 0)
    throw coreErrors.COMMAND_NOT_ALLOWED({ command: `petition.visit.${command}`, reasons })
}
