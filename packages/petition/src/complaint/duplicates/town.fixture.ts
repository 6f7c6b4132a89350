import type { Actor } from '@redress/core'
import { county, host, letter, staff } from '../county.fixture.js'

export const text = '我家楼上水管漏水三个月，物业和房管部门都没有处理，请求尽快维修。'
export const retold = '我家楼上水管漏水四个月了，物业和房管部门都没有处理，请求尽快维修！'
export const another = '村里的集体账目两年没有公布，村民要求查看支出单据，一直没有结果。'

/** Somebody without an account; the phone makes them somebody else. */
export const person = (phone: string) => [{ name: '李某某', phone }]

/** A city with letters of people without accounts. */
export async function town(...given: Parameters<typeof county>) {
  const made = await county(...given)
  const { complaint } = made
  const file = (more: Partial<Parameters<typeof complaint.file>[0]>) =>
    complaint.file({ ...letter, petitioners: person('13911111111'), ...more }, host)
  /** The suggestions for a case, by their ids. */
  const asked = async (id: string, by: Actor = staff.desk) => {
    const { suggestions } = await complaint.duplicates(id, by)
    return new Map(suggestions.map((one) => [one.id, one]))
  }
  /** How many texts are in memory. */
  const held = async () => (await complaint.prepareDuplicates()).texts
  return { ...made, file, asked, held }
}
