import { type CaseApi, type CaseRecord, type PluginHost, systemActor } from '@redress/core'
import { createDuplicateIndex, type SimilarText } from '../../duplicate/duplicate-index.js'
import type { PetitionEvent } from '../../events.js'
import { isOpen } from '../kind.js'
import type { Complaint } from '../state.js'
import type { ComplaintTypes } from '../types.js'
import { headOf } from './log-head.js'
import { caseIfThere } from './may-know.js'
import { createPlaces } from './places.js'
import { textsOf } from './read-texts.js'

/**
 * The texts of the open complaints, in the memory of this process alone. Never that of an accusation, nor of what a petitioner wants kept
 * in confidence: a complaint that becomes one is forgotten before the next question is answered.
 */
export interface ComparedTexts {
  /**
   * Takes in a case and what has happened since, a bounded part at a time; whether that is all. Several who ask at once share the work.
   *
   * @throws KEY_UNAVAILABLE
   */
  update(id?: string): Promise<boolean>
  has(id: string): boolean
  similarTo(id: string, least: number): readonly SimilarText[]
  /** The cases that name the same place, in whatever area. */
  samePlace(id: string): readonly string[]
  readonly size: number
  readonly bytes: number
}

/** Cases of which the texts are read at once, events of the log, and how often either is done in one turn. */
const casesAtOnce = 200
const eventsAtOnce = 1000
const mostSteps = 5

export function createComparedTexts(
  host: PluginHost<PetitionEvent>,
  cases: CaseApi<ComplaintTypes>,
): ComparedTexts {
  const texts = createDuplicateIndex()
  const places = createPlaces((text) => host.digest(text))
  // Where the log goes on after the first page of cases was read.
  let position: number | undefined
  let cursor: string | undefined
  let isThrough = false

  const forget = (id: string): void => {
    texts.remove(id)
    places.remove(id)
  }

  /** Reads what is written in cases that may be compared. */
  const take = async (ids: readonly string[]): Promise<void> => {
    for (const { case: id, texts: parts } of await textsOf(host, ids)) {
      const { title = '', text = '', place = '' } = parts.find(({ version }) => version === 1)?.fields ?? {}
      await places.add(id, place)
      // Asked last, with nothing between the answer and the index: it may have been sealed while it was read.
      if (isComparable(await caseIfThere(cases, id))) texts.add(id, `${title}\n${text}`)
      else forget(id)
    }
  }

  /** Brings cases to what they are now. */
  const refresh = async (ids: readonly string[]): Promise<void> => {
    const unread: string[] = []
    for (const id of ids) {
      if (!isComparable(await caseIfThere(cases, id))) forget(id)
      else if (!texts.has(id)) unread.push(id)
    }
    for (let at = 0; at < unread.length; at += casesAtOnce) await take(unread.slice(at, at + casesAtOnce))
  }

  const readCases = async (): Promise<void> => {
    const query = { kind: 'petition.complaint', open: true, facets: { confidentiality: 'open' } }
    const page = await host.platform.cases.find(
      { ...query, sort: 'opened', limit: casesAtOnce, cursor },
      systemActor,
    )
    await take(page.items.map(({ id }) => id).filter((id) => !texts.has(id)))
    cursor = page.next
    isThrough = cursor === undefined
  }

  /** Whether that was the end of the log. */
  const readLog = async (after: number): Promise<boolean> => {
    const events = await host.log(after, eventsAtOnce)
    await refresh([...new Set(events.filter(({ type }) => concerns(type)).map(({ stream }) => stream))])
    position = events.at(-1)?.position ?? after
    return events.length < eventsAtOnce
  }

  const wanted = new Set<string>()
  const step = async (): Promise<boolean> => {
    position ??= await headOf(host)
    const first = [...wanted]
    wanted.clear()
    await refresh(first)
    for (let n = 0; n < mostSteps; n++) {
      if (!isThrough) await readCases()
      else if (await readLog(position)) return true
    }
    return false
  }

  // One turn at a time, and one that waits for whoever asks meanwhile: it sees what has happened until it begins.
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<boolean> | undefined
  const turn = (): Promise<boolean> => {
    next = undefined
    const now = step()
    running = now
    return now
  }

  return {
    update(id) {
      if (id !== undefined && !texts.has(id)) wanted.add(id)
      next ??= running.then(turn, turn)
      return next
    },
    has: (id) => texts.has(id),
    similarTo: (id, least) => texts.similarTo(id, least),
    samePlace: (id) => places.others(id),
    get size() {
      return texts.size
    },
    get bytes() {
      return texts.bytes
    },
  }
}

/** Whether the text of a case is compared with others. */
export function isComparable(record: CaseRecord<Complaint> | undefined): boolean {
  if (record === undefined) return false
  const { state, custody } = record
  return (
    isOpen(state) && state.confidentiality === 'open' && !custody.restricted && custody.erased.length === 0
  )
}

/** What may make a case comparable, or no longer so. */
const concerns = (type: string): boolean => type.startsWith('petition.complaint-') || custodyTypes.has(type)
const custodyTypes: ReadonlySet<string> = new Set([
  'core.case-restricted',
  'core.restriction-lifted',
  'core.personal-data-erased',
  'core.case-pruned',
])
