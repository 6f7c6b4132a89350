import { type Actor, isPlatformError } from '@redress/core'
import type { IntakeProblem, Text } from '@redress/petition'
import { newCourse, type Today } from '../course.js'
import type { OddMessage } from '../notes.js'
import { messagesPerOrigin } from '../place-rules.js'
import { oddlySent } from '../plots/visits.js'
import type { Room } from '../rooms.js'
import { city } from '../units.js'

const day = '2022-06-15'
const unit = `${city}/petition`
const nobody: Actor = { kind: 'anonymous' }
const resident = (id: string): Actor => ({ kind: 'resident', id })
const where = { area: `${city}/qingjiangpu/qingpu`, matter: 'road-repair' }
const written = { unit, ...where, title: '路灯不亮', text: '小区门口路灯不亮已有一周，请尽快修复。' }
const named = { ...written, petitioners: [{ name: '赵某某', phone: '13800000001' }] }

/** One day on which odd messages come in. None of them is lost without a word. */
export const oddMessages: Room = async (today) => {
  if (today.day !== day) return
  const { onlineCentre } = today.city.platform.petition
  const told = async (what: string, channel: string, message: unknown): Promise<OddMessage> => {
    const problems = await onlineCentre.validate(channel, message)
    return { what, filed: false, told: problems.map(textOf) }
  }
  today.notes.oddMessages.push(
    await told('表单只填了一半 a form that is half filled in', 'web', {
      unit,
      petitioners: [{ phone: '1' }],
    }),
    await told('匿名但未被告知后果 anonymous, and not told what that costs', 'web', {
      ...written,
      anonymous: true,
    }),
    await told('自动回复 the answer of a machine', 'email', {
      unit,
      message: { from: { address: 'noreply@mail.example' }, subject: '自动回复', automatic: true },
    }),
    await withFiles(today),
    await manyTimes(today),
  )
}

const textOf = ({ text }: IntakeProblem): Text => text

/** A photo is taken, a program and an empty file are not; the matter is filed all the same. */
async function withFiles({ city: { platform }, begin, notes }: Today): Promise<OddMessage> {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])
  const program = new TextEncoder().encode('MZ...')
  const attachments = [
    { name: '路灯.jpg', bytes: jpeg },
    { name: '照片.jpg.exe', bytes: program },
    { name: '空.pdf', bytes: new Uint8Array() },
  ]
  const form = { ...named, attachments, messageId: 'with files' }
  const receipt = await platform.petition.onlineCentre.submit('web', form, resident('r-odd-1'))
  begin(newCourse(oddlySent, 3900, { id: receipt.id }))
  const { onlineCentre } = platform.petition
  // The code is for the person alone.
  const shown = { ...receipt, queryCode: '（仅本人可见）' }
  notes.receipt = {
    zh: onlineCentre.receiptText(shown, 'zh'),
    en: onlineCentre.receiptText(shown, 'en', 'sms'),
  }
  const told = receipt.leftOut.map(({ text, names }) => ({
    zh: `${names.join('、')}：${text.zh}`,
    en: `${names.join(', ')}: ${text.en}`,
  }))
  return {
    what: `三个附件，收下${receipt.attachments.length}个 three files, ${receipt.attachments.length} of them taken`,
    filed: true,
    told,
  }
}

/** The same message again and again from one place: it is filed once, and then the limit says where else to go. */
async function manyTimes({ city: { platform }, begin }: Today): Promise<OddMessage> {
  const form = { ...named, text: `${written.text}请回电。`, messageId: 'again and again' }
  const cases = new Set<string>()
  for (let n = 0; n <= messagesPerOrigin; n++) {
    try {
      const options = { origin: '203.0.113.20' }
      cases.add((await platform.petition.onlineCentre.submit('web', form, nobody, options)).id)
    } catch (error) {
      if (!isPlatformError(error) || error.code !== 'FILING_LIMITED') throw error
      for (const id of cases) begin(newCourse(oddlySent, 3901, { id }))
      const { otherWays } = error.details as { readonly otherWays: readonly { zh: string; en: string }[] }
      const ways = {
        zh: otherWays.map(({ zh }) => zh).join('、'),
        en: otherWays.map(({ en }) => en).join(', '),
      }
      return {
        what: `同一来源重复提交${n}次，只登记${cases.size}件 the same ${n} times: one case; then a limit, with other ways`,
        filed: false,
        told: [ways],
      }
    }
  }
  throw new Error('Nothing was limited.')
}
