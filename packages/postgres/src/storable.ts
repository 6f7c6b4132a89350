// PostgreSQL stores neither U+0000 nor half of a surrogate pair, and people paste both. They are written behind U+001A:
// "0" for U+0000, "1" for U+001A itself, "s" and four digits for half a pair.

const unstorable = /\\(?:\\|u0000|u001a|u(d[89a-f][0-9a-f]{2}))/g
const stored = /\\(?:\\|u001a(?:([01])|s(d[89a-f][0-9a-f]{2})))/g

/** JSON text, as `JSON.stringify` writes it, that the database can hold. */
export function storableJson(json: string): string {
  // `JSON.stringify` escapes half a pair and nothing else above the control characters.
  if (!json.includes('\\u')) return json
  return json.replace(unstorable, (found: string, half: string | undefined) => {
    if (half !== undefined) return `\\u001as${half}`
    if (found === '\\\\') return found
    return found === '\\u0000' ? '\\u001a0' : '\\u001a1'
  })
}

/** The value of a JSON text that the database held. */
export function readJson(json: string): unknown {
  return JSON.parse(json.includes('\\u001a') ? originalJson(json) : json)
}

/** A text that the database can hold. */
export function storableText(text: string): string {
  const json = JSON.stringify(text)
  const storable = storableJson(json)
  return storable === json ? text : (JSON.parse(storable) as string)
}

/** The text that was stored. */
export function readText(text: string): string {
  if (!text.includes('\u001a')) return text
  return JSON.parse(originalJson(JSON.stringify(text))) as string
}

function originalJson(json: string): string {
  return json.replace(stored, (found: string, digit: string | undefined, half: string | undefined) => {
    if (half !== undefined) return `\\u${half}`
    if (digit === undefined) return found
    return digit === '0' ? '\\u0000' : '\\u001a'
  })
}

/** Stands between JSON texts: they hold no control character, and splitting is half as dear as any way of nesting. */
export const jsonSeparator = '\u001f'
