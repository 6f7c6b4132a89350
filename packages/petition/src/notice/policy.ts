import type { NoticeType } from './model.js'

/** The provision that each document rests on; absent where the rules name none. */
export type NoticePolicy = Readonly<Partial<Record<NoticeType, string>>>

const law2005 = '信访条例 2005'
const law2022 = '信访工作条例 2022'

/** Under the Regulations of 2005. They know no evaluation, so no second look either. */
export const notices2005: NoticePolicy = {
  receiptNotice: `${law2005} Art. 12`,
  acceptanceNotice: `${law2005} Art. 21–22`,
  nonAcceptanceNotice: `${law2005} Art. 21–22`,
  noFurtherAcceptanceNotice: `${law2005} Art. 35 ¶3`,
  routingNotice: `${law2005} Art. 21 ¶1 (1)`,
  extensionNotice: `${law2005} Art. 33`,
  handlingOpinion: `${law2005} Art. 32`,
  reviewOpinion: `${law2005} Art. 34`,
  reReviewOpinion: `${law2005} Art. 35`,
  transferLetter: `${law2005} Art. 21`,
  assignmentOrder: `${law2005} Art. 21 ¶1 (4)`,
  completionReport: `${law2005} Art. 21 ¶1 (4)`,
  mediationAgreement: `${law2005} Art. 13 ¶2`,
  settlementAgreement: `${law2005} Art. 13 ¶2`,
}

/** Under the Regulation of 2022. */
export const notices2022: NoticePolicy = {
  receiptNotice: `${law2022} Art. 21 ¶2`,
  acceptanceNotice: `${law2022} Art. 23`,
  nonAcceptanceNotice: `${law2022} Art. 23 ¶1`,
  noFurtherAcceptanceNotice: `${law2022} Art. 36 ¶3`,
  routingNotice: `${law2022} Art. 31`,
  extensionNotice: `${law2022} Art. 34`,
  handlingOpinion: `${law2022} Art. 32`,
  reviewOpinion: `${law2022} Art. 35`,
  reReviewOpinion: `${law2022} Art. 36`,
  transferLetter: `${law2022} Art. 22`,
  assignmentOrder: `${law2022} Art. 22 ¶1 (3)`,
  completionReport: `${law2022} Art. 22 ¶1 (3)`,
  mediationAgreement: `${law2022} Art. 33`,
  settlementAgreement: `${law2022} Art. 33`,
  secondLookAnswer: `${law2022} Art. 21 ¶2`,
}
