import type { Officer, Unit } from '@redress/core'

/** A prefecture-level city of both lines: 302 units, 108 departments that handle cases, each with three posts. */

const departments = [
  '住房和城乡建设局',
  '人力资源和社会保障局',
  '自然资源和规划局',
  '生态环境局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '教育局',
  '卫生健康委员会',
  '公安局',
  '市场监督管理局',
  '民政局',
]
const counties = 8
const townships = 22

/** A department, with the staff that acts for it and a township in its area. */
export interface Body {
  readonly unit: string
  readonly county: string
  readonly area: string
  readonly desk: Officer
  readonly handler: Officer
}

export const city = 'city'
export const units: readonly Unit[] = [
  { id: city, name: '淮安市人民政府', level: 'city', type: 'government' },
  { id: 'city-petition', name: '淮安市信访局', level: 'city', type: 'petitionOffice', parent: city },
  ...departments.map((name, d) => ({
    id: `city-d${d}`,
    name: `淮安市${name}`,
    level: 'city',
    type: 'department',
    parent: city,
  })),
  ...Array.from({ length: counties }, (_, c) => countyUnits(c)).flat(),
]

function countyUnits(c: number): Unit[] {
  const county = `c${c}`
  const level = 'county'
  return [
    { id: county, name: `第${c + 1}县人民政府`, level, type: 'government', parent: city },
    {
      id: `${county}-petition`,
      name: `第${c + 1}县信访局`,
      level,
      type: 'petitionOffice',
      parent: county,
      superior: 'city-petition',
    },
    ...departments.map((name, d) => ({
      id: `${county}-d${d}`,
      name: `第${c + 1}县${name}`,
      level,
      type: 'department',
      parent: county,
      superior: `city-d${d}`,
    })),
    ...Array.from({ length: townships }, (_, t) => ({
      id: `${county}-t${t}`,
      name: `第${c + 1}县第${t + 1}镇人民政府`,
      level: 'township',
      type: 'government',
      parent: county,
    })),
  ]
}

export const bodies: readonly Body[] = units
  .filter(({ type }) => type === 'department')
  .map(({ id, parent = city }, index) => {
    const county = parent === city ? `c${index % counties}` : parent
    return {
      unit: id,
      county,
      area: `${county}-t${index % townships}`,
      desk: { kind: 'officer', id: `desk-${id}`, unit: id, roles: ['petitionOfficer'] },
      handler: { kind: 'officer', id: `handler-${id}`, unit: id, roles: ['handler'] },
    }
  })
