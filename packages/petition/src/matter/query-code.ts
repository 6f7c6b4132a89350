/** What the log keeps of a query code. Its 80 random bits cannot be guessed from the digest, which therefore opens nothing. */
export function digestOfCode(queryCode: string, digest: (text: string) => string): string {
  return digest(textOfCode(queryCode))
}

export const textOfCode = (queryCode: string): string => `redress query code ${queryCode}`

/** Accepts what people type: lower case, spaces, other hyphens, and the letters that look like digits. */
export function canonicalCode(queryCode: unknown): string | undefined {
  if (typeof queryCode !== 'string' || queryCode.length > 64) return undefined
  const bare = queryCode
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-Z]{16}$/.test(bare) ? (bare.match(/.{4}/g) ?? []).join('-') : undefined
}

/** Whether two digests are the same, in a time that does not depend on where they differ. */
export function isSameDigest(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let n = 0; n < one.length; n++) difference |= one.charCodeAt(n) ^ other.charCodeAt(n)
  return difference === 0
}
