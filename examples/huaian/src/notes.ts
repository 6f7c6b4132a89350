/** What happened beside what the platform can tell afterwards. It holds counts and codes, and nothing that anybody said. */
export interface Notes {
  readonly refusals: Refusal[]
  /** What came in by each channel of the online centre. */
  readonly intake: Record<string, IntakeCount>
  /** A receipt in words, without its code. */
  receipt: { readonly zh: string; readonly en: string } | null
  /** Messages that were not filed as they came, and what their senders were told. */
  readonly oddMessages: OddMessage[]
  /** How answers fared, by the channel that brought them; `none` for a public notice. */
  readonly deliveries: Record<string, DeliveryCount>
  /** How the monthly sweeps of supervision came out. */
  readonly sweeps: Sweep[]
  /** Accused officers who looked at everything right before and right after an accusation of them came. */
  readonly looks: { looked: number; differences: number }
  /** One moment in the hall of the city. */
  moment: Moment | null
}

/** What the platform refused. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly source: string | undefined
}

export interface IntakeCount {
  filed: number
  /** Those with fields that a person must check. */
  unsure: number
  files: number
}

export interface DeliveryCount {
  reached: number
  /** Those that did not arrive, by the reason. */
  readonly failed: Record<string, number>
}

export interface OddMessage {
  readonly what: string
  readonly filed: boolean
  readonly told: readonly { readonly zh: string; readonly en: string }[]
}

export interface Sweep {
  readonly month: string
  readonly findings: Readonly<Record<string, number>>
  /** How many were told up the reporting chain, by level. */
  readonly told: Readonly<Record<string, number>>
}

export interface Moment {
  readonly on: string
  readonly time: string
  readonly line: string
  readonly places: readonly { readonly ticket: number; readonly class: string; readonly reason: string }[]
}

export const newNotes = (): Notes => ({
  refusals: [],
  intake: {},
  receipt: null,
  oddMessages: [],
  deliveries: {},
  sweeps: [],
  looks: { looked: 0, differences: 0 },
  moment: null,
})

/** A copy to go on with: what an earlier run has left stays as it is. */
export const continued = (before: Notes): Notes => structuredClone(before)
