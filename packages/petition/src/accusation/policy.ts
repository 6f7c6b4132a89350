/** What petition rules settle about accusations (检举控告). They set no limit of their own for handling one: that is for the rules of the body. */
export interface AccusationPolicy {
  /** The bodies whose duty accusations are (纪检监察机关), in the order in which they are proposed. */
  readonly bodies: readonly AccusationBody[]
}

export interface AccusationBody {
  /** The type of such a unit in the organisation, such as `discipline`. */
  readonly type: string
  /** Whether it tells the accuser by its own rules, and not within the fifteen days of other bodies. */
  readonly noticeByOwnRules: boolean
  readonly source: string
}

/** Where the rules name none: nobody gives notice by rules of its own. */
export const noAccusationPolicy: AccusationPolicy = { bodies: [] }

const source = '信访工作条例 2022 Art. 22 ¶2, 23 ¶4, 30 ¶1; 信访条例 2005 Art. 2, 22'

/** Discipline and supervision bodies. The words for the types are the library's own: a host with other words names them here. */
export const accusationPolicy: AccusationPolicy = {
  bodies: [
    { type: 'discipline', noticeByOwnRules: true, source },
    { type: 'supervision', noticeByOwnRules: true, source },
  ],
}
