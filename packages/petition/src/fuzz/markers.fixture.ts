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
])

/** An input with a secret word in every text of it; what the commands of a complaint name by these words is never a key. */
export function withSecrets(input: object, path = ''): object {
  return Object.fromEntries(
    Object.entries(input).map(([field, value]: [string, unknown]) => {
      if (Array.isArray(value))
        return [field, value.map((one: unknown) => (isObject(one) ? withSecrets(one, field) : one))]
      // The remedy names the body by its id.
      if (isObject(value)) return [field, field === 'remedy' ? value : withSecrets(value, field)]
      // Why a delivery did not reach anybody is one of a few words.
      const isWord = field === 'reason' && 'channel' in input
      return [
        field,
        texts.has(field) && !isWord && typeof value === 'string' ? `${secret}-${path}${field}` : value,
      ]
    }),
  )
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
