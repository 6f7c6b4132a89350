/** Words that stand for what people say of themselves. Only `personal.read` may ever show them. */
export const secret = 'SECRETWORD'

const texts: ReadonlySet<string> = new Set([
  'title',
  'text',
  'place',
  'name',
  'phone',
  'address',
  'idNumber',
  'reason',
  'reasons',
  'lateBecause',
  'report',
  'summary',
  'conclusion',
  'mediator',
  'agreement',
  'proof',
  'request',
  'facts',
  'opinion',
  'finding',
  'advice',
  'body',
  'accusedAs',
  'adopted',
  'answer',
  'attempts',
  'award',
  'comment',
  'detail',
  'findings',
  'goal',
  'help',
  'measure',
  'measures',
  'note',
  'outOfTurn',
  'proposal',
  'question',
  'record',
  'result',
  'statement',
  'told',
  'view',
])
/** Lists of texts. */
const lists: ReadonlySet<string> = new Set(['evidence', 'answers', 'questions'])

/** An input with a secret word in every text of it; what commands name by these words is never a key. */
export function withSecrets(input: object, path = ''): object {
  return Object.fromEntries(
    Object.entries(input).map(([field, value]: [string, unknown]) => {
      const marked = `${secret}-${path}${field}`
      if (Array.isArray(value))
        return [
          field,
          value.map((one: unknown) =>
            isObject(one) ? withSecrets(one, field) : lists.has(field) ? marked : one,
          ),
        ]
      // The remedy names the body by its id.
      if (isObject(value)) return [field, field === 'remedy' ? value : withSecrets(value, field)]
      // Why a delivery did not reach anybody is one of a few words, and so is what came of supervision.
      const isWord =
        (field === 'reason' && 'channel' in input) || (field === 'result' && !('outcome' in input))
      return [field, texts.has(field) && !isWord && typeof value === 'string' ? marked : value]
    }),
  )
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
