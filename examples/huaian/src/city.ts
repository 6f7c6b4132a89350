import { createPlatform, type Keys, type Platform, type RandomSource, type Store } from '@redress/core'
import { countedRandom } from '@redress/core/testing'
import { attemptLimit, type PetitionPlugin, petition } from '@redress/petition'
import { rulesOf2022 } from './calendar.js'
import { type VirtualClock, virtualClock } from './clock.js'
import { dutiesOfHuaian } from './duties.js'
import type { Press } from './press.js'
import { staffOf } from './staff.js'
import { unitsOfHuaian } from './units.js'

export type HuaianPlatform = Platform<readonly [PetitionPlugin]>

export interface City {
  readonly platform: HuaianPlatform
  readonly clock: VirtualClock
  readonly store: Store
  readonly keys: Keys
  /** Who signs the log, if anybody does. */
  readonly press: Press | undefined
}

/** The host itself: it sets up the organisation and reads everything for the report. */
export const host = { kind: 'system', id: 'huaian' } as const

/** A platform with the organisation of Huai'an on a day: every unit, its staff, and who answers for what. */
export async function foundCity(on: string, store: Store, keys: Keys, press?: Press): Promise<City> {
  // Ids, numbers and codes that repeat, so that two runs print the same. A real host leaves it out.
  const city = openCity(on, store, keys, press, countedRandom())
  const { organizations } = city.platform
  const units = unitsOfHuaian()
  await organizations.open(units, host)
  await organizations.appoint(staffOf(units), host)
  await organizations.assignResponsibility(dutiesOfHuaian(), host)
  return city
}

/** The platform on a store that may hold the city already. */
export function openCity(on: string, store: Store, keys: Keys, press?: Press, random?: RandomSource): City {
  return onStore(virtualClock(on), store, keys, press, random)
}

/** The same city under other keys: what the next process would open. */
export const withKeys = ({ clock, store, press }: City, keys: Keys): City =>
  onStore(clock, store, keys, press)

/** So many codes may be tried from one address in ten minutes. */
export const triesOfCodes = 5

function onStore(
  clock: VirtualClock,
  store: Store,
  keys: Keys,
  press: Press | undefined,
  random?: RandomSource,
): City {
  const mayTrack = attemptLimit({ attempts: triesOfCodes, windowMs: 600_000, now: clock.now })
  const plugins = [petition({ rules: rulesOf2022(), mayTrack })] as const
  const { now } = clock
  const platform = createPlatform({ store, plugins, keys, now, random, signer: press?.signer })
  return { platform, clock, store, keys, press }
}
