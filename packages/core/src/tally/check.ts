import { coreErrors } from '../errors.js'
import type { Count, TallyQuery } from './tally.js'

const mostLines = 1000
const mostAmounts = 100
/** Of one amount in one case: nine million cases of it can still be added up exactly. */
const mostAmount = 1_000_000_000
const mostAsked = 100_000

/** What a case counts, each line once, without what is zero. @throws KIND_INVALID */
export function checkCounts(kind: string, given: unknown): readonly Count[] {
  const fail = (reason: string) => coreErrors.KIND_INVALID({ kind, reason: `'tally.counts' gives ${reason}` })
  if (!Array.isArray(given)) throw fail('something that is not a list')
  if (given.length > mostLines) throw fail(`more than ${mostLines} lines for a case`)
  const lines = new Map<string, { readonly count: Count; readonly amounts: Map<string, number> }>()
  for (const one of given as readonly (Count | null | undefined)[]) {
    const { period, by, of, amounts: added } = one ?? ({} as Partial<Count>)
    if (!isText(period, 64) || period === '' || !isText(by, 64) || by === '' || !isText(of, 256))
      throw fail("a line whose 'period', 'by' or 'of' is empty, too long or not printable")
    if (typeof added !== 'object' || added === null) throw fail('a line without amounts')
    const key = lineText(period, by, of)
    const line = lines.get(key) ?? {
      count: { period, by, of, amounts: {} },
      amounts: new Map<string, number>(),
    }
    lines.set(key, line)
    for (const [name, amount] of Object.entries(added)) {
      if (!isText(name, 64) || name === '')
        throw fail('an amount whose name is empty, too long or not printable')
      const sum = (line.amounts.get(name) ?? 0) + amount
      if (!Number.isInteger(amount) || amount < 0 || sum > mostAmount)
        throw fail(`an amount '${name}' that is not a whole number from 0 to ${mostAmount}`)
      if (sum > 0) line.amounts.set(name, sum)
    }
    if (line.amounts.size > mostAmounts) throw fail(`a line with more than ${mostAmounts} amounts`)
  }
  return [...lines.values()]
    .filter(({ amounts }) => amounts.size > 0)
    .map(({ count, amounts }) => ({ ...count, amounts: amountsOf(amounts) }))
}

/** A line of a tally, as one text. */
export const lineText = (period: string, by: string, of: string): string => JSON.stringify([period, by, of])

/** In the order of their names, so that what is equal looks equal. */
export function amountsOf(amounts: Iterable<readonly [name: string, amount: number]>): Count['amounts'] {
  return Object.fromEntries([...amounts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A query with each value once. @throws QUERY_INVALID */
export function checkQuery(given: TallyQuery): TallyQuery {
  const { by, periods, of }: Partial<TallyQuery> = given ?? {}
  if (typeof by !== 'string') throw coreErrors.QUERY_INVALID({ reason: "'by' names no table" })
  if (!areTexts(periods)) throw coreErrors.QUERY_INVALID({ reason: "'periods' is not a list of texts" })
  if (of !== undefined && !areTexts(of))
    throw coreErrors.QUERY_INVALID({ reason: "'of' is not a list of texts" })
  const query = { by, periods: [...new Set(periods)], of: of && [...new Set(of)] }
  if (query.periods.length * (query.of?.length ?? 1) > mostAsked)
    throw coreErrors.QUERY_INVALID({ reason: `it asks for more than ${mostAsked} lines` })
  return query
}

/** Printable, since not every database holds every other text. */
const isText = (text: unknown, most: number): text is string =>
  typeof text === 'string' && text.length <= most && !/[\p{Cc}\p{Cs}]/u.test(text)

const areTexts = (texts: unknown): texts is readonly string[] =>
  Array.isArray(texts) && texts.every((text) => typeof text === 'string')
