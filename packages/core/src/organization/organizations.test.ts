import { describe, expect, it } from 'vitest'
import { type Actor, systemActor } from '../access/actor.js'
import { coreErrors } from '../errors.js'
import { huaian, idsOf, unit } from './given.fixture.js'
import type { HistoryEvent } from './history.js'
import { createOrganizations, type OrganizationPorts } from './organizations.js'

const administrator: Actor = { kind: 'officer', id: 'p1', unit: 'city', roles: ['organizationAdministrator'] }

/** A stream in memory, shared by as many services as a test wants. */
function stream(): OrganizationPorts & {
  readonly events: readonly HistoryEvent[]
  day: string
  loads: number
} {
  const events: HistoryEvent[] = []
  return {
    events,
    day: '2024-06-01',
    loads: 0,
    async load(after) {
      this.loads += 1
      return events.slice(after)
    },
    async commit(added, expected) {
      const actual = events.length
      if (actual !== expected)
        throw coreErrors.VERSION_CONFLICT({ stream: 'core.organization', expected, actual })
      for (const event of added) events.push({ ...event, version: events.length + 1 })
    },
    today() {
      return this.day
    },
  }
}

async function started() {
  const ports = stream()
  const service = createOrganizations(ports)
  await service.api.open(huaian, systemActor)
  return { ports, ...service }
}

describe('the organisations of a platform', () => {
  it('are changed by the system and by officers with the role, and by nobody else', async () => {
    const { api } = await started()
    const change = { unit: 'street', name: '水渡口街道', on: '2024-01-01' }
    await api.rename(change, administrator)
    const others: readonly Actor[] = [
      { kind: 'officer', id: 'p2', unit: 'city', roles: ['head'] },
      { kind: 'resident', id: 'r1' },
      { kind: 'anonymous' },
    ]
    for (const by of others) {
      await expect(api.rename(change, by)).rejects.toMatchObject({
        code: 'COMMAND_NOT_ALLOWED',
        details: { command: 'organizations.rename', reasons: [{ code: 'ROLE_MISSING' }] },
      })
    }
    await expect(api.rename(change, {} as never)).rejects.toMatchObject({ code: 'ACTOR_INVALID' })
  })

  it('name the command whose input is not valid', async () => {
    const { api } = await started()
    await expect(api.close({ unit: 'street', on: 'soon' }, systemActor)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { what: 'organizations.close', issues: [{ path: 'on' }] },
    })
  })

  it('answer for today, for earlier days and for days to come', async () => {
    const { api } = await started()
    await api.rename({ unit: 'qinghe', name: '清江浦区', on: '2016-10-08' }, systemActor)
    await api.close({ unit: 'street', on: '2030-01-01' }, systemActor)
    expect((await api.current()).on).toBe('2024-06-01')
    expect((await api.current()).get('qinghe').name).toBe('清江浦区')
    expect((await api.asOf('2015-06-30')).get('qinghe').name).toBe('清河区')
    expect((await api.current()).unit('street')).toBeDefined()
    expect((await api.asOf('2030-01-01')).unit('street')).toBeUndefined()
    await expect(api.asOf('2015-02-30')).rejects.toMatchObject({ code: 'DATE_INVALID' })
  })

  it('make an actor of a person with a post', async () => {
    const { api } = await started()
    await api.appoint({ unit: 'qinghe', person: 'p9', roles: ['petitionOfficer'] }, systemActor)
    expect(await api.actor('p9', 'qinghe')).toEqual({
      kind: 'officer',
      id: 'p9',
      unit: 'qinghe',
      roles: ['petitionOfficer'],
    })
    await expect(api.actor('p9', 'city')).rejects.toMatchObject({ code: 'POST_UNKNOWN' })
    await api.dismiss({ unit: 'qinghe', person: 'p9', on: '2024-06-01' }, systemActor)
    await expect(api.actor('p9', 'qinghe')).rejects.toMatchObject({ code: 'POST_UNKNOWN' })
  })

  it('tell the life of a unit in the order of days', async () => {
    const { api } = await started()
    await api.open(unit('qingjiangpu', 'city', { openedOn: '2016-10-08' }), systemActor)
    await api.rename({ unit: 'qingjiangpu', name: 'new', on: '2020-01-01' }, systemActor)
    await api.merge({ from: ['qinghe'], into: 'qingjiangpu', on: '2016-10-08', source: '国函' }, systemActor)
    await api.move({ unit: 'qingjiangpu', parent: null, on: '2021-01-01' }, systemActor)
    await api
      .close({ unit: 'qingpu', successor: 'city', on: '2022-01-01' }, systemActor)
      .catch(() => undefined)
    expect(await api.lineage('qingjiangpu')).toEqual([
      { kind: 'opened', on: '2016-10-08', unit: unit('qingjiangpu', 'city', { openedOn: '2016-10-08' }) },
      { kind: 'tookOver', on: '2016-10-08', source: '国函', from: ['qinghe'] },
      { kind: 'renamed', on: '2020-01-01', name: 'new' },
      { kind: 'moved', on: '2021-01-01', parent: null },
    ])
    expect(await api.lineage('qinghe')).toEqual([
      { kind: 'opened', unit: huaian[2] },
      { kind: 'merged', on: '2016-10-08', source: '国函', into: ['qingjiangpu'] },
    ])
    await expect(api.lineage('nowhere')).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' })
  })
})

describe('the directory of the command path', () => {
  it('stays the same object until the day or the history changes', async () => {
    const { api, directory, ports } = await started()
    const first = directory()
    expect(directory()).toBe(first)
    await api.appoint({ unit: 'qinghe', person: 'p9', roles: [] }, systemActor)
    const second = directory()
    expect(second).not.toBe(first)
    expect(first.posts('qinghe')).toEqual([])
    expect(second.posts('qinghe')).toHaveLength(1)
    ports.day = '2024-06-02'
    expect(directory().on).toBe('2024-06-02')
  })

  it('keeps a bounded number of days, those last asked for', async () => {
    const { api } = await started()
    const first = await api.asOf('2001-01-01')
    expect(await api.asOf('2001-01-01')).toBe(first)
    for (let day = 10; day < 30; day++) {
      await api.asOf(`2001-01-${day}`)
      if (day < 20) expect(await api.asOf('2001-01-01')).toBe(first)
    }
    expect(await api.asOf('2001-01-01')).not.toBe(first)
  })

  it('shows what other processes recorded after a refresh', async () => {
    const { ports, api } = await started()
    const other = createOrganizations(ports)
    expect(other.directory().size).toBe(0)
    await other.refresh()
    expect(other.directory().size).toBe(huaian.length)
    await api.close({ unit: 'street', on: '2024-01-01' }, systemActor)
    expect(other.directory().unit('street')).toBeDefined()
    await Promise.all([other.refresh(), other.refresh()])
    expect(other.directory().unit('street')).toBeUndefined()
  })
})

describe('changes at the same time', () => {
  it('take turns within one process', async () => {
    const { api, ports } = await started()
    const names = Array.from({ length: 50 }, (_, i) => `new${i}`)
    await Promise.all(names.map((id) => api.open(unit(id, 'city'), systemActor)))
    expect(ports.events).toHaveLength(51)
    expect(idsOf((await api.current()).children('city'))).toEqual(expect.arrayContaining(names))
  })

  it('are decided anew when another process was faster', async () => {
    const { ports } = await started()
    const racing: OrganizationPorts = {
      ...ports,
      load: (after) => ports.load(after),
      today: () => ports.day,
      async commit(events, expected, by) {
        if (ports.events.length === 1)
          await other.api.close({ unit: 'street', on: '2024-01-01' }, systemActor)
        return ports.commit(events, expected, by)
      },
    }
    const other = createOrganizations(ports)
    const slow = createOrganizations(racing)
    const late = slow.api.rename({ unit: 'street', name: 'late', on: '2024-01-02' }, systemActor)
    await expect(late).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' })
    await slow.api.rename({ unit: 'qinghe', name: 'new', on: '2024-01-02' }, systemActor)
    expect(ports.events).toHaveLength(3)
  })

  it('give up after a few attempts', async () => {
    let commits = 0
    const { api } = createOrganizations({
      load: async () => [],
      async commit() {
        commits += 1
        throw coreErrors.VERSION_CONFLICT({ stream: 'core.organization', expected: 0, actual: 1 })
      },
      today: () => '2024-06-01',
    })
    await expect(api.open(unit('a'), systemActor)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    expect(commits).toBe(5)
  })

  it('fail with the error of the store, and leave the next change alone', async () => {
    const { ports } = await started()
    let broken = true
    const service = createOrganizations({
      load: (after) => ports.load(after),
      today: () => ports.day,
      async commit(events, expected, by) {
        if (broken) throw new Error('disk full')
        return ports.commit(events, expected, by)
      },
    })
    await expect(service.api.open(unit('a'), systemActor)).rejects.toThrow('disk full')
    expect(service.directory().unit('a')).toBeUndefined()
    broken = false
    await service.api.open(unit('a'), systemActor)
    expect(service.directory().unit('a')).toBeDefined()
  })
})
