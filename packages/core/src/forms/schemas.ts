import * as z from 'zod'
import type { Engine } from '../case/engine.js'
import { coreErrors, shown } from '../errors.js'
import { deepFreeze } from '../freeze.js'
import type { JsonSchema } from './forms.js'

/** The JSON Schemas of a kind, by command. */
export function schemasOf(
  { kinds }: Pick<Engine, 'kinds'>,
  kind: string,
): Readonly<Record<string, JsonSchema>> {
  const wired = kinds.get(kind)
  if (wired === undefined)
    throw coreErrors.QUERY_INVALID({ reason: `no installed plugin has the kind '${shown(kind)}'` })
  const schemas: Record<string, JsonSchema> = {}
  for (const { name, label, schema } of wired.commands.values()) {
    // A plugin may check its inputs by something else, which has no schema to show.
    if (!(schema instanceof z.ZodType))
      throw coreErrors.KIND_INVALID({ kind, reason: `the input of '${name}' is no zod schema` })
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    schemas[name] = { $schema, title: label, ...rest }
  }
  return deepFreeze(schemas)
}
