import { coreErrors } from '@redress/core'
import { host } from '../complaint/county.fixture.js'
import { type County, type Target, targetsOf } from '../fuzz/target.fixture.js'

const target = targetsOf('petition.notices', (made) => made)

const modelOf = async ({ delivered, platform }: County) =>
  await platform.petition.notices.model((await delivered()).id, 'handlingOpinion', host)

/** Every public method of documents, for whoever tries them with anything. */
export const noticeTargets: readonly Target[] = [
  target('model', async ({ delivered }) => [(await delivered()).id, 'handlingOpinion', host]),
  target('types', async ({ delivered }) => [(await delivered()).id, host]),
  target('document', async (made) => [await modelOf(made), 'zh']),
  target('render', async (made) => [await modelOf(made), 'en']),
  target('texts.text', () => ['receiptNotice.title', 'zh', { number: 'n' }]),
  target('texts.date', () => ['2024-08-01', 'zh']),
  target('texts.error', () => [coreErrors.CASE_NOT_FOUND({ kind: 'petition.complaint', id: 'x' }), 'zh']),
]
