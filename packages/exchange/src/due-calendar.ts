import { type Actor, coreErrors, type InboxItem, type InboxQuery } from '@redress/core'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { pagesOf, type WithInbox } from './pages.js'

export interface DueCalendarOptions {
  /** What a calendar program shows, such as the name of the office. */
  readonly name: string
  /** Makes the ids of the entries unique in the world: the host name of the service. */
  readonly domain: string
  /** IANA zone in which days are counted. Default: `Asia/Shanghai`. */
  readonly timeZone?: string | undefined
  /** Where a case can be opened; the page must ask who asks. Default: no link. */
  readonly url?: ((item: InboxItem) => string) | undefined
  /** What an entry is called. Default: number and clock; never what a case is about. */
  readonly title?: ((item: InboxItem) => string) | undefined
}

/**
 * The due dates of cases as an iCalendar file (RFC 5545): one entry for the last day of each. An entry keeps its id, so that a calendar
 * program that subscribes moves it when the due date moves. Cases without a due date have none; provisional ones are tentative.
 *
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * const page = await platform.cases.find({ unit: 'huaian/qinghe' }, officer)
 * const file = dueCalendar(page.items, { name: '清河区信访局', domain: 'redress.example' })
 * ```
 */
export function dueCalendar(items: Iterable<InboxItem>, options: DueCalendarOptions): string {
  const { name, domain, timeZone, url, title } = checked(options)
  const calendar = ical({ name, prodId: { company: domain, product: 'redress', language: 'ZH' } })
  calendar.method(ICalCalendarMethod.PUBLISH)
  for (const item of items) {
    const { due } = item
    if (due === undefined) continue
    const event = calendar.createEvent({
      id: `${item.id}/${due.clock}@${domain}`,
      start: dayOf(due.at, timeZone),
      allDay: true,
      summary: title === undefined ? `${item.number ?? item.id} · ${due.clock}` : title(item),
      status: due.provisional === undefined ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      stamp: new Date(item.updatedAt),
    })
    if (url !== undefined) event.url(url(item))
  }
  return calendar.toString()
}

/**
 * The same for everything that a query finds for an actor: what a host serves under a secret address of that officer.
 *
 * @param most entries at most, the nearest first. Default: 2,000
 */
export async function dueFeed(
  platform: WithInbox,
  query: Omit<InboxQuery, 'sort' | 'cursor' | 'limit'>,
  by: Actor,
  options: DueCalendarOptions,
  most = 2000,
): Promise<string> {
  const items: InboxItem[] = []
  for await (const page of pagesOf(platform, { open: true, ...query, sort: 'due' }, by)) {
    items.push(...page.filter((item) => item.due !== undefined))
    // Cases without a due date come last.
    if (items.length >= most || page.at(-1)?.due === undefined) break
  }
  return dueCalendar(items.slice(0, most), options)
}

/** The local day before an instant, as midnight in UTC, which is what an entry of a whole day holds. */
function dayOf(at: string, timeZone: string): Date {
  const last = new Date(Date.parse(at) - 1)
  return new Date(
    `${new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(last)}T00:00:00Z`,
  )
}

function checked(options: DueCalendarOptions): DueCalendarOptions & { readonly timeZone: string } {
  const fail = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'dueCalendar', reason })
  if (typeof options !== 'object' || options === null) throw fail('it takes an object')
  const { name, domain, timeZone = 'Asia/Shanghai' } = options
  if (typeof name !== 'string' || name === '') throw fail("'name' must be a text")
  if (typeof domain !== 'string' || !/^[\w.-]+$/.test(domain)) throw fail("'domain' must be a host name")
  try {
    new Intl.DateTimeFormat('sv-SE', { timeZone })
  } catch {
    throw coreErrors.TIME_ZONE_INVALID({ timeZone: String(timeZone) })
  }
  return { ...options, timeZone }
}
