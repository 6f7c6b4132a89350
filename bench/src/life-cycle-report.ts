import type { ContenderName, LifeCycleResult } from './job.js'
import { keyOf, mostSealed, peerSize, peers, type Rounds } from './life-cycle-bench.js'
import { median } from './measure.js'
import { type Check, number, type Section } from './report.js'

const labels: Readonly<Record<ContenderName, string>> = {
  redress: 'Redress',
  plain: 'Redress, plain',
  floor: 'floor (decider, Map, zod)',
  castore: 'Castore, in memory',
  xstateLive: 'XState 5, live actor + JSON',
  xstateRehydrated: 'XState 5, rehydrated + JSON',
}

type Figure = (result: LifeCycleResult) => number
const rate: Figure = (result) => result.middleCommandsPerSecond
const wholeRate: Figure = (result) => result.commandsPerSecond
const heap: Figure = (result) => result.heapPerCase
const p50: Figure = (result) => result.command.p50

/** The table of the life cycle, and the figures required of it. Ratios are taken within each round; their median counts. */
export function lifeCycleSection(rounds: Rounds, sizes: readonly number[]): Section {
  const of = (contender: ContenderName, size: number) => rounds.get(keyOf(contender, size)) ?? []
  const middle = (contender: ContenderName, size: number, figure: Figure) =>
    median(of(contender, size).map(figure))
  const ratio = (size: number, figure: Figure, other: (round: number) => number) =>
    median(of('plain', size).map((result, round) => figure(result) / other(round)))
  const floorAt = (size: number, figure: Figure) => (round: number) => at(of('floor', size), round, figure)
  const fastestPeer = (round: number) =>
    Math.max(...peers.map((peer) => at(of(peer, peerSize), round, rate)).filter(Number.isFinite))

  const least = sizes[0] ?? peerSize
  const most = sizes.at(-1) ?? peerSize
  const drop = (contender: ContenderName) => middle(contender, least, rate) / middle(contender, most, rate)
  const trust = (size: number) =>
    median(of('redress', size).map((result, round) => rate(result) / at(of('plain', size), round, rate)))
  const checks: Check[] = [
    ...sizes
      .filter((size) => size <= mostSealed)
      .map((size) => ({
        what: `with vault and hash chain ÷ plain, at ${number(size)}`,
        measured: trust(size),
        required: { least: 0.7 },
      })),
    ...sizes.map((size) => ({
      what: `commands/s at ${number(size)}, ÷ floor`,
      measured: ratio(size, rate, floorAt(size, rate)),
      required: { least: 0.33 },
    })),
    {
      what: `commands/s at ${number(peerSize)}, ÷ fastest peer`,
      measured: ratio(peerSize, rate, fastestPeer),
      required: { least: 2 },
    },
    ...sizes.map((size) => ({
      what: `heap per case at ${number(size)}, ÷ floor`,
      measured: ratio(size, heap, floorAt(size, heap)),
      required: { most: 2 },
    })),
    {
      what: `p50 at ${number(most)} ÷ p50 at ${number(least)}`,
      measured: middle('plain', most, p50) / middle('plain', least, p50),
      required: { most: 1.2 },
    },
    {
      what: `drop of commands/s from ${number(least)} to ${number(most)}, ÷ the floor's drop`,
      measured: drop('plain') / drop('floor'),
      required: { most: 1.1 },
    },
  ]

  const head = [
    '',
    'cases',
    'commands/s',
    'middle',
    'p50 µs',
    'p99 µs',
    'p99.9 µs',
    'B/case',
    'read p50 µs',
    'read p99 µs',
  ]
  const table = [head]
  for (const size of sizes) {
    for (const contender of ['redress', 'plain', 'floor', ...peers] as const) {
      const results = of(contender, size)
      if (results.length === 0) continue
      const cell = (figure: Figure) => number(median(results.map(figure)))
      table.push([
        labels[contender],
        number(size),
        cell(wholeRate),
        cell(rate),
        cell(p50),
        cell((result) => result.command.p99),
        cell((result) => result.command.p999),
        cell(heap),
        cell((result) => result.read.p50),
        cell((result) => result.read.p99),
      ])
    }
  }
  return {
    title: 'Life cycle of a complaint in memory, ten commands, input validated',
    table,
    checks,
    notes: [
      '`middle`: commands/s in the middle one of the slices of a thousand cases; the figures use it.',
      '`plain` is Redress without vault and hash chain, which the floor and the peers have not either: it is held against them.',
      'Redress also keeps the inbox, the clocks and the verdicts; the others do not. XState keeps no history.',
      'A case is read at random: Redress also checks the reader.',
    ],
  }
}

/** Pages of the inbox, which have no peer here: only their growth is of interest. */
export function inboxSection(rounds: Rounds, sizes: readonly number[]): Section {
  const table = [['', 'cases', 'late', 'p50 µs', 'p99 µs']]
  for (const size of sizes) {
    const results = (rounds.get(keyOf('plain', size)) ?? []).flatMap(({ inbox }) =>
      inbox === undefined ? [] : [inbox],
    )
    for (const [label, unit] of [
      ['a county and all below it (37 units)', 'county'],
      ['the city and all below it (302 units)', 'city'],
    ] as const) {
      const cell = (figure: 'p50' | 'p99') => number(median(results.map((result) => result[unit][figure])))
      table.push([label, number(size), number(results[0]?.overdue ?? Number.NaN), cell('p50'), cell('p99')])
    }
  }
  return {
    title: 'Inbox: the first 50 late cases by due date, a tenth of the cases being open',
    table,
    checks: [],
  }
}

function at(results: readonly LifeCycleResult[], round: number, figure: Figure): number {
  const result = results[round]
  return result === undefined ? Number.NaN : figure(result)
}
