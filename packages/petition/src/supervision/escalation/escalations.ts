import {
  type Actor,
  type CaseApi,
  type CaseSnapshot,
  type Directory,
  type FailedCase,
  isPlatformError,
  type PluginHost,
  systemActor,
} from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import { lateCases, type OpenDuty, openDuties } from '../duties.js'
import type { EscalationLevel } from '../policy.js'
import { type CaseFacts, factsOf, type Supervisable } from '../subject.js'
import { type Escalation, type EscalationTypes, isTold, type ToldLevel } from './kind.js'
import { receiversAt } from './receivers.js'

/** Who hears of a late duty at one level of the reporting chain. */
export interface EscalationNotice extends ToldLevel {
  readonly case: { readonly id: string; readonly kind: string; readonly number: string | undefined }
  /** The unit that is late. */
  readonly late: string
  /** False where it is due and not on record yet: the next sweep records it. */
  readonly isTold: boolean
}

/** A level at which nobody can be told: neither there nor above may anybody know of the case. */
export interface UntoldLevel {
  readonly case: string
  readonly level: string
  readonly clock: string
}

/** What came of one case. */
interface Due {
  readonly notices: readonly EscalationNotice[]
  readonly untold: readonly UntoldLevel[]
}

export interface Escalations {
  /** Of some cases that a reader may read: what the reader is told by name or as a unit, or is due to be. */
  noticesFor(
    ids: readonly string[],
    by: Actor,
  ): Promise<{ readonly notices: readonly EscalationNotice[]; readonly failed: readonly FailedCase[] }>
  /** Records what is due to be told, and answers with what this call has recorded. A case that fails does not stop the others. */
  record(): Promise<Due & { readonly failed: readonly FailedCase[] }>
}

export function createEscalations(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  cases: CaseApi<EscalationTypes>,
  /** The levels of a rule profile, by its id. */
  levelsOf: (rules: string) => readonly EscalationLevel[],
): Escalations {
  const kept = async (id: string): Promise<CaseSnapshot<Escalation> | undefined> => {
    const [known] = await host.lookup('petition.escalation', 'case', id)
    return known === undefined ? undefined : await cases.get(known, systemActor)
  }

  const dueAt = async (
    facts: CaseFacts,
    duty: OpenDuty,
    level: EscalationLevel,
    told: readonly ToldLevel[],
  ): Promise<EscalationNotice | 'nobody' | undefined> => {
    const { id, kind, number } = facts.case
    const { clock, unit: late, run, dueOn } = duty
    const common = { case: { id, kind, number: number ?? undefined }, late }
    const known = told.find((one) => one.level === level.level && one.run === run)
    if (known !== undefined) return { ...common, ...known, isTold: true }
    if (Date.parse(host.now()) < Date.parse(duty.dueAt) + level.afterDays * oneDay) return undefined
    const mayRead = (by: Actor) => host.platform.cases.mayRead(id, by)
    const receivers = await receiversAt(level, late, await host.directory(), mayRead)
    if (receivers === undefined || receivers === 'nobody') return receivers
    return { ...common, ...receivers, level: level.level, role: level.role, clock, run, dueOn, isTold: false }
  }

  /** What has been told about a case, and what is due to be, for as long as its duties are late. */
  const dueOf = async (id: string): Promise<Due> => {
    const facts = await factsOf(kinds, id)
    const levels = levelsOf(facts.rules)
    const notices: EscalationNotice[] = []
    const untold: UntoldLevel[] = []
    const told = levels.length === 0 ? [] : ((await kept(id))?.state.told ?? [])
    const late = levels.length === 0 ? [] : await openDuties(host, id, systemActor)
    for (const duty of late.filter(({ overdue }) => overdue))
      for (const level of levels) {
        const due = await dueAt(facts, duty, level, told)
        if (due === 'nobody') untold.push({ case: id, level: level.level, clock: duty.clock })
        else if (due !== undefined) notices.push(due)
      }
    return { notices, untold }
  }

  /** Whether this call has recorded it: of two at once, one has. */
  const tell = async (notice: EscalationNotice): Promise<boolean> => {
    const { case: of, level, clock, run, unit, role, persons, dueOn } = notice
    const told: ToldLevel = { level, clock, run, unit, role, persons, dueOn }
    // Two processes open one record: the key makes the second opening the first one again.
    const options = { idempotencyKey: `petition.escalation/${of.id}` }
    const { id } = (await kept(of.id)) ?? (await cases.keep({ case: of.id }, systemActor, options))
    for (;;) {
      const { version, state } = await cases.get(id, systemActor)
      if (isTold(state, told)) return false
      try {
        await cases.tell(id, told, systemActor, { expectedVersion: version })
        return true
      } catch (error) {
        // Another level was told meanwhile, or this one.
        if (!isPlatformError(error) || error.code !== 'VERSION_CONFLICT') throw error
      }
    }
  }

  return {
    async noticesFor(ids, by) {
      const directory = await host.directory()
      const notices: EscalationNotice[] = []
      const failed: FailedCase[] = []
      for (const id of ids) {
        try {
          const due = await dueOf(id)
          notices.push(...due.notices.filter((notice) => concerns(notice, by, directory)))
        } catch (error) {
          failed.push({ id, error })
        }
      }
      return { notices, failed }
    },
    async record() {
      const notices: EscalationNotice[] = []
      const untold: UntoldLevel[] = []
      const failed: FailedCase[] = []
      const names = kinds.map(({ kind }) => kind)
      for await (const { id } of lateCases(host, names, systemActor)) {
        try {
          const due = await dueOf(id)
          untold.push(...due.untold)
          for (const notice of due.notices)
            if (!notice.isTold && (await tell(notice))) notices.push({ ...notice, isTold: true })
        } catch (error) {
          failed.push({ id, error })
        }
      }
      return { notices, untold, failed }
    },
  }
}

function concerns({ unit, role, persons }: EscalationNotice, by: Actor, directory: Directory): boolean {
  if (by.kind !== 'officer') return by.kind === 'system'
  if (persons.length > 0) return persons.includes(by.id)
  return by.roles.includes(role) && directory.successors(unit).some(({ id }) => id === by.unit)
}

const oneDay = 86_400_000
