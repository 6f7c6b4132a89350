import { createPlatform, type Keys, type Platform, type RandomSource, type Store } from '@redress/core'
import { countedRandom } from '@redress/core/testing'
import { attemptLimit, memoryAttachments, type PetitionPlugin, petition } from '@redress/petition'
import { rulesOf2022 } from './calendar.js'
import { type VirtualClock, virtualClock } from './clock.js'
import { demonstrationCouriers } from './couriers.js'
import { dutiesOfHuaian } from './duties.js'
import { channels } from './online/channels.js'
import { publications } from './online/publications.js'
import type { Press } from './press.js'
import { openCentres } from './reception/centres.js'
import { staffOf } from './staff.js'
import { marksBursts } from './suggestions/bursts.js'
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

/** A platform with the organisation of Huai'an on a day: every unit, its staff, who answers for what, and the reception centres. */
export async function foundCity(on: string, store: Store, keys: Keys, press?: Press): Promise<City> {
  // Ids, numbers and codes that repeat, so that two runs print the same. A real host leaves it out.
  const city = openCity(on, store, keys, press, countedRandom())
  const { organizations } = city.platform
  const units = unitsOfHuaian()
  await organizations.open(units, host)
  await organizations.appoint(staffOf(units), host)
  await organizations.assignResponsibility(dutiesOfHuaian(), host)
  await openCentres(city.platform)
  await city.platform.tallies.update()
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
  const { now } = clock
  const plugins = [
    petition({
      rules: rulesOf2022(),
      mayTrack: attemptLimit({ attempts: triesOfCodes, windowMs: 600_000, now }),
      couriers: demonstrationCouriers,
      maySupport: marksBursts(now),
      // A host keeps files where they last.
      onlineCentre: { channels, publications, attachments: { store: memoryAttachments() } },
    }),
  ] as const
  const platform = createPlatform({ store, plugins, keys, now, random, signer: press?.signer })
  return { platform, clock, store, keys, press }
}
