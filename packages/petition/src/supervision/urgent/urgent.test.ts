import type { Actor } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, letter, refusal, staff, why } from '../../complaint/county.fixture.js'
import { officer, supervised } from '../supervision.fixture.js'
import { urgentTimes } from './state.js'

const text = '某小区部分楼体倾斜，居民聚集反映'
const cityDesk = staff.cityDesk

describe('an urgent report', () => {
  it('goes to the own government and the next higher office, and how long it took is measured', async () => {
    const { supervision, clock } = await supervised()
    const learnedAt = '2024-08-01T08:20:00+08:00'
    const { id, state } = await supervision.reportUrgent({ text, learnedAt }, staff.desk)
    expect(state.receipts).toEqual([
      { unit: 'county', receivedAt: null },
      { unit: 'city-petition', receivedAt: null },
    ])
    clock.set('2024-08-01T09:12:30+08:00')
    await supervision.urgent.receive(id, {}, staff.county)
    await supervision.urgent.takeMeasure(id, { on: '2024-08-01', text: '已疏散并安排检测' }, staff.county)
    const { state: after } = await supervision.urgent.get(id, cityDesk)
    expect(urgentTimes(after)).toEqual({ toReport: 40, toReceipt: { county: 12, 'city-petition': null } })
    expect(after.measures).toEqual(['2024-08-01'])
    expect(await why(supervision.urgent.receive(id, {}, staff.county))).toEqual(['NOT_AWAITED'])
    const told = await supervision.urgent.receive(
      id,
      { unit: 'city-petition', receivedAt: '2024-08-01T09:05:00+08:00' },
      host,
    )
    expect(urgentTimes(told.state).toReceipt).toEqual({ county: 12, 'city-petition': 5 })
  })

  it('is not received before it was sent, nor learned of in the future', async () => {
    const { supervision } = await supervised()
    const report = (learnedAt: string) => supervision.reportUrgent({ text, learnedAt }, staff.desk)
    expect(await why(report('2024-08-01T09:00:01+08:00'))).toEqual(['RECEIVED_IN_FUTURE'])
    expect(await why(report('yesterday'))).toEqual(['INPUT_INVALID'])
    const { id } = await supervision.reportUrgent({ text }, staff.desk)
    const receive = (input: object, by: Actor = host) => supervision.urgent.receive(id, input, by)
    expect(await why(receive({ unit: 'county', receivedAt: '2024-08-01T08:00:00+08:00' }))).toEqual([
      'DATE_BEFORE_EVENT',
    ])
    expect(await why(receive({}))).toEqual(['ON_BEHALF_MISSING'])
    expect(await why(receive({ unit: 'county-water' }))).toEqual(['NOT_A_RECIPIENT'])
    // An officer's receipt is of this moment, whatever the input says.
    const { state } = await receive({ unit: 'city', receivedAt: '2024-08-01T01:00:00Z' }, staff.county)
    expect(state.receipts[0]).toEqual({ unit: 'county', receivedAt: '2024-08-01T01:00:00.000Z' })
  })

  it('reaches further bodies that are named, and says so where there is nobody above', async () => {
    const { supervision } = await supervised()
    const also = ['county-meeting', 'county-housing']
    const { state } = await supervision.reportUrgent({ text, also }, staff.desk)
    expect(state.receipts.map(({ unit }) => unit)).toEqual(['county', 'city-petition', ...also])
    const top = officer('mayor', 'city', 'head')
    expect(await why(supervision.reportUrgent({ text }, top))).toEqual(['URGENT_RECIPIENT_MISSING'])
    expect(
      (await supervision.reportUrgent({ text, also: ['city-petition'] }, top)).state.receipts,
    ).toHaveLength(1)
    expect(await why(supervision.reportUrgent({ text, also: ['nowhere'] }, staff.desk))).toEqual([
      'UNIT_UNKNOWN',
    ])
    expect(await why(supervision.reportUrgent({ text }, citizen))).toEqual(['NOT_OFFICER'])
  })

  it('about an accusation passes by those whom it accuses', async () => {
    const { supervision, complaint } = await supervised()
    const accused = { units: ['county'] }
    const { id: of } = await complaint.file({ ...letter, unit: 'city-discipline', accused }, host)
    const input = { text, case: of, also: ['city'], onBehalfOf: 'city-discipline' }
    const { id, state } = await supervision.reportUrgent(input, host)
    expect(state.case?.id).toBe(of)
    expect(await why(supervision.urgent.get(id, staff.county))).toEqual(['CASE_NOT_FOUND'])
    expect(await why(supervision.reportUrgent({ ...input, also: ['county'] }, host))).toEqual([
      'ACCUSED_RECIPIENT',
    ])
    // Nor does an accused unit report for itself.
    const local = { ...input, onBehalfOf: 'county-petition' }
    expect(await why(supervision.reportUrgent(local, host))).toEqual(['ACCUSED_RECIPIENT'])
    expect((await refusal(supervision.reportUrgent(local, staff.desk))).code).toBe('CASE_NOT_FOUND')
  })
})
