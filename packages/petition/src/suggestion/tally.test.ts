import type { CaseRecord, TallyContext } from '@redress/core'
import { describe, expect, it } from 'vitest'
import { host, staff } from '../complaint/county.fixture.js'
import type { PetitionPolicy } from '../rules/policy.js'
import { noSuggestion, type Suggestion } from './state.js'
import { suggestionTally } from './tally.js'
import { theme, town } from './town.fixture.js'

/** What a state adds; the rest of the record does not matter to it. */
const counts = (state: Partial<Suggestion>) =>
  suggestionTally.counts(
    {
      state: { ...noSuggestion, receivedOn: '2024-01-15', receivedBy: 'office', ...state },
    } as CaseRecord<Suggestion>,
    {} as TallyContext<PetitionPolicy>,
  )

describe('what suggestions add up to', () => {
  it('is counted in the month of each act, for the unit whose act it was', () => {
    const decision = { on: '2024-03-01', by: 'body', outcome: 'adoptFully', version: 5 } as const
    const realisation = {
      unit: 'builder',
      by: '2024-06-30',
      on: '2024-04-01',
      changed: 0,
      reports: 0,
      state: 'realised',
      endedOn: '2024-07-02',
    } as const
    const reply = { on: '2024-03-02', channel: 'phone' } as const
    expect(counts({ status: 'closed', decision, reply, realisation })).toEqual([
      { period: '2024-01', by: 'unit', of: 'office', amounts: { received: 1 } },
      { period: '2024-03', by: 'unit', of: 'body', amounts: { adoptFully: 1, 'decideDays:46': 1 } },
      { period: '2024-03', by: 'unit', of: 'body', amounts: { replied: 1 } },
      { period: '2024-04', by: 'unit', of: 'builder', amounts: { planned: 1 } },
      { period: '2024-07', by: 'unit', of: 'builder', amounts: { realised: 1, realisedLate: 1 } },
    ])
  })

  it('stands in the tables of matter, area and call too, where they are known', () => {
    const lines = counts({ matter: 'transport', area: 'town', call: 'c1' })
    expect(lines.map(({ by, of, period }) => [by, of, period])).toEqual([
      ['unit', 'office', '2024-01'],
      ['matter', 'transport', '2024-01'],
      ['area', 'town', '2024-01'],
      ['call', 'c1', 'all'],
    ])
  })

  it('counts what was given up, declined, handed over, withdrawn or did not reach the author', () => {
    const on = '2024-02-01'
    const decision = { on, by: 'body', outcome: 'notAdopt', version: 5 } as const
    const names = (state: Partial<Suggestion>) => counts(state).flatMap(({ amounts }) => Object.keys(amounts))
    expect(names({ declined: { on, version: 2 } })).toContain('declined')
    expect(names({ handedOver: { on, to: null } })).toContain('handedOver')
    expect(names({ status: 'withdrawn', closedOn: on })).toContain('withdrawn')
    expect(names({ decision, notReached: { on, attempts: 2 } })).toContain('notReached')
    expect(names({ status: 'closed', closedOn: on })).toEqual(['received'])
    expect(names({ honours: [{ on, kind: 'reward' }] })).toContain('honoured')
  })

  it('follows a case by difference: what is decided anew does not count twice', async () => {
    const { suggestion, screened, clock, platform } = await town()
    const draft = await suggestion.calls.draft(theme, staff.desk)
    const { id: call } = await suggestion.calls.publish(draft.id, {}, staff.desk)
    const { id } = await screened({ call })
    const study = async (outcome: 'notAdopt' | 'adoptFully') => {
      await suggestion.study(id, { officer: 'desk' }, staff.desk)
      await suggestion.decide(id, { outcome, reasons: 'r' }, host)
    }
    await study('notAdopt')
    const { amounts } = await suggestion.calls.outcome(call, staff.desk)
    expect(amounts).toEqual({ received: 1, notAdopt: 1, 'decideDays:0': 1 })
    await suggestion.reply(id, { channel: 'phone' }, staff.desk)
    await suggestion.close(id, {}, staff.desk)
    clock.addDays(40)
    await suggestion.reopen(id, { reasons: 'r' }, staff.desk)
    await study('adoptFully')
    expect((await platform.tallies.update()).failed).toEqual([])
    const after = await suggestion.calls.outcome(call, staff.desk)
    expect(after.amounts).toEqual({ received: 1, adoptFully: 1, 'decideDays:40': 1 })
  })
})
