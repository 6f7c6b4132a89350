import type { MatterKind } from './draft.js'
import type { PublicationDuty } from './publication.js'

/** What a place lets its online centre do. No national text sets any of the figures in it. */
export interface OnlineCentrePolicy {
  /** The levels to which a host can prove an identity, and what may be filed with each. */
  readonly identity: readonly IdentityLevel[]
  /** How often one origin and one account may file; absent: as often as they like. A desk is never limited. */
  readonly limits?: FilingLimits
  readonly attachments: AttachmentPolicy
  /** What a body must publish. */
  readonly publication: readonly PublicationDuty[]
  /** The provision that says what happens to a matter, by its kind; told on the receipt. */
  readonly next: Readonly<Record<MatterKind, string>>
  /** The provision that gives the right to follow a matter. */
  readonly query: string
}

export interface IdentityLevel {
  /** Such as `none`, `account`, `realName`; the first is that of somebody who proves nothing. */
  readonly level: string
  readonly files: readonly MatterKind[]
  readonly source: string
}

export interface FilingLimits {
  readonly perOrigin?: FilingLimit
  readonly perAccount?: FilingLimit
  readonly source: string
}

export interface FilingLimit {
  readonly attempts: number
  /** Milliseconds. */
  readonly windowMs: number
}

/** Which files may come with a message. */
export interface AttachmentPolicy {
  readonly most: number
  readonly mostBytes: number
  readonly mostBytesInAll: number
  readonly types: readonly AcceptedType[]
  readonly source: string
}

/** A kind of file that is accepted, and how its content begins. */
export interface AcceptedType {
  /** Its media type. */
  readonly type: string
  /** Without dots, the usual one first. */
  readonly extensions: readonly string[]
  /** What the content begins with, in hexadecimal; `??` stands for any byte. None for plain text, which begins with anything. */
  readonly begins: readonly string[]
}

const kinds: readonly MatterKind[] = ['complaint', 'suggestion', 'accusation']
const law2022 = '信访工作条例 2022'
const law2005 = '信访条例 2005'

/** Files that phones, scanners and offices make. Sizes are a technical bound of the library, not a rule of law. */
const attachments: AttachmentPolicy = {
  most: 20,
  mostBytes: 20_000_000,
  mostBytesInAll: 100_000_000,
  source: 'technical bound of the library; no rule of law',
  types: [
    { type: 'application/pdf', extensions: ['pdf'], begins: ['255044462d'] },
    { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], begins: ['ffd8ff'] },
    { type: 'image/png', extensions: ['png'], begins: ['89504e470d0a1a0a'] },
    { type: 'image/gif', extensions: ['gif'], begins: ['474946383761', '474946383961'] },
    { type: 'image/webp', extensions: ['webp'], begins: ['52494646????????57454250'] },
    {
      type: 'image/heic',
      extensions: ['heic', 'heif'],
      begins: ['????????6674797068656963', '????????667479706d696631', '????????6674797068656978'],
    },
    { type: 'audio/mpeg', extensions: ['mp3'], begins: ['494433', 'fffb', 'fff3', 'fff2'] },
    { type: 'audio/wav', extensions: ['wav'], begins: ['52494646????????57415645'] },
    { type: 'audio/amr', extensions: ['amr'], begins: ['2321414d52'] },
    { type: 'audio/mp4', extensions: ['m4a'], begins: ['????????667479704d3441'] },
    {
      type: 'video/mp4',
      extensions: ['mp4'],
      begins: ['????????6674797069736f', '????????667479706d7034', '????????6674797061766331'],
    },
    {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      extensions: ['docx'],
      begins: ['504b0304'],
    },
    {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      extensions: ['xlsx'],
      begins: ['504b0304'],
    },
    { type: 'application/msword', extensions: ['doc', 'wps'], begins: ['d0cf11e0a1b11ae1'] },
    { type: 'application/vnd.ms-excel', extensions: ['xls', 'et'], begins: ['d0cf11e0a1b11ae1'] },
    { type: 'text/plain', extensions: ['txt'], begins: [] },
  ],
}

const identity = (source: string): readonly IdentityLevel[] =>
  ['none', 'account', 'realName'].map((level) => ({ level, files: kinds, source }))

/** Under the Regulations of 2005. */
export const onlineCentre2005: OnlineCentrePolicy = {
  // No ban on filing without a name: only the written notice lapses.
  identity: identity(`${law2005} Art. 22 ¶2`),
  attachments,
  publication: [
    { item: 'postalAddress', source: `${law2005} Art. 9 ¶1` },
    { item: 'email', source: `${law2005} Art. 9 ¶1` },
    { item: 'phones', source: `${law2005} Art. 9 ¶1` },
    { item: 'receptionTimes', source: `${law2005} Art. 9 ¶1` },
    { item: 'receptionPlaces', source: `${law2005} Art. 9 ¶1` },
    { item: 'howToQuery', source: `${law2005} Art. 9 ¶1` },
    { item: 'rules', source: `${law2005} Art. 9 ¶2` },
    { item: 'procedure', source: `${law2005} Art. 9 ¶2` },
  ],
  next: {
    complaint: `${law2005} Art. 21`,
    suggestion: `${law2005} Art. 29`,
    accusation: `${law2005} Art. 23`,
  },
  query: `${law2005} Art. 12`,
}

/** Under the Regulation of 2022. */
export const onlineCentre2022: OnlineCentrePolicy = {
  ...onlineCentre2005,
  identity: identity(`${law2022} Art. 23 ¶2`),
  publication: [
    { item: 'onlineChannels', source: `${law2022} Art. 18 ¶1` },
    { item: 'postalAddress', source: `${law2022} Art. 18 ¶1` },
    { item: 'phones', source: `${law2022} Art. 18 ¶1` },
    { item: 'receptionTimes', source: `${law2022} Art. 18 ¶1` },
    { item: 'receptionPlaces', source: `${law2022} Art. 18 ¶1` },
    { item: 'howToQuery', source: `${law2022} Art. 18 ¶1` },
    { item: 'rules', source: `${law2022} Art. 18 ¶1` },
    { item: 'procedure', source: `${law2022} Art. 18 ¶1` },
  ],
  next: {
    complaint: `${law2022} Art. 22 ¶1`,
    suggestion: `${law2022} Art. 29 ¶1`,
    accusation: `${law2022} Art. 30`,
  },
  query: `${law2022} Art. 21 ¶2`,
}
