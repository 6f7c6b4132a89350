import { createPlatform, keysOf, memoryStore, type Store, type SystemActor } from '@redress/core'
import { petition } from '@redress/petition'
import { now } from '../clock.js'
import type { Contender } from '../life-cycle.js'
import { bodies, units } from '../organization.js'

const host: SystemActor = { kind: 'system', id: 'bench' }

/** The platform as a host makes it, with the complaint of the petition plugin and nothing left out. */
export async function redress(store: Store = memoryStore(), clock: () => number = now) {
  const platform = createPlatform({
    store,
    plugins: [petition()],
    keys: keysOf({ bench: 'b'.repeat(64) }),
    now: clock,
  })
  await platform.organizations.open(units, host)
  for (const { unit, desk, handler } of bodies) {
    await platform.organizations.appoint({ unit, person: desk.id, roles: desk.roles }, host)
    await platform.organizations.appoint({ unit, person: handler.id, roles: handler.roles }, host)
    await platform.organizations.appoint({ unit, person: `head-${unit}`, roles: ['head'] }, host)
  }
  const { complaint } = platform.petition
  const contender: Contender = { lifeCycle: complaint, read: (id) => complaint.get(id, host) }
  return { platform, contender }
}
