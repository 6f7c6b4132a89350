import type { SealedFields } from '../case/sealed.js'

/** What the texts of one event are sealed as. */
export interface CasePart {
  readonly texts?: SealedFields
  readonly receipt?: Readonly<Record<string, string>>
}

/** What a part is about: no part can stand in for another one. */
export const aboutPart = (id: string, version: number, subject: string): string =>
  `${id}/${version}/${subject}`
