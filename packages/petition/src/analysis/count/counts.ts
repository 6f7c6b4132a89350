import type { CaseRecord, CaseTally, Count, TallyContext } from '@redress/core'
import type { Complaint } from '../../complaint/state.js'
import { isNobody } from '../../matter/checks.js'
import type { PetitionPolicy } from '../../rules/policy.js'
import { accusationLines } from './accusation-counts.js'
import { clockFacts, runningClocks } from './clock-facts.js'
import { caseFacts, type Fact, handlingUnit, isRepeat, unitFacts } from './facts.js'
import { type Amounts, addTo, lineOf, unstated } from './line.js'
import { monthOf, weekOf } from './period.js'

/**
 * What a complaint adds to the statistics: by month, and what was received by ISO week as well. An accusation adds nothing but to the
 * table of accusations.
 */
export const complaintTally: CaseTally<Complaint, PetitionPolicy> = {
  version: 1,
  counts: (record, context) =>
    isSealed(record.state) ? sealedCounts(record.state) : openCounts(record, context),
}

const sealedCounts = ({ receivedOn, delivered }: Complaint): readonly Count[] =>
  accusationLines(receivedOn, delivered[0]?.deliveredOn ?? null)

const isSealed = ({ class: ofClass, confidentiality, accused }: Complaint): boolean =>
  ofClass === 'accusation' || confidentiality === 'sealedAccusation' || !isNobody(accused)

/** What is open now, without a period: under the day on which each duty ends, whenever that is. */
export const openTable = 'open'
export const openPeriod = 'open'

function openCounts(record: CaseRecord<Complaint>, context: TallyContext<PetitionPolicy>): readonly Count[] {
  const { state, clocks } = record
  const sheet = new Map<string, Count & { readonly amounts: Record<string, number> }>()
  const add = (period: string, by: string, of: string, amounts: Amounts) => {
    const key = JSON.stringify([period, by, of])
    const line = sheet.get(key) ?? { period, by, of, amounts: {} }
    addTo(line.amounts, amounts)
    sheet.set(key, line)
  }
  const area = state.area ?? unstated
  const matter = state.matter ?? unstated
  const addFact = (unit: string, { on, amounts }: Fact) => {
    const month = monthOf(on)
    add(month, 'unit', unit, amounts)
    add(month, 'area', lineOf(unit, [area]), amounts)
    add(month, 'matter', lineOf(unit, [matter]), amounts)
    add(month, 'channel', lineOf(unit, [state.channel]), amounts)
    add(month, 'class', lineOf(unit, [state.class ?? unstated]), amounts)
  }

  const unit = handlingUnit(state)
  for (const fact of caseFacts(state, clocks)) {
    addFact(unit, fact)
    add(monthOf(fact.on), 'receivedBy', state.receivedBy, fact.amounts)
  }
  for (const fact of [...unitFacts(state), ...clockFacts(record, context)]) addFact(fact.unit, fact)

  const received = { received: 1, ...(isRepeat(state) ? { repeats: 1 } : {}) }
  const week = weekOf(state.receivedOn)
  add(monthOf(state.receivedOn), 'area×matter', lineOf(unit, [area, matter]), received)
  add(week, 'unit', unit, received)
  add(week, 'area', lineOf(unit, [area]), received)
  add(week, 'matter', lineOf(unit, [matter]), received)
  add(week, 'area×matter', lineOf(unit, [area, matter]), received)

  if (!closed.has(state.status))
    add(openPeriod, openTable, state.unit, {
      [`status:${state.status}`]: 1,
      [`since:${monthOf(state.receivedOn)}`]: 1,
    })
  for (const { unit: owner, name } of runningClocks(record, context))
    add(openPeriod, openTable, owner, { [name]: 1 })
  return [...sheet.values()]
}

const closed: ReadonlySet<Complaint['status']> = new Set([
  'completed',
  'ended',
  'routedOut',
  'notAccepted',
  'merged',
  'withdrawn',
])
