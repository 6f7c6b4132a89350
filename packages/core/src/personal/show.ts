import type { Actor } from '../access/actor.js'
import type { AnyRecord } from '../case/record.js'
import { type SealedFields, wholeCase } from '../case/sealed.js'
import type { AnyState } from '../case/wire.js'
import type { RecordedEvent } from '../event/event.js'
import type { OpenedCase } from './open.js'
import type { PersonalFile, PersonalRequest } from './personal.js'
import type { PersonalRules, Purpose } from './rules.js'

interface Showing {
  readonly purpose: Purpose
  readonly request: PersonalRequest
  readonly actor: Actor
}

/** What a purpose shows of an opened case. A resident sees nobody else's data. */
export function showFile(
  personal: PersonalRules<AnyState>,
  record: AnyRecord,
  events: readonly RecordedEvent[],
  opened: OpenedCase,
  { purpose, request, actor }: Showing,
): PersonalFile {
  const { fields: wanted, reveal = [] } = request
  const isWanted = (field: string): boolean => wanted === undefined || wanted.includes(field)
  const { erased } = record.custody

  const persons = personal
    .persons(record.state)
    .filter(({ id }) => actor.kind !== 'resident' || id === actor.id)
    .map(({ person, id }) => ({
      person,
      ...(id === undefined ? {} : { id }),
      fields: shownFields(personal, opened.persons.get(person) ?? {}, reveal, isWanted),
      erased: erased.includes(person) || erased.includes(wholeCase),
    }))
  const texts = events.flatMap(({ version, type, at }) => {
    const fields = purpose.texts ? textsOf(opened.parts.get(version)?.texts ?? {}, isWanted) : {}
    return Object.keys(fields).length === 0 ? [] : [{ version, type, at, fields }]
  })
  const receipt = reveal.includes('receipt') ? opened.parts.get(1)?.receipt : undefined
  const file = { case: record.id, persons, texts }
  return receipt === undefined ? file : { ...file, receipt }
}

function shownFields(
  { masks }: PersonalRules<AnyState>,
  fields: SealedFields,
  reveal: readonly string[],
  isWanted: (field: string) => boolean,
): Readonly<Record<string, string>> {
  const shown = Object.entries(fields).flatMap(([field, value]): (readonly [string, string])[] => {
    const mask = Object.hasOwn(masks, field) ? masks[field] : undefined
    if (value === undefined || mask === undefined || !isWanted(field)) return []
    return [[field, reveal.includes(field) ? value : mask(value)]]
  })
  return Object.fromEntries(shown)
}

function textsOf(
  texts: SealedFields,
  isWanted: (field: string) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && isWanted(entry[0]),
    ),
  )
}
