import type { Actor, ActorRef } from '../access/actor.js'
import { checkActor } from '../access/actor.js'
import type { CaseSnapshot } from '../case/api.js'
import type { Engine } from '../case/engine.js'
import type { RecordedEvent } from '../event/event.js'

/**
 * Personal data: names, addresses, numbers, and what people wrote. It stands in the vault, apart from events and views. Every reading
 * needs a purpose, passes the verdict, is masked unless more is asked for, and is itself recorded before anything is shown.
 */
export interface Personal {
  /**
   * The personal data of a case.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, PURPOSE_UNKNOWN, INPUT_INVALID, VAULT_DAMAGED, KEY_UNAVAILABLE
   * @example
   * ```ts
   * const file = await platform.personal.read(id, { purpose: 'delivery', reveal: ['name', 'address'] }, officer)
   * ```
   */
  read(id: string, request: PersonalRequest, by: Actor): Promise<PersonalFile>
  /**
   * The same of many cases at once, such as a page of the inbox, in one record each. Cases that may not be read so are left out, also
   * those whose kind has no such purpose.
   *
   * @param ids at most 200
   * @throws PURPOSE_UNKNOWN where no kind of case has it, INPUT_INVALID, VAULT_DAMAGED, KEY_UNAVAILABLE
   */
  readMany(ids: readonly string[], request: PersonalRequest, by: Actor): Promise<readonly PersonalFile[]>
  /**
   * The cases of one kind in which a person has exactly this phone or identity number; only those that the actor may read. Nothing is
   * compared but keyed hashes, and the search is recorded, in the cases that it found too. Restricted cases are found only where the
   * purpose is also one of reading that goes on. At most 200.
   *
   * @throws INPUT_INVALID, PURPOSE_UNKNOWN, READ_NOT_ALLOWED
   */
  find(search: PersonSearch, by: Actor): Promise<readonly FoundPerson[]>
  /**
   * Everything about a person: their cases as they may see them, their own data in full, and who has read it (个人信息保护法 Art. 45).
   * For the person, or for the host's own code after it has proved the identity.
   *
   * @throws READ_NOT_ALLOWED, CASE_NOT_FOUND, PERSON_UNKNOWN
   */
  subjectAccessExport(subject: Subject, by: Actor): Promise<SubjectExport>
  /** Who has read, exported or looked up the personal data of a case, oldest first. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  accesses(id: string, by: Actor): Promise<readonly PersonalAccess[]>
  /**
   * Wraps the keys of every case with the current key, so that the earlier ones can be destroyed when it reports nothing rotated and
   * nothing failed. It may run beside the work, be stopped and be called again; but only once every process has the new key as its
   * current one, since one that has not goes on using the earlier key. Only for the system.
   *
   * @throws READ_NOT_ALLOWED
   */
  rotate(by: Actor, onProgress?: (progress: RotationReport) => void): Promise<RotationReport>
}

export interface PersonalRequest {
  /** One of the purposes of the kind of case. */
  readonly purpose: string
  /** The fields to show unmasked; the purpose must need them. */
  readonly reveal?: readonly string[] | undefined
  /** The fields to show at all, of texts too. Default: all. */
  readonly fields?: readonly string[] | undefined
}

export interface PersonalFile {
  readonly case: string
  readonly persons: readonly PersonData[]
  /** What people wrote, by the event beside which it stands; empty where the purpose needs no texts. */
  readonly texts: readonly SealedTexts[]
  /** What the person was told in secret, such as the query code; only where `receipt` is revealed. */
  readonly receipt?: Readonly<Record<string, string>>
}

export interface PersonData {
  /** The key in the case. */
  readonly person: string
  /** The id of the host's identity system, if the person has an account. */
  readonly id?: string
  /** Masked unless revealed; empty once it is erased. */
  readonly fields: Readonly<Record<string, string>>
  readonly erased: boolean
}

export interface SealedTexts {
  readonly version: number
  /** The type of the event. */
  readonly type: string
  /** ISO 8601. */
  readonly at: string
  readonly fields: Readonly<Record<string, string>>
}

export interface PersonSearch {
  readonly kind: string
  /** One of the fields that the kind of case lets people be found by. */
  readonly field: string
  readonly value: string
  readonly purpose: string
}

export interface FoundPerson {
  readonly case: string
  readonly person: string
}

/** A person with an account, or a person of one case. */
export type Subject = { readonly id: string } | { readonly case: string; readonly person: string }

export interface SubjectExport {
  /** ISO 8601. */
  readonly at: string
  readonly cases: readonly ExportedCase[]
}

export interface ExportedCase {
  readonly record: CaseSnapshot<unknown>
  readonly history: readonly RecordedEvent[]
  readonly file: PersonalFile
  readonly accesses: readonly PersonalAccess[]
}

/** One entry of the access log (个人信息保护法 Art. 51): who, when, what and for what. */
export interface PersonalAccess {
  readonly act: 'read' | 'lookedUp' | 'exported'
  /** ISO 8601. */
  readonly at: string
  readonly by: ActorRef
  readonly purpose: string
  /** The keys of the persons whose data was shown. */
  readonly persons: readonly string[]
  readonly fields: readonly string[]
  /** Those of the fields that were shown unmasked. */
  readonly revealed: readonly string[]
  /** Whether texts were shown. */
  readonly texts: boolean
}

export interface RotationReport {
  /** Cases whose keys are wrapped anew. */
  readonly rotated: number
  /** Cases that could not be reached, and why; call again. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[]
}

/** The public side: no command needs what stands behind it, so it is loaded when it is first asked for. */
export function createPersonal(engine: Engine): Personal {
  return {
    async read(id, request, by) {
      const actor = checkActor(by)
      return await (await import('./read.js')).readPersonal(engine, id, request, actor)
    },
    async readMany(ids, request, by) {
      const actor = checkActor(by)
      return await (await import('./read.js')).readManyPersonal(engine, ids, request, actor)
    },
    async find(search, by) {
      const actor = checkActor(by)
      return await (await import('./find.js')).findPerson(engine, search, actor)
    },
    async subjectAccessExport(subject, by) {
      const actor = checkActor(by)
      return await (await import('./export.js')).exportSubject(engine, subject, actor)
    },
    async accesses(id, by) {
      const actor = checkActor(by)
      return await (await import('./access-log.js')).accessesOf(engine, id, actor)
    },
    async rotate(by, onProgress) {
      const actor = checkActor(by)
      const { rotateKeys } = await import('./rotate.js')
      return await rotateKeys(engine, actor, typeof onProgress === 'function' ? onProgress : () => {})
    },
  }
}
