import { type Actor, type FailedCase, type PluginHost, system } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import { followSeals, type Sealable } from './about-case.js'
import { requireRule } from './access.js'
import { requireActor } from './actor.js'
import type { SupervisionSweep } from './api.js'
import type { Escalations } from './escalation/escalations.js'
import type { FoundTrigger } from './finding/finding.js'
import type { Findings } from './finding/findings.js'
import type { Supervisable } from './subject.js'

/** Brings up to date what must not wait for anybody to ask. */
export function createSweep(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  sealables: readonly Sealable[],
  escalations: Escalations,
  findings: Findings,
): (by: Actor) => Promise<SupervisionSweep> {
  return async (by) => {
    await requireActor(host, by)
    requireRule(system, 'sweep', by, await host.directory())
    const unsealed = await followSeals(host, kinds, sealables, { open: true })
    const { notices, untold, failed } = await escalations.record()
    const counts = { late: 0, notReported: 0, procedure: 0, shirking: 0, notExecuted: 0 } satisfies Record<
      FoundTrigger,
      number
    >
    // A case that cannot be looked at fails in each of the three.
    const all = new Map<string, FailedCase>([...unsealed, ...failed].map((one) => [one.id, one]))
    let cursor: string | undefined
    do {
      const page = await findings.page({ limit: 200, cursor }, by)
      for (const { trigger } of page.findings) counts[trigger] += 1
      for (const one of page.failed) all.set(one.id, one)
      cursor = page.next
    } while (cursor !== undefined)
    return { told: notices, untold, findings: counts, failed: [...all.values()] }
  }
}
