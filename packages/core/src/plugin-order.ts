import { coreErrors, isPlatformError } from './errors.js'
import type { AnyPlugin } from './plugin.js'

/** Checks the plugins of a host, also of one without types, and puts required plugins first: the order given never matters. */
export function inRequiredOrder(
  plugins: readonly AnyPlugin[],
  taken: readonly string[],
): readonly AnyPlugin[] {
  const byId = new Map<string, AnyPlugin>()
  for (const plugin of listOf(plugins)) {
    readable(plugin)
    if (taken.includes(plugin.id)) throw coreErrors.PLUGIN_ID_TAKEN({ id: plugin.id })
    if (byId.has(plugin.id)) throw coreErrors.PLUGIN_DUPLICATE({ id: plugin.id })
    byId.set(plugin.id, plugin)
  }

  const ordered = new Set<AnyPlugin>()
  const visit = (plugin: AnyPlugin, path: readonly string[]): void => {
    if (ordered.has(plugin)) return
    if (path.includes(plugin.id)) throw coreErrors.PLUGIN_CYCLE({ path: [...path, plugin.id] })
    for (const id of plugin.requires) {
      const required = byId.get(id)
      if (required === undefined) throw coreErrors.PLUGIN_MISSING({ id: plugin.id, missing: id })
      visit(required, [...path, plugin.id])
    }
    ordered.add(plugin)
  }
  for (const plugin of byId.values()) visit(plugin, [])
  return [...ordered]
}

function listOf(plugins: unknown): readonly unknown[] {
  try {
    if (Array.isArray(plugins)) return Array.from<unknown>(plugins)
  } catch {
    throw coreErrors.PLUGIN_INVALID({ reason: 'reading the list failed' })
  }
  throw coreErrors.PLUGIN_INVALID({ reason: 'it is not an array' })
}

/** A getter or a proxy that throws while it is read is told as what it is. */
function readable(plugin: unknown): asserts plugin is AnyPlugin {
  try {
    checkPlugin(plugin)
  } catch (error) {
    throw isPlatformError(error) ? error : coreErrors.PLUGIN_INVALID({ reason: 'reading it failed' })
  }
}

function checkPlugin(plugin: unknown): asserts plugin is AnyPlugin {
  if (typeof plugin === 'function') {
    throw coreErrors.PLUGIN_INVALID({
      reason: `a function; did you forget to call ${plugin.name || 'the factory'}()?`,
    })
  }
  const fits =
    typeof plugin === 'object' &&
    plugin !== null &&
    'id' in plugin &&
    typeof plugin.id === 'string' &&
    /^[a-z][A-Za-z0-9]*$/.test(plugin.id) &&
    'requires' in plugin &&
    Array.isArray(plugin.requires) &&
    'setup' in plugin &&
    typeof plugin.setup === 'function'
  if (!fits) throw coreErrors.PLUGIN_INVALID({ reason: 'an element lacks an id, requires or setup' })
}
