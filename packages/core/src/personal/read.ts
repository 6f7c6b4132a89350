import * as z from 'zod'
import type { Actor } from '../access/actor.js'
import { type Reason, reason } from '../access/reason.js'
import { again } from '../case/again.js'
import { readableCase } from '../case/any-case.js'
import type { Engine } from '../case/engine.js'
import { visibleEvents } from '../case/history.js'
import { parseInput } from '../case/input.js'
import type { AnyRecord } from '../case/record.js'
import type { WiredKind } from '../case/wire.js'
import { coreErrors, isPlatformError } from '../errors.js'
import { type AccessRecord, recordAccess } from './access-log.js'
import { openCase } from './open.js'
import type { PersonalFile, PersonalRequest } from './personal.js'
import type { PersonalRules, Purpose } from './rules.js'
import { showFile } from './show.js'

const word = z.string().min(1).max(100)
const requestSchema = z.strictObject({
  purpose: word,
  reveal: z.array(word).max(50).readonly().optional(),
  fields: z.array(word).max(50).readonly().optional(),
})
const mostCases = 200
const idsSchema = z.array(z.string().max(64)).max(mostCases).readonly()

/** The personal data of one case. */
export async function readPersonal(
  engine: Engine,
  id: string,
  rawRequest: unknown,
  actor: Actor,
): Promise<PersonalFile> {
  const request = parseInput('personal.read', requestSchema, rawRequest)
  const [file, record] = await again(() => prepare(engine, id, request, actor))
  await recordAccess(engine, [record], actor)
  return file
}

/** That of many cases; those that may not be read so are left out. */
export async function readManyPersonal(
  engine: Engine,
  rawIds: unknown,
  rawRequest: unknown,
  actor: Actor,
): Promise<readonly PersonalFile[]> {
  const request = parseInput('personal.readMany', requestSchema, rawRequest)
  const ids = parseInput('personal.readMany', idsSchema, rawIds)
  await engine.ready()
  const known = [...engine.kinds.values()].flatMap(({ personal }) => Object.keys(personal?.purposes ?? {}))
  if (!known.includes(request.purpose)) throw purposeUnknown(request.purpose, [...new Set(known)])
  const files: PersonalFile[] = []
  const records: AccessRecord[] = []
  for (const id of new Set(ids)) {
    try {
      const [file, record] = await again(() => prepare(engine, id, request, actor))
      files.push(file)
      records.push(record)
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  if (records.length > 0) await recordAccess(engine, records, actor)
  return files
}

/** Also of a case whose kind has no such purpose: a page of the inbox has cases of many kinds. */
const isRefusal = (error: unknown): boolean =>
  isPlatformError(error) &&
  (error.kind === 'not-allowed' || error.kind === 'not-found' || error.code === 'PURPOSE_UNKNOWN')

/** Opens what the request shows, and what is to be recorded before it is shown. */
async function prepare(
  engine: Engine,
  id: string,
  request: PersonalRequest,
  actor: Actor,
): Promise<readonly [PersonalFile, AccessRecord]> {
  const [kind, record] = await readableCase(engine, id, actor)
  const { personal } = kind
  // Nothing is read of such a case, so nothing is recorded either: a log of reasons would be a place to write to.
  if (personal === undefined) throw purposeUnknown(request.purpose, [])
  const purpose = purposeOf(personal, request.purpose)
  askPurpose(engine, kind, record, purpose, request, actor)

  const events = visibleEvents(kind, await engine.store.read(id), actor)
  const opened = await openCase(engine, record, events)
  const file = showFile(personal, record, events, opened, { purpose, request, actor })
  const persons = file.persons.filter(({ fields }) => Object.keys(fields).length > 0)
  const fields = [...new Set(persons.flatMap((one) => Object.keys(one.fields)))]
  const shown = { ...request, fields }
  return [
    file,
    recordOf(
      id,
      shown,
      persons.map(({ person }) => person),
      file.texts.length > 0,
    ),
  ]
}

function recordOf(
  of: string,
  { purpose, fields = [], reveal = [] }: PersonalRequest,
  persons: readonly string[],
  texts: boolean,
): AccessRecord {
  const revealed = reveal.filter((field) => field === 'receipt' || fields.includes(field))
  const data = { purpose, persons, fields, revealed, texts }
  return { of, event: { type: 'core.personal-data-read', data } }
}

function purposeOf(personal: PersonalRules<never>, name: string): Purpose {
  const purpose = Object.hasOwn(personal.purposes, name) ? personal.purposes[name] : undefined
  if (purpose === undefined) throw purposeUnknown(name, Object.keys(personal.purposes))
  return purpose
}

const purposeUnknown = (purpose: string, known: readonly string[]) =>
  coreErrors.PURPOSE_UNKNOWN({ purpose, known })

/** @throws READ_NOT_ALLOWED */
function askPurpose(
  engine: Engine,
  kind: WiredKind,
  record: AnyRecord,
  purpose: Purpose,
  { reveal = [] }: PersonalRequest,
  actor: Actor,
): void {
  const reasons: Reason[] = []
  const parties = kind.parties(record.state)
  const refused = purpose.by({ actor, parties, directory: engine.directory() })
  if (refused !== undefined) reasons.push(refused)
  if (record.custody.restricted && purpose.whenRestricted !== true) reasons.push(isRestricted)
  if (reveal.some((field) => !purpose.reveals.includes(field))) reasons.push(notNeeded)
  if (reasons.length > 0) throw coreErrors.READ_NOT_ALLOWED({ reasons })
}

const isRestricted = reason(
  'RESTRICTED',
  'the records of this case are restricted',
  '该事项的个人信息已限制处理',
  '个人信息保护法 Art. 47',
)

const notNeeded = reason(
  'FIELD_NOT_NEEDED',
  'the purpose does not need one of the fields unmasked',
  '该目的无需查看所请求的明文字段',
  '个人信息保护法 Art. 6',
)
