import { isBlankWord, readDate, readDegrees, wordsOf } from './read-cell.js'
import type { RegisterField, RegisterOptions, RegisterRow, Remark, RemarkCode } from './register.js'

/** Dates that systems write where they know none. */
const placeholders: ReadonlySet<string> = new Set(['1900-01-01', '1970-01-01', '0001-01-01', '9999-12-31'])

/** The longest text that a petition takes. */
const longest = 20_000

/** Reads one line: the row, unless it is refused, and what there is to say about it. */
export function readRow(
  line: number,
  cells: readonly string[],
  width: number,
  places: ReadonlyMap<RegisterField, number>,
  options: RegisterOptions,
  numbers: ReadonlySet<string>,
): { readonly row: RegisterRow | undefined; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = []
  const remark = (code: RemarkCode, field: Remark['field'], was?: string): undefined => {
    remarks.push(was === undefined ? { line, code, field } : { line, code, field, was: was.slice(0, 40) })
  }
  const refused = (code: RemarkCode, field: Remark['field'], was?: string) => {
    remark(code, field, was)
    return { row: undefined, remarks }
  }
  const cell = (field: RegisterField): string | undefined => {
    const place = places.get(field)
    const raw = place === undefined ? undefined : cells[place]
    if (raw !== undefined && isBlankWord(raw.trim())) remark('BLANK_WORD', field)
    return wordsOf(raw)
  }
  const day = (field: 'receivedOn' | 'closedOn', text: string | undefined) => {
    if (text === undefined) return undefined
    const read = readDate(text)
    if (read.date === undefined) return remark('DATE_IMPOSSIBLE', field, text)
    if (placeholders.has(read.date)) return remark('DATE_PLACEHOLDER', field, text)
    if (read.date > options.today) return remark('DATE_IN_FUTURE', field, text)
    if (read.seconds === 0) remark('MIDNIGHT_STAMP', field)
    else if (!read.isStandard && read.seconds === undefined) remark('DATE_READ', field, text)
    return { date: read.date, seconds: read.seconds }
  }

  if (cells.length !== width) remark('LINE_SHORT_OR_LONG', 'line')
  const received = day('receivedOn', cell('receivedOn'))
  if (received === undefined) return refused('RECEIVED_ON_MISSING', 'receivedOn')
  const text = cell('text') ?? cell('title')
  if (text === undefined) return refused('TEXT_MISSING', 'text')
  if (text.length > longest) return refused('TEXT_TOO_LONG', 'text')
  if (text.includes('\uFFFD')) remark('TEXT_DAMAGED', 'text')
  const unitName = cell('unit')
  const unit = options.unit(unitName)
  if (unit === undefined) return refused('UNIT_UNKNOWN', 'unit', unitName)
  const areaName = cell('area')
  const area =
    areaName === undefined ? undefined : options.area === undefined ? areaName : options.area(areaName)
  if (areaName !== undefined && area === undefined) return refused('AREA_UNKNOWN', 'area', areaName)

  if (cell('dueOn') !== undefined) remark('DUE_DATE_IGNORED', 'dueOn')
  const closedText = cell('closedOn')
  const closed = day('closedOn', closedText)
  const isBefore =
    closed !== undefined &&
    (closed.date < received.date ||
      (closed.date === received.date && (closed.seconds ?? 86_400) < (received.seconds ?? 0)))
  if (isBefore) remark('CLOSED_BEFORE_RECEIVED', 'closedOn')
  const isAtOnce =
    closed?.seconds !== undefined && closed.date === received.date && closed.seconds === received.seconds
  if (isAtOnce) remark('CLOSED_AT_ONCE', 'closedOn')

  const title = cell('title')
  if (title === undefined) remark('TITLE_MADE', 'title')
  let number = cell('number')
  if (number !== undefined && numbers.has(number)) {
    remark('NUMBER_TWICE', 'number', number)
    number = undefined
  }
  return {
    row: {
      line,
      unit,
      channel: options.channel?.(cell('channel')) ?? 'letter',
      title: (title ?? text).slice(0, 200),
      text,
      receivedOn: received.date,
      number: number?.slice(0, 64),
      closed: closedText !== undefined,
      closedOn: isBefore ? undefined : closed?.date,
      area,
      matter: cell('matter')?.slice(0, 128),
      person: personOf(),
      position: positionOf(),
    },
    remarks,
  }

  function personOf(): RegisterRow['person'] {
    const name = cell('name')?.slice(0, 100)
    const written = cell('phone')
    const digits = written?.replace(/[^\d+]/g, '') ?? ''
    const isPhone = digits.length >= 5 && digits.length <= 20
    if (written !== undefined && !isPhone) remark('PHONE_UNREADABLE', 'phone')
    const address = cell('address')?.slice(0, 300)
    if (name === undefined) return undefined
    return { name, ...(isPhone ? { phone: digits } : {}), ...(address === undefined ? {} : { address }) }
  }

  function positionOf(): RegisterRow['position'] {
    const [east, north] = [cell('longitude'), cell('latitude')]
    if (east === undefined && north === undefined) return undefined
    const longitude = readDegrees(east ?? '', 180)
    const latitude = readDegrees(north ?? '', 90)
    if (longitude.value === undefined || latitude.value === undefined)
      return remark('POSITION_UNREADABLE', 'longitude')
    if (longitude.cut || latitude.cut) remark('POSITION_CUT', 'longitude')
    return [longitude.value, latitude.value]
  }
}
