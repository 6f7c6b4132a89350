import { type CaseParties, isPlatformError } from '@redress/core'
import { citizen, host } from '../complaint/county.fixture.js'
import type { Target } from '../fuzz/target.fixture.js'
import { rooms } from '../fuzz/targets.fixture.js'
import { type Town, town } from './cases.fixture.js'
import { tableOf, verdictOf } from './page.fixture.js'
import { type Room, roomColumns, type Subject } from './room-actors.fixture.js'

const kinds: ReadonlySet<unknown> = new Set(['anonymous', 'resident', 'officer', 'system'])

/** Where the actor stands among arguments; -1 where nobody is asked about. */
export const placeOfActor = (args: readonly unknown[]): number =>
  args.findIndex((one) => typeof one === 'object' && one !== null && 'kind' in one && kinds.has(one.kind))

export type Method = (...args: readonly unknown[]) => unknown

export function methodOf({ platform }: Town, path: string): Method {
  const steps = path.split('.')
  const name = steps.pop() ?? ''
  let part: unknown = platform
  for (const step of steps) part = (part as Record<string, unknown>)[step]
  return (...args) => (part as Record<string, Method>)[name]?.(...args)
}

/** The case that the first argument names, or names in a field. */
async function subjectOf({ store, platform }: Town, [first]: readonly unknown[]): Promise<Subject> {
  const fields = typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : {}
  const named = typeof first === 'string' ? [first] : Object.values(fields)
  const { rows } = await store.find('core.inbox', { limit: 10_000 })
  const found = rows.find(({ key }) => named.includes(key))?.row as CaseParties | undefined
  const unit = typeof fields.unit === 'string' ? fields.unit : 'county-petition'
  const parties = found ?? { unit, involved: [], petitioners: [], handlers: [] }
  const directory = await platform.organizations.current()
  return { ...parties, above: directory.reportingChain(parties.unit)[0]?.id }
}

interface Line {
  readonly title: string
  readonly cells: readonly string[]
}

/** Asks as each column; what was allowed may have changed the case, so the next one asks about a fresh one. */
async function lineOf(room: Room, title: string, { method, args }: Target): Promise<Line> {
  let made = await town()
  const start = made.clock.now()
  let given: readonly unknown[] | undefined
  const cells: string[] = []
  for (const { who } of roomColumns[room]) {
    if (given === undefined) {
      if (made.clock.now() !== start) made = await town()
      given = await args(made)
    }
    const by = who(await subjectOf(made, given))
    const asked = by === undefined ? undefined : given.with(placeOfActor(given), by)
    const verdict = asked === undefined ? '–' : await verdictOf(async () => methodOf(made, method)(...asked))
    if (verdict === '✓') given = undefined
    cells.push(verdict)
  }
  return { title, cells }
}

/** For each purpose for which the personal data of a kind of case is read, a target. */
async function readings({ method, args }: Target): Promise<readonly (readonly [string, Target])[]> {
  const made = await town()
  const purposes = await purposesOf(made, await args(made))
  return purposes.map((purpose) => [
    `${method.replace(/get$/, '')}${purpose}`,
    { method: 'personal.read', args: async (town) => [(await args(town))[0], { purpose }, citizen] },
  ])
}

async function purposesOf({ platform }: Town, [id]: readonly unknown[]): Promise<readonly string[]> {
  try {
    await platform.personal.read(String(id), { purpose: '?' }, host)
  } catch (error) {
    if (!isPlatformError(error)) throw error
    return (error.details as { readonly known?: readonly string[] }).known ?? []
  }
  return []
}

export async function roomTable(room: Room): Promise<string> {
  const lines: Line[] = []
  for (const target of await askedOf(room)) {
    const title = target.method.replace(`petition.${room}.`, '')
    const about = target.about === undefined ? '' : ` ${target.about}`
    lines.push(await lineOf(room, `\`${title}\`${about}`, target))
    if (title !== 'get' && !title.endsWith('.get')) continue
    for (const [name, reading] of await readings(target))
      lines.push(await lineOf(room, `read for \`${name.replace(`petition.${room}.`, '')}\``, reading))
  }
  const head = ['', ...roomColumns[room].map(({ title }) => title)]
  return tableOf(head, grouped(lines))
}

/** Those with the same answers stand in one line. */
function grouped(lines: readonly Line[]): readonly (readonly string[])[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const key = line.cells.join('|')
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].map((same) => [
    same.map(({ title }) => title).join(', '),
    ...(same[0]?.cells ?? []),
  ])
}

/** The targets of a room that take an actor. */
export async function askedOf(room: Room): Promise<readonly Target[]> {
  let made = await town()
  const start = made.clock.now()
  const asked: Target[] = []
  for (const target of rooms[room]) {
    if (made.clock.now() !== start) made = await town()
    if (placeOfActor(await target.args(made)) >= 0) asked.push(target)
  }
  return asked
}
