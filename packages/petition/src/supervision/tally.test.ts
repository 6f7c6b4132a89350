import { createPlatform, definePlugin, memoryStore, type PluginHost, type TallyQuery } from '@redress/core'
import { expect, it } from 'vitest'
import { host, staff } from '../complaint/county.fixture.js'
import type { PetitionEvent } from '../events.js'
import { inspectionKind } from './inspection/kind.js'
import { matterKind } from './matter/kind.js'
import { proposalKind } from './proposal/kind.js'
import { answersOf, closedCase, rulesWith, secondDesk, supervised } from './supervision.fixture.js'

/** Reads the statistics as another room of the plugin does. */
async function statistics(town: Awaited<ReturnType<typeof supervised>>) {
  const rules = [rulesWith({})]
  let read: PluginHost<PetitionEvent>['tally'] | undefined
  const reader = definePlugin({
    id: 'petition',
    requires: [],
    setup(made: PluginHost<PetitionEvent>) {
      made.addKind(matterKind(rules))
      made.addKind(proposalKind(rules))
      made.addKind(inspectionKind(rules))
      read = (kind, query) => made.tally(kind, query)
      return {}
    },
  })
  const { tallies } = createPlatform({ store: town.store, plugins: [reader], now: town.clock.now })
  await tallies.update()
  return async (kind: string, by: string) => {
    const query: TallyQuery = { by, periods: ['2024-08'] }
    const { lines = [] } = (await read?.(`petition.${kind}`, query)) ?? {}
    return lines.map(({ of, amounts }) => [of, amounts])
  }
}

it('supervision and proposals are counted by unit, and what is sealed in a table of its own', async () => {
  const town = await supervised({}, memoryStore())
  const { supervision, clock } = town
  const { id } = await town.opened()
  await supervision.matters.urge(id, { text: 't', answerBy: '2024-08-05' }, staff.desk)
  clock.addDays(9)
  await supervision.matters.answerUrging(id, { text: 't' }, staff.housing)
  await supervision.matters.orderRectification(id, { dueOn: '2024-09-01', text: 't' }, staff.desk)
  await supervision.matters.reportRectification(id, { report: 't', proof: 'p' }, staff.housing)
  await supervision.matters.checkRectification(id, { passed: true, finding: 'f' }, secondDesk)
  await supervision.matters.close(id, { result: 'remedied', text: 't' }, staff.desk)

  const improve = { type: 'improveWork', to: 'county-housing', title: 't', text: 't' } as const
  const made = await supervision.proposals.propose(improve, staff.desk)
  await supervision.proposals.answer(made.id, { uptake: 'adopted', text: 't' }, staff.housing)
  const about = { units: ['county-housing'] }
  await supervision.proposals.propose(
    { ...improve, type: 'pursueResponsibility', to: 'county', about },
    staff.desk,
  )

  await closedCase(town)
  const period = { from: '2024-08-01', to: '2024-08-31' }
  const drawn = await supervision.sample({ unit: 'county-housing', period, size: 1, seed: 's' }, staff.desk)
  const checks = answersOf('met', { notice: 'failed' })
  await supervision.inspections.recordCheck(
    drawn.id,
    { case: drawn.state.drawn[0]?.id ?? '', checks },
    staff.desk,
  )
  await supervision.inspections.conclude(drawn.id, { finding: 'f' }, host)

  const lines = await statistics(town)
  const matter = {
    opened: 1,
    'ground:late': 1,
    urged: 1,
    answered: 1,
    rectifications: 1,
    accepted: 1,
    late: 1,
    closed: 1,
    'result:remedied': 1,
  }
  expect(await lines('supervision', 'unit')).toEqual([['county-housing', matter]])
  expect(await lines('supervision', 'opener')).toEqual([['county-petition', matter]])
  const proposed = { proposed: 1, 'type:improveWork': 1, answered: 1, 'uptake:adopted': 1 }
  expect(await lines('proposal', 'unit')).toEqual([['county-housing', proposed]])
  expect(await lines('proposal', 'sealed')).toEqual([
    ['county-petition', { proposed: 1, 'type:pursueResponsibility': 1 }],
  ])
  expect(await lines('inspection', 'unit')).toEqual([
    ['county-housing', { inspections: 1, checked: 1, 'failed:notice': 1 }],
  ])
})
