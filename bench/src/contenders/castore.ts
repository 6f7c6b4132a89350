import { randomUUID } from 'node:crypto'
import { type Aggregate, Command, EventStore, EventType, tuple } from '@castore/core'
import { InMemoryEventStorageAdapter } from '@castore/event-storage-adapter-in-memory'
import type { Actor } from '@redress/core'
import type { Contender } from '../life-cycle.js'
import { type CaseEvent, type CaseState, decide, emptyCase } from './decider.js'
import { type Inputs, inputs } from './inputs.js'

type Type = CaseEvent['type']
type Data<Name extends Type> = Extract<CaseEvent, { type: Name }>['data']

const eventType = <Name extends Type>(type: Name) => new EventType<Name, Data<Name>, Actor>({ type })
const eventTypes = [
  eventType('filed'),
  eventType('registered'),
  eventType('classified'),
  eventType('accepted'),
  eventType('assigned'),
  eventType('heard'),
  eventType('answered'),
  eventType('delivered'),
  eventType('evaluated'),
  eventType('closed'),
]

type Case = Aggregate & CaseState
interface Detail<Name extends Type> {
  readonly type: Name
  readonly payload: Data<Name>
}
type AnyDetail = { readonly [Name in Type]: Detail<Name> }[Type] & {
  readonly aggregateId: string
  readonly version: number
}

/** Castore with its in-memory adapter: event types, a reducer, a command per change, as its documentation shows. */
export function castore(): Contender {
  const cases = new EventStore({
    eventStoreId: 'COMPLAINTS',
    eventTypes,
    reducer: (before: Case, event) => reduce(before, event),
    eventStorageAdapter: new InMemoryEventStorageAdapter(),
  })
  // The list of event types is open to the compiler, so it cannot tie the type of an event to its payload.
  const push = cases.pushEvent as unknown as (
    event: object,
    options: { prevAggregate?: Case },
  ) => Promise<unknown>

  const command = <Name extends Exclude<keyof Inputs, 'file'>>(name: Name) => {
    const { handler } = new Command({
      commandId: name,
      requiredEventStores: tuple(cases),
      handler: async ({ id, input, by }: { id: string; input: unknown; by: Actor }) => {
        const parsed = inputs[name].parse(input) as Inputs[Name]
        const { aggregate } = await cases.getExistingAggregate(id)
        const { type, data: payload } = decide[name](aggregate, parsed)
        const event = { aggregateId: id, version: aggregate.version + 1, type, payload, metadata: by }
        return await push(event, { prevAggregate: aggregate })
      },
    })
    return (id: string, input: unknown, by: Actor): Promise<unknown> => handler({ id, input, by }, [cases])
  }

  return {
    lifeCycle: {
      async file(input, by) {
        const id = randomUUID()
        const { type, data: payload } = decide.file(emptyCase(), inputs.file.parse(input))
        await push({ aggregateId: id, version: 1, type, payload, metadata: by }, {})
        return { id }
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
    read: async (id) => (await cases.getExistingAggregate(id)).aggregate,
  }
}

function reduce(before: Case, event: AnyDetail): Case {
  const { version, aggregateId } = event
  switch (event.type) {
    case 'filed':
      return {
        aggregateId,
        version,
        status: 'received',
        filed: event.payload,
        number: null,
        matter: event.payload.matter ?? null,
        classified: null,
        acceptedOn: null,
        noticeOn: null,
        handler: null,
        statements: [],
        opinion: null,
        delivered: null,
        evaluation: null,
        closedOn: null,
      }
    case 'registered': {
      const { number, matter = before.matter } = event.payload
      return { ...before, version, status: 'registered', number, matter }
    }
    case 'classified':
      return { ...before, version, classified: event.payload }
    case 'accepted': {
      const { on, noticeOn } = event.payload
      return { ...before, version, status: 'accepted', acceptedOn: on, noticeOn }
    }
    case 'assigned':
      return { ...before, version, handler: event.payload.handler }
    case 'heard':
      return { ...before, version, statements: [...before.statements, event.payload] }
    case 'answered':
      return { ...before, version, status: 'answered', opinion: event.payload }
    case 'delivered':
      return { ...before, version, status: 'delivered', delivered: event.payload }
    case 'evaluated':
      return { ...before, version, evaluation: event.payload }
    case 'closed':
      return { ...before, version, status: 'completed', closedOn: event.payload.on }
  }
}
