import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Actor, createPlatform, type Officer, type Store, type Unit } from '@redress/core'
import { testKeys } from '@redress/core/testing'
import { type FileComplaint, petition } from '@redress/petition'

/** Does some work with the name of a database file that is not there yet, and removes whatever it leaves. */
export async function withFile<Result>(work: (file: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'redress-sqlite-'))
  try {
    return await work(path.join(folder, 'cases.db'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const host: Actor = { kind: 'system', id: 'test' }
export const citizen: Actor = { kind: 'resident', id: 'r1' }
export const desk: Officer = { kind: 'officer', id: 'desk', unit: 'housing', roles: ['petitionOfficer'] }
export const handler: Officer = { kind: 'officer', id: 'hou', unit: 'housing', roles: ['handler'] }

export const letter: FileComplaint = {
  channel: 'email',
  unit: 'housing',
  title: '楼上漏水',
  text: '楼上漏水，请求维修。',
  petitioners: [{ id: 'r1', name: '张三', phone: '13800000000' }],
}

const units: readonly Unit[] = [
  { id: 'county', name: 'county', level: 'county', type: 'government' },
  { id: 'housing', name: 'housing', level: 'county', type: 'department', parent: 'county' },
  { id: 'water', name: 'water', level: 'county', type: 'department', parent: 'county' },
]

/** A platform for petitions on a store; the first one on it founds the county. */
export async function county(
  store: Store,
  now: () => number = () => Date.parse('2024-08-01T09:00:00+08:00'),
) {
  const platform = createPlatform({ store, plugins: [petition()], keys: testKeys, now })
  if ((await store.head().catch(() => 0)) === 0) await platform.organizations.open(units, host)
  return platform
}
