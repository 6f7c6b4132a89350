import { type HuaianPlatform, host } from './city.js'

/** Two real townships; that one is merged into the other is invented. */
export const mergedTownship = 'huaian/lianshui/chamiao'
export const mergedInto = 'huaian/lianshui/donghuji'
/** The first day without it. The decision is on record before. */
export const merger = { decidedOn: '2022-10-20', on: '2022-11-01' } as const

/** A township merges into its neighbour: stations and open cases follow, and nothing is filed anew. */
export async function mergeTownship({ organizations }: HuaianPlatform): Promise<void> {
  const source = 'invented for this example'
  await organizations.merge({ from: [mergedTownship], into: mergedInto, on: merger.on, source }, host)
}
