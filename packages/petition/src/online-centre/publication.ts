import type { Text } from '../matter/text.js'
import type { NoticeUnit } from '../notice/model.js'

/** What a body tells the public about petitions (信访工作条例 2022 Art. 18 ¶1). */
export type PublicationItem =
  | 'onlineChannels'
  | 'postalAddress'
  | 'email'
  | 'phones'
  | 'receptionTimes'
  | 'receptionPlaces'
  | 'howToQuery'
  | 'rules'
  | 'procedure'
  | 'conveniences'

/** One entry, in Chinese and perhaps in English, with an address on the web. */
export interface PublishedEntry {
  readonly zh: string
  readonly en?: string | undefined
  readonly url?: string | undefined
}

/** What a body publishes, by item. */
export type PublishedInformation = Readonly<Partial<Record<PublicationItem, readonly PublishedEntry[]>>>

/** An item that must be published, and by which article. */
export interface PublicationDuty {
  readonly item: PublicationItem
  readonly source: string
}

export interface PublicationGap extends PublicationDuty {
  readonly text: Text
}

/** What a unit publishes, and what is missing. */
export interface UnitPublication {
  readonly unit: NoticeUnit
  readonly information: PublishedInformation
  readonly missing: readonly PublicationGap[]
}

/** Where a host keeps what its units publish. */
export type PublicationsOf = (
  unit: string,
) => PublishedInformation | undefined | Promise<PublishedInformation | undefined>

const publicationItems: Readonly<Record<PublicationItem, Text>> = {
  onlineChannels: { zh: '网络信访渠道', en: 'the ways to petition online' },
  postalAddress: { zh: '通信地址', en: 'the postal address' },
  email: { zh: '电子信箱', en: 'the e-mail address' },
  phones: { zh: '咨询投诉电话', en: 'the telephone numbers' },
  receptionTimes: { zh: '信访接待的时间', en: 'when visitors are received' },
  receptionPlaces: { zh: '信访接待的地点', en: 'where visitors are received' },
  howToQuery: { zh: '查询信访事项处理进展以及结果的方式', en: 'how to query progress and result' },
  rules: { zh: '与信访工作有关的党内法规和法律、法规、规章', en: 'the rules on petitions' },
  procedure: { zh: '信访事项的处理程序', en: 'the procedure' },
  conveniences: { zh: '其他为信访人提供便利的事项', en: 'other things that help petitioners' },
}

/**
 * What a body must publish and does not.
 *
 * @example
 * ```ts
 * checkPublication({ phones: [{ zh: '12345' }] }, onlineCentre2022.publication).map((gap) => gap.item)
 * ```
 */
export function checkPublication(
  information: PublishedInformation,
  duties: readonly PublicationDuty[],
): readonly PublicationGap[] {
  return duties
    .filter(({ item }) => !entriesOf(information, item).some(({ zh }) => zh.trim() !== ''))
    .map((duty) => ({ ...duty, text: publicationItems[duty.item] }))
}

/** The ways to file that need no screen. */
export const otherWaysIn = (information: PublishedInformation): readonly PublishedEntry[] =>
  (['postalAddress', 'phones', 'receptionTimes', 'receptionPlaces'] as const).flatMap((item) =>
    entriesOf(information, item),
  )

/** Hosts in JavaScript keep anything. */
const entriesOf = (information: PublishedInformation, item: PublicationItem): readonly PublishedEntry[] => {
  const entries: unknown = Object.hasOwn(information, item) ? information[item] : undefined
  if (!Array.isArray(entries)) return []
  return (entries as unknown[]).filter((one): one is PublishedEntry => {
    const isObject = typeof one === 'object' && one !== null
    return isObject && 'zh' in one && typeof one.zh === 'string'
  })
}
