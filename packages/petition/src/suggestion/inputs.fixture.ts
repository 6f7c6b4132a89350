import type { suggestionInputs } from './commands/index.js'
import { idea, publicText } from './town.fixture.js'

export type Command = keyof typeof suggestionInputs

/** An input that fits each command on a day. */
export function inputFor(command: Command, today: string, other: string): object {
  const inputs: Record<Command, object> = {
    file: idea,
    register: {},
    screen: {},
    decline: { reasons: 'r', advice: 'a' },
    handOver: { to: other, class: 'appeal', consent: true },
    supplement: { text: 't' },
    note: { text: 't' },
    transfer: { to: 'county-water' },
    askReturn: { reasons: 'r' },
    answerReturn: { consent: true, reasons: 'r' },
    study: { officer: 'hou' },
    assign: { officer: 'wat' },
    recuse: { person: 'somebody', reason: 'r' },
    hearView: { from: 'expert', view: 'v', name: 'n' },
    decide: { outcome: 'adoptPartly', reasons: 'r', adopted: 'a' },
    reply: { channel: 'phone' },
    failReply: { channel: 'phone', reason: 'unreachable' },
    plan: { by: today, measures: 'm', reason: 'r' },
    reportProgress: { text: 't' },
    realise: { proof: 'p' },
    giveUp: { reasons: 'r' },
    honour: { kind: 'certificate', award: 'a', consent: true },
    consentToName: { given: true, person: 'p1' },
    publish: publicText,
    unpublish: { reason: 'r' },
    recordSupport: { supports: 5 },
    setAside: { mark: 'burst', reason: 'r' },
    restore: { batch: 1, reason: 'r' },
    close: {},
    withdraw: {},
    reopen: { reasons: 'r' },
  }
  return inputs[command]
}
