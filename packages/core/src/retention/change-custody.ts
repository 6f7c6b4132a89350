import * as z from 'zod'
import { type Actor, actorRef } from '../access/actor.js'
import { again } from '../case/again.js'
import { readableCase } from '../case/any-case.js'
import { commitChanges, prepareCommit } from '../case/commit.js'
import { instantFor, instantText } from '../case/context.js'
import type { CustodyEvent } from '../case/custody.js'
import type { Engine } from '../case/engine.js'
import { type InputSchema, parseInput } from '../case/input.js'
import { wholeCase } from '../case/sealed.js'
import { dateText } from '../clock/local-date.js'
import { shown } from '../errors.js'
import { erasure } from './erasure.js'
import { askCustody, type CustodyAct } from './verdict.js'

const ground = z.enum([
  'retentionExpired',
  'personsRequest',
  'consentWithdrawn',
  'legalOrder',
  'securityIncident',
  'correction',
])
const word = z.string().min(1).max(100)
const inputs: Readonly<Record<CustodyAct, InputSchema<CustodyInput>>> = {
  assign: z.strictObject({ class: word, from: z.iso.date().optional() }),
  restrict: z.strictObject({ ground }),
  lift: z.strictObject({ ground }),
  erase: z.strictObject({ ground, person: word.optional() }),
  prune: z.strictObject({ ground }),
}

/** What one act on the records of a case needs to know. */
export interface CustodyInput {
  readonly class?: string | undefined
  readonly from?: string | undefined
  readonly ground?: z.infer<typeof ground> | undefined
  readonly person?: string | undefined
}

/** Runs one act on the records of a case, in its own turn and on the case as it stands. */
export async function changeCustody(
  engine: Engine,
  act: CustodyAct,
  id: string,
  rawInput: unknown,
  actor: Actor,
): Promise<void> {
  const input: CustodyInput = parseInput(`retention.${act}`, inputs[act], rawInput)
  await engine.turns.take(shown(id), () => again(() => change(engine, act, id, input, actor)))
}

async function change(
  engine: Engine,
  act: CustodyAct,
  id: string,
  input: CustodyInput,
  actor: Actor,
): Promise<void> {
  const [kind, record] = await readableCase(engine, id, actor)
  const instant = instantFor(engine, record)
  const calendar = engine.calendarOf(kind.profile(record.rules))
  const today = dateText(calendar.dayOf(instant))
  const lastWorked = dateText(calendar.dayOf(Date.parse(record.updatedAt)))
  askCustody(act, kind, record, input, actor, { today, lastWorked })

  const subjects = [input.person ?? wholeCase]
  const event = eventOf(act, input, record.version, record.hash, today, subjects)
  const stamp = { at: instantText(instant), by: actorRef(actor) }
  const changes = [{ kind, record, events: [event] }]
  if (act !== 'prune') {
    const cells = act === 'erase' ? await erasure(engine, kind, record, subjects) : []
    await commitChanges(engine, changes, stamp, { cells })
    engine.vault?.forget(id)
    return
  }
  const { commit } = prepareCommit(engine, changes, stamp, { prune: [{ stream: id, until: record.version }] })
  const rows = commit.rows.map((one) => ({ ...one, row: null }))
  const result = await engine.store.commit({ ...commit, rows })
  engine.workingSet.forget(id)
  if ('events' in result) engine.hub.publish(result.events)
}

function eventOf(
  act: CustodyAct,
  { class: name = '', from, ground = 'retentionExpired' }: CustodyInput,
  version: number,
  hash: string,
  today: string,
  subjects: readonly string[],
): CustodyEvent {
  switch (act) {
    case 'assign':
      return { type: 'core.retention-assigned', data: { class: name, from: from ?? today } }
    case 'restrict':
      return { type: 'core.case-restricted', data: { ground } }
    case 'lift':
      return { type: 'core.restriction-lifted', data: { ground } }
    case 'erase':
      return { type: 'core.personal-data-erased', data: { subjects, ground } }
    case 'prune':
      return { type: 'core.case-pruned', data: { until: version, head: hash, ground } }
  }
}
