import type { Accused } from '@redress/core'
import * as z from 'zod'
import type { Petitioner } from '../matter/persons.js'
import type { FollowedCase } from './state.js'

/** What only the library itself may say of where an accusation comes from, since it has looked: no input of a caller can hold it. */
export type Origin = ComplaintOrigin | RetaliationOrigin

/** A complaint that turned out to be an accusation; it goes on here under its number and its code. */
export interface ComplaintOrigin {
  readonly kind: 'complaint'
  readonly case: string
  /** The unit that hands it over. */
  readonly from: string
  readonly number: string
  readonly petitioners: readonly Petitioner[]
  readonly codeDigest: string
  /** Absent where it is erased. */
  readonly queryCode: string | undefined
}

/** The case whose petitioner is made to suffer for it; whom that case accuses is accused here too. */
export interface RetaliationOrigin {
  readonly kind: 'retaliation'
  readonly follows: FollowedCase
  readonly accused: Accused
}

/** It never leaves this module, so nobody else can make an object that has it. */
const seal = Symbol('origin')

export const originOf = (origin: Origin): Origin => Object.freeze({ ...origin, [seal]: true })

/** Read-only in the JSON Schema: no form shows it. */
export const originInput = z
  .custom<Origin>((value) => typeof value === 'object' && value !== null && Object.hasOwn(value, seal))
  .meta({ readOnly: true })
