/** What stands in the placeholders. */
export type Values = Readonly<Record<string, string | number>>

/** One pass over the template: what stands in a value is never taken for a placeholder. */
export const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = valueIn(values, name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : placeholder
  })

function valueIn(values: Values, name: string): unknown {
  try {
    return Object.hasOwn(values, name) ? values[name] : undefined
  } catch {
    // Hosts in JavaScript pass anything.
    return undefined
  }
}
