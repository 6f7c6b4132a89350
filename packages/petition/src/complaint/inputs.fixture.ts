import type { complaintInputs } from './commands/index.js'
import { letter, remedy, sections } from './county.fixture.js'

export type Command = keyof typeof complaintInputs

/** The commands whose input names another case: no case goes into itself. */
export const namesAnother: ReadonlySet<Command> = new Set(['merge', 'link', 'dismissDuplicate'])

/** An input that fits each command on a day. */
export function inputFor(command: Command, today: string, other: string): object {
  const words = { reasons: 'r', reason: 'r', text: 't', report: 'r', summary: 's', facts: 'f', finding: 'f' }
  const inputs: Record<Command, object> = {
    file: letter,
    register: {},
    classify: { class: 'appeal', route: 'petition' },
    separate: { requests: [{ title: 'more', text: 'more' }] },
    merge: { into: other, finding: words.finding, noticeOn: today },
    link: { to: other, relation: 'sameMatter', finding: words.finding },
    dismissDuplicate: { of: other, reason: words.reason },
    supplement: { text: words.text },
    note: { text: words.text },
    refer: { to: 'county-water', manner: 'transfer' },
    object: { reasons: words.reasons },
    answerObjection: { consent: false, reasons: words.reasons },
    settleDispute: { to: 'county-water', reasons: words.reasons },
    accept: {},
    notAccept: { ground: 'notCompetent', reasons: 'r', advice: 'a', noticeOn: today },
    routeOut: { route: 'arbitration', body: 'b', advice: 'a', noticeOn: today },
    reportBack: { report: words.report },
    assist: { kind: 'legalAid', to: 't' },
    assign: { handler: 'hou' },
    requestRecusal: { person: 'hou', reason: words.reason },
    decideRecusal: { person: 'hou', granted: false, reason: words.reason },
    hearStatement: { on: today, manner: 'phone', summary: words.summary },
    extend: { days: 10, reason: words.reason, approvedBy: 'housing-head', noticeOn: today },
    openHearing: { on: today, chair: 'chair', public: true },
    concludeHearing: { on: today, conclusion: 'c' },
    openMediation: { mediator: 'm', petitionerConsents: true, bodyConsents: true },
    failMediation: { reason: words.reason },
    settle: { by: 'settlement', agreement: 'a', petitionerConsents: true, bodyConsents: true },
    recordPerformance: { on: today, proof: 'p' },
    answer: { ...sections, outcome: 'explained', remedy },
    deliver: { on: today, manner: 'receipt', proof: 'p' },
    chooseChannels: { answerBy: 'sms' },
    failDelivery: { on: today, channel: 'phone', reason: 'noContact' },
    askEvaluation: { channel: 'sms' },
    assignSecondLook: { person: 'second' },
    concludeSecondLook: { outcome: 'answerStands', finding: 'f', toldOn: today },
    evaluate: { petitionOffice: 'satisfied', handlingBody: 'notSatisfied' },
    requestReview: { reasons: words.reasons, lateBecause: 'ill' },
    answerReview: { ...sections, outcome: 'upheld', remedy: { body: 'city', days: 30 } },
    requestReReview: { reasons: words.reasons, lateBecause: 'ill' },
    answerReReview: { ...sections, outcome: 'upheld' },
    recordExecution: { on: today, proof: 'p' },
    close: { summary: words.summary },
    end: { ground: 'noSuccessor', finding: words.finding },
    withdraw: { reason: words.reason, freely: true },
    reopen: { ground: 'newFacts', facts: words.facts },
  }
  return inputs[command]
}
