import { centreOfCounty, said, thursday, zhang } from './town.fixture.js'
import type { visitInputs } from './visit/commands/index.js'

export type VisitCommand = keyof typeof visitInputs

/** An input that fits each command of a visit in the tests' county. */
export const visitInput: Readonly<Record<VisitCommand, object>> = {
  open: {
    centre: 'c',
    unit: 'county-petition',
    window: '1',
    windowUnit: 'county-petition',
    petitioners: [zhang],
    appointment: { on: thursday, half: 'morning', from: '08:00', until: '12:00', planned: false },
  },
  place: {},
  decline: {},
  cancel: {},
  miss: {},
  arrive: {},
  enter: { number: 1, on: thursday },
  call: {},
  recall: {},
  noShow: {},
  requeue: {},
  leave: { why: 'gone' },
  transfer: { window: 'housing', windowUnit: 'county-housing', reason: 'r' },
  receive: {},
  record: { text: said, readBack: { outcome: 'confirmed' } },
  accuse: { accused: { persons: ['wu'] } },
  recuse: { person: 'wu', reason: 'r' },
  invite: { unit: 'county-school', question: 'q' },
  attend: { unit: 'county-water', present: true },
  answer: { unit: 'county-water', text: 't', commitment: { text: 'c', by: thursday } },
  keep: { commitment: 1, on: thursday, proof: 'p' },
  noteInquiry: {},
  handOver: { to: 'complaint', title: 't' },
  settle: { handOver: 1, state: 'done', case: 'x' },
  refer: { kind: 'legalAid', to: 't', consents: true },
  advise: { to: 'city-housing', note: 'n' },
  close: { told: 't' },
}

export const centreInput = {
  open: centreOfCounty,
  change: { phone: '12363' },
  setWindow: { window: '9', name: 'n', unit: 'county-water', services: [], appointments: 1 },
  closeWindow: { window: 'water' },
  close: { continuesAt: 'x' },
} as const

const leader = { window: 'leader' }
export const dayInput = {
  open: {
    centre: 'c',
    unit: 'county-petition',
    on: '2024-08-02',
    hours: { morning: { from: '08:00', until: '12:00' } },
    sessions: [{ window: '1', half: 'morning', unit: 'county-petition', officers: [], appointments: 2 }],
    planned: false,
  },
  staff: { window: '1', half: 'morning', officers: ['desk'] },
  planLeader: {
    window: 'leader-2',
    half: 'morning',
    leader: 'vice',
    unit: 'county',
    post: 'p',
    place: 'p',
    appointments: 1,
  },
  announceLeader: leader,
  cancelLeader: { ...leader, instead: 'i' },
  holdLeader: leader,
  close: { because: 'b' },
  take: { visit: 'v2', window: '1', half: 'morning' },
  free: { visit: 'v1' },
  issue: { for: 'v1/0' },
} as const

export const chargeInput = {
  take: { case: 'c', leader: 'vice', leaderUnit: 'county', until: '2024-09-30', goal: 'g' },
  meet: { on: thursday, summary: 's' },
  report: { report: 'r' },
  extend: { until: '2024-10-31', reason: 'r' },
  passOn: { leader: 'county-head', leaderUnit: 'county', reason: 'r' },
  conclude: { outcome: 'resolved', result: 'r' },
} as const
