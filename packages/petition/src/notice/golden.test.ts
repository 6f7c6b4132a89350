import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, staff } from '../complaint/county.fixture.js'
import { checkNotice } from './check.js'
import type { NoticeType } from './model.js'
import { papers } from './papers.fixture.js'
import { noticeText } from './render/paper.js'

/** Every document, at the moment at which it is written. */
async function everyDocument() {
  const made = await papers()
  const rows: readonly (readonly [NoticeType, string, Actor])[] = [
    ['receiptNotice', (await made.registered()).id, staff.desk],
    ['acceptanceNotice', (await made.accepted()).id, staff.housing],
    ['nonAcceptanceNotice', await made.refused(), staff.desk],
    ['noFurtherAcceptanceNotice', await made.broughtAgain(), staff.desk],
    ['routingNotice', await made.routed(), staff.desk],
    ['extensionNotice', await made.extended(), staff.housing],
    ['handlingOpinion', (await made.answered()).id, staff.housing],
    ['handlingOpinion', (await made.delivered('supported')).id, citizen],
    ['reviewOpinion', await made.laddered('review'), staff.county],
    ['reReviewOpinion', await made.laddered('reReview'), staff.city],
    ['transferLetter', (await made.referred()).id, staff.desk],
    ['assignmentOrder', await made.assigned(), staff.desk],
    ['completionReport', await made.reported(), staff.housing],
    ['mediationAgreement', await made.settled('mediation'), staff.housing],
    ['settlementAgreement', await made.settled('settlement'), staff.housing],
    ['secondLookAnswer', await made.lookedAgain(), citizen],
  ]
  const models = await Promise.all(rows.map(([type, id, by]) => made.notices.model(id, type, by)))
  return { ...made, models }
}

/** Numbers and codes are random. */
const steady = (text: string): string =>
  text.replace(/XF20240801-\w{8}/g, 'XF20240801-7K3M9QXD').replace(/(\w{4}-){3}\w{4}/g, '7K3M-9QXD-2H4J-8P0T')

describe('every document of a complaint', () => {
  it('reads as it was read over, in both languages', async () => {
    const { models, notices } = await everyDocument()
    for (const language of ['zh', 'en']) {
      const pages = models.map((model) => noticeText(notices.document(model, language)))
      await expect(steady(pages.join(`\n${'='.repeat(72)}\n\n`))).toMatchFileSnapshot(
        `./golden/${language}.txt`,
      )
    }
  })

  it('lacks nothing that the law wants', async () => {
    const { models } = await everyDocument()
    for (const model of models) expect(checkNotice(model), model.type).toEqual([])
  })

  it('has the same in Markdown, under one heading of the first rank', async () => {
    const { models, notices } = await everyDocument()
    for (const model of models) {
      const page = await notices.render(model, 'en')
      expect(page.match(/^# /gm)).toHaveLength(1)
      expect(page).toContain(notices.document(model, 'en').date)
    }
  })
})
