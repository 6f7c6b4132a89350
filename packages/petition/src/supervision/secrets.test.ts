import { isPlatformError, memoryStore } from '@redress/core'
import { expect, it } from 'vitest'
import { host, staff } from '../complaint/county.fixture.js'
import { secret } from '../fuzz/markers.fixture.js'
import { answersOf, chain, closedCase, figures, secondDesk, supervised } from './supervision.fixture.js'

it('what people write is in the vault and nowhere else', async () => {
  const store = memoryStore()
  const town = await supervised({ ...figures, escalation: chain }, store)
  const { supervision, today, clock, platform } = town
  const { matters, proposals, inspections, urgent } = supervision
  const shown: unknown[] = []
  const heard = [
    'petition.supervision-opened',
    'petition.supervision-urged',
    'petition.proposal-made',
    'petition.inspection-case-checked',
    'petition.urgent-reported',
    'petition.escalation-told',
  ] as const
  for (const type of heard) platform.events.on(type, (event: unknown) => void shown.push(event))
  const keep = async (work: Promise<unknown>) => {
    const result = await work.catch((error: unknown) => error)
    shown.push(isPlatformError(result) ? [result.message, result.details] : result)
    if (isPlatformError(result)) throw result
    return result as { readonly id: string }
  }
  const text = secret

  const { id: of } = await town.accepted()
  const { id } = await keep(matters.open({ case: of, grounds: ['late'], text }, staff.desk))
  await keep(matters.urge(id, { text, answerBy: '2024-08-20' }, staff.desk))
  await keep(matters.answerUrging(id, { text }, staff.housing))
  await keep(matters.list(id, { leader: 'l', dueOn: '2024-09-01', text }, staff.desk))
  await keep(matters.delist(id, { finding: text }, staff.desk))
  await keep(matters.interview(id, { on: today(), record: text }, staff.desk))
  await keep(matters.circulate(id, { text }, staff.desk))
  await keep(matters.orderRectification(id, { dueOn: '2024-09-01', text }, staff.desk))
  await keep(matters.reportRectification(id, { report: text, proof: text }, staff.housing))
  await keep(matters.checkRectification(id, { passed: true, finding: text }, secondDesk))
  await keep(matters.close(id, { result: 'remedied', text }, staff.desk))

  const propose = { type: 'improveWork', to: 'county-housing', title: text, text } as const
  const { id: proposal } = await keep(proposals.propose(propose, staff.desk))
  await keep(proposals.remind(proposal, { text }, staff.desk))
  await keep(proposals.answer(proposal, { uptake: 'partly', text, reasons: text }, staff.housing))
  await keep(proposals.reportProgress(proposal, { on: today(), text }, staff.housing))
  await keep(proposals.publish(proposal, { title: text, text, deidentified: true }, staff.desk))
  await keep(proposals.confirmRealisation(proposal, { on: today(), finding: text }, staff.desk))

  await closedCase(town)
  const period = { from: '2024-08-01', to: '2024-08-31' }
  const drawing = supervision.sample({ unit: 'county-housing', period, size: 1, seed: 's' }, staff.desk)
  const { id: inspection } = await keep(drawing)
  const one = (await drawing).state.drawn[0]?.id ?? ''
  await keep(
    inspections.recordCheck(inspection, { case: one, checks: answersOf('met'), note: text }, staff.desk),
  )
  const step = { step: 'explanationDemanded', on: today(), record: text, answerBy: today() } as const
  await keep(inspections.takeStep(inspection, step, staff.desk))
  await keep(inspections.explain(inspection, { text }, staff.housing))
  await keep(inspections.conclude(inspection, { finding: text }, staff.desk))

  const { id: report } = await keep(supervision.reportUrgent({ text, case: of }, staff.desk))
  await keep(urgent.receive(report, {}, staff.county))
  await keep(urgent.takeMeasure(report, { on: today(), text }, staff.county))
  await keep(urgent.close(report, { text }, staff.county))

  clock.addDays(90)
  await keep(supervision.sweep(host))
  for (const by of [staff.desk, staff.county, host]) {
    shown.push(await supervision.findings({}, by), await supervision.signals({}, by))
    shown.push(await supervision.agencies({}, by), await supervision.escalations({}, by))
    shown.push(await platform.cases.find({}, by))
    for (const [api, which] of [
      [matters, id],
      [proposals, proposal],
      [inspections, inspection],
      [urgent, report],
    ] as const)
      shown.push(await api.get(which, by).catch(() => ''), await api.history(which, by).catch(() => ''))
  }
  expect(shown.length).toBeGreaterThan(60)
  expect(JSON.stringify(shown)).not.toContain(secret)

  const log = await store.readAll(0, 100_000)
  const rows = [
    'core.inbox',
    'petition.complaint-watch',
    'petition.supervision-about',
    'petition.urgent-about',
  ]
  const kept = await Promise.all(rows.map((view) => store.find(view, { limit: 100_000 })))
  expect(JSON.stringify([log, kept, await store.listCells('', '', 100_000)])).not.toContain(secret)
  // And each of it can be read for supervision.
  const { texts } = await platform.personal.read(id, { purpose: 'supervision' }, staff.desk)
  expect(texts).toHaveLength(11)
})
