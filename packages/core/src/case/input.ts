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

/** Parses an input, or throws INPUT_INVALID with the path of each fault. The schema's own types never leave. */
export function parseInput<Input>(what: string, schema: InputSchema<Input>, input: unknown): Input {
  const result = readInput(what, schema, input)
  if (result.success) return result.data
  const issues: InputIssue[] = result.error.issues.slice(0, mostIssues).map(({ code, path, message }) => ({
    path: pathText(path),
    code,
    message: message.slice(0, 200),
  }))
  throw coreErrors.INPUT_INVALID({ what, issues })
}

/** An input can be a trap: a getter or a proxy that throws while it is read. */
function readInput<Input>(what: string, schema: InputSchema<Input>, input: unknown): InputResult<Input> {
  try {
    return schema.safeParse(input)
  } catch {
    const issue = { path: '', code: 'unreadable', message: 'reading it failed' }
    throw coreErrors.INPUT_INVALID({ what, issues: [issue] })
  }
}

function pathText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const step of path) {
    text += typeof step === 'number' ? `[${step}]` : `${text === '' ? '' : '.'}${String(step).slice(0, 64)}`
  }
  return text
}
