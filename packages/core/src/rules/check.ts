import * as z from 'zod'
import type { Limit } from '../clock/limit.js'
import { minutesOf } from '../clock/read-date.js'
import { coreErrors, shown } from '../errors.js'
import type { RuleProfile } from './profile.js'

const text = z.string().min(1)
/** At most 273 years, or eleven of hours: what is longer is a slip of the pen. */
const amount = z.int().min(1).max(100_000)

const limit = z
  .strictObject({
    unit: z.enum(['urgentHour', 'workHour', 'workDay', 'naturalDay']),
    amount,
    nature: z.enum(['duty', 'right']),
    source: text,
    warnings: z.array(z.strictObject({ band: text, before: z.number().positive() })).optional(),
    pausedBy: z.array(text).optional(),
    extension: z.strictObject({ most: amount, times: amount, source: text }).optional(),
  })
  .refine((one) => warningsFit(one as Limit), {
    path: ['warnings'],
    message: "each band once and none 'passed', most distant first, within the limit, in whole days for days",
  })

const years = z.int().min(0).max(1000).optional()
const retentionClass = z
  .strictObject({
    title: text,
    zh: text.optional(),
    restrictAfter: years,
    eraseAfter: years,
    pruneAfter: years,
    source: text,
    verified: z.boolean(),
  })
  .refine(({ restrictAfter = 0, eraseAfter }) => eraseAfter === undefined || restrictAfter <= eraseAfter, {
    path: ['eraseAfter'],
    message: 'it is before restrictAfter',
  })
  .refine(({ eraseAfter, pruneAfter }) => pruneAfter === undefined || pruneAfter >= (eraseAfter ?? 1e9), {
    path: ['pruneAfter'],
    message: 'it is before eraseAfter, or there is none',
  })

const profile = z
  .looseObject({
    id: text,
    source: text,
    effectiveFrom: z.iso.date(),
    effectiveUntil: z.iso.date().optional(),
    verified: z.boolean(),
    counting: z.strictObject({
      id: text,
      endOfDay: text.refine((time) => minutesOf(time) > 0, 'a time such as 24:00 or 17:30'),
      rollForward: z.boolean(),
      source: text,
    }),
    // The rest of it is checked when it is made ready.
    calendar: z.looseObject({ id: text }),
    limits: z.record(text, limit),
    leastCell: z.int().min(1).max(1000).optional(),
    retention: z.record(text, retentionClass).optional(),
  })
  .refine((one) => one.effectiveUntil === undefined || one.effectiveUntil >= one.effectiveFrom, {
    path: ['effectiveUntil'],
    message: 'it is before effectiveFrom',
  })

/** Checks a profile when it is installed, so that a slip in its figures never reaches a case. @throws RULES_INVALID */
export function checkRules(given: RuleProfile): void {
  let rules = '(unreadable)'
  let reason = 'reading it failed'
  try {
    rules = shown(given?.id)
    const { error } = profile.safeParse(given)
    if (error === undefined) return
    const issues = error.issues.slice(0, 20)
    reason = issues
      .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`.slice(0, 200))
      .join('; ')
  } catch {
    // A trap: a getter or a proxy that throws while it is read.
  }
  throw coreErrors.RULES_INVALID({ rules, reason })
}

function warningsFit({ warnings = [], amount: length, unit }: Limit): boolean {
  const inDays = unit === 'workDay' || unit === 'naturalDay'
  let distance = length
  for (const { band, before } of warnings) {
    if (band === 'passed' || before >= distance || (inDays && !Number.isInteger(before))) return false
    distance = before
  }
  return new Set(warnings.map((one) => one.band)).size === warnings.length
}
