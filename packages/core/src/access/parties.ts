/** Who stands in what relation to a case. A kind of case derives it from its state; core's access rules read it. */
export interface CaseParties {
  /** The unit in charge now. */
  readonly unit: string
  /** Every unit that has or had a part in it, the one in charge included. */
  readonly involved: readonly string[]
  /** The ids of the residents whose matter it is. */
  readonly petitioners: readonly string[]
  /** The officers who handle it. */
  readonly handlers: readonly string[]
  /** Persons kept out of it for an interest in it (`回避`). */
  readonly recused: readonly string[]
  /** Those it accuses. Neither they nor their units ever learn of it here. */
  readonly accused: Accused
  /** Whether the petitioners ask that only those know of it who work on it. What that means is for the kind of case to say. */
  readonly confidential?: boolean
}

export interface Accused {
  /** Ids of persons, as actors carry them. */
  readonly persons: readonly string[]
  readonly units: readonly string[]
  /** The local date of the receipt: units that an accused person heads, or headed on this day or later, are accused too. */
  readonly since?: string
}

export const nobodyAccused: Accused = Object.freeze({ persons: Object.freeze([]), units: Object.freeze([]) })
