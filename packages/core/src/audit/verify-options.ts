import * as z from 'zod'
import { parseInput } from '../case/input.js'
import type { VerifyOptions } from './audit.js'

const natural = z.int().min(0)
const anyFunction = z.custom<NonNullable<VerifyOptions['onProgress']>>((value) => typeof value === 'function')

/** A forger may have put anything there. */
const place = z.number().min(0)

/** What belongs to a run that goes on. The host kept it, so its parts are trusted once its outline is right. */
const resumeSchema = z.looseObject({
  version: z.literal(1),
  events: natural,
  pruned: natural,
  position: place,
  checkpoints: natural,
  found: natural,
  since: natural,
  findings: z.array(z.looseObject({ kind: z.string(), message: z.string() })),
  tree: z.looseObject({ count: natural, peaks: z.array(z.string().length(43)), set: z.string().length(43) }),
  anchors: z.looseObject({ cell: z.string(), number: natural, count: natural, position: natural }),
  upcoming: z.looseObject({ number: natural, count: natural, position: natural }).nullable(),
})

const optionsSchema = z.strictObject({
  // What is wrong with a checkpoint is a finding.
  checkpoints: z.array(z.unknown()).optional(),
  keys: z.record(z.string(), z.looseObject({})).optional(),
  vault: z.boolean().optional(),
  from: resumeSchema.optional(),
  signal: z.custom<NonNullable<VerifyOptions['signal']>>((value) => typeof value === 'object').optional(),
  onProgress: anyFunction.optional(),
  batch: z.int().min(1).max(10_000).default(1000),
  mostFindings: z.int().min(1).max(10_000).default(100),
})

export type ParsedVerifyOptions = VerifyOptions & { readonly batch: number; readonly mostFindings: number }

/** @throws INPUT_INVALID */
export function parseVerifyOptions(options: unknown): ParsedVerifyOptions {
  // The types of the outline and of what is inside are the same.
  return parseInput('audit.verify', optionsSchema, options) as unknown as ParsedVerifyOptions
}
