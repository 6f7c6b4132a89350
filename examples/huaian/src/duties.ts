import type { Responsibility } from '@redress/core'
import { city, counties, departments, townships } from './units.js'

/** Matters that a township's government answers for itself. */
const atTheDoorstep = ['village-affairs', 'street-order', 'farm-land', 'elderly-care']

/** Who answers for what, where (权责清单). A row holds for everything below its area unless a closer row says otherwise. */
export function dutiesOfHuaian(): readonly Responsibility[] {
  const rows: Responsibility[] = []
  for (const { id, matters, countyLevel, townshipLevel } of departments) {
    for (const matter of matters) {
      rows.push({ matter, area: city, unit: `${city}/${id}` })
      for (const area of countyLevel ? counties : []) rows.push({ matter, area, unit: `${area}/${id}` })
      for (const area of townshipLevel ? townships : []) rows.push({ matter, area, unit: `${area}/${id}` })
    }
  }
  for (const matter of atTheDoorstep) {
    for (const area of townships) rows.push({ matter, area, unit: area })
  }
  return rows
}
