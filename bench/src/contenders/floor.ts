import { randomUUID } from 'node:crypto'
import type { Actor } from '@redress/core'
import { nowText } from '../clock.js'
import type { Contender } from '../life-cycle.js'
import { type CaseEvent, type CaseState, decide, emptyCase } from './decider.js'
import { type Inputs, inputs } from './inputs.js'

/** An event with the envelope that every event log needs. */
type StoredEvent = CaseEvent & {
  readonly stream: string
  readonly version: number
  readonly at: string
  readonly by: Actor
}

/**
 * The floor: the least code that keeps event-sourced cases behind an asynchronous port. zod on every input, a decider, a `Map`
 * of event objects, folded anew for every command into one private object. No view, clock, access rule, retry or idempotency.
 */
export function floor(): Contender {
  const streams = new Map<string, StoredEvent[]>()

  const load = async (id: string): Promise<readonly StoredEvent[]> => {
    const events = streams.get(id)
    if (events === undefined) throw new Error(`there is no case ${id}`)
    return events
  }
  const append = async (expected: number, event: StoredEvent): Promise<void> => {
    const events = streams.get(event.stream) ?? []
    if (events.length !== expected) throw new Error('somebody else was faster')
    if (expected === 0) streams.set(event.stream, events)
    events.push(event)
  }

  const command =
    <Name extends Exclude<keyof Inputs, 'file'>>(name: Name) =>
    async (
      id: string,
      input: unknown,
      by: Actor,
    ): Promise<{ readonly id: string; readonly state: CaseState }> => {
      const parsed = inputs[name].parse(input) as Inputs[Name]
      const state = fold(await load(id))
      const { type, data } = decide[name](state, parsed)
      const version = state.version + 1
      const event = { type, data, stream: id, version, at: nowText(), by } as StoredEvent
      await append(state.version, event)
      evolve(state, event)
      return { id, state }
    }

  return {
    lifeCycle: {
      async file(input, by) {
        const parsed = inputs.file.parse(input)
        const state = emptyCase()
        const id = randomUUID()
        const { type, data } = decide.file(state, parsed)
        const event = { type, data, stream: id, version: 1, at: nowText(), by } as StoredEvent
        await append(0, event)
        evolve(state, event)
        return { id, state }
      },
      register: command('register'),
      classify: command('classify'),
      accept: command('accept'),
      assign: command('assign'),
      hearStatement: command('hearStatement'),
      answer: command('answer'),
      deliver: command('deliver'),
      evaluate: command('evaluate'),
      close: command('close'),
    },
    read: async (id) => fold(await load(id)),
  }
}

function fold(events: readonly StoredEvent[]): CaseState {
  const state = emptyCase()
  for (const event of events) evolve(state, event)
  return state
}

/** Changes the state in place: nobody else has it. */
function evolve(state: CaseState, event: StoredEvent): void {
  state.version = event.version
  switch (event.type) {
    case 'filed':
      state.status = 'received'
      state.filed = event.data
      state.matter = event.data.matter ?? null
      break
    case 'registered':
      state.status = 'registered'
      state.number = event.data.number
      state.matter = event.data.matter ?? state.matter
      break
    case 'classified':
      state.classified = event.data
      break
    case 'accepted':
      state.status = 'accepted'
      state.acceptedOn = event.data.on
      state.noticeOn = event.data.noticeOn
      break
    case 'assigned':
      state.handler = event.data.handler
      break
    case 'heard':
      state.statements = [...state.statements, event.data]
      break
    case 'answered':
      state.status = 'answered'
      state.opinion = event.data
      break
    case 'delivered':
      state.status = 'delivered'
      state.delivered = event.data
      break
    case 'evaluated':
      state.evaluation = event.data
      break
    case 'closed':
      state.status = 'completed'
      state.closedOn = event.data.on
  }
}
