import type { Text } from '../../matter/text.js'
import type { Complaint, ComplaintLink } from '../state.js'

/** What looks like the same matter as a complaint. For people to look at: nothing follows from it by itself. */
export interface Duplicates {
  /** The strongest first, at most 50. */
  readonly suggestions: readonly DuplicateSuggestion[]
  /**
   * With how many texts that of the complaint was compared: with those of all open complaints; with some of them, while this process
   * still takes them in, so that it is worth asking again; with none, where the complaint is closed or kept in confidence, or for a
   * petitioner, who learns of no matter of others.
   */
  readonly compared: 'all' | 'some' | 'none'
}

/** Another open complaint, without anything of what it says. */
export interface DuplicateSuggestion
  extends Pick<Complaint, 'number' | 'status' | 'unit' | 'receivedOn' | 'area' | 'matter'> {
  readonly id: string
  readonly reasons: readonly DuplicateReason[]
  /** How a person has linked the two already, and from which side. */
  readonly linked?: ComplaintLink & { readonly from: string }
}

/** Why a complaint is suggested; `text` says it in words. */
export type DuplicateReason =
  | {
      readonly reason: 'samePetitioner'
      readonly by: readonly ('account' | 'phone' | 'idNumber')[]
      readonly text: Text
    }
  | {
      readonly reason: 'similarText'
      /** What share of their pairs of neighbouring characters or words both have: to 1. */
      readonly similarity: number
      readonly text: Text
    }
  | {
      readonly reason: 'samePlace'
      /** The very place that both name, or only the same area and the same kind of matter. */
      readonly by: 'place' | 'areaAndMatter'
      readonly text: Text
    }

/** What was found of one complaint before anybody has looked whether it may be told. */
export interface Evidence {
  readonly by: ReadonlySet<'account' | 'phone' | 'idNumber'>
  /** 0 where the texts are not alike. */
  readonly similarity: number
  readonly namesPlace: boolean
}

/** The reasons that hold between two complaints, by what was found of them. */
export function reasonsOf(evidence: Evidence, one: Complaint, other: Complaint): readonly DuplicateReason[] {
  const reasons: DuplicateReason[] = []
  if (evidence.by.size > 0) {
    const by = [...evidence.by]
    const inWords = (language: keyof Text, between: string) =>
      by.map((way) => ways[way][language]).join(between)
    const text = {
      en: `The same petitioner, by ${inWords('en', ' and ')}`,
      zh: `同一信访人（${inWords('zh', '、')}相同）`,
    }
    reasons.push({ reason: 'samePetitioner', by, text })
  }
  if (evidence.similarity > 0) {
    const { similarity } = evidence
    // Never 100 for what differs.
    const percent = Math.floor(similarity * 100)
    const text = { en: `${percent} % of the text is the same`, zh: `文字相似度${percent}%` }
    reasons.push({ reason: 'similarText', similarity, text })
  }
  const isSameArea = one.area === other.area
  if (evidence.namesPlace && isSameArea) reasons.push(samePlace)
  else if (
    reasons.length > 0 &&
    isSameArea &&
    one.area !== null &&
    one.matter !== null &&
    one.matter === other.matter
  )
    reasons.push(sameAreaAndMatter)
  return reasons
}

const ways: Readonly<Record<'account' | 'phone' | 'idNumber', Text>> = {
  account: { en: 'account', zh: '账号' },
  phone: { en: 'phone number', zh: '电话' },
  idNumber: { en: 'identity number', zh: '身份证号' },
}

const samePlace: DuplicateReason = Object.freeze({
  reason: 'samePlace',
  by: 'place',
  text: { en: 'The same place', zh: '同一地点' },
})
const sameAreaAndMatter: DuplicateReason = Object.freeze({
  reason: 'samePlace',
  by: 'areaAndMatter',
  text: { en: 'The same area and kind of matter', zh: '同一区域、同类事项' },
})

/** More reasons before fewer, then the more similar text, then the elder case. */
export function byStrength(one: DuplicateSuggestion, other: DuplicateSuggestion): number {
  const similarity = ({ reasons }: DuplicateSuggestion) =>
    reasons.find((reason) => reason.reason === 'similarText')?.similarity ?? 0
  return (
    other.reasons.length - one.reasons.length ||
    similarity(other) - similarity(one) ||
    (`${one.receivedOn} ${one.id}` < `${other.receivedOn} ${other.id}` ? -1 : 1)
  )
}
