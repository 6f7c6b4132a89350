import { randomUUID } from 'node:crypto'
import { today } from '../clock.js'
import type { Inputs } from './inputs.js'

/** A complaint as a developer would write it by hand for one application: status checks and plain events, no more. */

export type CaseEvent =
  | {
      readonly type: 'filed'
      readonly data: Inputs['file'] & { readonly on: string; readonly queryCode: string }
    }
  | { readonly type: 'registered'; readonly data: Inputs['register'] & { readonly number: string } }
  | { readonly type: 'classified'; readonly data: Inputs['classify'] }
  | { readonly type: 'accepted'; readonly data: { readonly on: string; readonly noticeOn: string } }
  | { readonly type: 'assigned'; readonly data: Inputs['assign'] }
  | { readonly type: 'heard'; readonly data: Inputs['hearStatement'] }
  | { readonly type: 'answered'; readonly data: Inputs['answer'] & { readonly on: string } }
  | { readonly type: 'delivered'; readonly data: Inputs['deliver'] }
  | { readonly type: 'evaluated'; readonly data: Inputs['evaluate'] & { readonly on: string } }
  | { readonly type: 'closed'; readonly data: Inputs['close'] & { readonly on: string } }

export type Status = 'new' | 'received' | 'registered' | 'accepted' | 'answered' | 'delivered' | 'completed'

/** Every field is there from the start, so that all cases have one shape. */
export interface CaseState {
  version: number
  status: Status
  filed: (Inputs['file'] & { readonly on: string; readonly queryCode: string }) | null
  number: string | null
  matter: string | null
  classified: Inputs['classify'] | null
  acceptedOn: string | null
  noticeOn: string | null
  handler: string | null
  statements: readonly Inputs['hearStatement'][]
  opinion: (Inputs['answer'] & { readonly on: string }) | null
  delivered: Inputs['deliver'] | null
  evaluation: (Inputs['evaluate'] & { readonly on: string }) | null
  closedOn: string | null
}

/** A new object from one literal: copying a frozen one costs ten times as much. */
export const emptyCase = (): CaseState => ({
  version: 0,
  status: 'new',
  filed: null,
  number: null,
  matter: null,
  classified: null,
  acceptedOn: null,
  noticeOn: null,
  handler: null,
  statements: [],
  opinion: null,
  delivered: null,
  evaluation: null,
  closedOn: null,
})

type Decide = {
  readonly [Name in keyof Inputs]: (state: CaseState, input: Inputs[Name]) => CaseEvent
}

export const decide: Decide = {
  file: (state, input) => {
    need(state, 'new')
    return { type: 'filed', data: { ...input, on: input.receivedOn ?? today, queryCode: newCode() } }
  },
  register: (state, input) => {
    need(state, 'received')
    return { type: 'registered', data: { ...input, number: input.number ?? `XF-${newCode()}` } }
  },
  classify: (state, input) => {
    need(state, 'registered')
    if (input.class === 'appeal' && input.route === undefined) throw new Error('the route is missing')
    return { type: 'classified', data: input }
  },
  accept: (state, input) => {
    need(state, 'registered')
    if (state.classified === null) throw new Error('the case is not classified')
    return { type: 'accepted', data: { on: today, noticeOn: input.noticeOn ?? today } }
  },
  assign: (state, input) => {
    need(state, 'accepted')
    return { type: 'assigned', data: input }
  },
  hearStatement: (state, input) => {
    need(state, 'accepted')
    notAfterToday(input.on)
    return { type: 'heard', data: input }
  },
  answer: (state, input) => {
    need(state, 'accepted')
    if (state.statements.length === 0) throw new Error('the petitioner has not been heard')
    return { type: 'answered', data: { ...input, on: today } }
  },
  deliver: (state, input) => {
    need(state, 'answered')
    notAfterToday(input.on)
    if (input.proof === undefined) throw new Error('the proof is missing')
    return { type: 'delivered', data: input }
  },
  evaluate: (state, input) => {
    need(state, 'delivered')
    if (state.evaluation !== null) throw new Error('it has been evaluated')
    return { type: 'evaluated', data: { ...input, on: today } }
  },
  close: (state, input) => {
    need(state, 'delivered')
    return { type: 'closed', data: { ...input, on: today } }
  },
}

function need(state: CaseState, status: Status): void {
  if (state.status !== status) throw new Error(`not possible while the case is ${state.status}`)
}

function notAfterToday(date: string): void {
  if (date > today) throw new Error(`${date} is after today`)
}

export function newCode(): string {
  return randomUUID().slice(0, 18)
}
