import type { Engine } from '../case/engine.js'

/** A JSON Schema (draft 2020-12) as a plain object. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** What a host builds forms and documentation from: the kinds of case that are installed, and the inputs of their commands. */
export interface Forms {
  /** The installed kinds of case, such as `petition.complaint`. */
  kinds(): readonly string[]
  /**
   * The JSON Schema of the input of each command of a kind. What passes it may still be refused: bounds between fields, dates and the
   * state of the case are for the command itself.
   *
   * @throws QUERY_INVALID for a kind that is not installed, KIND_INVALID where a command is checked by something that has no schema
   * @example
   * ```ts
   * const { file } = await platform.forms.schemas('petition.complaint')
   * ```
   */
  schemas(kind: string): Promise<Readonly<Record<string, JsonSchema>>>
}

export function createForms(engine: Pick<Engine, 'kinds'>): Forms {
  return {
    kinds: () => [...engine.kinds.keys()].sort(),
    async schemas(kind) {
      const { schemasOf } = await import('./schemas.js')
      return schemasOf(engine, kind)
    },
  }
}
