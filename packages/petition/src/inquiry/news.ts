import {
  coreErrors,
  type PluginHost,
  type RecordedEvent,
  type Subscription,
  systemActor,
} from '@redress/core'
import type { AnswerChannel } from '../complaint/state.js'
import type { PetitionEvent } from '../events.js'
import { type Couriers, carry, recipientOf } from '../feedback/courier.js'
import { type Note, numbered } from '../feedback/letter.js'
import { contactFields } from '../matter/persons.js'
import type { Text } from '../matter/text.js'
import { type Followed, type FollowedState, textOf } from './followed.js'

/** The subscriber that brings news. */
export interface NewsDefinition {
  /** Its checkpoint stands under this name: see `platform.subscriptions`. */
  readonly name: string
  /** Where one that never ran begins. Default: `now`. */
  readonly from?: 'start' | 'now' | number | undefined
  /** Hears of what could not be sent. */
  readonly onError?: ((error: unknown, event: RecordedEvent | undefined) => unknown) | undefined
}

/** News says that something has happened, never what is in it: a message can be read by others. */
export async function subscribeToNews(
  host: PluginHost<PetitionEvent>,
  kinds: readonly Followed[],
  couriers: Couriers,
  definition: NewsDefinition,
): Promise<Subscription> {
  const { name, from = 'now', onError } = copyOf(definition)
  const byPrefix = (type: string) => kinds.find(({ kind }) => type.startsWith(`${kind}-`))

  return await host.platform.subscriptions.add({
    name,
    from,
    onError,
    async handle(event) {
      const kind = byPrefix(event.type)
      const what = kind === undefined ? undefined : textOf(kind.words, event)
      if (kind === undefined || what === undefined) return
      const { state } = await kind.get(event.stream, systemActor)
      const channel = newsChannel(state)
      if (channel === null || channel === 'online') return
      const request = { purpose: 'delivery', reveal: contactFields, fields: contactFields }
      const file = await host.platform.personal.read(event.stream, request, systemActor)
      for (const { person, id, fields } of file.persons) {
        const carried = await carry(couriers, {
          key: `${event.stream}/${event.version}/news/${person}`,
          channel,
          case: event.stream,
          number: state.number ?? undefined,
          to: recipientOf(id, fields),
          ...newsOf(what, state.number),
        })
        // A channel that fails for a while is tried again; a person without an address is not.
        if ('failed' in carried && carried.failed === 'technical')
          throw new Error(carried.detail ?? 'courier')
      }
    },
  })
}

/** Read once, so that a getter or a proxy that throws is told as what it is. */
function copyOf(definition: NewsDefinition): NewsDefinition {
  try {
    return { ...definition }
  } catch {
    throw coreErrors.SUBSCRIPTION_INVALID({ name: 'news', reason: 'reading its definition failed' })
  }
}

const newsChannel = (state: FollowedState): AnswerChannel | null =>
  'newsBy' in state ? (state.newsBy as AnswerChannel | null) : null

function newsOf(what: Text, number: string | null): Note {
  const of = numbered(number)
  return {
    subject: { zh: `信访事项进展${of.zh}`, en: `News of your matter${of.en}` },
    text: {
      zh: `您的信访事项${of.zh}有新进展：${what.zh}。可凭查询码查询详情。`,
      en: `News of your matter${of.en}: ${what.en}. Your query code shows the details.`,
    },
  }
}
