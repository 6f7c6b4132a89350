/** A figure that is required, beside what was measured. */
export interface Check {
  readonly what: string
  readonly measured: number
  /** `least`: at least this much; `most`: at most. */
  readonly required: { readonly least: number } | { readonly most: number }
}

/** What one bench has to say: a table, and the figures that are required of it. */
export interface Section {
  readonly title: string
  readonly table: readonly (readonly string[])[]
  readonly checks: readonly Check[]
  readonly notes?: readonly string[]
}

export function meets({ measured, required }: Check): boolean {
  return 'least' in required ? measured >= required.least : measured <= required.most
}

export function format({ title, table, checks, notes = [] }: Section): string {
  const rows = checks.map((check) => [
    `  ${check.what}`,
    `${number(check.measured)}×`,
    'least' in check.required ? `≥ ${check.required.least}×` : `≤ ${check.required.most}×`,
    meets(check) ? 'meets' : 'misses',
  ])
  const lines = [`\n${title}`, ...align(table.map(([first = '', ...rest]) => [`  ${first}`, ...rest]))]
  if (rows.length > 0) lines.push('', ...align([['  figure', 'measured', 'required', ''], ...rows]))
  return [...lines, ...notes.map((note) => `  ${note}`)].join('\n')
}

/** Three significant digits; thousands are separated. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumSignificantDigits: 3 })
}

/** Pads the columns: the first to the left, the others to the right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  }
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}
