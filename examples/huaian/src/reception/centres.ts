import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import { city, counties, placeName } from '../units.js'

/** Which departments staff a window, beside the petition office itself. */
const windows = [
  ['human-resources', '劳动社保'],
  ['housing', '住房城建'],
  ['natural-resources', '土地征收'],
  ['justice', '法律援助'],
] as const

/** The window that takes whoever names none. */
export const generalWindow = '1'

/** Where the city and its counties receive people. */
export const receptionPlaces: readonly string[] = [city, ...counties]

/** Opens the joint reception centre of the city and of each county: the offices are real, the windows invented. */
export async function openCentres(platform: HuaianPlatform): Promise<void> {
  for (const place of receptionPlaces) {
    const unit = `${place}/petition`
    const desk = await officerOf(platform, unit, 'petitionOfficer')
    await platform.petition.receptionCentre.centre.open(
      {
        unit,
        name: `${placeName(place, 'zh')}联合接访中心`,
        nameEn: `Joint Reception Centre of ${placeName(place, 'en')}`,
        address: '信访局一楼接待大厅',
        help: ['wheelchair', 'scribe', 'largePrint'],
        windows: [
          { window: generalWindow, name: '综合', unit, services: ['登记', '查询'], appointments: 6 },
          ...windows.map(([department, name], n) => ({
            window: String(n + 2),
            name,
            unit: `${place}/${department}`,
            services: [],
            appointments: 4,
          })),
        ],
      },
      desk,
    )
  }
}

/** The id of the centre that an office runs. */
export async function centreOf(platform: HuaianPlatform, office: string): Promise<string> {
  const known = centres.get(platform) ?? (await findCentres(platform))
  centres.set(platform, known)
  const centre = known.get(office)
  if (centre === undefined) throw new Error(`'${office}' runs no reception centre.`)
  return centre
}

/** Centres stay where they are, so each platform looks for them once. */
const centres = new WeakMap<HuaianPlatform, ReadonlyMap<string, string>>()

async function findCentres({ cases }: HuaianPlatform): Promise<ReadonlyMap<string, string>> {
  const officer = { kind: 'system', id: 'huaian' } as const
  const { items } = await cases.find({ kind: 'petition.centre', limit: 200 }, officer)
  return new Map(items.map(({ unit, id }) => [unit, id]))
}
