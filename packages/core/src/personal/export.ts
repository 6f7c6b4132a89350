import * as z from 'zod'
import { type Actor, type Resident, systemActor } from '../access/actor.js'
import { reason } from '../access/reason.js'
import { isAccused } from '../access/rules.js'
import { again } from '../case/again.js'
import { kindOf } from '../case/any-case.js'
import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import { visibleEvents } from '../case/history.js'
import { parseInput } from '../case/input.js'
import { loadFresh } from '../case/load.js'
import { present } from '../case/present.js'
import { coreErrors } from '../errors.js'
import { inboxView } from '../inbox/row.js'
import type { RowPlace } from '../store/port.js'
import { type AccessRecord, accessLog, ownAccesses, recordAccess } from './access-log.js'
import { openCase } from './open.js'
import type { ExportedCase, Subject, SubjectExport } from './personal.js'
import type { Purpose } from './rules.js'
import { showFile } from './show.js'

const word = z.string().min(1).max(128)
const subjectSchema = z.union([z.strictObject({ id: word }), z.strictObject({ case: word, person: word })])

/** Everything about one person, for that person. */
export async function exportSubject(
  engine: Engine,
  rawSubject: unknown,
  actor: Actor,
): Promise<SubjectExport> {
  const subject: Subject = parseInput('personal.subjectAccessExport', subjectSchema, rawSubject)
  const isOwn = actor.kind === 'resident' && 'id' in subject && subject.id === actor.id
  if (actor.kind !== 'system' && !isOwn) throw coreErrors.READ_NOT_ALLOWED({ reasons: [notOwn] })
  await engine.ready()

  const cases: ExportedCase[] = []
  const records: AccessRecord[] = []
  const ids = 'case' in subject ? [subject.case] : await casesOf(engine, subject.id)
  for (const id of ids) {
    const exported = await again(() => exportCase(engine, id, subject))
    if (exported === undefined) continue
    cases.push(exported)
    const { file } = exported
    const persons = file.persons.map(({ person }) => person)
    const fields = [...new Set(file.persons.flatMap((one) => Object.keys(one.fields)))]
    const revealed = file.receipt === undefined ? fields : [...fields, 'receipt']
    const data = { purpose: exportPurpose, persons, fields, revealed, texts: true }
    records.push({ of: id, event: { type: 'core.personal-data-exported', data } })
  }
  if (records.length > 0) await recordAccess(engine, records, actor)
  return { at: instantText(engine.now()), cases }
}

const exportPurpose = 'subjectAccess'

const notOwn = reason(
  'NOT_OWN_DATA',
  'it is for the person, or for the host after it has proved the identity',
  '仅限本人，或经系统核验身份后代为导出',
  '个人信息保护法 Art. 45',
)

const pageSize = 200

async function casesOf(engine: Engine, id: string): Promise<readonly string[]> {
  const ids: string[] = []
  let after: RowPlace | undefined
  do {
    const query = { where: { petitioners: id }, sort: { field: 'openedAt' }, limit: pageSize }
    const page = await engine.store.find(inboxView.name, after === undefined ? query : { ...query, after })
    ids.push(...page.rows.map(({ key }) => key))
    after = page.next
  } while (after !== undefined)
  return ids
}

async function exportCase(engine: Engine, id: string, subject: Subject): Promise<ExportedCase | undefined> {
  const kind = await kindOf(engine, id)
  const record = await loadFresh(engine, kind, id)
  const { personal } = kind
  const persons = personal?.persons(record.state) ?? []
  const own = persons.filter((one) =>
    'id' in subject ? one.id === subject.id : one.person === subject.person,
  )
  const [first] = own
  if (personal === undefined || first === undefined) {
    if ('id' in subject) return undefined
    throw coreErrors.PERSON_UNKNOWN({ id, person: subject.person })
  }
  // As the person sees it; and nothing of a case in which the person is accused.
  const viewer: Resident = { kind: 'resident', id: first.id ?? '' }
  if (isAccused(viewer, kind.parties(record.state).accused, engine.directory())) return undefined
  const events = await engine.store.read(id)
  const history = visibleEvents(kind, events, viewer)
  const opened = await openCase(engine, record, history)
  const purpose: Purpose = { by: () => undefined, texts: true, reveals: [] }
  // The receipt was told to whoever opened the case, and is a secret from the others.
  const opener = events[0]?.by
  const isTold = persons.length === own.length || (opener?.kind === 'resident' && opener.id === first.id)
  const reveal = Object.keys(personal.masks).concat(isTold ? ['receipt'] : [])
  const request = { purpose: exportPurpose, reveal }
  const only = { ...personal, persons: () => own }
  // Only their own persons are left, with an account or without one.
  const file = showFile(only, record, history, opened, { purpose, request, actor: systemActor })
  const keys = own.map(({ person }) => person)
  const accesses = ownAccesses(await accessLog(engine, id), keys, viewer)
  return { record: present(kind, record, viewer), history, file, accesses }
}
