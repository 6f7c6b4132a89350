/** A public body or one of its parts: a government, a department, a petition office, a street office, a desk. */
export interface Unit {
  /** Chosen by the host, stable for ever, never reused. */
  readonly id: string
  readonly name: string
  /** The name in English, where there is one. */
  readonly nameEn?: string
  /** An official code, such as `320803` or a unified social credit code. */
  readonly code?: string
  /** The level of the territory it serves, such as `city`, `county`, `township`. Free text of the host, one word per level. */
  readonly level: string
  /** What it is, such as `government`, `department`, `petitionOffice`. Plugins name the types they look for. */
  readonly type: string
  /** The territorial line (`块`): the unit it belongs to. Absent at the top. */
  readonly parent?: string
  /** The departmental line (`条`): the same department one level up. */
  readonly superior?: string
  /** First day, as a local date. Default: open since ever. */
  readonly openedOn?: string
}

/** A person's place in a unit. Who the person is stays with the host; the directory holds only an opaque id. */
export interface Post {
  readonly unit: string
  /** An opaque id of the host's identity system. */
  readonly person: string
  /** The roles held there, such as `petitionOfficer`, `head`. */
  readonly roles: readonly string[]
  /** First day, as a local date. Default: since ever. */
  readonly from?: string
}

/** Which unit answers for a matter in an area (`权责清单`). */
export interface Responsibility {
  /** A matter of the host's list, such as `noise`. `*` stands for every matter. */
  readonly matter: string
  /** The id of the unit whose territory it is; it holds for everything below it as well, unless a closer row says otherwise. */
  readonly area: string
  /** The unit that answers. */
  readonly unit: string
  /** First day, as a local date. Default: since ever. */
  readonly from?: string
}
