import { type Actor, isPlatformError, type PersonalRequest, type Reason } from '@redress/core'
import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import type { CaseFile } from '../survey.js'
import { section, table, wrap } from './text.js'
import { fieldNames, purposeNames } from './words.js'

/** One case, read by those who have to do with it: each for a purpose, and each sees what that purpose needs. */
export async function readers(platform: HuaianPlatform, files: readonly CaseFile[]): Promise<string[]> {
  const directory = await platform.organizations.current()
  const file = files.find(
    ({ item, unit, record: { state } }) =>
      item.status === 'accepted' &&
      state.handler !== null &&
      state.petitioners.length === 1 &&
      directory.nextHigher(unit.id).length > 0,
  )
  if (file === undefined) return []
  const { item, unit, record } = file
  const { handler } = record.state
  const [above] = directory.nextHigher(unit.id)
  const others = { handling: { purpose: 'handling' }, supervision: { purpose: 'supervision' } }
  const call = { purpose: 'delivery', reveal: ['name', 'phone'] }
  const rows = [
    [
      '承办人 handler',
      others.handling,
      await officerOf(platform, unit.id, 'handler', (post) => post.person === handler),
    ],
    [
      '承办人 handler',
      call,
      await officerOf(platform, unit.id, 'handler', (post) => post.person === handler),
    ],
    ['负责人 head', others.handling, await officerOf(platform, unit.id, 'head')],
    ['上级 head above', others.supervision, await officerOf(platform, above?.id ?? '', 'head')],
    [
      '上级 head above',
      { ...others.supervision, reveal: ['name'] },
      await officerOf(platform, above?.id ?? '', 'head'),
    ],
    ['上级 head above', others.handling, await officerOf(platform, above?.id ?? '', 'head')],
  ] as const satisfies readonly (readonly [string, PersonalRequest, Actor])[]

  const cells: string[][] = []
  const refusals: string[] = []
  for (const [who, request, reader] of rows) {
    const seen = await attempt(platform, item.id, request, reader)
    cells.push([who, wish(request), ...seen.cells])
    if (seen.reason !== undefined)
      refusals.push(`${seen.reason.code}: ${seen.reason.zh} · ${seen.reason.message}`)
  }
  return section(
    '谁为何目的看到什么',
    'One case and its readers: each for a purpose, masked unless the purpose needs more',
    [
      `  ${item.number}  ${unit.name} · ${unit.nameEn}`,
      '',
      ...table(
        ['读者 reader', '目的 purpose', '姓名 name', '电话 phone', '地址 address', '文字 texts'],
        cells,
      ),
      '',
      ...[...new Set(refusals)].flatMap((line) => wrap(line, 106).map((part) => `  ${part}`)),
      '  Each reading, with its fields, stands in the access log of the case before anything is shown.',
    ],
  )
}

const wish = ({ purpose, reveal = [] }: PersonalRequest): string =>
  [
    purposeNames[purpose] ?? purpose,
    ...reveal.map((field) => `+ ${(fieldNames[field] ?? field).split(' ')[1]}`),
  ].join(' ')

async function attempt(
  { personal }: HuaianPlatform,
  id: string,
  request: PersonalRequest,
  reader: Actor,
): Promise<{ readonly cells: readonly string[]; readonly reason?: Reason | undefined }> {
  try {
    const { persons, texts } = await personal.read(id, request, reader)
    const { name = '–', phone = '–', address = '–' } = persons[0]?.fields ?? {}
    return { cells: [name, phone, address, texts.length === 0 ? '–' : String(texts.length)] }
  } catch (error) {
    if (!isPlatformError(error)) throw error
    const [reason] = (error.details as { readonly reasons?: readonly Reason[] }).reasons ?? []
    return { cells: [reason?.code ?? error.code, '', '', ''], reason }
  }
}
