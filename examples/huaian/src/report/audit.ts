import {
  type AuditReport,
  type Checkpoint,
  createPlatform,
  type NamedCell,
  type RecordedEvent,
  verifyProof,
} from '@redress/core'
import { petition } from '@redress/petition'
import { type City, host } from '../city.js'
import { type Forgery, forged } from '../forger.js'
import type { Printed } from '../press.js'
import { count, localDay, section, table } from './text.js'

/** What was signed and printed month by month, whether the log still is what it was, and how three forgeries come out. */
export async function audit(city: City, printed: readonly Printed[]): Promise<string[]> {
  const last = printed.at(-1)
  if (last === undefined) return []
  const report = await verified(city, printed, {}, true)
  const { count: events, root, at } = last.checkpoint
  const forgeries = await Promise.all(
    forgeriesOf(last.checkpoint).map(async ([what, forgery, vault]) => {
      const { findings, found } = await verified(city, printed, forgery, vault === 'vault')
      const kinds = [...new Set(findings.map(({ kind }) => kind))]
      return [what, found, kinds.join(', ')] as const
    }),
  )
  return section('日志核验', 'The log, signed at the end of each month and printed elsewhere', [
    `  ${printed.length} checkpoints were printed. The last one, of ${localDay(at)}, covers ${count(events)} events:`,
    `    ${root}`,
    `  核验 Verified: ${count(report.events)} events and what is sealed beside them, against ${report.checkpoints} signed checkpoints:`,
    `    ${report.ok ? 'nothing was changed.' : `${report.found} findings.`}`,
    '',
    ...table(['伪造 what somebody with the database tries', '发现 found', '名称 named'], forgeries),
    '',
    ...(await inclusion(city)),
  ])
}

/** The report on the log as a forger shows it, held against what was printed. */
async function verified(
  { store, keys }: City,
  printed: readonly Printed[],
  forgery: Forgery,
  vault: boolean,
): Promise<AuditReport> {
  const { audit } = createPlatform({ store: forged(store, forgery), plugins: [petition()], keys })
  const publicKeys = printed.map(({ checkpoint, publicKey }) => [checkpoint.signer, publicKey] as const)
  const checkpoints = printed.map(({ checkpoint }) => checkpoint)
  return await audit.verify({ checkpoints, keys: Object.fromEntries(publicKeys), vault }, host)
}

type Attempt = readonly [what: string, forgery: Forgery, where?: 'vault']

function forgeriesOf({ position }: Checkpoint): readonly Attempt[] {
  const delivered = ({ type }: RecordedEvent) => type === 'petition.complaint-delivered'
  const earlier = (event: RecordedEvent): RecordedEvent => ({
    ...event,
    data: { ...(event.data as object), on: '2022-03-01' },
  })
  const isLater = ({ name, value }: NamedCell) =>
    name.startsWith('audit/') && (value as Checkpoint).position > position - 40
  const isText = ({ name }: NamedCell) => name.startsWith('vault/') && name.endsWith('/1')
  return [
    ['answers delivered in time, by their dates', { event: (one) => (delivered(one) ? earlier(one) : one) }],
    [
      'the last forty events gone, with the checkpoints after them',
      { end: position - 40, cell: (one) => (isLater(one) ? undefined : one) },
    ],
    ['letters gone from the vault', { cell: (one) => (isText(one) ? undefined : one) }, 'vault'],
  ]
}

/** A petitioner can prove a filing to somebody who has nothing but what was printed. */
async function inclusion({ platform, store }: City): Promise<readonly string[]> {
  const { items } = await platform.cases.find({ sort: 'opened', limit: 1 }, host)
  const [filed] = await store.read(items[0]?.id ?? '')
  const proof = filed && (await platform.audit.proof(filed.position, host))
  if (filed === undefined || proof === undefined) return []
  const proved = (await verifyProof(proof)) ? 'proved' : 'not proved'
  return [
    `  证明 The filing of ${localDay(filed.at)} is under a root that was printed: ${proved} by ${proof.path.length} hashes, without the log.`,
  ]
}
