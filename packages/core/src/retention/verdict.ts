import type { Actor } from '../access/actor.js'
import { type Reason, reason } from '../access/reason.js'
import { isErased } from '../case/custody.js'
import type { AnyRecord } from '../case/record.js'
import { wholeCase } from '../case/sealed.js'
import type { WiredKind } from '../case/wire.js'
import { coreErrors } from '../errors.js'
import type { CustodyInput } from './change-custody.js'
import { recordsOfficer } from './retention.js'
import { stageDate } from './stages.js'

/** The local dates that a verdict compares with. */
export interface CustodyDays {
  readonly today: string
  /** When the case last went on. */
  readonly lastWorked: string
}

export type CustodyAct = 'assign' | 'restrict' | 'lift' | 'erase' | 'prune'

/**
 * Refuses an act on the records of a case that its reader may not do, or not now.
 *
 * @throws COMMAND_NOT_ALLOWED, RETENTION_CLASS_UNKNOWN, PERSON_UNKNOWN
 */
export function askCustody(
  act: CustodyAct,
  kind: WiredKind,
  record: AnyRecord,
  input: CustodyInput,
  actor: Actor,
  days: CustodyDays,
): void {
  const isKeeper =
    actor.kind === 'system' || (actor.kind === 'officer' && actor.roles.includes(recordsOfficer))
  const refused = isKeeper ? untimely(act, kind, record, input, actor, days) : notKeeper
  if (refused !== undefined)
    throw coreErrors.COMMAND_NOT_ALLOWED({ command: `retention.${act}`, reasons: [refused] })
  const rules = kind.profile(record.rules)
  const { class: name } = input
  if (name !== undefined && !Object.hasOwn(rules.retention ?? {}, name)) {
    const known = Object.keys(rules.retention ?? {})
    throw coreErrors.RETENTION_CLASS_UNKNOWN({ class: name, rules: rules.id, known })
  }
  const { person } = input
  if (person === undefined) return
  const persons = kind.personal?.persons(record.state) ?? []
  if (!persons.some((one) => one.person === person))
    throw coreErrors.PERSON_UNKNOWN({ id: record.id, person })
}

function untimely(
  act: CustodyAct,
  kind: WiredKind,
  record: AnyRecord,
  { from, ground, person = wholeCase }: CustodyInput,
  actor: Actor,
  { today, lastWorked }: CustodyDays,
): Reason | undefined {
  const { custody } = record
  const due = (stage: 'erase' | 'prune') => {
    const on = stageDate(custody, kind.profile(record.rules), stage)
    return ground === 'legalOrder' || (on !== undefined && on <= today)
  }
  const isOpen = kind.inbox(record.state).open
  switch (act) {
    case 'assign':
      if (isOpen) return caseOpen
      if (from !== undefined && from > today) return notYet
      // Only the host knows better, of what it has imported: nobody ends a period by dating it back.
      if (from !== undefined && from < lastWorked && actor.kind !== 'system') return tooEarly
      return isErased(custody) ? erased : undefined
    case 'restrict':
      // An open matter must not be stopped in this way.
      return isOpen ? caseOpen : custody.restricted || isErased(custody) ? restricted : undefined
    case 'lift':
      return custody.restricted ? undefined : notRestricted
    case 'erase':
      if (isOpen) return caseOpen
      if (isErased(custody) || custody.erased.includes(person)) return erased
      return due('erase') ? undefined : periodRuns
    case 'prune':
      if (!isErased(custody)) return notErased
      return due('prune') ? undefined : periodRuns
  }
}

const notKeeper = reason(
  'NOT_RECORDS_OFFICER',
  `only the system or a ${recordsOfficer} may do this`,
  '只有系统或档案人员可以操作',
)
const caseOpen = reason('CASE_OPEN', 'the case is open', '该事项尚未办结')
const notYet = reason('NOT_YET', 'the day lies in the future', '日期尚未到来')
const tooEarly = reason('FROM_TOO_EARLY', 'the case went on after that day', '该日期早于最后一次办理行为')
const restricted = reason('RESTRICTED', 'it is restricted or erased already', '已限制处理或已删除')
const notRestricted = reason('NOT_RESTRICTED', 'it is not restricted', '未处于限制处理状态')
const erased = reason('ERASED', 'it is erased already', '已删除')
const notErased = reason('NOT_ERASED', 'its personal data is not erased', '个人信息尚未删除')
const periodRuns = reason(
  'PERIOD_RUNS',
  'its retention period has not ended, or no class says when it ends; restrict it instead',
  '保存期限未届满或未确定，可先限制处理',
  '个人信息保护法 Art. 47 ¶2, 72 ¶2',
)
