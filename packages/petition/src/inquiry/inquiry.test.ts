import { describe, expect, it } from 'vitest'
import { complaintInputs } from '../complaint/commands/index.js'
import { citizen, county, letter, neighbour, staff, why } from '../complaint/county.fixture.js'
import { complaintLifecycle } from '../complaint/lifecycle.js'
import { cn2005 } from '../rules/cn-2005.js'
import { cn2022 } from '../rules/cn-2022.js'
import { clockText, statusText } from './statuses.js'

describe('following a matter', () => {
  it('tells what happened, who has it, what comes next, by when, and by which article', async () => {
    const { complaint, inquiry, registered, codeOf } = await county()
    const { id } = await registered()
    await complaint.refer(id, { to: 'county-housing', manner: 'transfer' }, staff.desk)
    const matter = await inquiry.track(await codeOf(id))
    expect(matter).toMatchObject({
      id,
      title: letter.title,
      status: 'referred',
      statusText: { zh: '已转送、交办有权处理的机关、单位' },
      unit: { id: 'county-housing' },
      receivedOn: '2024-08-01',
    })
    expect(matter.steps.map((step) => step.text.en)).toEqual([
      'Received',
      'Registered',
      'Sorted',
      'Transferred or assigned to another body',
    ])
    expect(matter.next).toEqual([
      {
        clock: 'forwardedNotice',
        text: clockText.forwardedNotice,
        nature: 'duty',
        by: '2024-08-16',
        overdue: false,
        source: '信访工作条例 2022 Art. 23 ¶3',
      },
    ])
    expect(matter.actions).toEqual(expect.arrayContaining(['supplement', 'withdraw', 'requestRecusal']))
    expect(matter.actions).not.toContain('accept')
  })

  it('takes the code as people type it', async () => {
    const { complaint, inquiry } = await county()
    const { id, receipt } = await complaint.file(letter, citizen)
    const typed = receipt.queryCode
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
    expect((await inquiry.track(typed)).id).toBe(id)
  })

  it.each([['AAAA-AAAA-AAAA-AAAA'], [''], ['x'.repeat(10_000)], [undefined], [null], [7], [{}]])(
    'finds nothing for %s',
    async (code) => {
      const { inquiry } = await county()
      expect(await why(inquiry.track(code as never))).toEqual(['QUERY_CODE_UNKNOWN'])
    },
  )

  it('by account is for the petitioner', async () => {
    const { complaint, inquiry } = await county()
    const { id } = await complaint.file(letter, citizen)
    expect((await inquiry.follow(id, citizen)).id).toBe(id)
    expect(await why(inquiry.follow(id, neighbour))).toEqual(['READ_NOT_ALLOWED'])
  })

  it('shows the limits of the procedure that a matter was led into', async () => {
    const { complaint, inquiry, registered, codeOf } = await county()
    const { id } = await registered()
    const advice = {
      route: 'administrativeProcedure',
      body: '行政复议机关',
      advice: '可以申请行政复议',
      noticeOn: '2024-08-01',
    } as const
    await complaint.routeOut(id, { ...advice, knownOn: '2024-07-31' }, staff.desk)
    const { elsewhere } = await inquiry.track(await codeOf(id))
    expect(elsewhere?.deadlines.map((one) => [one.procedure, one.on])).toEqual([
      ['administrativeReconsideration', '2024-09-29'],
      ['administrativeLitigation', '2025-01-31'],
    ])
  })

  it('keeps the code from the staff', async () => {
    const { complaint, registered, codeOf } = await county()
    const { id } = await registered()
    const seen = JSON.stringify([
      await complaint.get(id, staff.desk),
      await complaint.history(id, staff.desk),
      await complaint.note(id, { text: 'x' }, staff.desk),
    ])
    expect(seen).not.toContain(await codeOf(id))
    expect((await complaint.history(id, citizen)).map((event) => event.type)).not.toContain(
      'petition.complaint-noted',
    )
  })

  it('has words in both languages for every status and every clock of the rules', () => {
    for (const status of Object.keys(complaintLifecycle)) expect(statusText).toHaveProperty([status])
    for (const rules of [cn2005, cn2022]) {
      for (const clock of Object.keys(rules.limits)) {
        if (clock !== 'jurisdictionObjection') expect(clockText).toHaveProperty([clock])
      }
    }
    expect(Object.keys(complaintInputs).length).toBeGreaterThan(30)
  })
})
