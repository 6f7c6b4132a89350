/** A value as a message may show it: hosts in JavaScript pass anything, of any size. */
export const asWord = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 64) : `(${typeof value})`
