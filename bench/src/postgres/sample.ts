import type { Commit, PendingEvent, Row, ViewDefinition } from '@redress/core'
import { inboxView } from '../../../packages/core/src/inbox/row.js'

/** The inbox of the core under another name: the very same indexes, so that none is forgotten here. */
export const benchView: ViewDefinition = { ...inboxView, name: 'bench.inbox' }

const unitCount = 300
const opened = 1_700_000_000_000
const day = 86_400_000
const letter =
  '我家住在本市城区某小区三号楼二单元多次反映楼上水管漏水墙面发霉物业和主管部门至今没有处理请求尽快派人维修'

/** The row of the n-th case after some commands. */
function rowOf(n: number, version: number): Row {
  const unit = `u${(n * 7919) % unitCount}`
  const openedAt = opened + (n % 5000) * 60_000
  return {
    kind: 'petition.complaint',
    status: 'accepted',
    open: n % 10 === 0,
    number: `HA2024${String(n).padStart(8, '0')}`,
    title: letter.slice(n % 20, (n % 20) + 20),
    unit,
    involved: [unit, 'city-petition'],
    petitioners: [`resident-${n}`],
    recused: [],
    accused: { persons: [], units: [] },
    // Every second command moves the due date.
    dueAt: openedAt + 15 * day + (version >> 1) * day,
    dueClock: 'handling',
    dueUnit: unit,
    dueProvisional: null,
    signalAt: openedAt + 10 * day,
    notices: 0,
    openedAt,
    updatedAt: openedAt + version * 3_600_000,
    facets: { channel: 'online', matter: 'housing', class: 'appeal' },
    lookups: [`number=HA2024${n}`, `code=${n}`],
  }
}

function eventOf(stream: string, version: number): PendingEvent {
  return {
    type: 'bench.happened',
    data: { text: letter.repeat(3), n: version, at: opened, place: letter.slice(0, 20) },
    stream,
    version,
    at: '2024-08-02T01:00:00.000Z',
    by: { kind: 'officer', id: 'o-1', unit: 'works' },
    // As long as a real one.
    hash: `${stream}-${version}`.padEnd(43, 'x'),
  }
}

/** One command on one case: an event and its row. */
export function commitOf(n: number, version: number): Commit {
  const stream = `case-${n}`
  return {
    streams: [{ stream, expectedVersion: version, events: [eventOf(stream, version + 1)] }],
    rows: [{ view: benchView.name, key: stream, row: rowOf(n, version + 1) }],
  }
}
