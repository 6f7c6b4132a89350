import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type City, host } from './src/city.js'
import { storm } from './src/plots/duplicates.js'
import { publish } from './src/publish.js'
import { centreOf, receptionPlaces } from './src/reception/centres.js'
import type { Report } from './src/report/index.js'
import { officerOf } from './src/staff.js'
import { allCases, type CaseFile } from './src/survey.js'
import { city } from './src/units.js'
import type { Chronicle } from './src/year.js'

/** A year that was played, with everything that was read of it. */
export interface World {
  readonly place: City
  readonly year: Chronicle
  readonly files: readonly CaseFile[]
  readonly report: Report
}

/** Checks that each of the centres and functions was at work, and that the report says what the platform says. */
export function describeFunctions(world: () => World): void {
  const petition = () => world().place.platform.petition
  const casesOf = (kind: string) => allCases(world().place.platform, { kind, sort: 'opened' })
  const states = async <State>(
    kind: string,
    get: (id: string) => Promise<{ readonly state: State }>,
  ): Promise<readonly State[]> =>
    await Promise.all((await casesOf(kind)).map(async ({ id }) => (await get(id)).state))

  describe('the two centres', () => {
    it('receive people in every centre, and somebody waits longer than somebody else', async () => {
      const { platform } = world().place
      for (const place of receptionPlaces) {
        const centre = await centreOf(platform, `${place}/petition`)
        const query = { centre, from: '2022-04-01', until: '2023-03-31' }
        const { total, isComplete } = await petition().receptionCentre.counts(query, host)
        expect(total.served, place).toBeGreaterThan(4)
        expect(total.served + total.left + total.absent).toBe(total.came)
        expect([isComplete, total.wait.called > 0]).toEqual([true, true])
        if (place !== city) continue
        expect(total.wait.most ?? 0).toBeGreaterThan(total.wait.p50 ?? 0)
        expect(total).toMatchObject({ joint: 12, missed: 12 })
        expect(Object.keys(total.handedOver).sort()).toEqual(['complaint', 'suggestion'])
      }
    })

    it('have leaders receive and take charge, and one who does not come says what comes instead', async () => {
      const { day, charge, visit } = petition().receptionCentre
      const days = await states('petition.reception-day', (id) => day.get(id, host))
      const leaders = days.flatMap((one) => one.leaders)
      expect(leaders.filter(({ state }) => state === 'held').length).toBeGreaterThan(20)
      expect(leaders.filter(({ state }) => state === 'cancelled').map(({ instead }) => instead)).toHaveLength(
        2,
      )
      const charges = await states('petition.charge', (id) => charge.get(id, host))
      expect(charges.length).toBeGreaterThan(15)
      expect(charges.filter(({ outcome }) => outcome === 'resolved').length).toBeGreaterThan(5)
      const visits = await states('petition.visit', (id) => visit.get(id, host))
      const promised = visits.flatMap((one) => one.commitments)
      expect(promised.filter(({ keptOn, by }) => keptOn !== null && keptOn <= by).length).toBeGreaterThan(8)
    })

    it('take matters in by every channel of the online centre, and tell in both languages what is wrong', () => {
      const { intake, oddMessages } = world().year.notes
      const ids = petition().onlineCentre.channels.map(({ id }) => id)
      expect(ids).toHaveLength(8)
      for (const id of ids) expect(intake[id]?.filed, id).toBeGreaterThan(0)
      expect(intake.letter?.files).toBe(intake.letter?.filed)
      expect(intake.sms?.unsure).toBe(intake.sms?.filed)
      expect(oddMessages).toHaveLength(5)
      for (const { told } of oddMessages)
        for (const { zh, en } of told) expect(Math.min(zh.length, en.length)).toBeGreaterThan(0)
    })
  })

  describe('the six functions', () => {
    it('complaint: what looks alike is merged, linked or set apart by a person', () => {
      const found = world().files.map(({ record }) => record.state)
      const relations = new Set(found.flatMap(({ links }) => links.map(({ relation }) => relation)))
      expect(relations).toEqual(new Set(['repeat', 'sameMatter']))
      expect(found.filter(({ mergedInto }) => mergedInto !== null).length).toBeGreaterThan(4)
      expect(found.filter(({ notDuplicateOf }) => notDuplicateOf.length > 0).length).toBeGreaterThan(4)
    })

    it('inquiry: a matter of another kind is followed like a complaint', async () => {
      for (const kind of ['petition.suggestion', 'petition.accusation', 'petition.visit']) {
        const [first] = await casesOf(kind)
        expect((await petition().inquiry.follow(first?.id ?? '', host)).steps.length).toBeGreaterThan(2)
      }
    })

    it('feedback: every lossy channel lost something, all of it was brought otherwise, and silence stays silence', async () => {
      const { deliveries } = world().year.notes
      for (const channel of ['sms', 'email', 'post'])
        expect(Object.keys(deliveries[channel]?.failed ?? {}), channel).not.toEqual([])
      const delivered = world().files.flatMap(({ record }) => record.state.delivered).length
      const reached = Object.values(deliveries).reduce((sum, one) => sum + one.reached, 0)
      expect(reached).toBeGreaterThanOrEqual(delivered)
      const mayor = await officerOf(world().place.platform, city, 'head')
      const { rows } = await petition().analysis.satisfaction({ periods: ['2022'] }, mayor)
      const { asked, silent, satisfaction, response } = rows[0]?.satisfaction.handlingBody ?? {}
      expect(silent).toBeGreaterThan(50)
      expect(asked).toBe(Number(satisfaction?.of) + Number(silent))
      expect(response?.count).toBe(satisfaction?.of)
      const looks = world().files.flatMap(({ record }) => record.state.secondLook?.concluded ?? [])
      expect(new Set(looks.map(({ outcome }) => outcome)).size).toBe(3)
    })

    it('suggestion: a call is answered, bursts are counted apart, and each decision is there', async () => {
      const { suggestion } = petition()
      const { items: calls } = await suggestion.calls.published({ status: 'reported' })
      const { items } = await suggestion.published({ call: calls[0]?.id })
      expect(items).toHaveLength(8)
      expect(items.filter(({ setAside }) => setAside === 9).map(({ supports }) => supports)).toEqual([36, 36])
      const all = await states('petition.suggestion', (id) => suggestion.get(id, host))
      const outcomes = new Set(all.flatMap(({ decision }) => decision?.outcome ?? []))
      expect(outcomes).toEqual(new Set(['adoptFully', 'adoptPartly', 'notAdopt']))
      expect(all.filter(({ realisation }) => realisation?.state === 'realised').length).toBeGreaterThan(10)
      expect(all.flatMap(({ duties }) => duties)).toHaveLength(2)
    })

    it('analysis: finds the heavy rain of July and nothing else, where it fell', async () => {
      const mayor = await officerOf(world().place.platform, city, 'head')
      const { rows } = await petition().analysis.rises({ table: 'matter', week: storm.week }, mayor)
      expect(rows.filter(({ state }) => state === 'rise').map(({ key }) => key)).toEqual([storm.matter])
      const hot = await petition().analysis.hotSpots({ months: ['2022-05', '2022-06', '2022-07'] }, mayor)
      expect(hot.rows.length).toBeGreaterThan(0)
      for (const { area, matter } of hot.rows)
        expect([storm.areas.includes(area as never), matter]).toEqual([true, storm.matter])
      const empty = await petition().analysis.timeliness({ periods: ['2022-03'] }, mayor)
      expect(empty.rows[0]?.timeliness.completion).toEqual({ count: 0, of: 0, rate: null })
    })

    it('supervision: monthly sweeps, every measure, the three proposals, and samples that can be drawn again', async () => {
      const { matters, proposals, inspections } = petition().supervision
      expect(world().year.notes.sweeps.map(({ month }) => month)).toHaveLength(13)
      const supervised = await states('petition.supervision', (id) => matters.get(id, host))
      for (const measure of ['urgings', 'listings', 'interviews', 'rectifications'] as const)
        expect(
          supervised.some((one) => one[measure].length > 0),
          measure,
        ).toBe(true)
      const made = await states('petition.proposal', (id) => proposals.get(id, host))
      expect(made.map(({ type, answers }) => [type, answers.at(-1)?.uptake])).toEqual([
        ['improveWork', 'adopted'],
        ['improvePolicy', 'partly'],
        ['pursueResponsibility', 'notAdopted'],
      ])
      for (const one of await states('petition.inspection', (id) => inspections.get(id, host)))
        expect([one.status, one.drawn.length, one.checked.length]).toEqual(['concluded', 6, 6])
    })

    it('accusations leave no trace for the accused, and no unit that is accused stands in the report', async () => {
      const { looks } = world().year.notes
      expect(looks.looked).toBeGreaterThan(4)
      expect(looks.differences).toBe(0)
      const sealed = await states('petition.accusation', (id) => petition().accusation.get(id, host))
      expect(sealed.length).toBeGreaterThan(8)
      const text = world().report.lines.join('\n')
      for (const { number } of sealed) expect(text).not.toContain(number)
      for (const { accused } of sealed)
        for (const person of accused.persons) expect(text).not.toContain(person)
    })
  })

  describe('what is written into a folder', () => {
    it('is the annual report with its charts, what of it is for everybody, and the last bulletin', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'huaian-'))
      const { place, year } = world()
      const files = await publish(place.platform, year, folder)
      expect(readdirSync(folder).sort()).toEqual([...files])
      const read = (name: string) => readFileSync(join(folder, name), 'utf8')
      const svgs = files.filter((name) => name.endsWith('.zh.svg'))
      expect(svgs).toHaveLength(6)
      const written = read('annual-report-2022.zh.md')
      for (const name of svgs) {
        expect(read(name)).toMatch(/^<svg /)
        expect(written).toContain(`![${name}](${name})`)
      }
      expect(written).toContain('# 淮安市人民政府2022年度信访情况报告')
      expect(read('annual-report-2022.en.md')).toContain('# Petitions in 2022: annual report of')
      expect(read('annual-report-2022.public.zh.md')).toContain('※')
      expect(read('bulletin-2023-03.zh.md')).toContain('2023年3月信访工作通报')
      rmSync(folder, { recursive: true })
    }, 20_000)
  })
}
