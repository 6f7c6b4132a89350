import type { county } from '../complaint/county.fixture.js'

export type County = Awaited<ReturnType<typeof county>>

/** One public method, and arguments with which it works. */
export interface Target {
  readonly method: string
  /** What tells it from another of the same method. */
  readonly about?: string
  readonly args: (made: County) => Promise<readonly unknown[]>
}

/** The options of a command, spelled out so that they are tried with other values. */
export const options = Object.freeze({ expectedVersion: undefined, idempotencyKey: undefined })

/** Makes the targets of a part of the platform, in a county that is made ready for it. */
export const targetsOf =
  <Town>(part: string, ready: (made: County) => Town | Promise<Town>) =>
  (
    method: string,
    args: (town: Town) => readonly unknown[] | Promise<readonly unknown[]>,
    about?: string,
  ): Target => ({
    method: `${part}.${method}`,
    ...(about === undefined ? {} : { about }),
    args: async (made) => await args(await ready(made)),
  })
