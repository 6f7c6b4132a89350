import {
  anyOf,
  type CaseKind,
  defineKind,
  nobodyAccused,
  superiorUnit,
  system,
  unitInCharge,
} from '@redress/core'
import { petitionRoles } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { dayOf } from '../local-time.js'
import { dayInputs } from './commands.js'
import { decideDay } from './decide.js'
import { type DayEvent, type DayTypes, type LeaderSession, noDay, type ReceptionDay } from './state.js'

const { petitionOfficer, head } = petitionRoles
const office = anyOf(system, superiorUnit(petitionOfficer, head), unitInCharge(petitionOfficer, head))
const stays = [] as const

/** The view in which the days of a centre stand in order. */
export const daysView = 'petition.reception-days'

/** The kind of case behind `platform.petition.receptionCentre.day`: one for each centre and day. */
export function dayKind(rules: readonly PetitionRules[]): CaseKind<DayTypes> {
  return defineKind<DayTypes>({
    kind: 'petition.reception-day',
    initial: noDay,
    opening: 'open',
    lifecycle: {
      new: { open: ['planned'] },
      planned: {
        staff: stays,
        planLeader: stays,
        announceLeader: stays,
        cancelLeader: stays,
        holdLeader: stays,
        close: ['closed'],
        take: stays,
        free: stays,
        issue: stays,
      },
      // Whoever has come all the same gets a ticket.
      closed: { free: stays, issue: stays },
    },
    inputs: dayInputs,
    access: {
      open: system,
      staff: office,
      planLeader: office,
      announceLeader: office,
      cancelLeader: office,
      holdLeader: office,
      close: office,
      take: system,
      free: system,
      issue: system,
    },
    decide: decideDay,
    evolve: {
      'petition.reception-day-planned': (_, data) => ({ ...data, status: 'planned' }),
      'petition.reception-day-staffed': ({ sessions }, session) => ({
        sessions: sessions.map((one) =>
          one.window === session.window && one.half === session.half ? session : one,
        ),
      }),
      'petition.reception-day-closed': (_, { because }) => ({ status: 'closed', closedBecause: because }),
      'petition.leader-reception-planned': ({ leaders }, session) => ({
        leaders: [...leaders, { ...session, state: 'planned', announcedOn: null, instead: null }],
      }),
      'petition.leader-reception-announced': (state, { window, on }) =>
        withLeader(state, window, { state: 'announced', announcedOn: on }),
      'petition.leader-reception-cancelled': (state, { window, instead }) =>
        withLeader(state, window, { state: 'cancelled', instead }),
      'petition.leader-reception-held': (state, { window }) => withLeader(state, window, { state: 'held' }),
      'petition.place-taken': ({ places }, place) => ({ places: [...places, place] }),
      'petition.place-freed': ({ places }, { visit }) => ({
        places: places.filter((place) => place.visit !== visit),
      }),
      'petition.ticket-issued': ({ issued }, ticket) => ({
        tickets: ticket.number,
        issued: { ...issued, [ticket.for]: ticket.number },
      }),
    },
    rules,
    parties: ({ unit, sessions, leaders }) => ({
      unit,
      involved: [...new Set([unit, ...[...sessions, ...leaders].map((one) => one.unit)])],
      petitioners: [],
      handlers: [],
      recused: [],
      accused: nobodyAccused,
    }),
    inbox: ({ status, centre, on }) => ({
      number: undefined,
      title: '接访日 · reception day',
      open: status === 'planned',
      facets: { centre, on },
      lookups: { day: dayKey(centre, on) },
    }),
    views: [
      {
        name: daysView,
        version: 1,
        indexes: [{ equal: ['centre'], sort: 'day' }],
        row: ({ state: { centre, on, hours, leaders, closedBecause } }) => ({
          centre,
          day: dayOf(on),
          on,
          hours,
          closedBecause,
          leaders: leaders.filter(({ announcedOn }) => announcedOn !== null),
        }),
      },
    ],
    // Which visit has which place or ticket could tell staff of a visit that is sealed from them.
    present: ({ places }, viewer) =>
      viewer === 'system'
        ? undefined
        : { places: places.map((place) => ({ ...place, visit: '' })), issued: {} },
    presentEvent: (event, viewer) => (viewer === 'system' ? event : withoutVisit(event)),
  })
}

/** How a day is found. */
export const dayKey = (centre: string, on: string): string => `${centre}/${on}`

function withLeader(
  { leaders }: ReceptionDay,
  window: string,
  change: Partial<LeaderSession>,
): Partial<ReceptionDay> {
  return { leaders: leaders.map((one) => (one.window === window ? { ...one, ...change } : one)) }
}

function withoutVisit<Event extends DayEvent>(event: Event): Event {
  if (event.type === 'petition.ticket-issued') return { ...event, data: { ...event.data, for: '' } }
  const isOfPlace = event.type === 'petition.place-taken' || event.type === 'petition.place-freed'
  return isOfPlace ? { ...event, data: { ...event.data, visit: '' } } : event
}
