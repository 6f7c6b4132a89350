import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import {
  citizen,
  county,
  host,
  letter,
  neighbour,
  refusal,
  remedy,
  sections,
  staff,
  why,
} from '../complaint/county.fixture.js'
import { cn2022 } from '../rules/cn-2022.js'
import type { Carried, Letter } from './courier.js'

const evaluation = { petitionOffice: 'satisfied', handlingBody: 'satisfied' } as const

/** A town whose couriers keep what they carried, and say what they are told to say. */
async function town(answers: readonly Carried[] = []) {
  const carried: Letter[] = []
  const queue = [...answers]
  const courier = async (one: Letter): Promise<Carried> => {
    carried.push(one)
    return queue.shift() ?? { proof: `receipt ${carried.length}` }
  }
  const made = await county({ couriers: { sms: courier, post: courier, email: courier } })
  return { ...made, carried, feedback: made.platform.petition.feedback }
}

async function answered(made: Awaited<ReturnType<typeof town>>, more: object = {}) {
  const { id } = await made.accepted({ answerBy: 'sms', ...more })
  await made.heard(id)
  return await made.complaint.answer(id, { ...sections, outcome: 'explained', remedy }, staff.housing)
}

describe('an answer', () => {
  it('goes by the channel that the petitioner chose, which is the consent to it, and is delivered with the proof', async () => {
    const made = await town()
    const { id } = await answered(made)
    const sent = await made.feedback.send(id, staff.housing)
    expect(sent.failures).toEqual([])
    expect(sent.case.state).toMatchObject({ status: 'delivered', delivered: [{ manner: 'electronic' }] })
    expect(made.carried).toHaveLength(1)
    expect(made.carried[0]).toMatchObject({ channel: 'sms', to: { name: '张某某', phone: '13800000000' } })
    // A text message can be read by others: nothing of the matter stands in it.
    expect(JSON.stringify(made.carried[0]?.text)).not.toContain(sections.facts)
    const file = await made.platform.personal.read(id, { purpose: 'handling' }, staff.housing)
    expect(JSON.stringify(file.texts)).toContain('p1: receipt 1')
    // Only now does the time to ask for review run.
    expect((await made.due(id, 'requestReview'))?.state).toBe('running')
  })

  it('that did not reach the petitioner is no delivery: no review clock runs, and it can be sent again', async () => {
    const made = await town([{ failed: 'unreachable', detail: 'switched off' }])
    const { id } = await answered(made)
    const failed = await made.feedback.send(id, staff.housing)
    expect(failed.failures).toMatchObject([{ person: 'p1', carried: { failed: 'unreachable' } }])
    expect(failed.case.state).toMatchObject({
      status: 'answered',
      failedDeliveries: [{ channel: 'sms', reason: 'unreachable' }],
    })
    expect(await made.due(id, 'requestReview')).toBeUndefined()
    const again = await made.feedback.send(id, staff.housing)
    expect(again.case.state).toMatchObject({ status: 'delivered', failedDeliveries: [] })
    expect(made.carried.map((one) => one.key)).toEqual([made.carried[0]?.key, made.carried[0]?.key])
  })

  it('is not sent by whoever could not record it, nor where nobody has said how', async () => {
    const made = await town()
    const { id } = await answered(made)
    expect(await why(made.feedback.send(id, staff.water))).toEqual(['READ_NOT_ALLOWED'])
    expect(await why(made.feedback.send(id, citizen))).toContain('NOT_IN_CHARGE')
    const other = await answered(made, { answerBy: undefined })
    expect(await why(made.feedback.send(other.id, staff.housing))).toEqual(['CHANNEL_NOT_CHOSEN'])
    expect(made.carried).toEqual([])
  })

  it('by a channel that the person left no address for, or whose courier breaks, failed to reach them', async () => {
    const made = await county({
      couriers: {
        email: async () => ({ proof: 'never' }),
        sms: async () => {
          throw new Error('gateway down')
        },
      },
    })
    for (const [answerBy, reason] of [
      ['email', 'unknownAddress'],
      ['sms', 'technical'],
      ['post', 'unknownAddress'],
    ] as const) {
      const { id } = await made.accepted({ answerBy })
      await made.heard(id)
      await made.complaint.answer(id, { ...sections, outcome: 'explained', remedy }, staff.housing)
      const { failures } = await made.platform.petition.feedback.send(id, staff.housing)
      expect(failures, answerBy).toMatchObject([{ carried: { failed: reason } }])
    }
  })

  it('that comes otherwise than chosen needs a reason', async () => {
    const made = await town()
    const { id } = await answered(made)
    const { complaint } = made
    const handed = { manner: 'receipt', channel: 'inPerson', proof: 'p' } as const
    expect(await why(complaint.deliver(id, handed, staff.housing))).toEqual(['DELIVERY_CHANNEL_DIFFERS'])
    await complaint.deliver(id, { ...handed, otherwiseBecause: '本人到场领取' }, staff.housing)
  })

  it('waits where it can be found, step by step', async () => {
    const made = await town()
    const waiting = async (step: 'toDeliver' | 'toAsk' | 'secondLook', by: Actor = staff.housingDesk) =>
      (await made.feedback.waiting({ step }, by)).items.length
    const { id } = await answered(made)
    expect(await waiting('toDeliver')).toBe(1)
    await made.feedback.send(id, staff.housing)
    expect([await waiting('toDeliver'), await waiting('toAsk')]).toEqual([0, 1])
    await made.feedback.ask(id, staff.housing)
    expect(await waiting('toAsk')).toBe(0)
    await made.feedback.evaluate(id, { ...evaluation, handlingBody: 'notSatisfied' }, citizen)
    expect(await waiting('secondLook')).toBe(1)
  })
})

describe('satisfaction', () => {
  it('is asked once for each answer, and silence stays silence', async () => {
    const made = await town()
    const { id } = await answered(made)
    await made.feedback.send(id, staff.housing)
    const { state } = (await made.feedback.ask(id, staff.housing)).case
    expect(state).toMatchObject({ evaluationAskedOn: made.today(), evaluation: null })
    expect(await why(made.feedback.ask(id, staff.housing))).toContain('EVALUATION_ASKED')
    made.clock.addDays(400)
    await made.platform.deadlines.tick()
    expect((await made.complaint.get(id, host)).state.evaluation).toBeNull()
  })

  it('can be given by whoever holds the query code', async () => {
    const made = await town()
    const { id } = await answered(made)
    await made.feedback.send(id, staff.housing)
    const code = await made.codeOf(id)
    await made.feedback.evaluateByCode(code.toLowerCase(), evaluation)
    expect((await made.complaint.get(id, host)).state.evaluation).toMatchObject(evaluation)
    expect(await why(made.feedback.evaluateByCode(code, evaluation))).toContain('EVALUATED')
    expect(await why(made.feedback.evaluateByCode('7K3M-9QXD-2H4J-8P0T', evaluation))).toEqual([
      'QUERY_CODE_UNKNOWN',
    ])
    expect(await why(made.feedback.evaluate(id, evaluation, neighbour))).toEqual(['NOT_PETITIONER'])
  })

  it('has a window only where the rules of the place set one', async () => {
    const limit = { unit: 'naturalDay', amount: 10, nature: 'right', source: 'a local rule' } as const
    const local = { ...cn2022, id: 'local', limits: { ...cn2022.limits, evaluate: limit } }
    const made = await county({ rules: [local], couriers: {} })
    const { id } = await made.accepted({ answerBy: 'online' })
    await made.heard(id)
    await made.complaint.answer(id, { ...sections, outcome: 'explained', remedy }, staff.housing)
    const { feedback } = made.platform.petition
    await feedback.send(id, staff.housing)
    await feedback.ask(id, staff.housing)
    made.clock.addDays(12)
    expect(await why(feedback.evaluate(id, evaluation, citizen))).toEqual(['EVALUATION_CLOSED'])
  })
})

describe('whoever is not satisfied', () => {
  const unhappy = async (about: Partial<Record<'petitionOffice' | 'handlingBody', 'notSatisfied'>>) => {
    const made = await town()
    const { id } = await answered(made)
    await made.feedback.send(id, staff.housing)
    await made.feedback.evaluate(id, { ...evaluation, ...about, comment: '没有解决' }, citizen)
    return { ...made, id, look: (await made.complaint.get(id, citizen)).state.secondLook }
  }

  it('gets a second look by a unit that is named and was not found wanting', async () => {
    expect((await unhappy({ handlingBody: 'notSatisfied' })).look).toMatchObject({
      unit: 'county-petition',
      about: ['handlingBody'],
    })
    const { look } = await unhappy({ petitionOffice: 'notSatisfied', handlingBody: 'notSatisfied' })
    expect(look?.about).toEqual(['petitionOffice', 'handlingBody'])
    expect(['county', 'city-petition', 'city']).toContain(look?.unit)
  })

  it('hears what it found from a person of that unit who has not handled the matter', async () => {
    const made = await unhappy({ handlingBody: 'notSatisfied' })
    const { id, feedback, platform, inquiry } = made
    const finding = { outcome: 'putRight', finding: '已上门维修', toldOn: made.today() } as const
    expect(await why(feedback.concludeSecondLook(id, finding, staff.housingDesk))).toEqual([
      'SECOND_LOOK_ELSEWHERE',
    ])
    expect(await why(feedback.concludeSecondLook(id, finding, staff.housing))).toContain('IS_HANDLER')
    expect(await why(feedback.assignSecondLook(id, { person: 'nobody' }, staff.desk))).toEqual([
      'NOT_OF_UNIT',
    ])
    await platform.organizations.appoint(
      { unit: 'county-petition', person: 'desk', roles: ['petitionOfficer'] },
      host,
    )
    await feedback.assignSecondLook(id, { person: 'desk' }, staff.desk)
    const another = { ...staff.desk, id: 'desk-2' }
    expect(await why(feedback.concludeSecondLook(id, finding, another))).toEqual(['SECOND_LOOK_BY_ANOTHER'])
    await feedback.concludeSecondLook(id, finding, staff.desk)
    const told = await inquiry.follow(id, citizen)
    expect(told.secondLook).toMatchObject({ unit: 'county-petition', concluded: { outcome: 'putRight' } })
    expect(told.letters.at(-1)?.fields).toEqual({ finding: '已上门维修' })
    expect((await refusal(feedback.concludeSecondLook(id, finding, staff.desk))).code).toBe(
      'COMMAND_NOT_ALLOWED',
    )
  })

  it('loses no right of review by it', async () => {
    const { complaint, id } = await unhappy({ handlingBody: 'notSatisfied' })
    await complaint.requestReview(id, { reasons: 'r' }, citizen)
  })
})

describe('news', () => {
  it('comes by the channel that was chosen, says that something happened and not what, once for each act', async () => {
    const made = await town()
    const subscription = await made.inquiry.news({ name: 'news', from: 'start' })
    const { id } = await made.complaint.file({ ...letter, newsBy: 'sms' }, citizen)
    await made.complaint.register(id, {}, staff.desk)
    await made.complaint.note(id, { text: 'internal' }, staff.desk)
    const silent = await made.complaint.file(letter, citizen)
    await made.complaint.chooseChannels(silent.id, { newsBy: null }, citizen)
    await expect.poll(() => made.carried.length, { timeout: 5000 }).toBe(2)
    await subscription.stop()
    expect(made.carried.map((one) => one.case)).toEqual([id, id])
    expect(made.carried[1]?.text.zh).toContain('登记')
    expect(JSON.stringify(made.carried)).not.toContain(letter.title)
    expect(new Set(made.carried.map((one) => one.key)).size).toBe(2)
  })
})
