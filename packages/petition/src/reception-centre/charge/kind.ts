import {
  anyOf,
  anyOfficer,
  type CaseKind,
  type DecideTable,
  defineKind,
  involvedUnit,
  moveClock,
  nobodyAccused,
  recordsOfficer,
  startClock,
  stopClock,
  superiorOfInvolved,
  superiorUnit,
  system,
  unitInCharge,
} from '@redress/core'
import { checkDay, withOne } from '../../matter/checks.js'
import { petitionRoles } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { receptionErrors } from '../errors.js'
import { chargeInputs } from './commands.js'
import { type ChargeContext, type ChargeTypes, noCharge } from './state.js'

const { petitionOfficer, head } = petitionRoles
const keepers = anyOf(
  system,
  superiorUnit(petitionOfficer, head),
  unitInCharge(petitionOfficer, head),
  involvedUnit(head),
)
const stays = [] as const
/** The one clock: it runs on the unit of the leader. */
const clock = 'charge'

/** The kind of case behind `platform.petition.receptionCentre.charge`. */
export function chargeKind(rules: readonly PetitionRules[]): CaseKind<ChargeTypes> {
  return defineKind<ChargeTypes>({
    kind: 'petition.charge',
    initial: noCharge,
    opening: 'take',
    lifecycle: {
      new: { take: ['active'] },
      active: { meet: stays, report: stays, extend: stays, passOn: stays, conclude: ['concluded'] },
      concluded: {},
    },
    inputs: chargeInputs,
    access: {
      take: anyOf(system, anyOfficer(petitionOfficer, head)),
      meet: keepers,
      report: keepers,
      extend: keepers,
      passOn: keepers,
      conclude: keepers,
    },
    decide: decideCharge,
    evolve: {
      'petition.charge-taken': (_, data) => ({ ...data, status: 'active', leaderUnits: [data.leaderUnit] }),
      'petition.charge-met': ({ meetings }, { on }, { version }) => ({
        meetings: [...meetings, { on, version }],
      }),
      'petition.charge-reported': ({ reports }, { on }, { version }) => ({
        reports: [...reports, { on, version }],
      }),
      'petition.charge-extended': ({ extensions }, { until }) => ({ until, extensions: extensions + 1 }),
      'petition.charge-passed-on': ({ leaderUnits }, { leader, leaderUnit }) => ({
        leader,
        leaderUnit,
        leaderUnits: withOne(leaderUnits, leaderUnit),
      }),
      'petition.charge-concluded': (_, { on, outcome }) => ({
        status: 'concluded',
        outcome,
        concludedOn: on,
      }),
    },
    clocks: {
      'petition.charge-taken': ({ data: { leaderUnit: unit, since: from, until } }) => [
        startClock(clock, { unit, from, until }),
      ],
      'petition.charge-extended': ({ data: { on, until } }, { leaderUnit: unit }) => [
        stopClock(clock, on),
        startClock(clock, { unit, from: on, until }),
      ],
      'petition.charge-passed-on': ({ data: { leaderUnit } }) => [moveClock(clock, leaderUnit)],
      'petition.charge-concluded': ({ data: { on } }) => [stopClock(clock, on)],
    },
    rules,
    parties: ({ unit, leaderUnits }) => ({
      unit,
      involved: [...new Set([unit, ...leaderUnits])],
      petitioners: [],
      handlers: [],
      recused: [],
      accused: nobodyAccused,
    }),
    inbox: ({ status, case: of }) => ({
      number: undefined,
      title: '领导包案 · case in a leader’s charge',
      open: status === 'active',
      facets: {},
      lookups: { case: of },
    }),
    personal: {
      persons: () => [],
      masks: {},
      purposes: {
        /** 包案: goals, meetings and results. */
        charge: { by: keepers, texts: true, reveals: [] },
        /** 督办 */
        supervision: {
          by: anyOf(system, superiorOfInvolved(petitionOfficer, head)),
          texts: true,
          reveals: [],
        },
        recordKeeping: {
          by: anyOf(system, anyOfficer(recordsOfficer)),
          texts: true,
          reveals: [],
          whenRestricted: true,
        },
      },
    },
    // The case may be sealed by now from whoever reads this record.
    present: (_, viewer) => (viewer === 'system' ? undefined : { case: '' }),
    presentEvent: (event, viewer) =>
      viewer !== 'system' && event.type === 'petition.charge-taken'
        ? { ...event, data: { ...event.data, case: '' } }
        : event,
  })
}

const decideCharge: DecideTable<ChargeTypes> = {
  take: (_, { goal, unit: given, ...input }, context) => {
    const { by, today, directory } = context
    const { case: of, leader, leaderUnit, until } = input
    checkLeader(leader, leaderUnit, context)
    checkUntil(until, today)
    const unit = directory.get(given ?? (by.kind === 'officer' ? by.unit : leaderUnit)).id
    const data = { unit, case: of, leader, leaderUnit, since: today, until }
    return [{ type: 'petition.charge-taken', data, sealed: { texts: { goal } } }]
  },
  meet: ({ since }, { on, summary }, context) => {
    checkDay('on', on, context, since)
    return [{ type: 'petition.charge-met', data: { on }, sealed: { texts: { summary } } }]
  },
  report: (_, { report }, { today }) => [
    { type: 'petition.charge-reported', data: { on: today }, sealed: { texts: { report } } },
  ],
  extend: (state, { until, reason }, { today }) => {
    checkUntil(until, state.until)
    checkUntil(until, today)
    return [{ type: 'petition.charge-extended', data: { on: today, until }, sealed: { texts: { reason } } }]
  },
  passOn: (_, { leader, leaderUnit, reason }, context) => {
    checkLeader(leader, leaderUnit, context)
    const data = { on: context.today, leader, leaderUnit }
    return [{ type: 'petition.charge-passed-on', data, sealed: { texts: { reason } } }]
  },
  conclude: (_, { outcome, result }, { today }) => [
    { type: 'petition.charge-concluded', data: { on: today, outcome }, sealed: { texts: { result } } },
  ],
}

function checkLeader(person: string, unit: string, { directory }: ChargeContext): void {
  const holds = directory.posts(directory.get(unit).id).some((post) => post.person === person)
  if (!holds) throw receptionErrors.LEADER_WITHOUT_POST({ person, unit })
}

function checkUntil(until: string, notBefore: string): void {
  if (until <= notBefore) throw receptionErrors.CHARGE_PERIOD_INVALID({ until, notBefore })
}
