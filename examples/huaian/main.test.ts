import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPlatformError, memoryStore } from '@redress/core'
import { cn2005, cn2022 } from '@redress/petition'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeFunctions } from './functions.checks.js'
import { keepChronicle, nextTerm, readChronicle } from './src/chronicle.js'
import { type City, foundCity, host, openCity, withKeys } from './src/city.js'
import { changeKey, type KeyChange } from './src/key-change.js'
import { demonstrationKeys, type Keyring, openKeyring } from './src/keys.js'
import { mergedInto, mergedTownship } from './src/merger.js'
import { plots } from './src/plots/index.js'
import { demonstrationPress } from './src/press.js'
import { searchesByAccused } from './src/report/guards.js'
import { type Report, reportOf } from './src/report/index.js'
import { widthOf } from './src/report/text.js'
import { dutiesIn } from './src/report/timeliness.js'
import { totals } from './src/report/totals.js'
import { allCases, type CaseFile, surveyOf } from './src/survey.js'
import { type Chronicle, firstTerm, live } from './src/year.js'

let city: City
let year: Chronicle
const store = memoryStore()
const first = demonstrationKeys('first')
let ring: Keyring
let change: KeyChange | undefined
let files: readonly CaseFile[]
/** Where every case stands, of whatever kind. */
let statuses: ReadonlyMap<string, string>
let report: Report

beforeAll(async () => {
  const press = await demonstrationPress('press')
  const founded = await foundCity(firstTerm.from, store, first.keys, press)
  year = await live(founded, firstTerm)
  ;({ city, ring, change } = await changeKey(founded, first, 'second'))
  files = await surveyOf(city.platform)
  const all = await allCases(city.platform, { sort: 'opened' })
  statuses = new Map(all.map(({ id, status }) => [id, status]))
  report = await reportOf(city, year, change)
}, 60_000)

describe('a year in Huai’an', () => {
  it('files every case that its plots ask for, and finds each again', () => {
    const asked = plots.reduce((sum, plot) => sum + plot.cases, 0)
    expect(year.courses.length).toBeGreaterThanOrEqual(Math.max(400, asked))
    for (const { id, plot } of year.courses) expect(statuses.has(id), plot.name).toBe(true)
    const complaints = new Set(files.map((file) => file.item.id))
    expect(year.courses.filter(({ id }) => complaints.has(id)).length).toBeGreaterThan(400)
  })

  it.each(plots.map((plot) => [plot.name, plot] as const))('brings a case to its end: %s', (_, plot) => {
    const played = year.courses.filter((course) => course.plot === plot)
    const finished = played.filter((course) => course.done === plot.steps.length)
    expect(finished.length).toBeGreaterThan(0)
    expect(played.length).toBeGreaterThanOrEqual(plot.cases)
    expect(new Set(finished.map(({ id }) => statuses.get(id)))).toEqual(new Set([plot.ends]))
  })

  it('pins the rules in force on the day of receipt', () => {
    for (const { record } of files) {
      const expected = record.state.receivedOn < cn2022.effectiveFrom ? cn2005 : cn2022
      expect(record.rules).toBe(expected.id)
    }
    expect(new Set(files.map(({ record }) => record.rules))).toEqual(new Set([cn2005.id, cn2022.id]))
    const late = files.filter(
      ({ record }) => record.rules === cn2005.id && record.openedAt > cn2022.effectiveFrom,
    )
    expect(late.length).toBeGreaterThan(0)
  })

  it('lists as overdue exactly what the deadlines of the cases say', async () => {
    const listed = await allCases(city.platform, { overdue: true })
    const late = files.filter((file) => file.deadlines.some((one) => one.overdue))
    expect(listed.map((item) => item.id).sort()).toEqual(late.map((file) => file.item.id).sort())
    expect(listed.length).toBeGreaterThan(5)
    for (const file of late) {
      const nearest = file.deadlines
        .filter((one) => one.state === 'running' && one.limit?.nature !== 'right')
        .map((one) => one.dueOn ?? '')
        .sort()[0]
      expect(nearest && nearest < firstTerm.to).toBe(true)
      expect(report.lines.some((line) => line.includes(file.item.number ?? '?'))).toBe(true)
    }
  })

  it('explains every running limit for an answer with the day that the deadline names', async () => {
    for (const { item, deadlines } of files) {
      const last = deadlines.findLast((one) => one.clock === 'handle')
      if (last?.dueOn === undefined) continue
      const why = await city.platform.deadlines.explain(item.id, 'handle', host)
      expect(why.due?.date).toBe(last.dueOn)
    }
  })

  it('moves due dates when the holidays become known, and leaves none provisional', () => {
    expect(year.notice.moved).toBeGreaterThan(0)
    expect(year.notice.provisional).toBeGreaterThanOrEqual(year.notice.moved)
    const open = files.flatMap((file) => file.deadlines).filter((one) => one.state === 'running')
    expect(open.filter((one) => one.provisional !== undefined)).toEqual([])
  })

  it('hides each accusation from whom it accuses', async () => {
    const searches = await searchesByAccused(city.platform, files)
    expect(searches.length).toBeGreaterThan(0)
    for (const search of searches) expect(search).toMatchObject({ answer: 'CASE_NOT_FOUND', listed: 0 })
    const sealed = files.filter(({ record }) => record.state.class === 'accusation')
    for (const { item } of sealed) {
      const { texts } = await city.platform.personal.read(item.id, { purpose: 'ownMatter' }, host)
      const { title, text } = texts[0]?.fields ?? {}
      expect(title?.length).toBeGreaterThan(3)
      for (const secret of [title, text]) expect(report.lines.join('\n')).not.toContain(secret)
    }
  })

  it('hands the cases of a merged township to its successor', async () => {
    const items = await allCases(city.platform, { involving: mergedTownship })
    expect(items.length).toBeGreaterThan(0)
    let continued = 0
    for (const { id } of items) {
      const history = await city.platform.petition.complaint.history(id, host)
      expect(history.some((event) => event.by.unit === mergedTownship)).toBe(true)
      // Some go to the county meanwhile, for a review or a second look.
      if (history.some((event) => event.by.unit === mergedInto)) continued++
    }
    expect(continued).toBeGreaterThan(items.length / 2)
  })
})

describeFunctions(() => ({ place: city, year, files, report }))

describe('personal data in Huai’an', () => {
  const said = async ({ item }: CaseFile) => {
    const request = { purpose: 'ownMatter', reveal: ['name', 'phone'] }
    const { persons, texts } = await city.platform.personal.read(item.id, request, host)
    return [...persons.flatMap(({ fields }) => [fields.name, fields.phone]), texts[0]?.fields.text]
  }

  it('stands in no event, no row of the inbox and not in what the example keeps for its next run', async () => {
    await keepChronicle(store, year)
    const kept = JSON.stringify([
      await store.readAll(0, 100_000),
      (await store.readCell('example/chronicle'))?.value,
      await allCases(city.platform, {}),
    ])
    const secrets = new Set((await Promise.all(files.slice(0, 60).map(said))).flat())
    expect(secrets.size).toBeGreaterThan(100)
    for (const secret of secrets) if (secret !== undefined) expect(kept).not.toContain(secret)
  })

  it('is read in the course of the work, each time for a purpose', async () => {
    const purposes = new Set<string>()
    for (const { item } of files.slice(0, 60)) {
      for (const one of await city.platform.personal.accesses(item.id, host)) purposes.add(one.purpose)
    }
    expect(purposes).toContain('registration')
    expect(purposes).toContain('handling')
    expect(purposes).toContain('delivery')
  })

  it('ends where its period ends; the course of the case stays and is counted', () => {
    const erased = files.filter(({ record }) => record.custody.erased.length > 0)
    expect(erased.length).toBeGreaterThan(0)
    for (const { record } of erased) expect(record.version).toBeGreaterThan(4)
    expect(year.notes.refusals.some(({ code }) => code === 'PERIOD_RUNS')).toBe(true)
  })

  it('is under the new key, and the old one opens nothing', async () => {
    expect(change).toMatchObject({ from: 'first', to: 'second', failed: 0 })
    expect(change?.rotated).toBeGreaterThan(500)
    const { platform } = withKeys(city, first.keys)
    const code = await platform.personal.read(files[0]?.item.id ?? '', { purpose: 'ownMatter' }, host).then(
      () => 'an answer',
      (error: unknown) => isPlatformError(error) && error.code,
    )
    expect(code).toBe('KEY_UNAVAILABLE')
  })

  it('keeps demonstration keys in a file, and finds them there again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huaian-'))
    const file = join(folder, 'city.keys.json')
    const made = openKeyring(undefined, file, 'one')
    expect(openKeyring(undefined, file, 'other').keys.read('one')).toEqual(made.keys.read('one'))
    const both = made.add?.('two')
    expect(both?.keys).toMatchObject({ current: 'two', previous: ['one'] })
    both?.dropOld()
    expect(openKeyring(undefined, file, 'other').keys).toMatchObject({ current: 'two', previous: [] })
    rmSync(folder, { recursive: true })
  })

  it('takes keys of the environment as they are given: their order says which is the current', () => {
    const [one, two] = ['A', 'B'].map((letter) => Buffer.alloc(32, letter).toString('base64'))
    const given = openKeyring(`spring=${one},winter=${two}`, undefined, '2024-01-01')
    expect(given.keys).toMatchObject({ current: 'spring', previous: ['winter'] })
    expect(given.add).toBeUndefined()
  })
})

describe('the report', () => {
  it('has totals that add up', () => {
    const rows = totals(files).flatMap((line) => {
      const found = /^ {2}(.*?) +(\d+) +(\d+) +(\d+) +(\d+)$/.exec(line)
      return found === null ? [] : [{ label: found[1] ?? '', numbers: found.slice(2).map(Number) }]
    })
    for (const { numbers } of rows) {
      const [a = 0, b = 0, c = 0, sum] = numbers
      expect(a + b + c).toBe(sum)
    }
    const sumOf = (label: string) => rows.find((row) => row.label.endsWith(label))?.numbers[3] ?? 0
    expect(sumOf('· total')).toBe(files.length)
    expect(sumOf('· open') + sumOf('· closed')).toBe(files.length)
    const statuses = rows.filter((row) => !/· (total|open|closed)$/.test(row.label))
    expect(statuses.reduce((sum, row) => sum + (row.numbers[3] ?? 0), 0)).toBe(files.length)
  })

  it('counts each duty once, and no right of a petitioner', () => {
    const duties = dutiesIn(files)
    expect(duties.some((one) => one.clock.startsWith('request'))).toBe(false)
    const overdue = duties.filter((one) => one.outcome === 'overdue').length
    expect(overdue).toBe(files.flatMap((file) => file.deadlines).filter((one) => one.overdue).length)
    expect(new Set(duties.map((one) => one.outcome)).size).toBe(4)
  })

  it('was signed month by month, and a forger is found out', () => {
    expect(year.printed.map(({ checkpoint }) => checkpoint.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ])
    const text = report.lines.join('\n')
    expect(text).toContain('nothing was changed')
    for (const kind of ['EVENT_CHANGED', 'TAIL_CUT', 'SEALED_MISSING']) expect(text).toContain(kind)
    expect(text).toMatch(/proved by \d+ hashes/)
  })

  it('has a section for each of the two centres and the six functions, for leaders, and the annual report', () => {
    const text = report.lines.join('\n')
    const sections = [
      '联合接访中心',
      '电子网络信访服务中心',
      '疑似重复件',
      '群众看到的事项',
      '反馈',
      '人民建议',
      '分析',
      '监督',
      '检举控告',
    ]
    for (const title of [...sections, '领导驾驶舱']) expect(text).toContain(`■ ${title}`)
    expect(text).toContain('2022年度信访情况报告')
    expect(text).toContain('A sudden rise in 2022-W29')
    expect(text).toContain('0 differences')
    // Nobody's accusation is in any figure of it.
    expect(text).not.toMatch(/undefined|NaN|\[object/)
  })

  it('fits a terminal', () => {
    for (const line of report.lines) expect(widthOf(line), line).toBeLessThanOrEqual(120)
  })

  it('is the same in every run', async () => {
    const keys = demonstrationKeys('first')
    const press = await demonstrationPress('press')
    const founded = await foundCity(firstTerm.from, memoryStore(), keys.keys, press)
    const other = await live(founded, firstTerm)
    const later = await changeKey(founded, keys, 'second')
    const { lines, summary } = await reportOf(later.city, other, later.change)
    // Except for the root: what is sealed is sealed with other keys.
    const rootless = (all: readonly string[]) =>
      all.map((line) => line.replace(/^ {4}[\w-]{43}$/, '    (root)'))
    expect([rootless(lines), summary]).toEqual([rootless(report.lines), report.summary])
  }, 60_000)
})

describe('the next run', () => {
  it('goes on where the first ended: open cases take their course, new ones come', async () => {
    await keepChronicle(store, year)
    const before = await readChronicle(store)
    expect(before?.courses.map(({ id, done }) => [id, done])).toEqual(
      year.courses.map(({ id, done }) => [id, done]),
    )
    const term = nextTerm(before)
    expect(term.from).toBe('2023-04-01')
    const again = openCity(term.from, store, ring.keys)
    const next = await live(again, term, before)
    expect([next.first, next.last]).toEqual([firstTerm.from, term.to])
    expect(next.courses.length).toBeGreaterThan(year.courses.length + 50)
    const advanced = year.courses.filter((course, index) => (next.courses[index]?.done ?? 0) > course.done)
    expect(advanced.length).toBeGreaterThan(50)
    const { summary } = await reportOf(again, next)
    expect(summary).toMatch(/^■ [\d,]+ cases, [\d,]+ events, 487 days$/)
  }, 60_000)

  it('does not begin in the middle of a run that was stopped', async () => {
    const broken = memoryStore()
    await foundCity(firstTerm.from, broken, first.keys)
    await expect(readChronicle(broken)).rejects.toThrow('stopped in the middle')
  })
})
