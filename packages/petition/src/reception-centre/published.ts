import type { PluginHost, Row, RowPlace } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { Text } from '../matter/text.js'
import { receptionActor } from './actor.js'
import type { CentreApi } from './centre/api.js'
import type { CentreFacts, ReceptionWindow } from './centre/state.js'
import { daysView } from './day/kind.js'
import type { LeaderSession } from './day/state.js'
import { dayOf, type HalfDay, type OpeningHours } from './local-time.js'
import type { Today } from './today.js'

/** What a centre must make public (信访工作条例 2022 Art. 18): where, when, who receives, and how to ask how a matter stands. */
export interface PublishedCentre extends CentreFacts {
  readonly id: string
  readonly status: 'open' | 'closed'
  readonly unit: { readonly id: string; readonly name: string; readonly nameEn: string | null }
  readonly level: string
  readonly windows: readonly ReceptionWindow[]
  /** On which days. */
  readonly days: Text
  /** How to ask about progress and result. */
  readonly query: Text
  /** The leaders' receptions from today on that are announced, nearest first; those that are cancelled too, with what comes instead. */
  readonly leaders: readonly PublishedReception[]
  /** The days from today on on which the centre is closed otherwise. */
  readonly closures: readonly { readonly on: string; readonly because: string }[]
  /** Where people turn now that it has closed. */
  readonly continuesAt: string | null
}

export interface PublishedReception {
  readonly on: string
  readonly half: HalfDay
  readonly from: string | null
  readonly until: string | null
  readonly post: string
  readonly place: string
  readonly subject: string | null
  readonly appointments: number
  readonly announcedOn: string
  readonly cancelled: boolean
  readonly instead: string | null
}

const workingDays: Text = {
  en: 'On working days, as the State Council arranges the holidays of the year',
  zh: '工作日（节假日按国务院办公厅通知执行）',
}
const byCode: Text = {
  en: 'With the query code on the receipt, online or at any window',
  zh: '凭回执上的查询码，网上查询或者到任一窗口查询',
}
/** More than anybody plans ahead. */
const mostDays = 400

export async function publishedCentre(
  host: PluginHost<PetitionEvent>,
  centres: CentreApi,
  id: string,
  { on }: Today,
): Promise<PublishedCentre> {
  const { state } = await centres.get(id, receptionActor)
  const { status, unit, openedOn: _, closedOn: __, ...facts } = state
  const directory = await host.directory()
  const office = directory.successors(unit)[0]
  const days = await daysFrom(host, id, on)
  return {
    ...facts,
    id,
    status: status === 'open' ? 'open' : 'closed',
    unit: { id: office?.id ?? unit, name: office?.name ?? unit, nameEn: office?.nameEn ?? null },
    days: workingDays,
    query: state.howToQuery === null ? byCode : { ...byCode, zh: `${byCode.zh}；${state.howToQuery}` },
    leaders: days.flatMap(({ on: day, hours, leaders }) =>
      leaders.map((one) => receptionOf(day, hours, one)),
    ),
    closures: days.flatMap(({ on: day, closedBecause }) =>
      closedBecause === null ? [] : [{ on: day, because: closedBecause }],
    ),
  }
}

interface DayRow {
  readonly on: string
  readonly hours: OpeningHours
  readonly closedBecause: string | null
  readonly leaders: readonly LeaderSession[]
}

async function daysFrom(
  host: PluginHost<PetitionEvent>,
  centre: string,
  on: string,
): Promise<readonly DayRow[]> {
  const rows: Row[] = []
  let after: RowPlace | undefined
  do {
    const page = await host.rows(daysView, {
      where: { centre },
      range: { field: 'day', from: dayOf(on) },
      sort: { field: 'day' },
      limit: mostDays,
      ...(after === undefined ? {} : { after }),
    })
    rows.push(...page.rows.map(({ row }) => row))
    after = page.next
  } while (after !== undefined && rows.length < mostDays)
  // Written by the view of the days and by nothing else.
  return rows as unknown as readonly DayRow[]
}

function receptionOf(
  on: string,
  hours: OpeningHours,
  { half, post, place, subject, appointments, announcedOn, state, instead }: LeaderSession,
): PublishedReception {
  return {
    on,
    half,
    from: hours[half]?.from ?? null,
    until: hours[half]?.until ?? null,
    post,
    place,
    subject,
    appointments,
    announcedOn: announcedOn ?? '',
    cancelled: state === 'cancelled',
    instead,
  }
}
