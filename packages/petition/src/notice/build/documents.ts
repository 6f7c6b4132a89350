import type { NoticeModel, NoticeType } from '../model.js'
import type { NoticeFacts } from './facts.js'
import { agreementOf, completionOf, referralOf } from './letter.js'
import { acceptanceOf, extensionOf, receiptOf, refusalOf, routingOf, secondLookOf } from './notice.js'
import { opinionOf } from './opinion.js'

/** How one document is made, and the least that must be read for it. */
interface DocumentRow {
  readonly build: (facts: NoticeFacts) => NoticeModel | undefined
  /** The texts of the case that stand in it; none are read otherwise. */
  readonly texts: readonly string[]
  /** For the petitioner, by name; a letter between bodies names nobody. */
  readonly named: boolean
}

const opinionTexts = ['request', 'facts', 'opinion']

export const documents: Readonly<Record<NoticeType, DocumentRow>> = {
  receiptNotice: { build: receiptOf, texts: [], named: true },
  acceptanceNotice: { build: acceptanceOf, texts: [], named: true },
  nonAcceptanceNotice: {
    build: (facts) => refusalOf(facts, 'nonAcceptanceNotice'),
    texts: ['reasons', 'advice'],
    named: true,
  },
  noFurtherAcceptanceNotice: {
    build: (facts) => refusalOf(facts, 'noFurtherAcceptanceNotice'),
    texts: ['reasons', 'advice'],
    named: true,
  },
  routingNotice: { build: routingOf, texts: ['body', 'advice'], named: true },
  extensionNotice: { build: extensionOf, texts: ['reason'], named: true },
  handlingOpinion: { build: (facts) => opinionOf(facts, 'handling'), texts: opinionTexts, named: true },
  reviewOpinion: { build: (facts) => opinionOf(facts, 'review'), texts: opinionTexts, named: true },
  reReviewOpinion: { build: (facts) => opinionOf(facts, 'reReview'), texts: opinionTexts, named: true },
  transferLetter: { build: (facts) => referralOf(facts, 'transferLetter'), texts: [], named: false },
  assignmentOrder: { build: (facts) => referralOf(facts, 'assignmentOrder'), texts: [], named: false },
  completionReport: { build: completionOf, texts: ['report'], named: false },
  mediationAgreement: {
    build: (facts) => agreementOf(facts, 'mediationAgreement'),
    texts: ['agreement', 'mediator'],
    named: true,
  },
  settlementAgreement: {
    build: (facts) => agreementOf(facts, 'settlementAgreement'),
    texts: ['agreement'],
    named: true,
  },
  secondLookAnswer: { build: secondLookOf, texts: ['finding'], named: true },
}

export const noticeTypes = Object.keys(documents) as readonly NoticeType[]

export const isNoticeType = (type: unknown): type is NoticeType =>
  typeof type === 'string' && Object.hasOwn(documents, type)

/** The document that the facts of a case make; undefined if the act that it is about has not taken place. Pure. */
export const noticeModel = (type: NoticeType, facts: NoticeFacts): NoticeModel | undefined =>
  documents[type].build(facts)
