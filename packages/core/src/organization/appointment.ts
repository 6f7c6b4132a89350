import { coreErrors } from '../errors.js'
import { requireLasting, requireOpen } from './checks.js'
import type { DismissPerson, RevokeResponsibility } from './commands.js'
import type { OrganizationEvent } from './events.js'
import type { Facts } from './facts.js'
import { entryAt, SINCE_EVER, type Timeline } from './timeline.js'
import type { Post, Responsibility } from './unit.js'

export function decideAppointment(facts: Facts, posts: readonly Post[]): readonly OrganizationEvent[] {
  const order = orderOfDays()
  for (const { unit, person, from } of posts) {
    requireKnown(facts, unit, from)
    order(unit, [unit, person], facts.posts.get(unit)?.get(person), from)
  }
  return posts.map((post) => ({ type: 'core.person-appointed', data: { post } }))
}

export function decideDismissal(facts: Facts, data: DismissPerson): readonly OrganizationEvent[] {
  const { unit, person, on } = data
  const timeline = facts.posts.get(unit)?.get(person) ?? []
  if (entryAt(timeline, on)?.value === undefined) throw coreErrors.POST_UNKNOWN({ unit, person })
  orderOfDays()(unit, [unit, person], timeline, on)
  return [{ type: 'core.person-dismissed', data }]
}

export function decideAssignment(
  facts: Facts,
  rows: readonly Responsibility[],
): readonly OrganizationEvent[] {
  const order = orderOfDays()
  for (const { matter, area, unit, from } of rows) {
    requireKnown(facts, area, from)
    requireKnown(facts, unit, from)
    order(area, [area, matter], facts.responsibilities.get(area)?.get(matter), from)
  }
  return rows.map((responsibility) => ({ type: 'core.responsibility-assigned', data: { responsibility } }))
}

export function decideRevocation(facts: Facts, data: RevokeResponsibility): readonly OrganizationEvent[] {
  const { matter, area, on } = data
  const timeline = facts.responsibilities.get(area)?.get(matter) ?? []
  if (entryAt(timeline, on)?.value === undefined)
    throw coreErrors.RESPONSIBILITY_UNKNOWN({ matter, area, on })
  orderOfDays()(area, [area, matter], timeline, on)
  return [{ type: 'core.responsibility-revoked', data }]
}

/** Without a first day the row holds since ever, and shows as long as the unit is open. */
function requireKnown(facts: Facts, unit: string, from: string | undefined): void {
  if (from !== undefined) return void requireOpen(facts, unit, from)
  requireLasting(facts, unit, facts.units.get(unit)?.timeline[0]?.on ?? SINCE_EVER)
}

/** Checks that the rows of one key come in the order of their days, also within one list. */
function orderOfDays() {
  const pending = new Map<string, string>()
  return (
    unit: string,
    key: readonly string[],
    known: Timeline<unknown> | undefined,
    on = SINCE_EVER,
  ): void => {
    const name = JSON.stringify(key)
    const last = pending.get(name) ?? known?.at(-1)?.on ?? SINCE_EVER
    if (on < last) throw coreErrors.ORGANIZATION_CHANGE_BACKDATED({ unit, on, last })
    pending.set(name, on)
  }
}
