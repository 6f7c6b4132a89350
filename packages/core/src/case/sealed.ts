/** What a decision keeps apart from its event: it goes into the vault, sealed per person and per case. JSON of texts. */
export interface Sealed {
  /** What people wrote, by field. It shares the key of the case. */
  readonly texts?: SealedFields
  /** What says who somebody is, by the person's key in the case: letters and digits such as `p1`, not `case`. Each is sealed for itself. */
  readonly persons?: Readonly<Record<string, SealedFields>>
  /** The id of a case whose persons this one has too: they are sealed anew, with keys of their own. */
  readonly personsOf?: string
  /** What the caller of this command alone is told, such as a query code; told again to who repeats it. Only where a case opens. */
  readonly receipt?: Readonly<Record<string, string>>
}

export type SealedFields = Readonly<Record<string, string | undefined>>

/** The key under which the texts of a case stand, beside those of its persons. */
export const wholeCase = 'case'
