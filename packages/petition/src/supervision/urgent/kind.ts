import {
  anyOf,
  anyOfficer,
  type CaseKind,
  type CaseParties,
  defineKind,
  type EvolveTable,
  type InboxFacts,
  involvedUnit,
  type Lifecycle,
  reason,
  system,
} from '@redress/core'
import { matterRead, petitionRoles } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { aboutCase } from '../about-case.js'
import { supervisionPersonal } from '../access.js'
import type { CaseFacts } from '../subject.js'
import { urgentInputs } from './commands.js'
import { decideUrgent, type UrgentTypes } from './decide.js'
import { noUrgentReport, type UrgentReport, waitingReceipt } from './state.js'

const { petitionOfficer, handler, head } = petitionRoles
export const anyStaff = anyOf(system, anyOfficer(petitionOfficer, handler, head))
const anyPart = anyOf(system, involvedUnit(petitionOfficer, handler, head))
const stays = [] as const
const received = reason('NOT_AWAITED', 'no receipt is awaited from there', '无待登记的收到记录')

/** The urgent reports by the case that they are about. */
export const urgentView = 'petition.urgent-about'

/**
 * The kind of case behind `platform.petition.supervision.urgent`.
 *
 * @param factsOf the case with an id, as it was looked up before the command
 */
export function urgentKind(
  rules: readonly PetitionRules[],
  factsOf: (id: string) => CaseFacts | undefined = () => undefined,
): CaseKind<UrgentTypes> {
  return defineKind<UrgentTypes>({
    kind: 'petition.urgent-report',
    initial: noUrgentReport,
    opening: 'report',
    lifecycle: urgentLifecycle,
    inputs: urgentInputs,
    access: { report: anyStaff, receive: anyPart, takeMeasure: anyPart, close: anyPart, seal: system },
    read: matterRead,
    guards: {
      receive: (state, { by, directory }) => {
        const waits =
          by.kind === 'officer'
            ? waitingReceipt(state, by.unit, directory) !== undefined
            : state.receipts.some((one) => one.receivedAt === null)
        return waits ? undefined : received
      },
    },
    decide: decideUrgent(factsOf),
    evolve: evolveUrgent,
    rules,
    parties: urgentParties,
    inbox: urgentInbox,
    personal: supervisionPersonal,
    views: [aboutCase<UrgentReport>(urgentView, ({ status }) => status === 'reported')],
  })
}

export const urgentLifecycle: Lifecycle<UrgentTypes> = {
  new: { report: ['reported'] },
  reported: { receive: stays, takeMeasure: stays, close: ['closed'], seal: stays },
  closed: { receive: stays, seal: stays },
}

const evolveUrgent: EvolveTable<UrgentTypes> = {
  'petition.urgent-reported': (_, { to, ...data }) => ({
    ...data,
    status: 'reported',
    involved: [data.unit, ...to],
    receipts: to.map((unit) => ({ unit, receivedAt: null })),
  }),
  'petition.urgent-received': (state, receipt) => ({
    receipts: state.receipts.map((one) => (one.unit === receipt.unit ? receipt : one)),
  }),
  'petition.urgent-measure-taken': (state, { on }) => ({ measures: [...state.measures, on] }),
  'petition.urgent-closed': (_, { on }) => ({ status: 'closed', closedOn: on }),
  'petition.urgent-sealed': (_, { accused, confidential }) => ({ accused, confidential }),
}

const none: readonly never[] = Object.freeze([])

function urgentParties({ unit, involved, accused, confidential }: UrgentReport): CaseParties {
  return { unit, involved, petitioners: none, handlers: none, recused: none, accused, confidential }
}

function urgentInbox({ status, receipts }: UrgentReport): InboxFacts {
  const waits = receipts.some((one) => one.receivedAt === null)
  return {
    number: undefined,
    title: '紧急信访事项报告 · urgent report',
    open: status === 'reported',
    facets: { received: waits ? 'waiting' : 'all' },
  }
}
