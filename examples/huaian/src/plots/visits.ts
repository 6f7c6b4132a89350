import { concludeCharge, keepPromise, meetInCharge, reportInCharge } from '../acts/charge.js'
import { classify, register, transfer } from '../acts/intake.js'
import { office, type Plot, promptly } from '../plot.js'
import { answered, closed, taken } from './common.js'

/** Filed already, where something else was told of. */
const filedAlready = (name: string, zh: string): Plot => ({
  name,
  zh,
  ends: 'completed',
  cases: 0,
  steps: [
    promptly(1, register),
    office(1, classify({ class: 'appeal', route: 'petition' })),
    office(3, transfer),
    ...taken,
    ...answered('explained'),
    ...closed,
  ],
})

/** Told at a window, and filed there. */
export const brought = filedAlready('told at a reception centre, and filed there', '接访登记转办')

/** Out of a message that was not as it should be. */
export const oddlySent = filedAlready('sent in oddly, and filed all the same', '来件不规范，仍予登记')

/** A leader answers for a case in person. */
export const inCharge: Plot = {
  name: 'in the charge of a leader',
  zh: '领导包案',
  of: 'petition.charge',
  ends: 'concluded',
  cases: 0,
  steps: [office(0, meetInCharge), office(20, reportInCharge), office(25, concludeCharge)],
}

/** What a department has promised in a joint reception, it keeps. */
export const commitment: Plot = {
  name: 'a promise of a joint reception',
  zh: '联合接访承诺兑现',
  of: 'petition.visit',
  ends: 'closed',
  cases: 0,
  steps: [office(0, keepPromise)],
}

/** Cases that begin at a window, or with a message that is odd. */
export const visits: readonly Plot[] = [brought, oddlySent, inCharge, commitment]
