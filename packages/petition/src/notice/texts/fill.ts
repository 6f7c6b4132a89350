/** What stands in the placeholders. */
export type Values = Readonly<Record<string, string | number>>

/** One pass over the template: what stands in a value is never taken for a placeholder. */
export const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  )
