import * as z from 'zod'
import { type Actor, actorRef } from '../access/actor.js'
import { readableCase } from '../case/any-case.js'
import { prepareCommit, settleCommit } from '../case/commit.js'
import { instantFor, instantText } from '../case/context.js'
import type { CustodyEvent } from '../case/custody.js'
import { type Engine, mostAttempts } from '../case/engine.js'
import { type InputSchema, parseInput } from '../case/input.js'
import { wholeCase } from '../case/sealed.js'
import { dateText } from '../clock/local-date.js'
import { isPlatformError } from '../errors.js'
import type { Commit } from '../store/port.js'
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
  // What is no text is not found; it has no turn to wait for.
  await engine.turns.take(typeof id === 'string' ? id : '', async () => {
    for (let attempt = 1; ; attempt++) {
      const [kind, record] = await readableCase(engine, id, actor)
      const instant = instantFor(engine, record)
      const today = dateText(engine.calendarOf(kind.profile(record.rules)).dayOf(instant))
      askCustody(act, kind, record, input, actor, today)

      const subjects = [input.person ?? wholeCase]
      const cells = act === 'erase' ? await erasure(engine, kind, record, subjects) : []
      const event = eventOf(act, input, record.version, record.hash, today, subjects)
      const stamp = { at: instantText(instant), by: actorRef(actor) }
      const more: Omit<Commit, 'streams' | 'rows'> =
        act === 'prune' ? { prune: [{ stream: id, until: record.version }] } : { cells }
      const prepared = prepareCommit(engine, [{ kind, record, events: [event] }], stamp, more)
      const { rows } = prepared.commit
      const commit =
        act === 'prune'
          ? { ...prepared.commit, rows: rows.map((one) => ({ ...one, row: null })) }
          : prepared.commit
      try {
        const result = await engine.store.commit(commit)
        if ('events' in result) settleCommit(engine, prepared, result.events)
        engine.vault?.forget(id)
        return
      } catch (error) {
        const lost = isPlatformError(error) && error.code === 'VERSION_CONFLICT'
        if (!lost || attempt >= mostAttempts) throw error
      }
    }
  })
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
