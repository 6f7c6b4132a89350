import type { Officer, Store } from '@redress/core'
import { county, host, staff } from '../complaint/county.fixture.js'
import { cn2022 } from '../rules/cn-2022.js'
import type { PetitionRules } from '../rules/policy.js'
import { supervision2022 } from './defaults.js'
import type { CheckResult } from './inspection/commands.js'
import type { EscalationLevel, SupervisionPolicy } from './policy.js'

const source = 'made for tests'

/** Figures that no text sets, for the tests. */
export const figures = {
  idleWorkDays: { amount: 10, source, verified: false },
  objections: { amount: 2, source, verified: false },
  executionDays: { amount: 30, source, verified: true },
  agency: { yellow: 0.2, red: 0.5, source, verified: false },
} as const satisfies Partial<SupervisionPolicy>

/** A chain of three levels, each with a limit of its own. */
export const chain: readonly EscalationLevel[] = [
  { level: 'unitHead', up: 0, role: 'head', afterDays: 0, source },
  { level: 'county', up: 1, role: 'head', afterDays: 5, source },
  { level: 'city', up: 2, role: 'head', afterDays: 15, source },
]

export const rulesWith = (more: Partial<SupervisionPolicy>): PetitionRules => ({
  ...cn2022,
  policy: { ...cn2022.policy, supervision: { ...supervision2022, ...more } },
})

/** The county of the tests, under the rules of 2022 with figures for supervision. */
export async function supervised(more: Partial<SupervisionPolicy> = figures, store?: Store) {
  const made = await county({ rules: [rulesWith(more)] }, undefined, store)
  const { supervision } = made.platform.petition
  await made.platform.organizations.open(
    [
      {
        id: 'county-meeting',
        name: 'county-meeting',
        level: 'county',
        type: 'jointMeeting',
        parent: 'county',
      },
    ],
    host,
  )
  /** A matter of supervision by the petition office of the county, on a complaint that the housing department has. */
  const opened = async () => {
    const { id } = await made.accepted()
    return await supervision.matters.open({ case: id, grounds: ['late'], text: '请说明情况' }, staff.desk)
  }
  return { ...made, supervision, opened }
}

export const officer = (id: string, unit: string, ...roles: readonly string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})

export const secondDesk = officer('desk-2', 'county-petition', 'petitionOfficer')

type Town = Awaited<ReturnType<typeof supervised>>

/** A complaint that the housing department has answered and closed. */
export async function closedCase({ complaint, delivered }: Pick<Town, 'complaint' | 'delivered'>) {
  const { id } = await delivered()
  return await complaint.close(id, { summary: '已答复' }, staff.housing)
}

/** The same answer to each item of the checklist, with some others. */
export const answersOf = (result: CheckResult, others: Readonly<Record<string, CheckResult>> = {}) => ({
  ...Object.fromEntries(supervision2022.checklist.map(({ id }) => [id, result])),
  ...others,
})
