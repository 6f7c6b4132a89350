/** A part of a document. */
export interface NoticeSection {
  readonly heading: string | null
  readonly paragraphs: readonly string[]
  /** After the paragraphs. */
  readonly items: readonly string[]
}

export const lines = (...paragraphs: readonly string[]): NoticeSection => ({
  heading: null,
  paragraphs,
  items: [],
})

export const headed = (heading: string, ...paragraphs: readonly string[]): NoticeSection => ({
  heading,
  paragraphs,
  items: [],
})

export const list = (heading: string | null, items: readonly string[]): NoticeSection => ({
  heading,
  paragraphs: [],
  items,
})

export const isFilled = ({ paragraphs, items }: NoticeSection): boolean =>
  paragraphs.length + items.length > 0
