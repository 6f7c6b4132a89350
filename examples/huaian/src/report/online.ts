import type { HuaianPlatform } from '../city.js'
import { channelNames } from '../online/channels.js'
import { messagesPerOrigin } from '../place-rules.js'
import { receptionPlaces } from '../reception/centres.js'
import type { Chronicle } from '../year.js'
import { prose, section, table, wrap } from './text.js'

/** Every way that needs no visit: one contract for all of them, and nobody lost without a word. */
export async function onlineCentre(platform: HuaianPlatform, { notes }: Chronicle): Promise<string[]> {
  const { onlineCentre: centre } = platform.petition
  const rows = centre.channels.map(({ id, channel }) => {
    const { filed = 0, unsure = 0, files = 0 } = notes.intake[id] ?? {}
    return [channelNames[id] ?? id, channel, filed, unsure, files]
  })
  return section('电子网络信访服务中心', 'The online centre: every channel by one contract', [
    ...table(['渠道 channel', '法定方式 way', '登记 filed', '待核对 to be checked', '附件 files'], rows),
    '',
    ...prose(
      'Whatever a channel reads, it makes the same draft of it: what, who, whom, where, files. Filing without a name, for somebody else ' +
        'and aloud are fields of it. What a machine recognised with doubt is filed, and marked for a person to check.',
    ),
    ...odd(notes.oddMessages),
    ...receipt(notes.receipt),
    ...(await missing(platform)),
  ])
}

/** What was odd, and what its sender was told. */
function odd(messages: Chronicle['notes']['oddMessages']): string[] {
  return [
    '',
    '  来件有问题的 What was odd, and what its sender was told:',
    ...messages.flatMap(({ what, told }) => [
      `  – ${what}`,
      ...told.flatMap(({ zh, en }) => wrap(`${zh} ${en}`, 102).map((line) => `      ${line}`)),
    ]),
    `  The limit, ${messagesPerOrigin} in ten minutes from one origin, is invented; letters, calls and visits have none.`,
  ]
}

function receipt(text: Chronicle['notes']['receipt']): string[] {
  if (text === null) return []
  const lines = text.zh.split('\n').filter((line) => line !== '')
  return [
    '',
    '  回执 A receipt as its person reads it, and as a text message:',
    ...[...lines, text.en].flatMap((line) => wrap(line, 100)).map((line) => `    │ ${line}`),
  ]
}

/** What offices must publish, and one has not. */
async function missing({ petition }: HuaianPlatform): Promise<string[]> {
  const lines: string[] = []
  for (const place of receptionPlaces) {
    const { unit, missing: gaps } = await petition.onlineCentre.published(`${place}/petition`)
    for (const { text, source } of gaps) lines.push(`    ${unit.name}: ${text.zh} · ${text.en}  [${source}]`)
  }
  return [
    '',
    `  应公布而未公布 Of ${receptionPlaces.length} petition offices, what is not published yet:`,
    ...lines,
  ]
}
