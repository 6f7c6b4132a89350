import type { SqliteValue } from './database.js'

/** A piece of SQL with the values of its `?`, in their order. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqliteValue[]
}

type Part = Sql | string | number

/** Values become `?`; only pieces made by this function, and the names of columns and tables given to {@link raw}, become SQL. */
export function sql(texts: TemplateStringsArray, ...parts: readonly Part[]): Sql {
  let text = texts[0] as string
  const values: SqliteValue[] = []
  for (let n = 0; n < parts.length; n++) {
    const part = parts[n] as Part
    if (typeof part === 'object') {
      text += part.text
      for (const value of part.values) values.push(value)
    } else {
      text += '?'
      values.push(part)
    }
    text += texts[n + 1] as string
  }
  return { text, values }
}

/** A name of a column or a table, as this package numbers them. */
export function raw(text: string): Sql {
  return { text, values: [] }
}

export function join(pieces: readonly Sql[], between: string): Sql {
  return {
    text: pieces.map(({ text }) => text).join(between),
    values: pieces.flatMap(({ values }) => values),
  }
}
