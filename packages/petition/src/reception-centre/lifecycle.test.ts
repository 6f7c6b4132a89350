import type { CaseKind, CaseTypes, Directory } from '@redress/core'
import { scenario } from '@redress/core/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { cn2022 } from '../rules/cn-2022.js'
import { centreKind } from './centre/kind.js'
import { chargeKind } from './charge/kind.js'
import { dayKind } from './day/kind.js'
import { centreInput, chargeInput, dayInput, visitInput } from './inputs.fixture.js'
import { thursday, town } from './town.fixture.js'
import { visitKind } from './visit/kind.js'

type AnyKind = CaseKind<CaseTypes>
type Inputs = Readonly<Record<string, object>>
/** How to get into a status: commands, one with another input where it needs one. */
type Road = readonly (string | readonly [command: string, input: object])[]

const rules = [cn2022]
const at = `${thursday}T01:30:00.000Z`

const arrived: Road = ['open', 'place', 'arrive']
const waiting: Road = [...arrived, 'enter']
const called: Road = [...waiting, 'call']
const received: Road = [...called, 'receive']
/** With a statement, a unit that has come and has promised something, and a hand-over under way. */
const inReception: Road = [
  ...received,
  'record',
  ['invite', { unit: 'county-water', question: 'q' }],
  'attend',
  'answer',
]

interface Kinds {
  readonly name: string
  readonly kind: AnyKind
  readonly inputs: Inputs
  readonly roads: Readonly<Record<string, Road>>
  /** Where a command needs another road into the status. */
  readonly special: Readonly<Record<string, Road>>
}

// The tables of the kinds are typed against each other; here they are only walked.
const untyped = (kind: unknown): AnyKind => kind as AnyKind
const planned: Road = [
  'open',
  ['planLeader', { ...dayInput.planLeader, window: 'leader' }],
  ['take', { ...dayInput.take, visit: 'v1' }],
]

const kinds: readonly Kinds[] = [
  {
    name: 'a visit',
    kind: untyped(visitKind(rules)),
    inputs: visitInput,
    roads: {
      requested: ['open'],
      appointed: ['open', 'place'],
      declined: ['open', 'decline'],
      cancelled: ['open', 'place', 'cancel'],
      missed: ['open', 'place', 'miss'],
      arrived,
      waiting,
      called,
      absent: [...called, 'noShow'],
      inReception,
      closed: [...inReception, 'handOver', ['settle', { handOver: 1, state: 'failed', case: null }], 'close'],
      left: [...waiting, 'leave'],
    },
    special: {
      'inReception settle': [...inReception, 'handOver'],
      'closed settle': [...inReception, 'handOver', 'settle', 'close'],
    },
  },
  {
    name: 'a centre',
    kind: untyped(centreKind(rules)),
    inputs: centreInput,
    roads: { open: ['open'], closed: ['open', 'close'] },
    special: {},
  },
  {
    name: 'a day',
    kind: untyped(dayKind(rules)),
    inputs: dayInput,
    roads: { planned, closed: [...planned, 'close'] },
    special: { 'planned holdLeader': [...planned, 'announceLeader'] },
  },
  {
    name: 'a case in charge',
    kind: untyped(chargeKind(rules)),
    inputs: chargeInput,
    roads: { active: ['take'], concluded: ['take', 'conclude'] },
    special: {},
  },
]

let directory: Directory
beforeAll(async () => {
  directory = await (await town()).platform.organizations.current()
})

/** Where a command needs another moment than the others. */
const moments: Readonly<Record<string, string>> = {
  miss: `${thursday}T06:00:00.000Z`,
  holdLeader: `${dayInput.open.on}T01:30:00.000Z`,
}
const optionsFor = (command: string) => ({ directory, at: moments[command] ?? at })

function play({ kind, inputs }: Kinds, road: Road): readonly never[] {
  let events: readonly never[] = []
  for (const step of road) {
    const [name, input] = typeof step === 'string' ? [step, inputs[step] as object] : step
    const made = scenario(kind, optionsFor(name))
      .given(events)
      .when(name as never, input as never)
    if (made.error !== undefined) throw new Error(`${name}: ${made.error.message}`)
    events = [...events, ...(made.events as readonly never[])]
  }
  return events
}

describe.each(kinds)('the life cycle of $name', (of) => {
  const table = of.kind.lifecycle as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  const commands = Object.keys(of.kind.decide)

  it('has a road into every status, and an input for every command', () => {
    const statuses = Object.keys(table).filter((status) => status !== 'new')
    expect(Object.keys(of.roads).sort()).toEqual(statuses.sort())
    expect(Object.keys(of.inputs).sort()).toEqual([...commands].sort())
  })

  it.each(Object.keys(of.roads))('%s allows exactly the commands of the table', (status) => {
    const usual = play(of, of.roads[status] as Road)
    for (const command of commands) {
      if (command === of.kind.opening) continue
      const special = of.special[`${status} ${command}`]
      const given = scenario(of.kind, optionsFor(command)).given(
        special === undefined ? usual : play(of, special),
      )
      const { record } = given
      const { error, record: after } = given.when(command as never, of.inputs[command] as never)
      const targets = table[status]?.[command]
      expect(record.state.status, command).toBe(status)
      if (targets === undefined) {
        expect(JSON.stringify(error?.details), command).toContain('"STATUS"')
        expect(after.state).toEqual(record.state)
      } else {
        expect(error?.message, command).toBeUndefined()
        const to = after.state.status
        expect(to === status || targets.includes(to), `${command} led to ${to}`).toBe(true)
      }
    }
  })
})
