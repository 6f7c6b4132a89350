import { isPlatformError, type Reason } from '@redress/core'
import { type HuaianPlatform, host } from '../city.js'
import type { KeyChange } from '../key-change.js'
import { demonstrationClasses } from '../retention.js'
import { officerOf } from '../staff.js'
import type { CaseFile } from '../survey.js'
import { section, table } from './text.js'

const isErased = ({ record }: CaseFile): boolean => record.custody.erased.length > 0

/** How records end: put into a class, restricted, erased; and what is left of them. */
export async function endOfRecords(platform: HuaianPlatform, files: readonly CaseFile[]): Promise<string[]> {
  const rows = Object.entries(demonstrationClasses).map(
    ([name, { title, zh, restrictAfter, eraseAfter }]) => {
      const all = files.filter(({ record }) => record.custody.class === name)
      const restricted = all.filter((file) => file.record.custody.restricted && !isErased(file))
      const erased = all.filter(isErased)
      const periods = [afterYears(restrictAfter), afterYears(eraseAfter)]
      return [`${zh} ${title}`, ...periods, all.length, restricted.length, erased.length]
    },
  )
  return section('保管、限制处理和删除', 'The end of records', [
    '  Invented periods: the archive schedule of the place says them. A daily sweep does what has come due.',
    '',
    ...table(['类别 class', '限制 restrict', '删除 erase', '件 cases', '已限制 done', '已删除 done'], rows),
    '',
    ...(await restrictedCase(platform, files)),
    ...(await erasedCase(platform, files)),
  ])
}

const afterYears = (years: number): string => (years === 0 ? 'at once' : `after ${years} y`)

async function restrictedCase(platform: HuaianPlatform, files: readonly CaseFile[]): Promise<string[]> {
  const file = files.find((one) => one.record.custody.restricted && !isErased(one))
  if (file === undefined) return []
  const desk = await officerOf(platform, file.unit.id, 'petitionOfficer')
  try {
    await platform.personal.read(file.item.id, { purpose: 'handling' }, desk)
    return []
  } catch (error) {
    if (!isPlatformError(error)) throw error
    const [reason] = (error.details as { readonly reasons?: readonly Reason[] }).reasons ?? []
    return [
      `  ${file.item.number} is restricted. Its desk asks to read it for handling, and may not:`,
      `    ${reason?.zh} · ${reason?.message}  [${reason?.source}]`,
      '  Only the petitioner and the records officers may.',
    ]
  }
}

async function erasedCase({ petition }: HuaianPlatform, files: readonly CaseFile[]): Promise<string[]> {
  const file = files.find(isErased)
  if (file === undefined) return []
  const { number, title, steps } = await petition.inquiry.follow(file.item.id, host)
  return [
    `  ${number} is erased: ${title ?? 'title, names and texts are gone with their keys'}. Its course is still there:`,
    `    ${steps.map((step) => `${step.text.zh} ${step.text.en}`).join(' → ')}`,
    '  So every figure above still counts it.',
  ]
}

/** The key that everything is sealed under was changed. */
export function keys(change: KeyChange | undefined): string[] {
  if (change === undefined) return []
  return section('密钥更换', 'The key was changed at the end of this run', [
    `  “${change.from}” → “${change.to}”: ${change.rotated} cases are under the new key, ${change.failed} are not.`,
    change.failed === 0
      ? '  The old key was destroyed. Nothing was sealed anew: only the keys of each case were wrapped again.'
      : '  The old key is kept until they are.',
  ])
}
