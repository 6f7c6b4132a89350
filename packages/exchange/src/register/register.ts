import { coreErrors, isPlatformError } from '@redress/core'
import { parse } from 'csv-parse/sync'
import { readRow } from './read-row.js'

/** What a register can tell of a case. */
export type RegisterField =
  | 'number'
  | 'receivedOn'
  | 'closedOn'
  | 'dueOn'
  | 'title'
  | 'text'
  | 'unit'
  | 'area'
  | 'matter'
  | 'channel'
  | 'name'
  | 'phone'
  | 'address'
  | 'longitude'
  | 'latitude'

/** The heading of each field in the file. */
export type RegisterColumns = Readonly<Partial<Record<RegisterField, string>>>

export interface RegisterOptions {
  readonly columns: RegisterColumns
  /** The local date of the reading: nothing is received after it. */
  readonly today: string
  /** The id of a unit by what the register calls it; undefined where it is not known. */
  readonly unit: (name: string | undefined) => string | undefined
  /** The same for a territory. Default: what is written. */
  readonly area?: ((name: string) => string | undefined) | undefined
  /** What a channel of the register is here. Default: every case came by `letter`. */
  readonly channel?: ((name: string | undefined) => string | undefined) | undefined
  /** Default: `,`. */
  readonly delimiter?: string | undefined
}

/** A line of the register that can become a case: fields fit for `petition.complaint.file`. */
export interface RegisterRow {
  /** The line in the file, the heading being 1. */
  readonly line: number
  readonly unit: string
  readonly channel: string
  readonly title: string
  readonly text: string
  readonly receivedOn: string
  readonly number: string | undefined
  /** Whether it was closed, and on which day if that can be believed. */
  readonly closed: boolean
  readonly closedOn: string | undefined
  readonly area: string | undefined
  readonly matter: string | undefined
  readonly person: { readonly name: string; readonly phone?: string; readonly address?: string } | undefined
  /** Longitude and latitude in degrees as written, at most six decimals: how exact they look, not how exact they are. */
  readonly position: readonly [number, number] | undefined
}

/** Something that was repaired, doubted or refused in one line. */
export interface Remark {
  readonly line: number
  readonly code: RemarkCode
  readonly field: RegisterField | 'line'
  /** What stood there, where it tells nothing of a person. */
  readonly was?: string
}

export type RemarkCode =
  /** A word for nothing, such as `N/A` or `无`, was read as nothing. */
  | 'BLANK_WORD'
  /** A date in another form was read. */
  | 'DATE_READ'
  /** There is no such day. */
  | 'DATE_IMPOSSIBLE'
  /** A date that systems put where they know none, such as 1900-01-01. */
  | 'DATE_PLACEHOLDER'
  | 'DATE_IN_FUTURE'
  /** Closed before it was received: closed, on a day that nobody knows. */
  | 'CLOSED_BEFORE_RECEIVED'
  /** Closed in the second in which it was received: a class of its own, not a fast answer. */
  | 'CLOSED_AT_ONCE'
  /** A time of exactly midnight: stamped by a batch, not by an act. */
  | 'MIDNIGHT_STAMP'
  /** Due dates are derived from the rules, never read. */
  | 'DUE_DATE_IGNORED'
  /** Another line has the number already; this one is kept without. */
  | 'NUMBER_TWICE'
  | 'TITLE_MADE'
  | 'PHONE_UNREADABLE'
  | 'POSITION_UNREADABLE'
  | 'POSITION_CUT'
  /** Characters were lost when the file was decoded. */
  | 'TEXT_DAMAGED'
  | 'LINE_SHORT_OR_LONG'
  /** From here on: refused. */
  | 'RECEIVED_ON_MISSING'
  | 'TEXT_MISSING'
  | 'TEXT_TOO_LONG'
  | 'UNIT_UNKNOWN'
  | 'AREA_UNKNOWN'
  /** The platform refused it: its code stands in `was`. */
  | 'REFUSED'

export interface RegisterReading {
  readonly rows: readonly RegisterRow[]
  readonly remarks: readonly Remark[]
  readonly report: Omit<ImportReport, 'imported'>
}

/** What came of it. Every line is imported or refused; none is dropped silently. */
export interface ImportReport {
  readonly lines: number
  /** How many became cases, by this import or by an earlier one. */
  readonly imported: number
  /** How many of the readable lines have a remark. */
  readonly repaired: number
  readonly refused: number
  /** How often each remark was made. */
  readonly remarks: Readonly<Partial<Record<RemarkCode, number>>>
}

/**
 * Reads an old register. It expects what real registers hold: words for nothing, dates in other forms or on days that do not exist,
 * closings before receipt, stamps at midnight, numbers that come twice. It says what it repaired and what it refuses, and invents nothing.
 *
 * @param text the file, decoded (`new TextDecoder('gb18030')` reads older Chinese files)
 * @throws OPTIONS_INVALID where a heading is missing or the file is no CSV
 */
export function readRegister(text: string, options: RegisterOptions): RegisterReading {
  const lines = linesOf(text, options)
  const [heading = [], ...body] = lines
  const places = placesOf(heading, options.columns)
  const rows: RegisterRow[] = []
  const remarks: Remark[] = []
  const numbers = new Set<string>()
  let repaired = 0
  for (const [n, cells] of body.entries()) {
    const line = n + 2
    const read = readRow(line, cells, heading.length, places, options, numbers)
    remarks.push(...read.remarks)
    if (read.row === undefined) continue
    rows.push(read.row)
    if (read.row.number !== undefined) numbers.add(read.row.number)
    if (read.remarks.length > 0) repaired++
  }
  const refused = body.length - rows.length
  return { rows, remarks, report: { lines: body.length, repaired, refused, remarks: countsOf(remarks) } }
}

/**
 * Reads a register and makes a case of each line. The key of a line is the same in every run, so an import that was stopped is simply
 * repeated. A line that the platform refuses stops no other.
 *
 * @param file opens the case of a line, with the key as `idempotencyKey`
 * @example
 * ```ts
 * const report = await importRegister(csv, options, (row, idempotencyKey) =>
 *   platform.petition.complaint.file(complaintOf(row), host, { idempotencyKey }),
 * )
 * ```
 */
export async function importRegister(
  text: string,
  options: RegisterOptions & {
    /** Names the register: part of the key of each line. */
    readonly name: string
  },
  file: (row: RegisterRow, key: string) => Promise<unknown>,
): Promise<{ readonly report: ImportReport; readonly remarks: readonly Remark[] }> {
  const reading = readRegister(text, options)
  const remarks: Remark[] = [...reading.remarks]
  let imported = 0
  for (const row of reading.rows) {
    try {
      await file(row, `register/${options.name}/${row.line}`)
      imported++
    } catch (error) {
      if (!isPlatformError(error) || (error.kind !== 'invalid' && error.kind !== 'not-allowed')) throw error
      remarks.push({ line: row.line, code: 'REFUSED', field: 'line', was: error.code })
    }
  }
  const refused = reading.report.lines - imported
  return { report: { ...reading.report, imported, refused, remarks: countsOf(remarks) }, remarks }
}

function linesOf(text: string, { delimiter = ',' }: RegisterOptions): readonly (readonly string[])[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message.slice(0, 200) : 'the file is no CSV')
  }
}

function placesOf(heading: readonly string[], columns: RegisterColumns): ReadonlyMap<RegisterField, number> {
  if (typeof columns !== 'object' || columns === null) throw wrong("'columns' must name the headings")
  const names = heading.map((name) => name.trim())
  return new Map(
    (Object.entries(columns) as [RegisterField, string][]).map(([field, name]) => {
      const place = names.indexOf(name)
      if (place < 0) throw wrong(`the file has no column '${name}' for '${field}'`)
      if (names.indexOf(name, place + 1) >= 0) throw wrong(`the file has two columns '${name}'`)
      return [field, place]
    }),
  )
}

function countsOf(remarks: readonly Remark[]): ImportReport['remarks'] {
  const counts: Partial<Record<RemarkCode, number>> = {}
  for (const { code } of remarks) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

const wrong = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'readRegister', reason })
