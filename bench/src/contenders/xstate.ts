import { randomUUID } from 'node:crypto'
import type { Actor as Person } from '@redress/core'
import { type Actor, assign, createActor, type Snapshot, setup } from 'xstate'
import { nowText, today } from '../clock.js'
import type { Contender } from '../life-cycle.js'
import { type CaseState, emptyCase, newCode } from './decider.js'
import { type Inputs, inputs } from './inputs.js'

type Context = Omit<CaseState, 'status'> & { readonly at: string; readonly by: Person | null }
type Command = {
  readonly [Name in keyof Inputs]: { readonly type: Name; readonly input: Inputs[Name]; readonly by: Person }
}[keyof Inputs]

const { status: _, ...empty } = emptyCase()

/** What every change of a case leaves behind, beside its own fields. */
const stamp = (context: Context, by: Person) => ({ version: context.version + 1, at: nowText(), by })

const complaint = setup({
  types: { context: {} as Context, events: {} as Command },
  guards: {
    isClassified: ({ context }) => context.classified !== null,
    isHeard: ({ context }) => context.statements.length > 0,
    isNotEvaluated: ({ context }) => context.evaluation === null,
    isProved: ({ event }) =>
      event.type === 'deliver' && event.input.proof !== undefined && event.input.on <= today,
  },
}).createMachine({
  context: { ...empty, at: '', by: null },
  initial: 'new',
  states: {
    new: {
      on: {
        file: {
          target: 'received',
          actions: assign(({ context, event: { input, by } }) => ({
            ...stamp(context, by),
            filed: { ...input, on: input.receivedOn ?? today, queryCode: newCode() },
            matter: input.matter ?? null,
          })),
        },
      },
    },
    received: {
      on: {
        register: {
          target: 'registered',
          actions: assign(({ context, event: { input, by } }) => ({
            ...stamp(context, by),
            number: input.number ?? `XF-${newCode()}`,
            matter: input.matter ?? context.matter,
          })),
        },
      },
    },
    registered: {
      on: {
        classify: {
          actions: assign(({ context, event }) => ({ ...stamp(context, event.by), classified: event.input })),
        },
        accept: {
          guard: 'isClassified',
          target: 'accepted',
          actions: assign(({ context, event: { input, by } }) => ({
            ...stamp(context, by),
            acceptedOn: today,
            noticeOn: input.noticeOn ?? today,
          })),
        },
      },
    },
    accepted: {
      on: {
        assign: {
          actions: assign(({ context, event: { input, by } }) => ({
            ...stamp(context, by),
            handler: input.handler,
          })),
        },
        hearStatement: {
          actions: assign(({ context, event: { input, by } }) => ({
            ...stamp(context, by),
            statements: [...context.statements, input],
          })),
        },
        answer: {
          guard: 'isHeard',
          target: 'answered',
          actions: assign(({ context, event: { input, by } }) => ({
            ...stamp(context, by),
            opinion: { ...input, on: today },
          })),
        },
      },
    },
    answered: {
      on: {
        deliver: {
          guard: 'isProved',
          target: 'delivered',
          actions: assign(({ context, event }) => ({ ...stamp(context, event.by), delivered: event.input })),
        },
      },
    },
    delivered: {
      on: {
        evaluate: {
          guard: 'isNotEvaluated',
          actions: assign(({ context, event: { input, by } }) => ({
            ...stamp(context, by),
            evaluation: { ...input, on: today },
          })),
        },
        close: {
          target: 'completed',
          actions: assign(({ context, event }) => ({ ...stamp(context, event.by), closedOn: today })),
        },
      },
    },
    completed: { type: 'final' },
  },
})

type Running = Actor<typeof complaint>

/**
 * XState 5: a machine per case, its snapshot stored as JSON after every command. `live` keeps the actor in memory between
 * commands; otherwise each command starts it from the stored snapshot. It keeps the state only, and no history.
 */
export function xstate(live: boolean): Contender {
  const stored = new Map<string, string>()
  const actors = new Map<string, Running>()

  const start = (id: string): Running => {
    const text = stored.get(id)
    if (text === undefined) throw new Error(`there is no case ${id}`)
    const snapshot = JSON.parse(text) as Snapshot<unknown>
    return createActor(complaint, { snapshot }).start()
  }
  const give = (id: string, actor: Running, command: Command): { readonly id: string } => {
    const { version } = actor.getSnapshot().context
    actor.send(command)
    if (actor.getSnapshot().context.version === version)
      throw new Error(`${command.type} is not possible now`)
    stored.set(id, JSON.stringify(actor.getPersistedSnapshot()))
    return { id }
  }
  const command =
    <Name extends Exclude<keyof Inputs, 'file'>>(type: Name) =>
    async (id: string, rawInput: unknown, by: Person): Promise<unknown> => {
      const input = inputs[type].parse(rawInput)
      const actor = (live ? actors.get(id) : undefined) ?? start(id)
      return give(id, actor, { type, input, by } as Command)
    }

  return {
    lifeCycle: {
      async file(rawInput, by) {
        const input = inputs.file.parse(rawInput)
        const id = randomUUID()
        const actor = createActor(complaint).start()
        if (live) actors.set(id, actor)
        return give(id, actor, { type: 'file', input, by })
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
    read: async (id) => start(id).getSnapshot().context,
  }
}
