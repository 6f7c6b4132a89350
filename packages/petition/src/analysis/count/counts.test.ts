import { type CaseRecord, compileCalendar, dueOf } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { complaintLifecycle } from '../../complaint/lifecycle.js'
import { noComplaint } from '../../complaint/no-complaint.js'
import type { Complaint } from '../../complaint/state.js'
import { type ComplaintStatus, cn2022, complaintKind, defaultNumbering } from '../../index.js'
import { accusationTally } from './accusation-counts.js'
import { complaintTally } from './counts.js'
import { sumOf } from './line.js'

const calendar = compileCalendar(cn2022.calendar)
const context = {
  rules: cn2022,
  calendar,
  due: (run: Parameters<typeof dueOf>[0]) => dueOf(run, cn2022, calendar),
}

function record(state: Partial<Complaint>, more: Partial<CaseRecord<Complaint>> = {}): CaseRecord<Complaint> {
  return {
    id: 'c1',
    kind: 'petition.complaint',
    version: 1,
    hash: '',
    custody: { class: null, from: null, stage: 'inUse', hold: null } as never,
    state: {
      ...noComplaint,
      status: 'received',
      receivedOn: '2024-05-31',
      unit: 'office',
      receivedBy: 'office',
      ...state,
    },
    rules: cn2022.id,
    clocks: [],
    openedAt: '2024-05-31T01:00:00.000Z',
    updatedAt: '2024-05-31T01:00:00.000Z',
    ...more,
  }
}

const counts = (state: Partial<Complaint>, more?: Partial<CaseRecord<Complaint>>) =>
  complaintTally.counts(record(state, more), context)
const amounts = (state: Partial<Complaint>, more?: Partial<CaseRecord<Complaint>>, table = 'unit') =>
  counts(state, more).filter(({ by, period }) => by === table && /^\d{4}-\d\d$/.test(period))
const clock = { pauses: [], extensions: [], signals: [] }

describe('a complaint counts', () => {
  it('its receipt on its day, by month and by week', () => {
    const received = counts({ area: 'town', matter: 'noise' }).filter(
      ({ amounts: { received } }) => received === 1,
    )
    expect(received.map(({ period, by, of }) => [period, by, of])).toEqual(
      expect.arrayContaining([
        ['2024-05', 'unit', 'office'],
        ['2024-W22', 'unit', 'office'],
        ['2024-05', 'matter', '["office","noise"]'],
        ['2024-W22', 'area×matter', '["office","town","noise"]'],
        ['2024-05', 'class', '["office","-"]'],
      ]),
    )
    expect(received.filter(({ period }) => period === '2024-W22')).toHaveLength(4)
  })

  it('for the unit that handles it, and beside that for the one that received it', () => {
    const state = { status: 'referred', unit: 'housing', number: 'n' } as const
    expect(amounts(state).map(({ of }) => of)).toEqual(['housing'])
    expect(amounts(state, {}, 'receivedBy')).toEqual([
      { period: '2024-05', by: 'receivedBy', of: 'office', amounts: { received: 1, registered: 1 } },
    ])
  })

  it('while it is under review, for the unit whose opinion it is', () => {
    const state = { status: 'reviewRequested', unit: 'county', handledBy: 'housing' } as const
    const run = { ...clock, clock: 'decideReview', unit: 'county', from: '2024-06-20' }
    expect(amounts(state, { clocks: [run] }).map(({ of, amounts: of1 }) => [of, of1])).toEqual([
      ['housing', { received: 1 }],
      ['housing', { reviewAsked: 1 }],
    ])
  })

  it('the same whoever asks when: only what stands in the record', () => {
    const state = { status: 'accepted', acceptedOn: '2024-06-03' } as const
    const run = { ...clock, clock: 'handle', unit: 'office', from: '2024-06-03' }
    expect(counts(state, { clocks: [run] })).toEqual(counts(state, { clocks: [run] }))
    // Long past its end, and not decided until somebody has recorded that.
    expect(sumOf(amounts(state, { clocks: [run] }).map((one) => one.amounts))['due:handle']).toBeUndefined()
  })

  it('as open exactly in the statuses in which the inbox shows it as open', () => {
    const { inbox } = complaintKind([cn2022], defaultNumbering)
    for (const status of Object.keys(complaintLifecycle) as ComplaintStatus[]) {
      const state = record({ status }).state
      const isCounted = counts({ status }).some(({ by }) => by === 'open')
      expect(isCounted, status).toBe(inbox(state).open)
    }
  })

  it('whatever a matter is called: long names share a line, and no sign stops the counting', () => {
    const lines = counts({ matter: '\u0007'.repeat(128), area: '\u009f\ud800' })
    for (const { of } of lines) {
      expect(of.length).toBeLessThanOrEqual(256)
      expect(of).not.toMatch(/[\p{Cc}\p{Cs}]/u)
    }
    expect(lines.find(({ by }) => by === 'matter')?.of).toBe('["office","*"]')
  })
})

describe('a duty counts', () => {
  const run = { ...clock, clock: 'handle', unit: 'housing', from: '2024-06-03' }
  // Sixty days from Monday, June 3rd: Friday, August 2nd.
  const due = dueOf(run, cn2022, calendar)
  const answer = (deliveredOn: string) => ({
    version: 5,
    stage: 'handling',
    by: 'housing',
    on: deliveredOn,
    outcome: 'supported',
    legalBasis: [],
    remedy: null,
    defectiveNotice: false,
    deliveredOn,
    manner: 'receipt',
  })
  /** What is counted of the clock. */
  const of = (state: Partial<Complaint>, more: object) =>
    amounts(
      { status: 'accepted', unit: 'housing', acceptedOn: '2024-06-03', ...state },
      { clocks: [{ ...run, ...more }] },
    ).flatMap(({ period, of: unit, amounts: all }) => {
      const own = Object.entries(all).filter(([name]) => name.endsWith(':handle'))
      return own.length === 0 ? [] : [{ period, of: unit, amounts: Object.fromEntries(own) }]
    })
  const delivered = (on: string) => ({ status: 'delivered', delivered: [answer(on)] }) as never

  it('on the day on which it was done in time', () => {
    expect(of(delivered('2024-07-10'), { stoppedAt: '2024-07-10' })).toEqual([
      expect.objectContaining({ period: '2024-07', amounts: { 'due:handle': 1, 'onTime:handle': 1 } }),
    ])
    expect(of(delivered('2024-08-02'), { stoppedAt: '2024-08-02' })[0]?.amounts['onTime:handle']).toBe(1)
  })

  it('on its last day where it was late, when that is recorded and when it was done at last', () => {
    const signals = [{ band: 'passed', due: due?.at ?? 0 }]
    const late = { period: '2024-08', of: 'housing', amounts: { 'due:handle': 1 } }
    expect(of({}, { signals })).toEqual([expect.objectContaining(late)])
    expect(of(delivered('2024-11-20'), { signals, stoppedAt: '2024-11-20' })).toEqual([
      expect.objectContaining(late),
    ])
    // An extension came before the passing was recorded for the new end: the old record speaks of another day.
    const extensions = [{ amount: 30, reason: 'r', approvedBy: 'h' }]
    expect(of({}, { signals, extensions })).toEqual([])
  })

  it('with its extension', () => {
    const extensions = [{ amount: 30, reason: 'r', approvedBy: 'h' }]
    expect(of(delivered('2024-08-20'), { stoppedAt: '2024-08-20', extensions })[0]?.amounts).toEqual({
      'due:handle': 1,
      'onTime:handle': 1,
      'extended:handle': 1,
    })
  })

  it('not at all where a withdrawal ended it early: pressing for one must not look like work', () => {
    expect(of({ status: 'withdrawn' }, { stoppedAt: '2024-06-20' })).toEqual([])
    expect(of({ status: 'withdrawn' }, { stoppedAt: '2024-08-20' })).toHaveLength(1)
  })

  it('not at all while it is paused, or as a right of the petitioner', () => {
    const review = { ...clock, clock: 'requestReview', unit: 'housing', from: '2024-06-03' }
    expect(
      amounts({}, { clocks: [{ ...review, stoppedAt: '2024-06-10' }] }).flatMap((one) =>
        Object.keys(one.amounts),
      ),
    ).toEqual(['received'])
  })

  it('as open work under the day on which it ends', () => {
    const lines = counts({ status: 'accepted', unit: 'housing' }, { clocks: [run] })
    expect(lines.filter(({ by }) => by === 'open').map((one) => one.amounts)).toEqual([
      { 'status:accepted': 1, 'since:2024-05': 1, 'run:handle:2024-08-02': 1 },
    ])
  })
})

describe('an accusation counts', () => {
  const sealed: readonly Partial<Complaint>[] = [
    { class: 'accusation' },
    { confidentiality: 'sealedAccusation' },
    { accused: { persons: ['p'], units: [] } },
  ]

  it('in no table of units, areas, matters, channels or classes, and by no month', () => {
    for (const state of sealed)
      expect(counts({ ...state, area: 'town', matter: 'bribes', number: 'n' })).toEqual([
        { period: '2024', by: 'accusation', of: 'all', amounts: { received: 1 } },
      ])
  })

  it('once, also where a case of its own has taken it over', () => {
    const count = (more: object) =>
      accusationTally.counts(
        { state: { receivedOn: '2024-12-30', takenFrom: null, feedback: null, ...more } } as never,
        context,
      )
    const answered = { period: '2025', by: 'accusation', of: 'all', amounts: { answered: 1 } }
    expect(count({})).toEqual([{ period: '2024', by: 'accusation', of: 'all', amounts: { received: 1 } }])
    expect(count({ takenFrom: 'c1' })).toEqual([])
    expect(count({ takenFrom: 'c1', feedback: { on: '2025-02-01' } })).toEqual([answered])
  })
})
