import { type CaseDeadline, isPlatformError, type Resident } from '@redress/core'
import type { Channel, Tracking } from '@redress/petition'
import { type HuaianPlatform, host, triesOfCodes } from '../city.js'
import type { CaseFile } from '../survey.js'
import { left, localDay, section, wrap } from './text.js'
import { petitionersActs, stages } from './words.js'

/** An open complaint, its code, and whose it is. */
export interface Followed {
  readonly file: CaseFile
  readonly code: string
  readonly resident: Resident
  readonly tracking: Tracking
}

/** The open appeal with the longest course of somebody with an account who did not come online: so offices had to write or call. */
export async function followedCase(
  { personal, petition }: HuaianPlatform,
  files: readonly CaseFile[],
  today: string,
): Promise<Followed | undefined> {
  const isToCome = ({ dueOn = today }: CaseDeadline): boolean => dueOn >= today
  const candidates = files
    .filter(
      ({ item, record: { state } }) => item.open && state.class === 'appeal' && byPost.has(state.channel),
    )
    .filter(({ record: { state } }) => state.petitionerIds.length > 0)
    .filter(({ deadlines }) => deadlines.filter((one) => one.state === 'running').every(isToCome))
    .sort((a, b) => b.record.version - a.record.version)
  for (const file of candidates) {
    // The desk prints the receipt once more.
    const { receipt } = await personal.read(
      file.item.id,
      { purpose: 'delivery', fields: [], reveal: ['receipt'] },
      host,
    )
    const code = receipt?.queryCode ?? ''
    const tracking = await petition.inquiry.track(code, 'a telephone at home')
    const id = file.record.state.petitionerIds[0] ?? ''
    if (tracking.actions.length > 0 && tracking.next.length > 0)
      return { file, code, tracking, resident: { kind: 'resident', id } }
  }
  return undefined
}

const byPost: ReadonlySet<Channel> = new Set(['letter', 'phone', 'hotline', 'fax'])

/** What happened, what comes next, and what the petitioner may do. */
export async function petitionersView(
  { personal }: HuaianPlatform,
  { file, code, tracking, resident }: Followed,
): Promise<string[]> {
  const own = await personal.read(file.item.id, { purpose: 'ownMatter', fields: ['text'] }, resident)
  const mayDo = tracking.actions.flatMap((one) => petitionersActs[one] ?? [])
  const names = tracking.steps.map((step) => step.unit ?? '')
  return section('群众看到的事项', 'One complaint as its petitioner sees it, by the code on the receipt', [
    `  ${tracking.number}   code ${code}   received ${tracking.receivedOn}`,
    `  ${tracking.title}`,
    ...wrap(`“${own.texts[0]?.fields.text}”`, 100).map((line) => `  ${line}`),
    '',
    `  现状 now    ${tracking.statusText.zh} · ${tracking.statusText.en}`,
    `  单位 with   ${tracking.unit.name} · ${tracking.unit.nameEn}`,
    '',
    ...tracking.steps.map((step, index) =>
      `  ${localDay(step.at)}   ${left(`${step.text.zh} · ${step.text.en}`, 56)}   ${names[index]}`.trimEnd(),
    ),
    '',
    ...tracking.answers.map(
      ({ stage, deliveredOn, opinion }) => `  ${deliveredOn} ▶ ${stages[stage]}: ${opinion}`,
    ),
    ...tracking.next.map(
      (one) =>
        `  ${one.by ?? '(paused)  '} ◀ ${one.nature === 'duty' ? '应当 owed' : '可以 may'}: ` +
        `${one.text.zh} · ${one.text.en}${one.overdue ? ' (overdue)' : ''}  [${one.source}]`,
    ),
    '',
    ...wrap(`可以 you may: ${mayDo.join('; ')}`, 106).map((line) => `  ${line}`),
  ])
}

/** Somebody tries codes until the host's limit says no; the petitioner is not in the way of that. */
export async function guesses({ petition }: HuaianPlatform, { code }: Followed): Promise<string[]> {
  const answers: string[] = []
  for (let n = 0; n <= triesOfCodes; n++) {
    const tried = n < triesOfCodes ? `AAAA-AAAA-AAAA-AAA${n}` : code
    try {
      await petition.inquiry.track(tried, '203.0.113.9')
      answers.push('an answer')
    } catch (error) {
      if (!isPlatformError(error)) throw error
      answers.push(error.code)
    }
  }
  const known = await petition.inquiry.track(code, 'a telephone at home')
  return [
    '',
    `  逐个试码 From one address somebody tried ${triesOfCodes} codes: ${answers[0]} each time. The next try was the right`,
    `  code: ${answers.at(-1)}. The petitioner, elsewhere, meanwhile got “${known.statusText.en}”.`,
  ]
}
