import { citizen, host } from '../complaint/county.fixture.js'
import { type County, type Target, targetsOf } from '../fuzz/target.fixture.js'
import { file, form } from './town.fixture.js'

const target = targetsOf('petition.onlineCentre', (made) => made)

const whole = {
  ...form,
  about: 'complaint',
  unit: 'county-petition',
  title: 't',
  place: 'p',
  petitioners: [{ id: 'r1', ...form.petitioners[0], email: 'z@example.cn' }],
  people: 1,
  confidential: false,
  answerBy: 'sms',
  attachments: [{ ...file('一.pdf'), type: 'application/pdf' }],
}
/** Each is a message of its own. */
const message = async ({ store }: County) => ({ ...whole, messageId: `m${await store.head()}` })
const submitOptions = { origin: 'o', idempotencyKey: undefined }

const submitted = async (made: County) =>
  await made.platform.petition.onlineCentre.submit('web', await message(made), citizen, submitOptions)

/** Every public method of the online centre, for whoever tries them with anything. */
export const onlineCentreTargets: readonly Target[] = [
  target('validate', () => ['web', whole]),
  target('submit', async (made) => ['web', await message(made), citizen, submitOptions]),
  target('receiptText', async (made) => [await submitted(made), 'zh', 'sms']),
  target('published', () => ['county-petition']),
  target('attachments.list', async (made) => [(await submitted(made)).id, host, 'handling']),
  target('attachments.read', async (made) => {
    const { id, attachments } = await submitted(made)
    return [id, attachments[0]?.sha256, host, 'handling']
  }),
  target('attachments.add', async (made) => [
    'complaint',
    (await submitted(made)).id,
    [{ ...file('二.pdf'), type: 'application/pdf' }],
    citizen,
  ]),
  target('attachments.followErasure', () => ['erasure']),
]
