import type { AccusationCommands } from './commands/index.js'
import { charge } from './town.fixture.js'

export type Command = keyof AccusationCommands

/** An input that fits each command on a day. */
export function inputFor(command: Command, today: string): object {
  const inputs: Record<Command, object> = {
    file: charge,
    register: {},
    nameAccused: { accused: { persons: ['li'] } },
    route: { to: 'city-discipline', reasons: 'r' },
    giveBack: { reasons: 'r', agreedBy: 'desk' },
    accept: {},
    notAccept: { ground: 'noSubstance', reasons: 'r', advice: 'a' },
    identify: { proof: 'p' },
    supplement: { text: 't', evidence: ['e'] },
    note: { text: 't' },
    withdraw: { reason: 'r', freely: true },
    decideWithdrawal: { goesOn: false, reasons: 'r' },
    investigate: { investigators: ['inv-1'] },
    recuse: { person: 'inv-2', reason: 'r' },
    tellPersonnel: { to: 'city-organization', report: 'r', major: true },
    protect: { measure: 'm' },
    conclude: { outcome: 'notFound', findings: 'f' },
    clarify: {
      on: today,
      manner: 'meeting',
      units: ['county-water'],
      statement: 's',
      approvedBy: 'dis-head',
    },
    propose: { to: 'city', proposal: 'p' },
    feedBack: { on: today, manner: 'inPerson', proof: 'p', answer: 'a' },
    failToReach: { on: today, attempts: 'a', answer: 'a' },
    close: {},
    reopen: { ground: 'newFacts', reasons: 'r' },
  }
  return inputs[command]
}

type Run = (id: string, input: object, by: object) => Promise<{ readonly id: string }>
export const runOf = (api: object, command: string): Run => (api as Record<string, Run>)[command] as Run
