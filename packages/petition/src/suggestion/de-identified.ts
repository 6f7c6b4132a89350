/** The personal fields of an author, as the vault has them. */
export type AuthorFields = Readonly<Record<string, string>>

/** Below this length a name is as often an ordinary word (高峰). */
const leastTelling = 3

/**
 * What in the texts tells who somebody is: things that look like a phone number, an identity number or an e-mail address, and what is
 * known of the authors. A name of two characters is left to the officer.
 *
 * @returns the names of the fields, each once
 */
export function personalDataIn(
  texts: readonly string[],
  authors: readonly AuthorFields[],
): readonly string[] {
  const found = new Set<string>()
  for (const text of texts) {
    const plain = text.normalize('NFKC')
    // As it stands, and as it reads without what people put between digits.
    for (const form of [plain, plain.replace(/(\d)[\s\-–—·]{1,3}(?=\d)/g, '$1')]) {
      if (/(?:^|\D)(?:86)?1[3-9]\d{9}(?:\D|$)/.test(form)) found.add('phone')
      if (/(?:^|\D)\d{17}[\dXx](?:[^\dXx]|$)/.test(form)) found.add('idNumber')
      if (/[\w+.]@\w/.test(form)) found.add('email')
    }
    const bare = squeezed(text)
    for (const fields of authors)
      for (const [field, value] of Object.entries(fields)) {
        const known = squeezed(value)
        if (known.length >= leastTelling && bare.includes(known)) found.add(field)
      }
  }
  return [...found]
}

/** What people put between letters and digits does not hide them. */
const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\-–—()·.,，。]/g, '')
    .toLowerCase()
