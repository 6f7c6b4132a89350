import { testPlatform } from '@redress/core/testing'
import { petition } from '@redress/petition'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { caseTable } from './case-table.js'
import { dueCalendar, dueFeed } from './due-calendar.js'

const host = { kind: 'system', id: 'test' } as const
const desk = { kind: 'officer', id: 'd', unit: 'housing', roles: ['petitionOfficer'] } as const

async function town(cases: number) {
  const { platform, clock } = testPlatform({ plugins: [petition()], at: '2024-08-01T23:30:00+08:00' })
  await platform.organizations.open(
    [{ id: 'housing', name: '住建局', level: 'county', type: 'department' }],
    host,
  )
  for (let n = 0; n < cases; n++) {
    const { id } = await platform.petition.complaint.file(
      { channel: 'online', unit: 'housing', title: `=漏水${n}`, text: 't', anonymous: true },
      { kind: 'anonymous' },
    )
    await platform.petition.complaint.register(id, { number: `=1+${n}`, matter: 'housing' }, desk)
  }
  return { platform, clock }
}
const text = async (chunks: AsyncIterable<string>) => {
  let all = ''
  for await (const chunk of chunks) all += chunk
  return all
}

describe('a calendar of due dates', () => {
  it('has one entry for the last day of each, under an id that stays, and says nothing of the matter', async () => {
    const { platform } = await town(2)
    const options = {
      name: '住建局',
      domain: 'redress.example',
      url: ({ id }: { id: string }) => `https://redress.example/${id}`,
    }
    const feed = await dueFeed(platform, {}, desk, options)
    // Unfolded, as RFC 5545 folds lines.
    const lines = feed.replace(/\r\n[ \t]/g, '').split('\r\n')
    expect(lines.filter((one) => one === 'BEGIN:VEVENT')).toHaveLength(2)
    // Fifteen days after 1 August, local, is a Friday; the last day itself, not the midnight after it.
    expect(lines.filter((one) => one === 'DTSTART;VALUE=DATE:20240816')).toHaveLength(2)
    const [{ id } = { id: '' }] = (await platform.cases.find({}, desk)).items
    expect(lines).toContain(`UID:${id}/directNotice@redress.example`)
    expect(lines).toContain(`URL;VALUE=URI:https://redress.example/${id}`)
    expect(feed).not.toContain('漏水')
    const again = await dueFeed(platform, {}, desk, options)
    expect(again).toBe(feed)
  })

  it('is empty for whoever sees no case', async () => {
    const { platform } = await town(1)
    const options = { name: 'n', domain: 'd' }
    expect(await dueFeed(platform, {}, { kind: 'anonymous' }, options)).toBe(dueCalendar([], options))
  })

  it.each([[{}], [{ name: '', domain: 'd' }], [{ name: 'n', domain: 'a b' }], [null]])(
    'refuses %o',
    (options) => {
      expect(() => dueCalendar([], options as never)).toThrowError(
        expect.objectContaining({ code: 'OPTIONS_INVALID' }),
      )
    },
  )

  it('refuses a zone that does not exist', () => {
    const options = { name: 'n', domain: 'd', timeZone: 'Mars/Olympus' }
    expect(() => dueCalendar([], options)).toThrowError(
      expect.objectContaining({ code: 'TIME_ZONE_INVALID' }),
    )
  })
})

describe('a list of cases', () => {
  it('as CSV goes over every page, and no cell is a formula', async () => {
    const { platform } = await town(203)
    const csv = await text(caseTable(platform, {}, desk, { format: 'csv', facets: ['channel', 'nothing'] }))
    const rows: readonly Record<string, string>[] = parse(csv, { bom: true, columns: true })
    expect(rows).toHaveLength(203)
    expect(new Set(rows.map((row) => row.id)).size).toBe(203)
    expect(rows[0]).toMatchObject({
      kind: 'petition.complaint',
      channel: 'online',
      nothing: '',
      overdue: 'false',
    })
    expect(rows.every((row) => row.number?.startsWith("'=1+"))).toBe(true)
    expect(csv).not.toContain('漏水')
  })

  it('as JSON is one array, also an empty one', async () => {
    const { platform } = await town(2)
    const json = JSON.parse(
      await text(caseTable(platform, {}, desk, { format: 'json', facets: ['channel'] })),
    )
    expect(json).toHaveLength(2)
    expect(json[0]).toMatchObject({
      unit: 'housing',
      facets: { channel: 'online' },
      dueClock: 'directNotice',
    })
    const none = caseTable(platform, {}, { kind: 'anonymous' }, { format: 'json' })
    expect(JSON.parse(await text(none))).toEqual([])
  })

  it('refuses another format', async () => {
    const { platform } = await town(0)
    const list = caseTable(platform, {}, desk, { format: 'xls' as never })
    await expect(text(list)).rejects.toMatchObject({ code: 'OPTIONS_INVALID' })
  })
})
