import * as z from 'zod'
import { intakeInputs } from '../complaint/commands/intake.js'
import type { PersonFiling } from '../matter/persons.js'
import { line } from '../matter/words.js'
import { cleanLine, cleanText, isGarbled, titleOf } from './clean.js'
import type { IntakeDraft, IntakeProblem, UnsureField } from './draft.js'
import { problem, problemsOf, unreadable, wordOf } from './problems.js'

const filed = intakeInputs.file.shape

/** What a proxy tells of themself. */
export const proxyInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(3).max(30).optional(),
  relation: line,
  reason: line,
  consent: z.literal(true),
})

export const spokenInput = z.strictObject({
  readBack: z.literal(true),
  confirmed: z.literal(true),
  language: line.optional(),
})

/** The shape of a draft, with the bounds of the commands that file it. */
const draftInput = z.strictObject({
  about: z.enum(['complaint', 'suggestion', 'accusation']),
  channel: filed.channel,
  unit: filed.unit,
  messageId: z.string().min(1).max(1000).optional(),
  receivedOn: filed.receivedOn,
  title: filed.title,
  text: filed.text,
  area: filed.area,
  place: filed.place,
  matter: filed.matter,
  petitioners: filed.petitioners.unwrap(),
  people: filed.people,
  representatives: filed.representatives,
  anonymous: z.boolean(),
  confidential: z.boolean(),
  accused: filed.accused,
  accusedAs: z.string().trim().min(1).max(1000).optional(),
  answerBy: filed.answerBy,
  newsBy: filed.newsBy,
  // Looked at one by one against the policy, and never a reason not to file.
  attachments: z.array(z.unknown()).readonly(),
  unsure: z
    .array(
      z.strictObject({
        field: z.string().max(200),
        reason: z.enum(['notGiven', 'recognition', 'encoding', 'proxy']),
        confidence: z.number().min(0).max(1).optional(),
      }),
    )
    .max(200)
    .readonly(),
  spoken: spokenInput.optional(),
  proxy: proxyInput.optional(),
  identity: z.unknown().optional(),
})

/**
 * The last step of every channel: cleans what people wrote, checks it against what the commands take, and keeps of somebody anonymous
 * nothing but what they say. Never throws.
 */
export function finishDraft(draft: IntakeDraft): IntakeDraft | readonly IntakeProblem[] {
  try {
    const cleaned = cleanDraft(draft)
    const result = draftInput.safeParse(cleaned)
    if (!result.success) return problemsOf(result.error.issues)
    // The schema says the same as the type, but for the files, which are looked at later.
    const checked = result.data as IntakeDraft
    const problems = [...whole(checked)]
    return problems.length > 0 ? problems : checked.anonymous ? nameless(checked) : checked
  } catch {
    // A trap: a getter or a proxy that throws while it is read.
    return unreadable
  }
}

/** What only shows when all of it is there. */
function* whole({ text, accusedAs = '', petitioners, anonymous }: IntakeDraft): Iterable<IntakeProblem> {
  if (!anonymous && petitioners.length === 0) yield problem('petitioners[0].name', 'nameMissing')
  // Where no body of its own takes accusations, both stand in one text.
  const most = 19_900
  if (text.length + accusedAs.length > most)
    yield problem('text', 'tooLong', { label: wordOf('field.text'), most: most - accusedAs.length })
}

/** Nothing says who it was: no account, no contact, no proxy, no name of a file. */
function nameless(draft: IntakeDraft): IntakeDraft {
  const { representatives: _, proxy: __, identity: ___, answerBy: ____, newsBy: _____, ...kept } = draft
  return { ...kept, petitioners: [], people: draft.people }
}

function cleanDraft(draft: IntakeDraft): IntakeDraft {
  const { text, title, place, accusedAs, petitioners, proxy, unsure, messageId, ...others } = draft
  const words = typeof text === 'string' ? cleanText(text) : text
  const named = typeof title === 'string' ? cleanLine(title) : ''
  return {
    ...others,
    messageId: typeof messageId === 'string' ? cleanLine(messageId) || undefined : messageId,
    text: words,
    title: named === '' && typeof words === 'string' ? titleOf(words) : named,
    place: cleanOptional(place),
    accusedAs: cleanOptional(accusedAs),
    petitioners: Array.isArray(petitioners) ? petitioners.map(cleanPerson) : petitioners,
    proxy: proxy === undefined ? undefined : cleanFields(proxy),
    unsure: [...unsure, ...garbled(draft).filter((one) => !unsure.some((other) => isSame(one, other)))],
  }
}

const cleanPerson = (person: PersonFiling): PersonFiling => cleanFields(person)

/** Every text of a flat object, as one line; what is empty is not there. */
function cleanFields<Fields extends object>(fields: Fields): Fields {
  if (typeof fields !== 'object' || fields === null) return fields
  const cleaned = Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'string') return [[name, value] as const]
    const text = cleanLine(value)
    return text === '' ? [] : [[name, text] as const]
  })
  return Object.fromEntries(cleaned) as Fields
}

const cleanOptional = (value: string | undefined): string | undefined =>
  typeof value === 'string' ? cleanLine(value) || undefined : value

const isSame = (one: UnsureField, other: UnsureField): boolean =>
  one.field === other.field && one.reason === other.reason

function garbled({ text, title, petitioners }: IntakeDraft): readonly UnsureField[] {
  const fields: readonly (readonly [string, unknown])[] = [
    ['text', text],
    ['title', title],
    ...petitioners.slice(0, 5).map(({ name }, n) => [`petitioners[${n}].name`, name] as const),
  ]
  return fields
    .filter(([, value]) => typeof value === 'string' && isGarbled(value))
    .map(([field]) => ({ field, reason: 'encoding' }))
}
