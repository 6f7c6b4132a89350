import type { AnswerChannel, BothSatisfactions } from '@redress/petition'
import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import type { CaseFile } from '../survey.js'
import { city } from '../units.js'
import type { Chronicle } from '../year.js'
import { countBy, percent, prose, section, table } from './text.js'

/** How answers reach people, what they think of them, and what follows where they are not satisfied. */
export async function feedback(
  platform: HuaianPlatform,
  files: readonly CaseFile[],
  { first, last, notes }: Chronicle,
): Promise<string[]> {
  const years = [...new Set([first.slice(0, 4), last.slice(0, 4)])]
  const mayor = await officerOf(platform, city, 'head')
  const { rows } = await platform.petition.analysis.satisfaction({ periods: years }, mayor)
  return section(
    '反馈',
    'Feedback: the answer reaches the petitioner, and what they think of it comes back',
    [
      ...deliveries(notes.deliveries),
      '',
      ...table(
        [
          '评价对象 of whom',
          '答复 answers',
          '征询 asked',
          '满意',
          '基本',
          '不满意',
          '未参评',
          '满意率',
          '参评率',
        ],
        rows.flatMap(({ period, satisfaction }) => [
          row(`${period} 信访部门 petition offices`, satisfaction.petitionOffice),
          row(`${period} 办理单位 handling bodies`, satisfaction.handlingBody),
        ]),
      ),
      '',
      '  Asked once for each answer. The rate 满意率 is of those who answered: 参评率 says how many they were.',
      ...secondLooks(files),
    ],
  )
}

const channels: Readonly<Record<AnswerChannel, string>> = {
  online: '网上 online',
  sms: '短信 text message',
  email: '电子邮件 e-mail',
  phone: '电话 call',
  post: '邮寄 post',
  inPerson: '当面 in person',
}

/** By the channel that petitioners chose: what arrived, and what did not and why. */
function deliveries(counts: Chronicle['notes']['deliveries']): string[] {
  const rows = Object.entries(channels).flatMap(([channel, name]) => {
    const { reached, failed } = counts[channel] ?? { reached: 0, failed: {} }
    const lost = Object.values(failed).reduce((sum, many) => sum + many, 0)
    const why = Object.entries(failed).map(([reason, many]) => `${reasons[reason] ?? reason} ${many}`)
    return reached + lost === 0 ? [] : [[name, reached, lost, why.join(', ')]]
  })
  return [
    ...table(['送达方式 channel', '送达 reached', '未送达 not', '原因 why'], rows),
    '',
    ...prose(
      'The couriers of the demonstration lose some. What did not arrive was brought in person, with the reason on record; no time to ask ' +
        `for review runs before that. 公告 By public notice, for those who left no way to reach them: ${counts.none?.reached ?? 0}.`,
    ),
  ]
}

const reasons: Readonly<Record<string, string>> = {
  unreachable: '无法接通 not reached',
  unknownAddress: '地址不详 address unknown',
  technical: '系统故障 technical',
}

const row = (name: string, one: BothSatisfactions['handlingBody']) => [
  name,
  one.answers,
  one.asked,
  one.satisfied,
  one.basicallySatisfied,
  one.notSatisfied,
  one.silent,
  percent(one.satisfaction.count, one.satisfaction.of),
  percent(one.response.count, one.response.of),
]

/** 回访复核: by somebody who has not handled the matter. */
function secondLooks(files: readonly CaseFile[]): string[] {
  const looks = files.flatMap(({ record }) => record.state.secondLook ?? [])
  const {
    answerStands = 0,
    putRight = 0,
    takeUpAgain = 0,
  } = countBy(looks, ({ concluded }) => concluded?.outcome ?? 'open')
  return prose(
    `回访复核 Second looks after “not satisfied”: ${looks.length}, by somebody who had no part in it. The answer stands ${answerStands}, ` +
      `put right ${putRight}, to be taken up again ${takeUpAgain}.`,
  )
}
