import type { Unit } from '@redress/core'
import departmentData from '../data/departments.json' with { type: 'json' }
import unitData from '../data/units.json' with { type: 'json' }

/** A department as the city has it; most have a branch in each county, some a station in each township. */
export interface Department {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly matters: readonly string[]
  readonly countyLevel: boolean
  readonly townshipLevel?: boolean
}

interface Place {
  readonly code: string
  readonly name: string
  readonly en: string
}

export const departments: readonly Department[] = departmentData.departments
export const city = 'huaian'

/** What the township stations of these departments are called. */
const stations: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  police: ['派出所', 'Police Station'],
  justice: ['司法所', 'Justice Office'],
  'natural-resources': ['自然资源所', 'Natural Resources Office'],
  water: ['水利站', 'Water Station'],
  market: ['市场监督管理分局', 'Market Regulation Office'],
  tax: ['税务分局', 'Tax Office'],
}

/** Every unit: on the territorial line the governments, on the departmental line each department with its branches. */
export function unitsOfHuaian(): readonly Unit[] {
  const { city: top, counties } = unitData
  const units: Unit[] = [government(city, { ...top, code: '320800' }, 'city')]
  for (const one of departments) units.push(department(one, city, top, 'city'))
  for (const county of counties) {
    const countyId = `${city}/${slugOf(county)}`
    units.push({ ...government(countyId, county, 'county'), parent: city })
    for (const one of departments.filter((each) => each.countyLevel)) {
      units.push({ ...department(one, countyId, county, 'county'), superior: `${city}/${one.id}` })
    }
    for (const township of county.townships) {
      const id = `${countyId}/${slugOf(township)}`
      units.push({ ...government(id, township, 'township'), parent: countyId })
      for (const one of departments.filter((each) => each.townshipLevel === true)) {
        units.push({ ...department(one, id, township, 'township'), superior: `${countyId}/${one.id}` })
      }
    }
  }
  return units
}

/** Which unit is at home where: the territory that a unit stands for or stands in. */
export function territoryOf(unit: string): string {
  const parts = unit.split('/')
  return departments.some((one) => one.id === parts.at(-1)) ? parts.slice(0, -1).join('/') : unit
}

/** The short name of a territory, as people say it. */
export function placeName(territory: string, language: 'zh' | 'en'): string {
  const found = places.get(territory)
  if (found === undefined) throw new Error(`'${territory}' is no territory.`)
  return language === 'zh' ? found.name : found.en
}

/** The English name, short enough for a table. */
export const shortName = (territory: string): string =>
  territory === `${city}/development-zone` ? 'Development Zone' : placeName(territory, 'en')

export const counties: readonly string[] = unitData.counties.map((county) => `${city}/${slugOf(county)}`)
export const townships: readonly string[] = unitData.counties.flatMap((county) =>
  county.townships.map((township) => `${city}/${slugOf(county)}/${slugOf(township)}`),
)
const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  [city, unitData.city],
  ...unitData.counties.map((county) => [`${city}/${slugOf(county)}`, county] as const),
  ...unitData.counties.flatMap((county) =>
    county.townships.map((place) => [`${city}/${slugOf(county)}/${slugOf(place)}`, place] as const),
  ),
])

/** `Huai'an District` becomes `huaian`. */
function slugOf({ code, en }: Place): string {
  if (code === '320871') return 'development-zone'
  const name = en.replace(/ (District|County|Town|Township|Subdistrict)$/, '')
  const plain = name.normalize('NFD').replace(/[\p{M}']/gu, '')
  return plain.toLowerCase().replace(/[^a-z]+/g, '-')
}

function government(id: string, { code, name, en }: Place, level: string): Unit {
  const [zh, english] = bodyNames(name, en)
  return { id, code, name: zh, nameEn: english, level, type: 'government' }
}

function bodyNames(name: string, en: string): readonly [zh: string, en: string] {
  if (/[市区县镇乡]$/.test(name) && !name.endsWith('开发区')) return [`${name}人民政府`, `${en} Government`]
  if (name.endsWith('街道')) return [`${name}办事处`, `${en} Office`]
  if (name.endsWith('区')) return [`${name}管理委员会`, `${en} Committee`]
  return [name, en]
}

function department(one: Department, parent: string, place: Place, level: string): Unit {
  const [name, en] = (level === 'township' && stations[one.id]) || [one.name, one.en]
  return {
    id: `${parent}/${one.id}`,
    name: `${place.name}${name}`,
    nameEn: `${place.en} ${en}`,
    level,
    type: types[one.id] ?? 'department',
    parent,
  }
}

const types: Readonly<Record<string, string>> = { petition: 'petitionOffice', discipline: 'discipline' }
