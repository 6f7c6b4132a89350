import type { Actor } from '@redress/core'
import { citizen, host } from '../complaint/county.fixture.js'
import { type Command, inputFor } from '../complaint/inputs.fixture.js'
import { options, type Target, targetsOf } from '../fuzz/target.fixture.js'
import { stageOf } from '../verdicts/case-rows.fixture.js'
import { bring, type Stage } from '../verdicts/cases.fixture.js'

const target = targetsOf('petition.feedback', (made) => made)

const commands: readonly Command[] = [
  'chooseChannels',
  'deliver',
  'failDelivery',
  'askEvaluation',
  'evaluate',
  'assignSecondLook',
  'concludeSecondLook',
]

const chosen = (method: string, stage: Stage): Target =>
  target(method, async (made) => {
    const { id } = await bring(made, 'ordinary', stage)
    await made.complaint.chooseChannels(id, { answerBy: 'online' }, host)
    return [id, host]
  })

/** Every public method of feedback, for whoever tries them with anything. */
export const feedbackTargets: readonly Target[] = [
  ...commands.map((command) =>
    target(command, async (made) => {
      const { id } = await bring(made, 'ordinary', stageOf(command))
      const by: Actor = command === 'evaluate' ? citizen : host
      return [id, inputFor(command, made.today(), id), by, options]
    }),
  ),
  chosen('send', 'answered'),
  chosen('ask', 'delivered'),
  target('evaluateByCode', async (made) => [
    (await bring(made, 'ordinary', 'delivered')).queryCode,
    inputFor('evaluate', made.today(), ''),
    'origin',
  ]),
  target('waiting', async (made) => {
    await bring(made, 'ordinary', 'answered')
    return [{ step: 'toDeliver', unit: 'county', limit: 5, cursor: undefined }, host]
  }),
]
