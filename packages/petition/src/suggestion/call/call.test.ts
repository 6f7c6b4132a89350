import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, staff, why } from '../../complaint/county.fixture.js'
import { cn2022 } from '../../rules/cn-2022.js'
import { idea, theme, town } from '../town.fixture.js'
import { callInputs } from './commands.js'
import { callKind } from './kind.js'

/** A call that is published, and filings that answer it. */
async function called(more: Partial<typeof theme> = {}) {
  const made = await town()
  const { calls } = made.suggestion
  const draft = await calls.draft({ ...theme, ...more }, staff.desk)
  const { id: call } = await calls.publish(draft.id, {}, staff.desk)
  const answer = { ...idea, call, answers: ['东门路口', '增设信号灯'] }
  return { ...made, calls, call, answer }
}

describe('a call for suggestions', () => {
  it('is published with its questions, answered, closed and reported on', async () => {
    const { suggestion, calls, call, answer, clock, platform, registered } = await called()
    const filed = await suggestion.file(answer, citizen)
    expect(filed.state.call).toBe(call)
    const file = await platform.personal.read(filed.id, { purpose: 'handling' }, staff.desk)
    expect(file.texts[0]?.fields).toMatchObject({ answer1: '东门路口', answer2: '增设信号灯' })
    expect((await calls.published()).items).toEqual([
      {
        id: call,
        status: 'published',
        unit: { id: 'county-petition', name: 'county-petition' },
        title: theme.title,
        text: theme.text,
        questions: theme.questions,
        from: '2024-08-01',
        until: '2024-08-31',
        area: null,
        matter: null,
        isOpen: true,
        report: undefined,
      },
    ])
    const { id } = await registered({ call })
    await suggestion.screen(id, {}, staff.desk)
    await suggestion.study(id, { officer: 'desk' }, staff.desk)
    await suggestion.decide(id, { outcome: 'adoptFully', reasons: 'r' }, host)
    expect(await why(calls.report(call, { report: 'r' }, staff.desk))).toEqual(['CALL_RUNNING'])
    clock.set('2024-09-02T09:00:00+08:00')
    expect((await calls.published()).items[0]).toMatchObject({ status: 'published', isOpen: false })
    expect(await calls.outcome(call, staff.desk)).toMatchObject({
      amounts: { received: 2, adoptFully: 1 },
      isComplete: true,
    })
    const { state } = await calls.report(call, { report: '共收到建议2件，采纳1件。' }, staff.desk)
    expect(state).toMatchObject({ status: 'reported', closedOn: '2024-08-31' })
    expect((await calls.published({ status: 'reported' })).items[0]).toMatchObject({
      report: '共收到建议2件，采纳1件。',
    })
    await calls.report(call, { report: '更正：采纳2件。' }, staff.desk)
    expect((await calls.published()).items[0]?.report).toBe('更正：采纳2件。')
  })

  it('takes suggestions from its first to its last day, and not outside them', async () => {
    const { suggestion, call, answer, clock } = await called({ from: '2024-08-05', until: '2024-08-10' })
    const early = suggestion.file(answer, citizen)
    await expect(early).rejects.toMatchObject({
      code: 'CALL_NOT_OPEN',
      details: { call, from: '2024-08-05', until: '2024-08-10', on: '2024-08-01' },
    })
    clock.set('2024-08-05T00:00:00+08:00')
    await suggestion.file(answer, citizen)
    clock.set('2024-08-10T23:59:59+08:00')
    await suggestion.file(answer, citizen)
    clock.set('2024-08-11T00:00:00+08:00')
    expect(await why(suggestion.file(answer, citizen))).toEqual(['CALL_NOT_OPEN'])
    // A letter that came in time is in time, whenever it is recorded.
    const letter = { ...answer, channel: 'letter', receivedOn: '2024-08-10' } as const
    expect((await suggestion.file(letter, staff.desk)).state.call).toBe(call)
    expect(await why(suggestion.file({ ...letter, receivedOn: '2024-08-11' }, staff.desk))).toEqual([
      'CALL_NOT_OPEN',
    ])
  })

  it('gives the first answer again to a request that is repeated after its end', async () => {
    const { suggestion, answer, clock } = await called()
    const options = { idempotencyKey: 'filing-1' }
    clock.set('2024-08-31T23:59:00+08:00')
    const first = await suggestion.file(answer, citizen, options)
    clock.set('2024-09-01T00:01:00+08:00')
    expect(await suggestion.file(answer, citizen, options)).toEqual(first)
  })

  it('takes many answers at once', async () => {
    const { suggestion, answer, calls, call } = await called()
    const all = await Promise.all(Array.from({ length: 50 }, () => suggestion.file(answer, citizen)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(50)
    expect((await calls.outcome(call, host)).amounts).toEqual({ received: 50 })
  })

  it('is extended before its end, to a later day', async () => {
    const { suggestion, calls, call, answer, clock } = await called()
    const longer = { until: '2024-09-15', reason: '应群众要求' }
    expect(await why(calls.extend(call, { ...longer, until: '2024-08-31' }, staff.desk))).toEqual([
      'CALL_EXTENSION_NOT_LATER',
    ])
    clock.set('2024-08-31T23:00:00+08:00')
    expect((await calls.extend(call, longer, staff.desk)).state).toMatchObject({
      until: '2024-09-15',
      extended: 1,
    })
    clock.set('2024-09-10T09:00:00+08:00')
    expect((await suggestion.file(answer, citizen)).state.call).toBe(call)
    clock.set('2024-09-16T00:00:00+08:00')
    expect(await why(calls.extend(call, { ...longer, until: '2024-12-31' }, staff.desk))).toEqual([
      'CALL_ENDED',
    ])
  })

  it('is closed early only with a reason, and takes no more suggestions', async () => {
    const { suggestion, calls, call, answer } = await called()
    expect(await why(calls.close(call, {}, staff.desk))).toEqual(['CALL_REASON_MISSING'])
    await calls.close(call, { reason: '主题已另行征集' }, staff.desk)
    expect(await why(suggestion.file(answer, citizen))).toEqual(['CALL_NOT_OPEN'])
    expect((await calls.report(call, { report: 'r' }, staff.desk)).state.closedOn).toBe('2024-08-01')
  })

  it('that nobody has published is not there', async () => {
    const { suggestion, calls, registered } = await called()
    const draft = await calls.draft(theme, staff.desk)
    const cancelled = await calls.draft(theme, staff.desk)
    await calls.cancel(cancelled.id, { reason: 'r' }, staff.desk)
    const other = await registered()
    for (const call of [draft.id, cancelled.id, 'nowhere', other.id])
      expect(await why(suggestion.file({ ...idea, call }, citizen))).toEqual(['CALL_UNKNOWN'])
    expect((await calls.published()).items.map(({ id }) => id)).not.toContain(draft.id)
    for (const by of [citizen, neighbour, { kind: 'anonymous' } as const]) {
      expect(await why(calls.get(draft.id, by))).toEqual(['READ_NOT_ALLOWED'])
      expect(await why(calls.outcome(draft.id, by))).toEqual(['READ_NOT_ALLOWED'])
      expect(await why(calls.publish(draft.id, {}, by))).toEqual(['NOT_IN_CHARGE'])
    }
  })

  it('is asked with a period that makes sense, and answered by its questions', async () => {
    const { suggestion, calls, answer, clock } = await called()
    const periods = [
      { from: '2024-08-10', until: '2024-08-09' },
      { from: '2024-07-01', until: '2024-07-31' },
    ]
    for (const period of periods)
      expect(await why(calls.draft({ ...theme, ...period }, staff.desk))).toEqual(['CALL_PERIOD_INVALID'])
    const late = await calls.draft(theme, staff.desk)
    clock.set('2024-08-20T09:00:00+08:00')
    expect(await why(suggestion.file({ ...answer, answers: ['a', 'b', 'c'] }, citizen))).toEqual([
      'ANSWERS_UNASKED',
    ])
    expect(await why(suggestion.file({ ...idea, answers: ['a'] }, citizen))).toEqual(['ANSWERS_UNASKED'])
    clock.set('2024-09-20T09:00:00+08:00')
    expect(await why(calls.publish(late.id, {}, staff.desk))).toEqual(['CALL_PERIOD_INVALID'])
  })

  it('speaks for the own unit or one below it, and for no other', async () => {
    const { calls } = (await town()).suggestion
    for (const by of [staff.water, staff.cityDesk])
      expect(await why(calls.draft({ ...theme, unit: 'county-housing' }, by))).toEqual(['CALL_OF_OTHERS'])
    for (const by of [staff.housingHead, staff.county])
      await calls.draft({ ...theme, unit: 'county-housing' }, by)
  })

  it('says nothing of anybody in its report', async () => {
    const { calls, call } = await called()
    await calls.close(call, { reason: 'r' }, staff.desk)
    expect(await why(calls.report(call, { report: '联系人13800000000' }, staff.desk))).toEqual([
      'PERSONAL_DATA_PUBLISHED',
    ])
  })
})

describe('the life cycle of a call', () => {
  const { lifecycle } = callKind([cn2022])
  const inputs = {
    publish: {},
    extend: { until: '2024-12-31', reason: 'r' },
    close: { reason: 'r' },
    report: { report: 'r' },
    cancel: { reason: 'r' },
  }
  const ways = {
    draft: [],
    published: ['publish'],
    closed: ['publish', 'close'],
    reported: ['publish', 'close', 'report'],
    cancelled: ['cancel'],
  } as const

  it.each(Object.keys(ways) as (keyof typeof ways)[])(
    '%s allows exactly the commands of the table',
    async (status) => {
      for (const command of Object.keys(callInputs) as (keyof typeof callInputs)[]) {
        if (command === 'draft') continue
        const { suggestion } = await town()
        const { calls } = suggestion
        const { id } = await calls.draft(theme, staff.desk)
        for (const step of ways[status]) await calls[step](id, inputs[step] as never, staff.desk)
        const work = calls[command](id, inputs[command] as never, staff.desk)
        const message = await work.then(String, String)
        const isAllowed = Object.hasOwn(lifecycle[status], command)
        expect(message.includes('it is not possible while'), `${status} ${command}: ${message}`).toBe(
          !isAllowed,
        )
      }
    },
  )
})
