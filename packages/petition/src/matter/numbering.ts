import type { Unit } from '@redress/core'
import type { Channel } from './channel.js'

/** What a number may be made of. */
export interface NumberParts {
  readonly unit: Unit
  /** The local date of registration. */
  readonly on: string
  readonly channel: Channel
  /** 16 random characters in groups of four. */
  readonly code: string
}

/** Makes the number that people quote. No national convention is known, so a host may have its own. */
export type Numbering = (parts: NumberParts) => string

/**
 * `XF20240802-7K3M9QXD`: the day and eight random characters. No serial, since gaps and neighbours in a serial tell outsiders
 * that a sealed case exists. The number alone opens nothing: reading needs the query code or a right to read.
 */
export const defaultNumbering: Numbering = ({ on, code }) =>
  `XF${on.replaceAll('-', '')}-${code.slice(0, 4)}${code.slice(5, 9)}`
