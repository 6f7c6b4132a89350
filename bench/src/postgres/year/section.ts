import { startPostgres } from '../../../../packages/postgres/src/postgres-server.fixture.js'
import { number, type Section } from '../../report.js'
import { serverSettings } from '../server-settings.js'
import { callers, type Effort, measureYears, type YearResult } from './measure.js'
import { questions, type Times } from './questions.js'
import { checkSample } from './sample.js'

/** The statistics of a year of complaints, with few of them and with many. */
export async function yearSections(
  sizes: readonly number[],
  effort: Effort,
  say: (text: string) => void,
): Promise<readonly Section[]> {
  const server = await startPostgres({ durable: true, settings: serverSettings })
  try {
    await checkSample(server.url)
    const years = await measureYears(server.url, sizes, effort, say)
    return [questionSection(years), workSection(years)]
  } finally {
    await server.stop()
  }
}

function questionSection(years: readonly YearResult[]): Section {
  const [few, many] = [years[0] as YearResult, years.at(-1) as YearResult]
  const pairs = questions.map(([name], q) => ({
    name,
    few: few.questions[q] as Times,
    many: many.questions[q] as Times,
  }))
  return {
    title: `Analysis of a year of ${number(many.size)} complaints on PostgreSQL: what a dashboard of the whole city asks, in ms`,
    table: [
      ['', ...[few, many].flatMap(({ size }) => [`${number(size)} p50`, 'p99']), '÷ p50', '÷ p99'],
      ...pairs.map(({ name, few: a, many: b }) => [
        name,
        ...[a.p50, a.p99, b.p50, b.p99, b.p50 / a.p50, b.p99 / a.p99].map(number),
      ]),
      [
        'lines of the statistics',
        number(few.counted.lines),
        '',
        number(many.counted.lines),
        '',
        number(many.counted.lines / few.counted.lines),
      ],
    ],
    // As for commands on a database that grows.
    checks: pairs.map(({ name, few: a, many: b }) => ({
      what: `${name}: p50 at ${number(many.size)} ÷ at ${number(few.size)}`,
      measured: b.p50 / a.p50,
      required: { most: 1.2 },
    })),
    notes: [
      'A question reads lines of the statistics: one for each unit, area, matter … and period that has something. Their number grows',
      'until every place and matter has had its complaint in every month. A line gets longer by each number of days that it tells apart.',
      'Asked in turn at both sizes. The p99 of a hundred samples or fewer is the slowest of them.',
    ],
  }
}

function workSection(years: readonly YearResult[]): Section {
  const [few, many] = [years[0] as YearResult, years.at(-1) as YearResult]
  const row = (name: string, figure: (year: YearResult) => number) => [name, ...years.map(figure).map(number)]
  return {
    title: `The same years at work: ${callers} callers with whole lives of complaints, inbox, counting`,
    table: [
      ['', ...years.map(({ size }) => number(size))],
      row('events', ({ fill }) => fill.events),
      row('open', ({ fill }) => fill.open),
      row('commands/s', ({ commandsPerSecond }) => commandsPerSecond),
      row('page of 50 by due date, a county, p50 ms', ({ pages }) => pages.county.p50),
      row('p99 ms', ({ pages }) => pages.county.p99),
      row('page of 50 by due date, the city, p50 ms', ({ pages }) => pages.city.p50),
      row('p99 ms', ({ pages }) => pages.city.p99),
      row('first counting, complaints/s', ({ counted }) => counted.complaintsPerSecond),
      row('whole first counting, s', ({ counted }) => counted.seconds),
      row('of which kinds that have no case, s', ({ counted }) => counted.seconds - counted.complaintSeconds),
      row('counting by difference, events/s', ({ liveEventsPerSecond }) => liveEventsPerSecond),
      row('database, MB', ({ bytes }) => bytes / 1e6),
      row('filled in, s', ({ fill }) => fill.seconds),
    ],
    checks: [
      {
        what: `commands/s at ${number(few.size)} ÷ at ${number(many.size)}`,
        measured: few.commandsPerSecond / many.commandsPerSecond,
        required: { most: 1.2 },
      },
      {
        what: `p99 of a page of the city at ${number(many.size)}, ms`,
        measured: many.pages.city.p99,
        required: { most: 10 },
      },
    ],
    notes: [
      'The years are filled in: platforms in memory, with a clock that goes through 2024, take every complaint through its commands and record',
      'each day what has come due; then the events of a complaint go into PostgreSQL with its last rows and all its cells, fifty in a commit.',
      'So in the log the events of a complaint stand together, and rows and keys have not been written anew ten times: no dead rows, one vacuum.',
      'A sample is held against the same complaints command by command: events, hashes, rows, cells, what is read, counted and verified.',
      'Counting by difference finds most of the complaints in the memory of the process that worked on them; every kind reads the log.',
      'Left out: weekends, reviews, extensions, hearings, supervision, suggestions and visits as cases of their own, and the year before.',
    ],
  }
}
