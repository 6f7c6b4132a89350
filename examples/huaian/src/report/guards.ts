import { isPlatformError } from '@redress/core'
import { type HuaianPlatform, host } from '../city.js'
import type { Refusal } from '../notes.js'
import { officerOf, openUnit } from '../staff.js'
import { allCases, type CaseFile } from '../survey.js'
import { left, right, section, wrap } from './text.js'

/** How the accused fare who look for the case about them. */
export interface Search {
  readonly number: string | undefined
  readonly unit: string
  /** The code of the answer; undefined if the case was shown. */
  readonly answer: string | undefined
  /** How many cases about them their own inbox shows. */
  readonly listed: number
}

/** Lets each accused head look for the accusation, by its id and in the inbox: for those filed as such, and for letters that led to one. */
export async function searchesByAccused(
  platform: HuaianPlatform,
  files: readonly CaseFile[],
): Promise<readonly Search[]> {
  const { accusation, complaint } = platform.petition
  const filed = await allCases(platform, { kind: 'petition.accusation' })
  const sealed = [
    ...files.map(({ item, record }) => ({ item, state: record.state, of: complaint })),
    ...(await Promise.all(
      filed.map(async (item) => ({
        item,
        state: (await accusation.get(item.id, host)).state,
        of: accusation,
      })),
    )),
  ]
  const directory = await platform.organizations.current()
  const searches: Search[] = []
  for (const { item, state, of } of sealed) {
    for (const unit of state.accused.units.map((one) => openUnit(one, directory))) {
      const head = await officerOf(platform, unit, 'head')
      const answer = await codeOf(of.get(item.id, head))
      const seen = await allCases(platform, { involving: state.unit }, head)
      const listed = seen.filter((one) => one.id === item.id).length
      searches.push({ number: item.number, unit, answer, listed })
    }
  }
  return searches
}

/** How many of them found nothing. */
export const allUnseen = (searches: readonly Search[]): number =>
  searches.filter((one) => one.answer === 'CASE_NOT_FOUND' && one.listed === 0).length

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (isPlatformError(error)) return error.code
    throw error
  }
}

/** What was tried and refused, with the first reason given. */
export function refusals(all: readonly Refusal[]): string[] {
  const codes = [...new Set(all.map((one) => one.code))]
  const lines = codes.flatMap((code) => {
    const same = all.filter((one) => one.code === code)
    const { message = '', source } = same[0] ?? {}
    const text = `${message}${source === undefined ? '' : ` [${source}]`}`
    return wrap(text, 76).map((line, index) =>
      index === 0
        ? `  ${right(String(same.length), 3)} ×  ${left(code, 24)} ${line}`
        : `${' '.repeat(33)}${line}`,
    )
  })
  return section('平台拒绝的操作', 'What was tried and refused; nothing of it is in the cases', lines)
}
