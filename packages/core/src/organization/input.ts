import * as z from 'zod'
import type { InputSchema } from '../case/input.js'
import type { OrganizationCommands } from './commands.js'
import type { Post, Responsibility, Unit } from './unit.js'

/** The inputs after parsing: one or many is always a list. */
export interface ParsedCommands
  extends Omit<OrganizationCommands, 'open' | 'appoint' | 'assignResponsibility'> {
  readonly open: readonly Unit[]
  readonly appoint: readonly Post[]
  readonly assignResponsibility: readonly Responsibility[]
}

/** Units that open together are one event. */
const longestList = 200_000
/** Of these each is an event of its own, and a commit holds 10,000. */
const mostEvents = 10_000

const word = z.string().min(1).max(128)
const name = z.string().min(1).max(200)
const day = z.iso.date()
const words = z.array(word).max(100)

const newUnitFields = {
  id: word,
  name,
  nameEn: z.exactOptional(name),
  code: z.exactOptional(word),
  level: word,
  type: word,
  parent: z.exactOptional(word),
  superior: z.exactOptional(word),
}
const newUnit = record(newUnitFields)
const unit = record({ ...newUnitFields, openedOn: z.exactOptional(day) })
const post = record({ unit: word, person: word, roles: words, from: z.exactOptional(day) })
const responsibility = record({ matter: word, area: word, unit: word, from: z.exactOptional(day) })
const change = { on: day, source: z.exactOptional(name) }
const successor = z.union([word, newUnit], {
  error: 'Give the id of an open unit, or a new unit with id, name, level and type',
})

/** The schema of each change. Every length is bounded, so that no caller can make a change of any size. */
export const organizationInputs: { readonly [C in keyof ParsedCommands]: InputSchema<ParsedCommands[C]> } = {
  open: oneOrMany(unit, longestList),
  rename: record({
    ...change,
    unit: word,
    name,
    nameEn: z.exactOptional(name),
    code: z.exactOptional(word),
  }),
  move: record({
    ...change,
    unit: word,
    parent: z.exactOptional(word.nullable()),
    superior: z.exactOptional(word.nullable()),
  }).refine(({ parent, superior }) => parent !== undefined || superior !== undefined, {
    error: 'Give the new parent, the new superior, or both',
  }),
  merge: record({ ...change, from: z.array(word).min(1).max(longestList), into: successor }),
  split: record({ ...change, unit: word, into: z.array(successor).min(2).max(longestList) }),
  close: record({ ...change, unit: word, successor: z.exactOptional(word) }),
  appoint: oneOrMany(post, mostEvents),
  dismiss: record({ unit: word, person: word, on: day }),
  assignResponsibility: oneOrMany(responsibility, mostEvents),
  revokeResponsibility: record({ matter: word, area: word, on: day }),
}

/** An object with no other fields. A field that is there but undefined counts as absent. */
function record<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(withoutUndefined, z.strictObject(shape))
}

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.values(value).includes(undefined)) return value
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined))
}

function oneOrMany<Output>(schema: z.ZodType<Output>, most: number): InputSchema<readonly Output[]> {
  const many = z.array(schema).max(most)
  const one = schema.transform((value) => [value])
  // A union would answer every fault with "invalid input" and no path.
  return { safeParse: (input) => (Array.isArray(input) ? many : one).safeParse(input) }
}
