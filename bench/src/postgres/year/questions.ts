import { spread } from '../../measure.js'
import { city } from '../../organization.js'
import { type City, headOf } from './city.js'

/** In milliseconds. */
export interface Times {
  readonly p50: number
  readonly p99: number
}

type Ask = (city: City) => Promise<{ readonly isComplete: boolean }>

const head = headOf(city)
const months = Array.from({ length: 12 }, (_, n) => `2024-${String(n + 1).padStart(2, '0')}`)

/** What a dashboard of the whole city asks. */
export const questions: readonly (readonly [name: string, ask: Ask])[] = [
  ['overview', ({ platform }) => platform.petition.analysis.overview({}, head)],
  ['timeliness of every unit, a month', timeliness],
  [
    'counts by matter, twelve months',
    ({ platform }) => platform.petition.analysis.counts({ table: 'matter', periods: months }, head),
  ],
  [
    'rises by area × matter',
    ({ platform }) => platform.petition.analysis.rises({ table: 'area×matter' }, head),
  ],
  ['hot spots', ({ platform }) => platform.petition.analysis.hotSpots({}, head)],
  ['annual report', ({ platform }) => platform.petition.analysis.annualReport({ year: 2024 }, head)],
]

function timeliness({ platform }: City) {
  return platform.petition.analysis.timeliness({ table: 'unit', periods: ['2024-11'] }, head)
}

/** Asks each city each question so often, in turn, so that a bad second of the machine hits each of them. */
export async function askAll(
  cities: readonly City[],
  rounds: number,
): Promise<readonly (readonly Times[])[]> {
  const answers: (readonly Times[])[] = []
  for (const [name, ask] of questions) {
    const samples = cities.map(() => new Float64Array(rounds))
    for (let round = -3; round < rounds; round++) {
      for (const [c, one] of cities.entries()) {
        const start = performance.now()
        const { isComplete } = await ask(one)
        if (round >= 0 && samples[c] !== undefined) samples[c][round] = performance.now() - start
        if (!isComplete) throw new Error(`${name}: not everything is counted`)
      }
    }
    answers.push(samples.map(timesOf))
  }
  return answers
}

/** Pages of the 50 open complaints whose limits end first: of the city, and of its counties. */
export async function readPages(
  { platform }: City,
  rounds: number,
): Promise<Record<'county' | 'city', Times>> {
  const read = async (unitOf: (round: number) => string): Promise<Times> => {
    const samples = new Float64Array(rounds)
    for (let round = -3; round < rounds; round++) {
      const unit = unitOf(Math.max(round, 0))
      const start = performance.now()
      const { items } = await platform.cases.find({ unit, open: true, sort: 'due', limit: 50 }, headOf(unit))
      if (round >= 0) samples[round] = performance.now() - start
      if (items.length === 0) throw new Error('an empty page')
    }
    return timesOf(samples)
  }
  return { county: await read((round) => `c${round % 8}`), city: await read(() => city) }
}

function timesOf(samples: Float64Array): Times {
  // `spread` speaks of microseconds.
  const { p50, p99 } = spread(samples)
  return { p50: p50 / 1000, p99: p99 / 1000 }
}
