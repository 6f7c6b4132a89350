import { type CaseApi, type PluginHost, parseInput } from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import { opener, requireRule } from '../access.js'
import { requireActor } from '../actor.js'
import type { MatterApi } from '../api.js'
import type { LookedUp } from '../looked-up.js'
import { type CaseFacts, factsFor, type Supervisable } from '../subject.js'
import { matterInputs } from './commands.js'
import type { SupervisionTypes } from './types.js'

/** Looks up the case that a matter is about, for who may read it. */
export function createMatters(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Supervisable[],
  book: LookedUp<CaseFacts>,
  matters: CaseApi<SupervisionTypes>,
): MatterApi {
  const { seal: _, ...others } = matters
  return {
    ...others,
    async open(input, by, options) {
      await requireActor(host, by)
      requireRule(opener, 'matters.open', by, await host.directory())
      const { case: of } = parseInput('petition.supervision.open', matterInputs.open, input)
      if (of !== undefined) book.keep(of, await factsFor(host, kinds, of, by))
      return await matters.open(input, by, options)
    },
  }
}
