import { type Amounts, sumOf } from '../count/line.js'
import type { Desk } from '../desk.js'

/** 督办、督查与三项建议 that the units of a scope opened or made, in numbers of acts (信访工作条例 2022 Art. 40, 41 (2)–(3)). */
export interface SupervisionFigures {
  /** 督办 */
  readonly supervisions: number
  readonly supervisionsClosed: number
  /** 督查 */
  readonly inspections: number
  /** 改进工作建议 */
  readonly improveWork: number
  /** 完善政策建议 */
  readonly improvePolicy: number
  /** 追究责任建议 */
  readonly pursueResponsibility: number
  /** Proposals to which the body has answered in writing. */
  readonly answered: number
  /** Proposals that were adopted, wholly or in part. */
  readonly adopted: number
}

/** What the supervision of the plugin has counted; what accuses anybody is in a table that is not read here. */
export async function supervisionOf({ host, scope }: Desk, months: readonly string[]) {
  let isComplete = true
  const sumFor = async (kind: string): Promise<Amounts> => {
    const result = await host.tally(kind, { by: 'opener', periods: months })
    isComplete &&= result.isComplete
    const own = result.lines.filter(({ of }) => scope.units === undefined || scope.units.has(of))
    return sumOf(own.map(({ amounts }) => amounts))
  }
  const matters = await sumFor('petition.supervision')
  const proposals = await sumFor('petition.proposal')
  const inspections = await sumFor('petition.inspection')
  const figures: SupervisionFigures = {
    supervisions: matters.opened ?? 0,
    supervisionsClosed: matters.closed ?? 0,
    inspections: inspections.inspections ?? 0,
    improveWork: proposals['type:improveWork'] ?? 0,
    improvePolicy: proposals['type:improvePolicy'] ?? 0,
    pursueResponsibility: proposals['type:pursueResponsibility'] ?? 0,
    answered: proposals.answered ?? 0,
    adopted: (proposals['uptake:adopted'] ?? 0) + (proposals['uptake:partly'] ?? 0),
  }
  return { figures, isComplete }
}
