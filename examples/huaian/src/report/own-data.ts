import type { PersonalAccess, Resident } from '@redress/core'
import type { HuaianPlatform } from '../city.js'
import { accessRows } from './accesses.js'
import { section, table } from './text.js'
import { fieldNames } from './words.js'

/** Everything about one person for that person, with everybody who has looked at it. */
export async function ownData(platform: HuaianPlatform, resident: Resident): Promise<string[]> {
  const { cases } = await platform.personal.subjectAccessExport({ id: resident.id }, resident)
  const events = cases.reduce((sum, one) => sum + one.history.length, 0)
  const texts = cases.reduce((sum, { file }) => sum + file.texts.length, 0)
  const own = cases[0]?.file.persons[0]?.fields ?? {}
  const fields = Object.entries(own).map(([field, value]) => `${fieldNames[field] ?? field} ${value}`)
  const accesses = cases.flatMap((one): readonly PersonalAccess[] => one.accesses)
  return section('本人查阅、复制', 'Everything about one person, for that person (个人信息保护法 Art. 45)', [
    `  account ${resident.id}: ${cases.length === 1 ? 'one case' : `${cases.length} cases`}, ${events} events, texts beside ${texts} of them, and the person:`,
    `  ${fields.join(' · ')}`,
    '',
    '  查阅记录 who has read it, for what, and which fields unmasked:',
    ...table(['日期 day', '何人 who', '目的 purpose', '明文 unmasked'], await accessRows(platform, accesses)),
    '  “This person” stands for an own reading; “the code” for whoever holds the receipt.',
  ])
}
