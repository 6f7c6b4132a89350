import * as z from 'zod'
import { intakeInputs } from '../../complaint/commands/intake.js'
import type { AnswerChannel } from '../../complaint/state.js'
import type { Channel } from '../../matter/channel.js'
import type { AccusedParties } from '../../matter/checks.js'
import { readOptions } from '../../matter/options.js'
import type { PersonFiling } from '../../matter/persons.js'
import { id } from '../../matter/words.js'
import type { IntakeChannel } from '../channel.js'
import type {
  IncomingAttachment,
  IntakeDraft,
  IntakeProblem,
  MatterKind,
  ProxyFiling,
  SpokenRecord,
} from '../draft.js'
import { proxyInput, spokenInput } from '../finish.js'
import { problem, unreadable, wordOf } from '../problems.js'
import { emptyDraft, reading } from './reading.js'

/**
 * What a form holds: of the web, an app, a mini-program, or a desk that writes down what somebody says. Everything may be missing while it
 * is filled in step by step; the browser keeps it as JSON, and `validate` tells of each field what is still needed.
 */
export interface FilingForm {
  /** What the person wants it to be. Default: a complaint. */
  readonly about?: MatterKind | undefined
  /** Default: the unit of the channel. */
  readonly unit?: string | undefined
  /** Default: the beginning of the text. */
  readonly title?: string | undefined
  readonly text?: string | undefined
  readonly area?: string | undefined
  readonly place?: string | undefined
  readonly matter?: string | undefined
  readonly petitioners?: readonly Partial<PersonFiling>[] | undefined
  readonly people?: number | undefined
  readonly representatives?: readonly string[] | undefined
  readonly anonymous?: boolean | undefined
  /** The person has been shown what filing anonymously costs them. */
  readonly toldOfAnonymity?: boolean | undefined
  readonly confidential?: boolean | undefined
  readonly accused?: AccusedParties | undefined
  readonly accusedAs?: string | undefined
  readonly answerBy?: AnswerChannel | undefined
  readonly newsBy?: AnswerChannel | undefined
  readonly receivedOn?: string | undefined
  readonly attachments?: readonly IncomingAttachment[] | undefined
  readonly proxy?: Partial<ProxyFiling> | undefined
  readonly spoken?: Partial<SpokenRecord> | undefined
  /** A random id that the form makes once, so that sending it twice files once. */
  readonly messageId?: string | undefined
  readonly identity?: unknown
}

export interface FormOptions {
  /** Default: `web`. */
  readonly id?: string | undefined
  /** Default: `online`. A desk that writes down what visitors say has `visit`, one for callers `phone`. */
  readonly channel?: Channel | undefined
  /** The unit that receives what names no other. */
  readonly unit?: string | undefined
}

const filed = intakeInputs.file.shape
const formInput = z.strictObject({
  about: z.enum(['complaint', 'suggestion', 'accusation']).optional(),
  unit: filed.unit.optional(),
  title: filed.title.optional(),
  text: filed.text,
  area: filed.area,
  place: filed.place,
  matter: filed.matter,
  petitioners: filed.petitioners,
  people: filed.people,
  representatives: filed.representatives,
  anonymous: z.boolean().optional(),
  toldOfAnonymity: z.boolean().optional(),
  confidential: filed.confidential,
  accused: filed.accused,
  accusedAs: z.string().trim().min(1).max(1000).optional(),
  answerBy: filed.answerBy,
  newsBy: filed.newsBy,
  receivedOn: filed.receivedOn,
  attachments: z.array(z.unknown()).readonly().optional(),
  proxy: proxyInput.optional(),
  spoken: spokenInput.optional(),
  messageId: z.string().min(1).max(1000).optional(),
  identity: z.unknown().optional(),
})

const formOptions = z.strictObject({
  id: id.optional(),
  channel: filed.channel.optional(),
  unit: id.optional(),
})

/** The form of the web, of an app, of a mini-program or of a desk. @throws OPTIONS_INVALID */
export function formChannel(options: FormOptions = {}): IntakeChannel<FilingForm> {
  const { id = 'web', channel = 'online', unit } = readOptions('formChannel', formOptions, options)
  const read = reading(formInput, (message): IntakeDraft => {
    const { toldOfAnonymity: _, unit: named, ...form } = message
    const { anonymous = false, confidential = false, petitioners = [], attachments = [] } = form
    const unsure = form.proxy === undefined ? [] : [{ field: 'proxy', reason: 'proxy' } as const]
    return {
      ...emptyDraft,
      about: form.about ?? 'complaint',
      channel,
      unit: named ?? unit ?? '',
      ...form,
      title: form.title ?? '',
      anonymous,
      confidential,
      petitioners,
      // Looked at one by one against the policy.
      attachments: attachments as readonly IncomingAttachment[],
      unsure,
    } as IntakeDraft
  })

  return {
    id,
    channel,
    read(message) {
      try {
        const form = withoutBlanks(message, 0)
        const needed = [...stillNeeded(form, unit)]
        const result = read(form)
        if ('about' in result) return needed.length > 0 ? needed : result
        return unique([...needed, ...result])
      } catch {
        return unreadable
      }
    },
  }
}

/** What a form lacks for reasons that its fields alone do not show. */
function* stillNeeded(form: unknown, unit: string | undefined): Iterable<IntakeProblem> {
  if (typeof form !== 'object' || form === null) return
  const { anonymous, toldOfAnonymity, petitioners, proxy, spoken, unit: named } = form as FilingForm
  if (named === undefined && unit === undefined)
    yield problem('unit', 'missing', { label: wordOf('field.unit') })
  if (anonymous === true && toldOfAnonymity !== true)
    yield problem('toldOfAnonymity', 'anonymousUntold', { terms: wordOf('anonymous.terms') })
  if (anonymous !== true && !hasName(petitioners)) yield problem('petitioners[0].name', 'nameMissing')
  if (proxy !== undefined && proxy.consent !== true) yield problem('proxy.consent', 'proxyConsent')
  if (spoken !== undefined && (spoken.readBack !== true || spoken.confirmed !== true))
    yield problem('spoken.confirmed', 'spokenUnconfirmed')
}

const hasName = (petitioners: FilingForm['petitioners']): boolean =>
  Array.isArray(petitioners) && petitioners.length > 0 && petitioners[0]?.name !== undefined

/** The same thing is told once, in the words that say most. */
function unique(problems: readonly IntakeProblem[]): readonly IntakeProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ field }) => {
    const about = field.replace(/^(proxy|spoken)\.(consent|readBack|confirmed)$/, '$1')
    if (seen.has(about)) return false
    seen.add(about)
    return true
  })
}

/** How deep a form is. */
const deepest = 4

/** Fields that were touched and left empty are not there. */
function withoutBlanks(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest || ArrayBuffer.isView(value))
    return value
  if (Array.isArray(value)) return value.map((one: unknown) => withoutBlanks(one, depth + 1))
  const kept = Object.entries(value).filter(
    ([, field]: [string, unknown]) =>
      field !== null && field !== undefined && !(typeof field === 'string' && field.trim() === ''),
  )
  return Object.fromEntries(
    kept.map(([name, field]: [string, unknown]) => [
      name,
      name === 'attachments' || name === 'identity' ? field : withoutBlanks(field, depth + 1),
    ]),
  )
}
