import type { Officer } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { citizen, host, letter, refusal, staff, why } from '../county.fixture.js'
import { another, retold, text, town } from './town.fixture.js'

describe('a person decides', () => {
  it('that two are the same matter: both go on, and each says so to whom it may be known', async () => {
    const { file, asked, complaint, due, inquiry } = await town()
    const elder = await file({ text: retold, unit: 'city-petition' })
    const own = await file({ text })
    const before = await due(own.id, 'sortAndForward')
    const link = { to: elder.id, relation: 'sameMatter', finding: '同一漏水点' } as const
    expect(await why(complaint.link(own.id, link, staff.water))).toEqual(['NOT_IN_CHARGE'])
    await complaint.link(own.id, link, staff.desk)
    const linked = { to: elder.id, relation: 'sameMatter', on: '2024-08-01' }
    expect(await complaint.links(own.id, staff.desk)).toEqual([linked])
    expect((await complaint.get(own.id, host)).state).toMatchObject({ status: 'received', links: [linked] })
    expect(await due(own.id, 'sortAndForward')).toEqual(before)
    for (const [id, to] of [
      [own.id, elder.id],
      [elder.id, own.id],
    ] as const)
      expect((await asked(id, host)).get(to)?.linked).toEqual({ from: own.id, ...linked })
    const told = await inquiry.track(own.receipt.queryCode)
    expect(JSON.stringify(told)).not.toContain(elder.id)
    expect(JSON.stringify(told)).toContain('关联相关事项')
    // The finding is in the vault.
    expect(JSON.stringify(await complaint.history(own.id, host))).not.toContain('漏水点')
  })

  it('that one is a repeat, of a case that came in before it', async () => {
    const { file, complaint } = await town()
    const elder = await file({ text: retold })
    const own = await file({ text })
    const repeat = (to: string) => ({ to, relation: 'repeat', finding: 'f' }) as const
    const error = await refusal(complaint.link(elder.id, repeat(own.id), staff.desk))
    expect([error.code, error.message]).toEqual([
      'GROUND_NOT_FULFILLED',
      "The ground 'repeat' is not fulfilled: the other case came in after this one; link that one to this one.",
    ])
    await complaint.link(own.id, repeat(elder.id), staff.desk)
    expect((await complaint.get(own.id, host)).state.repeatOf).toBe(elder.id)
    // A mistake is put right by another finding.
    await complaint.link(own.id, { ...repeat(elder.id), relation: 'related' }, staff.desk)
    expect((await complaint.get(own.id, host)).state).toMatchObject({
      repeatOf: null,
      links: [{ relation: 'related' }],
    })
  })

  it('that it is another matter: it is not suggested again, from neither side, until somebody links the two', async () => {
    const { file, asked, complaint } = await town()
    const other = await file({ text: retold })
    const own = await file({ text })
    await complaint.link(own.id, { to: other.id, relation: 'repeat', finding: 'f' }, staff.desk)
    await complaint.dismissDuplicate(own.id, { of: other.id, reason: '不同楼栋' }, staff.desk)
    expect((await complaint.get(own.id, host)).state).toMatchObject({
      links: [],
      repeatOf: null,
      notDuplicateOf: [other.id],
    })
    expect((await asked(own.id)).size + (await asked(other.id)).size).toBe(0)
    await complaint.link(own.id, { to: other.id, relation: 'related', finding: 'f' }, staff.desk)
    expect([...(await asked(other.id)).keys()]).toEqual([own.id])
  })

  it('about a case that exists, is another one, and is not sealed', async () => {
    const { file, complaint } = await town()
    const own = await file({ text })
    const sealed = await complaint.file({ ...letter, accused: { persons: ['hou'] } }, citizen)
    for (const [to, code] of [
      ['nowhere', 'CASE_NOT_FOUND'],
      [own.id, 'LINK_TO_ITSELF'],
      [sealed.id, 'LINK_TO_SEALED'],
    ] as const) {
      expect(await why(complaint.link(own.id, { to, relation: 'related', finding: 'f' }, host))).toEqual([
        code,
      ])
      expect(await why(complaint.dismissDuplicate(own.id, { of: to, reason: 'r' }, host))).toEqual([code])
    }
    const elsewhere: Officer = { ...staff.housing, id: 'hou' }
    expect(await why(complaint.links(sealed.id, elsewhere))).toEqual(['CASE_NOT_FOUND'])
  })

  it('and what is linked and sealed later leaves no name behind for anybody but the system', async () => {
    const { file, complaint } = await town()
    const own = await file({ text })
    const other = await file({ text: retold })
    const third = await file({ text: another })
    await complaint.link(own.id, { to: other.id, relation: 'related', finding: 'f' }, staff.desk)
    await complaint.dismissDuplicate(own.id, { of: third.id, reason: 'r' }, staff.desk)
    for (const { id } of [other, third]) {
      await complaint.register(id, {}, host)
      await complaint.classify(id, { class: 'accusation', accused: { units: ['county-petition'] } }, host)
    }
    const seen = JSON.stringify([
      await complaint.get(own.id, staff.desk),
      await complaint.history(own.id, staff.desk),
      await complaint.links(own.id, staff.desk),
      await complaint.duplicates(own.id, staff.desk),
    ])
    for (const { id } of [other, third]) expect(seen).not.toContain(id)
    expect(await complaint.links(own.id, host)).toMatchObject([{ to: other.id }])
  })
})
