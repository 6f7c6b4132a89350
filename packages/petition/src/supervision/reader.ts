import { type Actor, anyOf, anyOfficer, type PluginHost, parseInput, system } from '@redress/core'
import type * as z from 'zod'
import type { PetitionEvent } from '../events.js'
import { requireRule } from './access.js'
import { requireActor } from './actor.js'
import { supervisionOf } from './defaults.js'
import type { RulesAtHand } from './rules-at-hand.js'

const staff = anyOf(system, anyOfficer())

/** Reads a query of a member of staff; one who names no unit means what the own unit supervises. */
export type ReadQuery = <Query extends { readonly unit?: string | undefined }>(
  what: string,
  schema: z.ZodType<Query>,
  query: unknown,
  by: Actor,
) => Promise<Query>

export function queryReader(host: PluginHost<PetitionEvent>, rules: RulesAtHand): ReadQuery {
  return async (what, schema, query, by) => {
    await requireActor(host, by)
    const directory = await host.directory()
    requireRule(staff, what, by, directory)
    const parsed = parseInput(`petition.supervision.${what}`, schema, query)
    if (by.kind !== 'officer' || parsed.unit !== undefined) return parsed
    const own = directory.unit(by.unit)
    const today = rules.today()
    const offices = today === undefined ? [] : supervisionOf(today).offices
    // An office looks at what its government stands above.
    const unit = own?.parent !== undefined && offices.includes(own.type) ? own.parent : by.unit
    return { ...parsed, unit }
  }
}
