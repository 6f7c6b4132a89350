import type { AnswerChannel } from '../complaint/state.js'
import type { Channel } from '../matter/channel.js'
import type { AccusedParties } from '../matter/checks.js'
import type { PersonFiling } from '../matter/persons.js'
import type { Text } from '../matter/text.js'

/** What a person brings, as they chose it themselves; a body sorts it later (信访工作条例 2022 Art. 29–31). */
export type MatterKind = 'complaint' | 'suggestion' | 'accusation'

/** What every channel makes of a message: the one shape in which a matter is filed. */
export interface IntakeDraft {
  readonly about: MatterKind
  readonly channel: Channel
  /** The unit that receives it. */
  readonly unit: string
  /** What makes a second delivery of the same message the same: the id that the channel gave it. */
  readonly messageId?: string | undefined
  /** The local date on which it came, where that was before today; only staff may say so. */
  readonly receivedOn?: string | undefined
  readonly title: string
  readonly text: string
  readonly area?: string | undefined
  readonly place?: string | undefined
  readonly matter?: string | undefined
  readonly petitioners: readonly PersonFiling[]
  readonly people?: number | undefined
  readonly representatives?: readonly string[] | undefined
  /** Filed without names. Nothing about anybody is kept then, nor from where it came. */
  readonly anonymous: boolean
  readonly confidential: boolean
  readonly accused?: AccusedParties | undefined
  /** Whom it accuses, in the words of the person. */
  readonly accusedAs?: string | undefined
  readonly answerBy?: AnswerChannel | undefined
  readonly newsBy?: AnswerChannel | undefined
  readonly attachments: readonly IncomingAttachment[]
  /** What a person must look at, since the channel could not be sure. */
  readonly unsure: readonly UnsureField[]
  /** For what was said and not written. */
  readonly spoken?: SpokenRecord | undefined
  /** Who files it for somebody who cannot. */
  readonly proxy?: ProxyFiling | undefined
  /** What the host proves an identity by; it is given to the host's hook and kept nowhere. */
  readonly identity?: unknown
}

/** A file that came with a message. */
export interface IncomingAttachment {
  readonly name: string
  readonly bytes: Uint8Array
  /** The media type that the sender declares. What counts is what the content begins with. */
  readonly type?: string | undefined
}

/** A field that a person checks: it was not given, was recognised with doubt, or cannot be read. */
export interface UnsureField {
  /** The path in the draft, such as `petitioners[0].name`. */
  readonly field: string
  readonly reason: 'notGiven' | 'recognition' | 'encoding' | 'proxy'
  /** From 0 to 1, as the recognition of the host says. */
  readonly confidence?: number | undefined
}

/** An oral petition: recorded faithfully, read back and confirmed (信访工作条例 2022 Art. 19 ¶1). */
export interface SpokenRecord {
  /** The officer has read the record back. */
  readonly readBack: true
  /** The person has said that it is right. */
  readonly confirmed: true
  /** The language or dialect it was said in. */
  readonly language?: string | undefined
}

/** Somebody files for a person who cannot do it. The person is the petitioner; the proxy gets no rights in the case. */
export interface ProxyFiling {
  readonly name: string
  readonly phone?: string | undefined
  /** Daughter, neighbour, social worker … */
  readonly relation: string
  /** Why the person cannot file. */
  readonly reason: string
  /** The proxy declares that the person wants it. */
  readonly consent: true
}

/** The step of the form at which something stands: a person who fills it in step by step is told of that step. */
export type FilingStep = 'what' | 'who' | 'whom' | 'where' | 'files' | 'confirm'

/** Something in a message that keeps it from being filed, or that the person should know before. */
export interface IntakeProblem {
  /** The path of the field, such as `petitioners[0].name`; empty for the whole message. */
  readonly field: string
  readonly step: FilingStep
  /** A stable word, such as `missing`; the texts have it as `problem.missing`. */
  readonly code: string
  /** In plain words. */
  readonly text: Text
  /** False for advice: it can be filed all the same. */
  readonly blocks: boolean
}

/** The name of somebody who gave none, where there is another way to reach them. */
export const unnamed = '未具名'
