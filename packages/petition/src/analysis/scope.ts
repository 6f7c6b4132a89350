import { type Actor, coreErrors, type Directory, isPlatformError } from '@redress/core'
import { petitionRoles } from '../matter/roles.js'
import { analysisErrors } from './errors.js'

/** The units whose work is counted in an answer. */
export interface Scope {
  /** The unit at its head; undefined for a whole organisation with several. */
  readonly root: string | undefined
  /** That unit, those below it, and those whose work came to them; undefined for every unit, also those that have ended. */
  readonly units: ReadonlySet<string> | undefined
}

/** Who asks, read once: what a caller changes afterwards changes nothing. */
export interface Asker {
  readonly kind: Actor['kind']
  readonly unit: string
  readonly roles: readonly string[]
}

/** @throws ACTOR_INVALID */
export function readAsker(by: Actor): Asker {
  const fail = (reason: string) => coreErrors.ACTOR_INVALID({ reason })
  try {
    if (typeof by !== 'object' || by === null) throw fail('it is not an object')
    if (by.kind !== 'officer') return { kind: by.kind, unit: '', roles: [] }
    const { unit, roles } = by
    if (typeof unit !== 'string' || !Array.isArray(roles)) throw fail('unit and roles must be given')
    return { kind: 'officer', unit, roles: Array.from(roles, String) }
  } catch (error) {
    throw isPlatformError(error) ? error : fail('reading it failed')
  }
}

const duties: ReadonlySet<string> = new Set(Object.values(petitionRoles))

/**
 * Whose statistics somebody may see: staff with a duty in petitions those of the own unit and the units below it; a petition office those
 * of the territory that it serves; the system all. Nobody else any: what is for everybody is published.
 *
 * @throws ANALYSIS_NOT_ALLOWED, ANALYSIS_UNIT_ELSEWHERE, UNIT_UNKNOWN
 */
export function scopeOf(asker: Asker, wanted: string | undefined, directory: Directory): Scope {
  if (asker.kind === 'system') return scopeBelow(wanted, directory)
  if (asker.kind !== 'officer' || !asker.roles.some((role) => duties.has(role)))
    throw analysisErrors.ANALYSIS_NOT_ALLOWED()
  const own = directory.get(asker.unit)
  const top = own.type === 'petitionOffice' ? (own.parent ?? own.id) : own.id
  const root = wanted ?? top
  directory.get(root)
  if (!directory.isWithin(root, top)) throw analysisErrors.ANALYSIS_UNIT_ELSEWHERE({ unit: root })
  return scopeBelow(root, directory)
}

/** A unit with all below it; without one, the whole organisation. @throws UNIT_UNKNOWN */
export function scopeBelow(wanted: string | undefined, directory: Directory): Scope {
  if (wanted === undefined) {
    const [root, ...others] = directory.roots()
    return { root: others.length === 0 ? root?.id : undefined, units: undefined }
  }
  directory.get(wanted)
  const ids = directory.subtree(wanted).flatMap((id) => [id, ...directory.predecessors(id)])
  return { root: wanted, units: new Set(ids) }
}

/**
 * The unit directly below the head of a scope to which a unit belongs: how a city looks at its counties. A unit that has ended belongs
 * where its work went; one that is outside stays itself.
 */
export function branchOf(unit: string, { root }: Scope, directory: Directory): string {
  const today = directory.successors(unit)[0]?.id ?? unit
  const line = [today, ...directory.reportingChain(today).map(({ id }) => id)]
  const head = root === undefined ? line.length - 1 : line.indexOf(root)
  return head < 0 ? unit : (line[Math.max(head - 1, 0)] ?? unit)
}
