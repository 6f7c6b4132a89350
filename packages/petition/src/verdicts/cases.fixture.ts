import type { Store } from '@redress/core'
import type { FileComplaint } from '../complaint/commands/intake.js'
import { citizen, county, host, letter } from '../complaint/county.fixture.js'
import { type Command, inputFor } from '../complaint/inputs.fixture.js'
import type { Complaint } from '../complaint/state.js'
import type { County } from '../fuzz/target.fixture.js'
import { memoryAttachments } from '../online-centre/attachments/store.js'
import { everyChannel } from '../online-centre/town.fixture.js'
import { chain, figures, rulesWith } from '../supervision/supervision.fixture.js'

export type Town = Awaited<ReturnType<typeof town>>

/** The county of the tests, with a unit that has no part in anything and one below the unit that is accused. */
export async function town(store?: Store) {
  const ordinary = { title: 'ten years', eraseAfter: 10, source: 'test', verified: false }
  const made = await county(
    {
      rules: [{ ...rulesWith({ ...figures, escalation: chain }), retention: { ordinary } }],
      onlineCentre: { channels: everyChannel, attachments: { store: memoryAttachments() } },
    },
    undefined,
    store,
  )
  const department = { level: 'county', type: 'department' }
  await made.platform.organizations.open(
    [
      { id: 'county-school', name: 'county-school', parent: 'county', ...department },
      { id: 'water-works', name: 'water-works', parent: 'county-water', ...department },
    ],
    host,
  )
  await made.platform.organizations.appoint(
    { unit: 'county-petition', person: 'second', roles: ['handler'] },
    host,
  )
  return made
}

/** The three sorts of cases that the page tells apart. */
export const sorts = {
  ordinary: {},
  confidential: { confidential: true },
  sealed: { accused: { units: ['county-water'], persons: ['wu'] } },
} as const satisfies Record<string, Partial<FileComplaint>>
export type Sort = keyof typeof sorts

/** A point in the life of a case that some command fits. */
export type Stage = keyof typeof roads

const referred = ['register', 'classify', 'refer'] as const
const accepted = [...referred, 'accept', 'assign', 'hearStatement'] as const
const delivered = [...accepted, 'answer', 'deliver'] as const
const reviewed = [...delivered, 'requestReview'] as const
const reReviewed = [...reviewed, 'answerReview', 'deliver', 'requestReReview'] as const

/** How to get there from the filing. */
const roads = {
  received: [],
  registered: ['register', 'classify'],
  referred,
  objected: [...referred, 'object'],
  disputed: [...referred, 'object', 'answerObjection'],
  assigned: accepted,
  accepted,
  hearing: [...accepted, 'openHearing'],
  mediating: [...accepted, 'openMediation'],
  settled: [...accepted, 'settle'],
  answered: [...accepted, 'answer'],
  delivered,
  dissatisfied: [...delivered, 'evaluate'],
  supported: delivered,
  reviewRequested: reviewed,
  reviewDelivered: [...reviewed, 'answerReview', 'deliver'],
  reReviewRequested: reReviewed,
  closed: [...accepted, 'routeOut'],
  restricted: [...accepted, 'routeOut'],
  erased: [...accepted, 'routeOut'],
} as const satisfies Record<string, readonly Command[]>

export interface TheCase {
  readonly id: string
  readonly state: Complaint
  readonly queryCode: string
}

/** The stages of the ladder of review: an accusation has none, and is asked about where its road ends. */
const rungs: ReadonlySet<Stage> = new Set(['reviewRequested', 'reviewDelivered', 'reReviewRequested'])

/**
 * A fresh case of a sort at a stage.
 *
 * @param words puts other words into an input
 */
export async function bring(
  made: County,
  sort: Sort,
  stage: Stage,
  words: (input: object) => object = (input) => input,
): Promise<TheCase> {
  const { complaint, platform, today } = made
  const { id, receipt } = await complaint.file(words({ ...letter, ...sorts[sort] }) as FileComplaint, citizen)
  const isSealed = sort === 'sealed'
  for (const step of roads[isSealed && rungs.has(stage) ? 'delivered' : stage]) {
    // It is one from its filing on.
    if (isSealed && step === 'classify') continue
    const method = complaint[step] as (id: string, input: object, by: typeof host) => Promise<unknown>
    await method(id, { ...words(inputFor(step, today(), id)), ...special(step, stage, today()) }, host)
  }
  if (stage === 'restricted') await platform.retention.restrict(id, { ground: 'legalOrder' }, host)
  if (stage === 'erased') await platform.retention.erase(id, { ground: 'legalOrder' }, host)
  const { state } = await complaint.get(id, host)
  return { id, state, queryCode: receipt.queryCode }
}

function special(step: Command, stage: Stage, today: string): object {
  if (step === 'answer' && stage === 'supported') return { outcome: 'supported' }
  if (step !== 'refer') return {}
  return { to: 'county-housing', ...(stage === 'assigned' ? { manner: 'assignment', reportBy: today } : {}) }
}
