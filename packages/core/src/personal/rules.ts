import type { AccessRule } from '../access/rules.js'

/** What a kind of case says about the personal data that its decisions seal. */
export interface PersonalRules<State> {
  /** The persons of a case by their keys, and the account of each who has one. */
  readonly persons: (state: State) => readonly CasePerson[]
  /** The fields of persons, and how each is shown unless it is revealed: `138****0000`. What is not named here is shown to nobody. */
  readonly masks: Readonly<Record<string, Mask>>
  /** The fields by which a person can be found, each with what makes two spellings of a value one. */
  readonly lookups?: Readonly<Record<string, (value: string) => string>>
  /** What personal data may be read for. */
  readonly purposes: Readonly<Record<string, Purpose>>
  /** What a person may be looked up for, and by whom; the rules are asked without a case. */
  readonly searches?: Readonly<Record<string, AccessRule>>
}

/** A person in a case. */
export interface CasePerson {
  /** The key in the case, such as `p1`. */
  readonly person: string
  /** The id of the host's identity system, as actors carry it. */
  readonly id?: string | undefined
}

/** Shows a value without saying what it is. */
export type Mask = (value: string) => string

/** A duty that needs personal data (个人信息保护法 Art. 6, 34). */
export interface Purpose {
  /** Whose duty it is. Whoever may not read the case is refused before. */
  readonly by: AccessRule
  /** Whether what people wrote is read for it. */
  readonly texts: boolean
  /** The fields that may be shown unmasked where they are asked for; `receipt` stands for what the person was told in secret. */
  readonly reveals: readonly string[]
  /** Whether it goes on when the case is restricted. Default: no. */
  readonly whenRestricted?: boolean
}
