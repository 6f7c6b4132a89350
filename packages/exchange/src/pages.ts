import type { Actor, InboxItem, InboxPage, InboxQuery, PlatformCore } from '@redress/core'

/** What is read of a platform here: its inbox, as the actor sees it. */
export type WithInbox = Pick<PlatformCore<never>, 'cases'>

/** Every page of a query, as the actor sees it. */
export async function* pagesOf(
  { cases }: WithInbox,
  query: InboxQuery,
  by: Actor,
): AsyncGenerator<readonly InboxItem[], void> {
  let cursor: string | undefined
  do {
    const page: InboxPage = await cases.find({ limit: 200, ...query, cursor }, by)
    yield page.items
    cursor = page.next
  } while (cursor !== undefined)
}
