import type { AuditReport } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { cn2022 } from '../rules/cn-2022.js'
import { county, host, staff } from './county.fixture.js'

const tenYears = { title: 'ten years', eraseAfter: 10, source: 'made for tests', verified: false }
const rules = [{ ...cn2022, retention: { tenYears } }]

/** A city with one complaint that was answered and closed, and what the audit says of its log and its vault. */
async function closed() {
  const town = await county({ rules })
  const { id } = await town.delivered()
  await town.complaint.close(id, { summary: '已办结' }, staff.housing)
  const audit = async (): Promise<readonly string[]> => {
    const report: AuditReport = await town.platform.audit.verify({ vault: true }, host)
    return report.findings.map(({ kind, message }) => `${kind} ${message.split(':')[0]}`)
  }
  /** Changes a cell of the vault behind the back of the platform. */
  const tamper = async (name: string, value: (old: Record<string, string>) => unknown) => {
    const cell = await town.store.readCell(`vault/${id}/${name}`)
    const cells = [{ name: `vault/${id}/${name}`, value: value({ ...(cell?.value as object) }) }]
    await town.store.commit({ streams: [], rows: [], cells })
  }
  return { ...town, id, audit, tamper }
}

describe('the vault under audit', () => {
  it('holds what was sealed', async () => {
    const { audit } = await closed()
    expect(await audit()).toEqual([])
  })

  it('is seen through when somebody changes, swaps or takes away what it holds', async () => {
    const { audit, tamper } = await closed()
    await tamper('1', (parts) => ({ ...parts, p1: parts.case }))
    expect(await audit()).toEqual(["SEALED_CHANGED 'p1'"])
    await tamper('1', ({ case: text }) => ({ case: text }))
    expect(await audit()).toEqual(["SEALED_MISSING 'p1'"])
    await tamper('1', () => undefined)
    expect(await audit()).toEqual(["SEALED_MISSING 'case'", "SEALED_MISSING 'p1'"])
  })

  it('may lack what was erased in the open, and nothing else', async () => {
    const { audit, platform, id, clock, tamper, store, complaint } = await closed()
    await platform.retention.assign(id, { class: 'tenYears' }, host)
    clock.addDays(3660)
    const kept = await store.readCell(`vault/${id}/1`)
    await platform.retention.erase(id, { ground: 'retentionExpired', person: 'p1' }, host)
    expect(await audit()).toEqual([])
    await platform.retention.erase(id, { ground: 'retentionExpired' }, host)
    expect(await audit()).toEqual([])
    expect((await complaint.get(id, host)).state.status).toBe('completed')
    expect(await store.listCells(`vault/${id}/`, '', 10)).toEqual([])
    await tamper('1', () => kept?.value)
    expect(await audit()).toEqual(["SEALED_LEFT 'case'", "SEALED_LEFT 'p1'"])
  })

  it('leaves a pruned case to its seal', async () => {
    const { audit, platform, id, complaint, store } = await closed()
    await platform.retention.erase(id, { ground: 'legalOrder' }, host)
    const before = await store.head()
    await platform.retention.prune(id, { ground: 'legalOrder' }, host)
    expect(await audit()).toEqual([])
    await expect(complaint.get(id, host)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect((await store.read(id)).filter(({ type }) => type === 'core.pruned')).toHaveLength(
      (await store.read(id)).length - 1,
    )
    expect(await store.head()).toBe(before + 1)
  })
})
