import { type Actor, checkActor } from '../access/actor.js'
import type { Reason } from '../access/reason.js'
import { requireStanding } from '../access/rules.js'
import type { RecordedEvent } from '../event/event.js'
import type { Action, CommandOptions } from './api.js'
import { ask, askRead } from './ask.js'
import { contextFor, instantFor } from './context.js'
import type { Engine } from './engine.js'
import { handle } from './handle.js'
import { loadFresh } from './load.js'
import { present } from './present.js'
import type { AnyRecord } from './record.js'
import type { WiredKind } from './wire.js'

type Method = (...args: readonly never[]) => Promise<unknown>

/** Makes the methods of one kind of case: one per command, and reading. */
export function createCases(engine: Engine, kind: WiredKind): Readonly<Record<string, Method>> {
  const methods: Record<string, Method> = {}
  for (const command of kind.commands.values()) {
    methods[command.name] =
      command === kind.opening
        ? (input: unknown, by: Actor, options?: CommandOptions) =>
            handle(engine, kind, command, undefined, input, by, options)
        : (id: string, input: unknown, by: Actor, options?: CommandOptions) =>
            handle(engine, kind, command, id ?? '', input, by, options)
  }

  const readable = async (id: string, actor: Actor): Promise<AnyRecord> => {
    await engine.ready()
    requireStanding(actor, engine.directory())
    const record = await loadFresh(engine, kind, id)
    askRead(kind, id, kind.parties(record.state), actor, engine.directory())
    return record
  }

  const get = async (id: string, by: Actor): Promise<AnyRecord> => {
    const actor = checkActor(by)
    return present(kind, await readable(id, actor), actor)
  }

  const actions = async (id: string, by: Actor): Promise<readonly Action[]> => {
    const actor = checkActor(by)
    const record = await readable(id, actor)
    const context = contextFor(engine, kind, record, actor, instantFor(engine, record), record.rules)
    const parties = kind.parties(record.state)
    const answers: Action[] = []
    for (const command of kind.commands.values()) {
      if (command === kind.opening) continue
      const reasons: readonly Reason[] = ask(command, record, parties, context)
      answers.push({ command: command.name, allowed: reasons.length === 0, reasons })
    }
    return answers
  }

  const history = async (id: string, by: Actor): Promise<readonly RecordedEvent[]> => {
    const actor = checkActor(by)
    // Loaded when first asked for: no command needs it.
    const { historyOf } = await import('./history.js')
    return await historyOf(engine, kind, id, actor)
  }

  return Object.freeze({ ...methods, get, actions, history })
}
