import type { CaseApi } from '../case/api.js'
import type { CaseKind } from '../case/kind.js'
import { type PermitTypes, permitKind } from '../case/permit.fixture.js'
import { admin, officer } from '../case/town.fixture.js'
import { createPlatform, type Platform } from '../platform.js'
import { definePlugin, type Plugin } from '../plugin.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import { type TestClock, testClock } from '../testing/test-platform.js'
import type { CaseTally, Count, TallyQuery, TallyResult } from './tally.js'

/** Permits as a town counts them: by the unit that decides, and by what became of them in which month. */
export const permitTally: CaseTally<PermitTypes['state'], PermitTypes['policy']> = {
  version: 1,
  counts({ state, openedAt, clocks }, { due }) {
    const period = openedAt.slice(0, 7)
    const run = clocks.find(({ clock }) => clock === 'decide')
    const end = run === undefined ? undefined : due(run)
    const isLate = end !== undefined && Date.parse(run?.stoppedAt ?? '') >= end.at
    const lines: Count[] = [
      {
        period,
        by: 'unit',
        of: state.unit,
        amounts: { filed: 1, notes: state.notes, late: isLate ? 1 : 0, warned: run?.signals.length ?? 0 },
      },
      { period, by: 'unit', of: state.unit, amounts: { [`is:${state.status}`]: 1 } },
    ]
    if (run?.stoppedAt !== undefined)
      lines.push({ period: run.stoppedAt.slice(0, 7), by: 'outcome', of: state.status, amounts: { n: 1 } })
    return lines
  },
}

export interface CountedApi {
  readonly permit: CaseApi<PermitTypes>
  readonly count: (query: TallyQuery, kind?: string) => Promise<TallyResult>
}
export interface CountedPlugin extends Plugin<'permit', CountedApi, PermitTypes['event']> {}

/** The permits of the fixture, which are counted. */
export function countedPermits(
  tally: CaseTally<PermitTypes['state'], PermitTypes['policy']> = permitTally,
  more: Partial<CaseKind<PermitTypes>> = {},
): CountedPlugin {
  return definePlugin<CountedPlugin>({
    id: 'permit',
    requires: [],
    setup: (host) => ({
      permit: host.addKind<PermitTypes>({ ...permitKind, tally, ...more }),
      count: (query, kind = 'permit.permit') => host.tally(kind, query),
    }),
  })
}

export type CountedPlatform = Platform<readonly [CountedPlugin]>

/** A town that counts its permits, on a clock that stands still. Several on one store are several processes. */
export async function countedTown(
  options: {
    readonly store?: Store
    readonly plugin?: CountedPlugin
    readonly workingSet?: number
    readonly clock?: TestClock
  } = {},
) {
  const {
    store = memoryStore(),
    plugin = countedPermits(),
    workingSet = 1000,
    clock = testClock('2024-03-01T02:00:00Z'),
  } = options
  const platform = createPlatform({ store, plugins: [plugin], now: clock.now, workingSet, refreshAfter: 0 })
  const unit = (id: string) => ({ id, name: id, level: 'city', type: 'department' })
  if ((await platform.organizations.current()).size === 0)
    await platform.organizations.open([unit('works'), unit('parks')], admin)
  const { permit, count } = platform.permit
  const apply = async (unit = 'works') =>
    (await permit.apply({ subject: 'shed', unit, applicant: 'ann' }, admin)).id
  const of = async (by: string, ...periods: readonly string[]) =>
    asTable((await count({ by, periods })).lines)
  return { platform, store, clock, permit, count, apply, of }
}

export const head = officer('h', 'works', 'head')

/** `{ '2024-03 works': { filed: 2 } }`. */
const asTable = (lines: readonly Count[]) =>
  Object.fromEntries(lines.map(({ period, of, amounts }) => [`${period} ${of}`, amounts]))
