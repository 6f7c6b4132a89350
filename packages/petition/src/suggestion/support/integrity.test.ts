import { createPlatform } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, staff, why } from '../../complaint/county.fixture.js'
import { petition } from '../../plugin.js'
import { placeRules, publicText, resident, town } from '../town.fixture.js'

const source = 'made for tests'

describe('supports that were not given as they should', () => {
  const marked = (account: string) => Number(account.slice(1)) % 2 === 0

  async function supported(count = 10) {
    const made = await town({
      maySupport: ({ account }) => ({ allowed: true, ...(marked(account) ? { mark: 'burst' } : {}) }),
    })
    const { id } = await made.published()
    for (let n = 0; n < count; n++) {
      await made.suggestion.support(id, resident(n))
      made.clock.addDays(1)
    }
    return { ...made, id }
  }

  it('are set aside in bulk with a reason, are kept and counted apart, and can be restored', async () => {
    const { suggestion, id, platform } = await supported()
    const aside = await suggestion.setAside(id, { mark: 'burst', reason: '同一时段批量注册' }, staff.desk)
    expect(aside).toMatchObject({ changed: 5, more: false, state: { setAsides: 1 } })
    expect(await suggestion.supports(id)).toMatchObject({ supports: 5, setAside: 5 })
    expect(await suggestion.ownSupport(id, resident(2))).toMatchObject({ status: 'setAside' })
    const { items } = await suggestion.supportList(id, { batch: 1 }, staff.desk)
    expect(items.map(({ mark, batch }) => [mark, batch])).toEqual(
      Array.from({ length: 5 }, () => ['burst', 1]),
    )
    const file = await platform.personal.read(id, { purpose: 'handling' }, staff.desk)
    expect(JSON.stringify(file.texts)).toContain('同一时段批量注册')
    const back = await suggestion.restore(id, { batch: 1, reason: '经核实为本人' }, staff.desk)
    expect(back).toMatchObject({ changed: 5, more: false })
    expect(await suggestion.supports(id)).toMatchObject({ supports: 10, setAside: 0 })
  })

  it('are chosen by their ids, or by when they were given', async () => {
    const { suggestion, id, published } = await supported()
    const other = await published()
    await suggestion.support(other.id, resident(1))
    const { items } = await suggestion.supportList(id, { limit: 2 }, staff.desk)
    const named = items.map((one) => one.id)
    const foreign = (await suggestion.supportList(other.id, {}, staff.desk)).items.map((one) => one.id)
    const aside = await suggestion.setAside(
      id,
      { supports: [...named, ...foreign, 'nowhere', id], reason: 'r' },
      staff.desk,
    )
    expect(aside.changed).toBe(2)
    const days = { from: '2024-08-03T00:00:00Z', before: '2024-08-05T00:00:00Z', reason: 'r' }
    expect(await suggestion.setAside(id, days, staff.desk)).toMatchObject({
      changed: 2,
      state: { setAsides: 2 },
    })
    expect(await suggestion.supports(id)).toMatchObject({ supports: 6, setAside: 4 })
    expect((await suggestion.restore(id, { supports: named, reason: 'r' }, staff.desk)).changed).toBe(2)
    expect(await suggestion.supports(other.id)).toMatchObject({ supports: 1, setAside: 0 })
  })

  it('stay set aside when they are withdrawn and given anew', async () => {
    const { suggestion, id } = await supported(2)
    await suggestion.setAside(id, { mark: 'burst', reason: 'r' }, staff.desk)
    await suggestion.withdrawSupport(id, resident(0))
    expect(await suggestion.supports(id)).toMatchObject({ supports: 1, setAside: 0 })
    expect(await suggestion.support(id, resident(0))).toMatchObject({ status: 'setAside' })
    await suggestion.withdrawSupport(id, resident(0))
    await suggestion.restore(id, { batch: 1, reason: 'r' }, staff.desk)
    expect(await suggestion.support(id, resident(0))).toMatchObject({ status: 'given' })
  })

  it('are for the office that has a part in it, which says which ones', async () => {
    const { suggestion, id } = await supported(1)
    for (const by of [staff.water, staff.cityDesk, neighbour, citizen]) {
      expect(await why(suggestion.setAside(id, { mark: 'burst', reason: 'r' }, by))).not.toEqual([])
    }
    expect(await why(suggestion.setAside(id, { reason: 'r' }, staff.desk))).toEqual(['SELECTION_EMPTY'])
    expect(await why(suggestion.restore(id, { batch: 1, reason: 'r' }, staff.desk))).toEqual([
      'NONE_SET_ASIDE',
    ])
    expect(await why(suggestion.setAside(id, { supports: [], reason: 'r' }, staff.desk))).toEqual([
      'INPUT_INVALID',
    ])
    await suggestion.setAside(id, { mark: 'burst', reason: 'r' }, staff.desk)
    expect(await why(suggestion.restore(id, { batch: 2, reason: 'r' }, staff.desk))).toEqual([
      'BATCH_UNKNOWN',
    ])
    expect(await why(suggestion.restore(id, { reason: 'r' }, staff.desk))).toEqual(['SELECTION_EMPTY'])
    expect(await suggestion.supports(id)).toMatchObject({ supports: 0, setAside: 1 })
  })

  it('are done to the end by calling again, in the same batch with the same key', async () => {
    const { suggestion, id } = await supported(3)
    const options = { idempotencyKey: 'batch-one' }
    const first = await suggestion.setAside(id, { mark: 'burst', reason: 'r' }, staff.desk, options)
    await suggestion.support(id, resident(4))
    const again = await suggestion.setAside(id, { mark: 'burst', reason: 'r' }, staff.desk, options)
    expect([first.changed, again.changed]).toEqual([2, 1])
    expect(again.state.setAsides).toBe(1)
    const { items } = await suggestion.supportList(id, { status: 'setAside' }, staff.desk)
    expect(items.map(({ batch }) => batch)).toEqual([1, 1, 1])
  })
})

describe('a threshold of the rules', () => {
  const rules = placeRules(
    [
      { supports: 2, duty: 'study', source },
      { supports: 3, duty: 'answer', source },
    ],
    { supportedStudy: { unit: 'workDay', amount: 10, nature: 'duty', source } },
  )

  it('makes a duty of the body, by the clock of its place, and decides nothing', async () => {
    const { suggestion, published, due } = await town({ rules })
    const { id } = await published()
    await suggestion.support(id, resident(1))
    expect(await suggestion.recordDuties()).toEqual({ recorded: 0, failed: [] })
    await suggestion.support(id, resident(2))
    expect(await suggestion.recordDuties()).toEqual({ recorded: 1, failed: [] })
    expect(await suggestion.recordDuties()).toEqual({ recorded: 0, failed: [] })
    const { state } = await suggestion.get(id, staff.desk)
    expect(state).toMatchObject({
      status: 'screened',
      decision: null,
      duties: [{ supports: 2, duty: 'study' }],
    })
    expect(await due(id, 'supportedStudy')).toMatchObject({ unit: 'county-petition', state: 'running' })
    expect((await suggestion.supports(id)).thresholds).toMatchObject([
      { supports: 2, reachedOn: '2024-08-01' },
      { supports: 3, reachedOn: null },
    ])
    await suggestion.transfer(id, { to: 'county-housing' }, staff.desk)
    expect(await due(id, 'supportedStudy')).toMatchObject({ unit: 'county-housing' })
    await suggestion.study(id, { officer: 'hou' }, staff.housingHead)
    expect(await due(id, 'supportedStudy')).toMatchObject({ state: 'stopped', late: false })
  })

  it('owes the supporters a published answer before it is closed', async () => {
    const { suggestion, published } = await town({ rules })
    const { id } = await published()
    for (const n of [1, 2, 3]) await suggestion.support(id, resident(n))
    await suggestion.study(id, { officer: 'desk' }, staff.desk)
    await suggestion.decide(id, { outcome: 'notAdopt', reasons: 'r' }, host)
    expect(await suggestion.recordDuties()).toEqual({ recorded: 1, failed: [] })
    await suggestion.reply(id, { channel: 'phone' }, staff.desk)
    expect(await why(suggestion.close(id, {}, staff.desk))).toEqual(['ANSWER_NOT_PUBLISHED'])
    await suggestion.publish(id, { ...publicText, answer: '经研究，暂不具备条件。' }, staff.desk)
    expect((await suggestion.close(id, {}, staff.desk)).state.status).toBe('closed')
  })

  it('does not count what is set aside, and stays with the rules that the suggestion pins', async () => {
    const { suggestion, published, store, clock } = await town({ rules })
    const { id } = await published()
    for (const n of [1, 2]) await suggestion.support(id, resident(n))
    await suggestion.setAside(id, { from: '2024-01-01T00:00:00Z', reason: 'r' }, staff.desk)
    expect(await suggestion.recordDuties()).toEqual({ recorded: 0, failed: [] })
    await suggestion.restore(id, { batch: 1, reason: 'r' }, staff.desk)
    // Another profile that took effect later changes nothing for it.
    const [old = placeRules([])[0]] = rules
    const later = {
      ...placeRules([{ supports: 1000, duty: 'study', source }])[0],
      id: 'later',
      effectiveFrom: '2024-08-02',
    }
    const other = createPlatform({
      store,
      plugins: [petition({ rules: [old, later] as never })],
      now: clock.now,
    })
    expect(await other.petition.suggestion.recordDuties()).toEqual({ recorded: 1, failed: [] })
  })

  it('is in no national profile', async () => {
    const { suggestion, published } = await town()
    const { id } = await published()
    await suggestion.support(id, neighbour)
    expect((await suggestion.supports(id)).thresholds).toEqual([])
    expect(await suggestion.recordDuties()).toEqual({ recorded: 0, failed: [] })
    expect(await why(suggestion.recordSupport(id, { supports: 9 }, staff.desk))).toEqual(['NOT_SYSTEM'])
  })
})
