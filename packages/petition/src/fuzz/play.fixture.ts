import { type Actor, isPlatformError, type Store } from '@redress/core'
import { complaintInputs } from '../complaint/commands/index.js'
import { citizen, neighbour, staff } from '../complaint/county.fixture.js'
import { evolveComplaint } from '../complaint/evolve.js'
import { type Command, inputFor, namesAnother } from '../complaint/inputs.fixture.js'
import { columnsOf } from '../verdicts/actors.fixture.js'
import { caseRows, stageOf } from '../verdicts/case-rows.fixture.js'
import { bring, type Sort, type Town, town } from '../verdicts/cases.fixture.js'
import { secret, withSecrets } from './markers.fixture.js'

/** Where a secret word has been seen. */
export interface Sight {
  readonly where: string
  readonly what: string
}

const person = { id: 'r1', name: 'x', phone: 'x', address: 'x', idNumber: 'x' }
const words = (input: object) =>
  withSecrets(
    'title' in input && 'channel' in input ? { ...input, place: 'x', petitioners: [person] } : input,
  )

/**
 * Plays every command on a store, with a secret word in every text: as it works, by somebody who may not, and with a fault in it; and
 * everybody reads. Answers with where the secret word was seen outside of the vault's own readings.
 */
export async function play(store: Store): Promise<readonly Sight[]> {
  const made = await town(store)
  const sights: Sight[] = []
  const look = lookFor(sights, [secret])
  const listen = (type: string, listener: (event: unknown) => void) =>
    made.platform.events.on(type as never, listener as never)
  for (const type of Object.keys(evolveComplaint))
    listen(type, (event) => look(`a listener of ${type}`, event))
  for (const sort of ['ordinary', 'sealed'] as const)
    for (const command of Object.keys(complaintInputs) as Command[])
      await playCommand(made, sort, command, look)
  await playReadings(made, look)
  await searchStore(store, look)
  return sights
}

export type Look = (where: string, what: unknown) => void

/** Notes where one of some words is seen. */
export function lookFor(sights: Sight[], words: readonly string[]): Look {
  return (where, what) => {
    const text = JSON.stringify(what) ?? ''
    const at = Math.max(...words.map((word) => text.indexOf(word)))
    if (at >= 0) sights.push({ where, what: text.slice(Math.max(0, at - 60), at + 60) })
  }
}

async function playCommand(made: Town, sort: Sort, command: Command, look: Look): Promise<void> {
  const { complaint, today } = made
  const { id } = await bring(made, sort, stageOf(command), words)
  const run = complaint[command] as (...given: readonly unknown[]) => Promise<object>
  const other = namesAnother.has(command) ? (await made.registered()).id : id
  const input = words(inputFor(command, today(), other)) as Record<string, unknown>
  const call = async (what: string, given: object, by: Actor, options?: object) => {
    try {
      const { receipt: _, ...shown } = (await (command === 'file'
        ? run(given, by, options)
        : run(id, given, by, options))) as { readonly receipt?: unknown }
      look(`the result of ${command}`, shown)
    } catch (error) {
      if (!isPlatformError(error)) throw error
      look(`the error of ${command}, ${what}`, [error.code, error.message, error.details, error.stack])
    }
  }
  for (const by of [neighbour, staff.water, staff.county, { kind: 'anonymous' } as const])
    await call('by another', input, by)
  await call('with more', { ...input, more: secret }, citizen)
  for (const field of Object.keys(input)) {
    await call(`${field} in a list`, { ...input, [field]: [input[field]] }, citizen)
    await call(`${field} too long`, { ...input, [field]: `${secret}${'x'.repeat(30_000)}` }, citizen)
  }
  for (const [field, value] of Object.entries(input))
    if (typeof value === 'boolean')
      await call(`${field} turned`, { ...input, [field]: !value }, { kind: 'system', id: 'test' })
  await call('at another version', input, citizen, { expectedVersion: 99 })
  const key = { idempotencyKey: `${command} of one that is ${sort}` }
  for (const by of [citizen, staff.housing, staff.desk, { kind: 'system', id: 'test' } as const])
    await call('as it is', input, by, key)
}

/** The readings through which texts are shown on purpose. */
const shows: ReadonlySet<string> = new Set([
  'personal.read',
  'personal.readMany',
  'personal.subjectAccessExport',
  'petition.inquiry.follow',
])

async function playReadings(made: Town, look: Look): Promise<void> {
  for (const { method, title, stage, call } of caseRows) {
    if (method.startsWith('petition.complaint.') && stage !== 'accepted') continue
    const of = await bring(made, 'ordinary', stage, words)
    for (const { who } of columnsOf('sealed')) {
      const by = who(of)
      if (by === undefined) continue
      try {
        const result = await call(made, of, by, 'ordinary')
        if (!shows.has(method)) look(title, result)
      } catch (error) {
        if (!isPlatformError(error)) throw error
        look(`the error of ${title}`, [error.code, error.message, error.details])
      }
    }
  }
}

/** Everything that a store holds, through its own port. */
export async function searchStore(
  store: Store,
  look: Look,
  views: readonly string[] = ['core.inbox'],
): Promise<void> {
  for (let after = 0; ; ) {
    const events = await store.readAll(after, 500)
    for (const event of events) look(`the log, ${event.type}`, event)
    const last = events.at(-1)
    if (last === undefined) break
    after = last.position
  }
  for (const view of views) {
    const { rows } = await store.find(view, { limit: 100_000 })
    for (const { row } of rows) look(`a row of ${view}`, row)
  }
  for (let after = ''; ; ) {
    const cells = await store.listCells('', after, 500)
    for (const cell of cells) look('a cell', cell)
    const last = cells.at(-1)
    if (last === undefined) break
    after = last.name
  }
}
