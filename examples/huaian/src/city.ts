import { createPlatform, memoryStore, type Platform } from '@redress/core'
import { countedRandom } from '@redress/core/testing'
import { type PetitionPlugin, petition } from '@redress/petition'
import { rulesOf2022 } from './calendar.js'
import { type VirtualClock, virtualClock } from './clock.js'
import { dutiesOfHuaian } from './duties.js'
import { staffOf } from './staff.js'
import { unitsOfHuaian } from './units.js'

export type HuaianPlatform = Platform<readonly [PetitionPlugin]>

export interface City {
  readonly platform: HuaianPlatform
  readonly clock: VirtualClock
}

/** The host itself: it sets up the organisation and reads everything for the report. */
export const host = { kind: 'system', id: 'huaian' } as const

/** A platform with the organisation of Huai'an on a day: every unit, its staff, and who answers for what. */
export async function foundCity(on: string): Promise<City> {
  const clock = virtualClock(on)
  const platform = createPlatform({
    store: memoryStore(),
    plugins: [petition({ rules: rulesOf2022() })],
    now: clock.now,
    // Ids, numbers and codes that repeat, so that two runs print the same. A real host leaves it out.
    random: countedRandom(),
  })
  const units = unitsOfHuaian()
  await platform.organizations.open(units, host)
  await platform.organizations.appoint(staffOf(units), host)
  await platform.organizations.assignResponsibility(dutiesOfHuaian(), host)
  return { platform, clock }
}
