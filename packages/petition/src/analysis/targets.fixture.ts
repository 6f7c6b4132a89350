import { host } from '../complaint/county.fixture.js'
import { type Target, targetsOf } from '../fuzz/target.fixture.js'

const unit = 'county'
const months = ['2024-07', '2024-08']

const queries = {
  counts: { unit, table: 'area×matter', periods: ['2024-W30', '2024-08', '2024'] },
  timeliness: { unit, table: 'unit', periods: ['2024-08'] },
  satisfaction: { unit, table: 'total', periods: ['2024-08'] },
  rises: { unit, table: 'matter', week: '2024-W30' },
  hotSpots: { unit, months },
  topics: { unit, months },
  annualReport: { unit, year: 2024 },
  bulletin: { unit, month: '2024-08' },
  overview: { unit },
}

const target = targetsOf('petition.analysis', (made) => made)

/** Every public method of statistics, for whoever tries them with anything. */
export const analysisTargets: readonly Target[] = [
  ...Object.entries(queries).map(([method, query]) =>
    target(method, async ({ accepted }) => {
      await accepted()
      return [query, host]
    }),
  ),
  target('publicReport', () => [{ year: 2023 }]),
]
