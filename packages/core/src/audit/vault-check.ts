import type { PersonalDataErased } from '../case/custody.js'
import type { Engine } from '../case/engine.js'
import { wholeCase } from '../case/sealed.js'
import type { RecordedEvent } from '../event/event.js'
import { cellsOf } from '../personal/open.js'
import type { NamedCell } from '../store/port.js'
import { partOf } from '../vault/part.js'
import { caseCells } from '../vault/ring.js'
import type { Finding, FindingKind } from './findings.js'

/**
 * Whether the vault still holds what was sealed beside the events of a page, unchanged, and holds no more of what was erased. Nothing is
 * opened, so it needs no keys. It reads the cells and the events of each case that the page touches.
 */
export async function checkVault(
  engine: Engine,
  page: readonly RecordedEvent[],
): Promise<readonly Finding[]> {
  const cases = new Map<string, RecordedEvent[]>()
  for (const event of page) {
    if (event.sealed === undefined) continue
    if (cases.get(event.stream)?.push(event) === undefined) cases.set(event.stream, [event])
  }
  const found = await Promise.all([...cases].map(([id, events]) => checkCase(engine, id, events)))
  return found.flat()
}

async function checkCase(
  engine: Engine,
  id: string,
  events: readonly RecordedEvent[],
): Promise<readonly Finding[]> {
  const [cells, erased] = await Promise.all([cellsOf(engine, id), erasedIn(engine, id)])
  return events.flatMap((event) => checkEvent(engine, event, cells, erased))
}

/** The subjects whose data the log says is erased. */
async function erasedIn(engine: Engine, id: string): Promise<ReadonlySet<string>> {
  const erased = new Set<string>()
  for (const { type, data } of await engine.store.read(id)) {
    // Only an erased case is pruned, and that it was erased is then pruned too.
    if (type === 'core.case-pruned') erased.add(wholeCase)
    if (type !== 'core.personal-data-erased') continue
    for (const subject of (data as PersonalDataErased | null)?.subjects ?? []) erased.add(subject)
  }
  return erased
}

function checkEvent(
  engine: Engine,
  { stream, version, position, sealed = {} }: RecordedEvent,
  cells: ReadonlyMap<string, NamedCell>,
  erased: ReadonlySet<string>,
): readonly Finding[] {
  const cell = cells.get(`${caseCells(stream)}${version}`)?.value
  return Object.entries(sealed).flatMap(([subject, digest]) => {
    const text = partOf(cell, subject)
    const isErased = erased.has(subject) || erased.has(wholeCase)
    const find = (kind: FindingKind, message: string): Finding[] => [
      { kind, message: `'${subject}': ${message}`, stream, version, position },
    ]
    if (isErased) return text === undefined ? [] : find('SEALED_LEFT', 'the log says that it is erased')
    if (text === undefined) return find('SEALED_MISSING', 'nothing says that it was erased')
    if (engine.digest(text) === digest) return []
    return find('SEALED_CHANGED', 'it is not what was sealed')
  })
}
