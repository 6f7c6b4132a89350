import { type Actor, isAccused, isPlatformError, parseInput } from '@redress/core'
import * as z from 'zod'
import { petitionErrors } from '../../errors.js'
import type { CaseOfCode } from '../../inquiry/by-code.js'
import type { Followed } from '../../inquiry/followed.js'
import type { InquiryApi } from '../../inquiry/inquiry.js'
import { id as anyId, line } from '../../matter/words.js'
import { receptionActor } from '../actor.js'
import { windowWord } from '../centre/commands.js'
import { type Line, lineAt } from '../day/days.js'
import { receptionErrors } from '../errors.js'
import type { Hall } from '../hall.js'
import type { VisitApi } from './api.js'
import { book, walkIn } from './booking.js'
import { visitInputs } from './commands/index.js'
import { inquireInput } from './commands/outcome.js'
import { askTo, finishHandOver, type MatterIntakes } from './hand-over.js'
import type { VisitParts } from './parts.js'
import { drawTicket, freePlace } from './ticket.js'

/** What visits need of the rest of the plugin. */
export interface VisitNeighbours {
  readonly hall: Hall
  readonly intakes: MatterIntakes
  readonly inquiry: Pick<InquiryApi, 'track'>
  readonly followed: readonly Followed[]
  readonly caseOfCode: CaseOfCode
}

/** The steps of the centre itself. */
const steps: ReadonlySet<string> = new Set(['place', 'decline', 'enter', 'noteInquiry', 'settle'])
const callNextInput = z.strictObject({ centre: anyId, window: windowWord })
const transferInput = z.strictObject({ window: windowWord, reason: line })
const accuseInput = visitInputs.accuse.omit({ windowUnit: true })

/** Puts what reaches beyond one visit around the commands that the tables make. */
export function createVisitApi(parts: VisitParts, neighbours: VisitNeighbours): VisitApi {
  const { host, visits, centres, days, today } = parts
  const { hall, intakes, inquiry, followed, caseOfCode } = neighbours
  // What only the centre itself does is no method of it.
  const {
    open: _,
    place: __,
    decline: ___,
    enter: ____,
    noteInquiry: _____,
    settle: ______,
    ...cases
  } = visits

  const lineToday = async (visit: string, by: Actor, window: string): Promise<Line> => {
    const { state } = await visits.get(visit, by)
    const { on, half } = today()
    const centre = await centres.get(state.centre, receptionActor)
    return lineAt(centre, await days.find(centre.id, on), half, window)
  }

  /** A code shows its matter to whoever is told it, but not to those whom it accuses. @throws QUERY_CODE_UNKNOWN */
  const hideFromAccused = async (kind: string, id: string, by: Actor): Promise<void> => {
    const matter = await followed.find((one) => one.kind === kind)?.get(id, receptionActor)
    const { accused, receivedOn } = matter?.state ?? {}
    if (
      accused !== undefined &&
      isAccused(by, { ...accused, since: receivedOn ?? '' }, await host.directory())
    )
      throw petitionErrors.QUERY_CODE_UNKNOWN()
  }

  return {
    ...cases,
    // What no method here does is no button.
    actions: async (id, by) => (await visits.actions(id, by)).filter(({ command }) => !steps.has(command)),
    book: (input, by, options) => book(parts, input, by, options),
    walkIn: (input, by, options) => walkIn(parts, input, by, options),

    async cancel(id, input, by, options) {
      const visit = await visits.cancel(id, input, by, options)
      await freePlace(parts, id, visit.state)
      return visit
    },

    async arrive(id, input, by, options) {
      await visits.arrive(id, input, by, options)
      await drawTicket(parts, id)
      return await visits.get(id, by)
    },

    async requeue(id, input, by, options) {
      await visits.requeue(id, input, by, options)
      await drawTicket(parts, id)
      return await visits.get(id, by)
    },

    async byCode(queryCode, by, origin) {
      const { kind, id } = await caseOfCode(queryCode, origin)
      if (kind !== 'petition.visit') throw petitionErrors.QUERY_CODE_UNKNOWN()
      return await visits.get(id, by)
    },

    async ahead(id, by) {
      const { state } = await visits.get(id, by)
      if (state.status !== 'waiting') return undefined
      return await hall.placeOf(state.centre, state.window, id, receptionActor)
    },

    async callNext(given, by) {
      const { centre, window } = parseInput('petition.visit.callNext', callNextInput, given)
      for (;;) {
        const { lines } = await hall.queue(centre, by)
        const line = lines.find((one) => one.window === window)
        if (line === undefined)
          throw receptionErrors.WINDOW_UNKNOWN({ window, known: lines.map((one) => one.window) })
        const next = line.waiting[0]
        if (next === undefined) return undefined
        try {
          return await visits.call(next.visit, {}, by)
        } catch (error) {
          // A colleague at the same window was faster, or the person has gone.
          if (!(await hasChanged(next.visit, error))) throw error
        }
      }
    },

    async call(id, given, by, options) {
      const input = parseInput('petition.visit.call', visitInputs.call, given)
      const { state } = await visits.get(id, by)
      const isAsked = state.status === 'waiting' && input.outOfTurn === undefined
      const place = isAsked ? await hall.placeOf(state.centre, state.window, id, by) : undefined
      if (place !== undefined && place.ahead > 0)
        throw receptionErrors.NOT_NEXT({ ticket: place.ticket, ahead: place.ahead })
      return await visits.call(id, input, by, options)
    },

    async transfer(id, given, by, options) {
      const { window, reason } = parseInput('petition.visit.transfer', transferInput, given)
      return await visits.transfer(id, { ...(await lineToday(id, by, window)), reason }, by, options)
    },

    async accuse(id, given, by, options) {
      const { accused, window } = parseInput('petition.visit.accuse', accuseInput, given)
      const line = window === undefined ? {} : await lineToday(id, by, window)
      await visits.accuse(id, { accused, ...line }, by, options)
    },

    async inquire(id, given, by, origin) {
      const { queryCode } = parseInput('petition.visit.inquire', inquireInput, given)
      await askTo(parts, 'noteInquiry', id, by)
      const matter = await inquiry.track(queryCode, origin)
      await hideFromAccused(matter.kind, matter.id, by)
      await visits.noteInquiry(id, {}, by)
      return matter
    },

    async handOver(id, given, by, options) {
      const input = parseInput('petition.visit.handOver', visitInputs.handOver, given)
      const { state } = await visits.handOver(id, input, by, options)
      return await finishHandOver(parts, intakes, id, by, state.handOvers.length)
    },

    async finishHandOver(id, by) {
      await askTo(parts, 'handOver', id, by, ['HAND_OVER_PENDING', 'STATUS'])
      return await finishHandOver(parts, intakes, id, by)
    },
  }

  /** Whether a visit that could not be called does not wait any more. */
  async function hasChanged(id: string, error: unknown): Promise<boolean> {
    if (!isPlatformError(error) || error.code !== 'COMMAND_NOT_ALLOWED') return false
    return (await visits.get(id, receptionActor)).state.status !== 'waiting'
  }
}
