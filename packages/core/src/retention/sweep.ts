import { type Actor, systemActor } from '../access/actor.js'
import { notSystem } from '../access/rules.js'
import { kindOf } from '../case/any-case.js'
import type { Engine } from '../case/engine.js'
import { loadFresh } from '../case/load.js'
import { dateText } from '../clock/local-date.js'
import { coreErrors } from '../errors.js'
import { inboxView } from '../inbox/row.js'
import type { RowPlace } from '../store/port.js'
import { changeCustody } from './change-custody.js'
import type { SweepReport } from './retention.js'
import { nextStage, type Stage } from './stages.js'

const pageSize = 200
const counted = { restrict: 'restricted', erase: 'erased', prune: 'pruned' } as const

/** Does what has come due, case by case; one that fails takes no other with it. */
export async function sweep(engine: Engine, actor: Actor): Promise<SweepReport> {
  if (actor.kind !== 'system')
    throw coreErrors.COMMAND_NOT_ALLOWED({ command: 'retention.sweep', reasons: [notSystem] })
  await engine.ready()
  const report = { restricted: 0, erased: 0, pruned: 0 }
  const failed: { readonly id: string; readonly error: unknown }[] = []
  let after: RowPlace | undefined
  do {
    const page = await engine.store.find(inboxView.name, {
      range: { field: 'custodyAt', below: engine.now() + 1 },
      sort: { field: 'custodyAt' },
      ...(after === undefined ? {} : { after }),
      limit: pageSize,
    })
    for (const { key: id } of page.rows) {
      try {
        // More than one stage can be behind: a timer that stood still for years has all of them to do.
        for (
          let stage = await stageDue(engine, id);
          stage !== undefined;
          stage = await stageDue(engine, id)
        ) {
          await changeCustody(engine, stage, id, { ground: 'retentionExpired' }, systemActor)
          report[counted[stage]]++
          if (stage === 'prune') break
        }
      } catch (error) {
        failed.push({ id, error })
      }
    }
    after = page.next
  } while (after !== undefined)
  return { ...report, failed }
}

async function stageDue(engine: Engine, id: string): Promise<Stage | undefined> {
  const kind = await kindOf(engine, id)
  const record = await loadFresh(engine, kind, id)
  const rules = kind.profile(record.rules)
  const next = nextStage(record.custody, rules)
  const today = dateText(engine.calendarOf(rules).dayOf(engine.now()))
  return next !== undefined && next.on <= today ? next.stage : undefined
}
