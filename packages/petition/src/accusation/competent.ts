import {
  type Accused,
  type Directory,
  headRole,
  isAccusedUnit,
  type Reason,
  reason,
  type Unit,
} from '@redress/core'
import type { AccusationPolicy } from './policy.js'

/** A body that may take an accusation: it exists, and the case does not accuse it. */
export interface CompetentBody {
  readonly unit: string
  readonly name: string
  /** A body whose duty accusations are (纪检监察机关), or another one above the accused (有权处理的机关、单位). */
  readonly as: 'discipline' | 'superior'
  /** Why it is proposed. */
  readonly reasons: readonly Reason[]
}

const law = '信访工作条例 2022'
const nearest = reason(
  'NEAREST',
  'the body nearest to the accused whose duty accusations are',
  '距被检举控告对象最近的纪检监察机关',
  `${law} Art. 22 ¶2`,
)
const nextHigher = reason(
  'NEARER_IS_ACCUSED',
  'every nearer one is accused, is headed by somebody accused, or stands below such a unit',
  '更近的机关系被检举控告对象、由其负责或者为其下级',
  `${law} Art. 30 ¶3`,
)
const higher = reason('HIGHER', 'a higher one than the nearest', '更高一级机关', `${law} Art. 22 ¶2`)
const above = reason(
  'ABOVE_THE_ACCUSED',
  'another body above the accused',
  '被检举控告对象的上级有权处理机关、单位',
  `${law} Art. 30 ¶1`,
)

/**
 * The bodies that may take an accusation, nearest first. Officers decide by their authority over the accused (管理权限), which no
 * organisation chart holds; this is what the chart says.
 *
 * @param near the unit whose body it is where nobody is accused by name
 */
export function competentBodies(
  accused: Accused,
  near: string | undefined,
  { bodies }: AccusationPolicy,
  directory: Directory,
): readonly CompetentBody[] {
  const accusedUnits = unitsOf(accused, directory)
  const starts = accusedUnits.length > 0 || near === undefined ? accusedUnits : heirs([near], directory)
  const types = bodies.map(({ type }) => type)
  const lists = starts.map((start) => upwards(start, accused, types, directory))
  const [first = [], ...others] = lists
  // It goes there as a whole: who takes it answers for all whom it accuses.
  return first.filter(({ unit }) => others.every((list) => list.some((one) => one.unit === unit)))
}

/** The units of the accused today: those named, those that accused persons head or headed, those where they have posts. */
function unitsOf({ persons, units, since }: Accused, directory: Directory): readonly string[] {
  const headed = persons.flatMap((person) => directory.unitsSince(person, headRole, since ?? directory.on))
  const posts = persons.flatMap((person) => directory.postsOf(person).map(({ unit }) => unit))
  return heirs([...units, ...headed, ...posts], directory)
}

const heirs = (units: readonly string[], directory: Directory): readonly string[] => [
  ...new Set(units.flatMap((unit) => directory.successors(unit).map(({ id }) => id))),
]

/** From one unit up the territorial line: at each level the bodies of the types, and in the end the nearest other ones above. */
function upwards(
  start: string,
  accused: Accused,
  types: readonly string[],
  directory: Directory,
): readonly CompetentBody[] {
  const isFree = ({ id }: Unit): boolean => !isAccusedUnit(id, accused, directory)
  const found = new Map<string, CompetentBody>()
  const add = ({ id, name }: Unit, as: CompetentBody['as'], why: Reason) => {
    if (!found.has(id)) found.set(id, { unit: id, name, as, reasons: [why] })
  }

  let why: Reason = nearest
  for (const level of [directory.get(start), ...directory.reportingChain(start)]) {
    const here = [level, ...directory.children(level.id)]
    const there = types.flatMap((type) => here.filter((one) => one.type === type))
    const free = there.filter(isFree)
    for (const body of free) add(body, 'discipline', why)
    if (found.size > 0) why = higher
    else if (there.length > 0) why = nextHigher
  }
  const isOther = (unit: Unit): boolean => isFree(unit) && !types.includes(unit.type)
  const next = directory.nextHigher(start).filter(isOther)
  const others = next.length > 0 ? next : directory.reportingChain(start).filter(isOther).slice(0, 1)
  for (const body of others) add(body, 'superior', above)
  return [...found.values()]
}
