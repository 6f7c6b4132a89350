import type { Actor } from '@redress/core'
import { accusationKinds, accusationTable } from '../count/accusation-counts.js'
import { type Amounts, sumOf } from '../count/line.js'
import { monthsOf } from '../count/period.js'
import { answerOf, type Desk, deskOver, openDesk, type Workshop } from '../desk.js'
import { analysisErrors } from '../errors.js'
import { hotSpotsIn, topicsIn } from '../problems.js'
import { checkYear, read, readUnit } from '../query.js'
import { readAsker, scopeBelow } from '../scope.js'
import { readSheet, sumAll } from '../sheet.js'
import { countsOf, satisfactionsOf, timelinessOf } from '../statistics/measures.js'
import type { AnnualReport, AnnualReportQuery, PublicReportQuery } from './annual-report.js'
import { asTheyAre, keptBack } from './published.js'
import { bodiesOf, byMonth, fieldsOf, namesOf, receivedBy, unitsOf } from './report-parts.js'
import { supervisionOf } from './supervision-figures.js'

export async function annualReport(
  shop: Workshop,
  query: AnnualReportQuery,
  by: Actor,
): Promise<AnnualReport> {
  const asker = readAsker(by)
  const { year, unit } = read(query)
  const checked = { year: checkYear(year), unit: readUnit(unit) }
  const desk = await openDesk(shop, checked.unit, by)
  return await reportOf(desk, checked.year, 'internal', asker.kind === 'system')
}

export async function publicReport(shop: Workshop, query: PublicReportQuery): Promise<AnnualReport> {
  const year = checkYear(read(query).year)
  const directory = await shop.host.directory()
  const desk = deskOver(shop, directory, scopeBelow(undefined, directory))
  if (!isOver(year, desk))
    throw analysisErrors.PERIOD_NOT_FINISHED({ period: String(year), until: `${year}-12-31` })
  const report = await reportOf(desk, year, 'public', false)
  if (!report.isComplete) throw analysisErrors.COUNTING_NOT_FINISHED()
  return report
}

const isOver = (year: number, { today }: Desk): boolean => today.slice(0, 4) > String(year)

async function reportOf(
  desk: Desk,
  year: number,
  audience: AnnualReport['audience'],
  isPublisher: boolean,
): Promise<AnnualReport> {
  const { host, scope, directory, inForce } = desk
  const months = monthsOf(year)
  const least = inForce.leastCell ?? 5
  const shown = audience === 'public' ? keptBack(least) : asTheyAre
  const units = await readSheet(host, 'unit', [...monthsOf(year - 1), ...months], scope)
  const channels = await readSheet(host, 'channel', months, scope)
  const classes = await readSheet(host, 'class', months, scope)
  const cells = await readSheet(host, 'area×matter', months, scope)
  const ofYear = units.lines.filter(({ period }) => months.includes(period))
  const all = sumAll(ofYear)
  const isInternal = audience === 'internal'
  const hot = isInternal ? await hotSpotsIn(desk, months) : undefined
  const frequent = isInternal ? await topicsIn(desk, months) : undefined
  const supervised = await supervisionOf(desk, months)
  const sheets = [units, channels, classes, cells]
  const fields = fieldsOf(cells.lines, desk, audience === 'public' ? least : 1)
  return {
    ...answerOf(
      desk,
      [...sheets, supervised, hot, frequent].every((one) => one?.isComplete !== false),
    ),
    audience,
    year,
    isFinished: isOver(year, desk),
    names: await namesOf(desk, `${year}-01-01`, [
      ...ofYear.map(({ unit }) => unit),
      ...fields.table.rows,
      ...(hot?.rows ?? []).map(({ area }) => area),
      scope.root ?? '',
    ]),
    statistics: {
      counts: shown.counts(countsOf(all)),
      yearBefore: shown.counts(countsOf(sumAll(units.lines.filter((line) => !ofYear.includes(line))))),
      received: byMonth(ofYear, months, 'received', shown),
      completed: byMonth(ofYear, months, 'completed', shown),
      byChannel: shown.rows(receivedBy(channels.lines)),
      byClass: shown.rows(receivedBy(classes.lines)),
      accusations:
        isPublisher && scope.units === undefined ? await accusationsOf(desk, year, least) : undefined,
    },
    fields,
    bodies: bodiesOf(ofYear, directory, shown, least),
    timeliness: shown.timeliness(timelinessOf(all)),
    units: unitsOf(ofYear, shown),
    supervision: supervised.figures,
    satisfaction: shown.satisfaction(satisfactionsOf(all)),
    topics: frequent?.rows ?? [],
    hotSpots: hot?.rows ?? [],
  }
}

/** Of the whole organisation; small numbers are kept back from the publisher too. */
async function accusationsOf({ host }: Desk, year: number, least: number) {
  const sums: Amounts[] = []
  for (const kind of accusationKinds) {
    const { lines } = await host.tally(kind, { by: accusationTable, periods: [String(year)] })
    sums.push(...lines.map(({ amounts }) => amounts))
  }
  const figure = (name: string) => {
    const many = sumOf(sums)[name] ?? 0
    return many > 0 && many < least ? null : many
  }
  return { received: figure('received'), answered: figure('answered') }
}
