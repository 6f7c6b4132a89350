import { coreErrors, type InputIssue } from '../errors.js'

/** Checks the input of a command. A zod schema is one; so is anything of this shape. */
export interface InputSchema<Input> {
  safeParse(input: unknown): InputResult<Input>
}

export type InputResult<Input> =
  | { readonly success: true; readonly data: Input }
  | { readonly success: false; readonly error: { readonly issues: readonly SchemaIssue[] } }

export interface SchemaIssue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** How many faults one error names. A hostile input of a million faults gets a short answer. */
const mostIssues = 20

/**
 * Parses an input, for the methods of a plugin that are no commands.
 *
 * @param what how the error names it, such as `petition.complaint.file`
 * @throws INPUT_INVALID with the path of each fault; what reads badly, such as a getter that throws, is one too
 */
export function parseInput<Input>(what: string, schema: InputSchema<Input>, input: unknown): Input {
  let issues: readonly InputIssue[]
  try {
    const result = schema.safeParse(input)
    if (result.success) return result.data
    // Inside: zod writes its messages when they are asked for, and may read the input again.
    issues = result.error.issues.slice(0, mostIssues).map(toIssue)
  } catch {
    // An input can be a trap: a getter or a proxy that throws while it is read.
    issues = [{ path: '', code: 'unreadable', message: 'reading it failed' }]
  }
  throw coreErrors.INPUT_INVALID({ what, issues })
}

function toIssue({ code, path, message }: SchemaIssue): InputIssue {
  return { path: pathText(path), code, message: message.slice(0, 200) }
}

function pathText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const step of path) {
    text += typeof step === 'number' ? `[${step}]` : `${text === '' ? '' : '.'}${String(step).slice(0, 64)}`
  }
  return text
}
